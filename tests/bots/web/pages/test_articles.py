from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from bots.web.pages.articles import STANDINGS
from tests.bots.web.conftest import HARBOUR, Browse, index
from tests.bots.web.test_pages import ANSWER, ASKED, data, page

pytestmark = pytest.mark.slow


def test_a_quote_can_be_copied_as_citation_markdown_and_link(
    client: TestClient, quote_of: Callable[[str], str]
) -> None:
    quote_id = quote_of(ASKED)
    shown = page(client, f"/quote/{quote_id}").one("main")

    fields = {each.attributes["id"]: each for each in shown.all("input", "textarea")}
    assert all("readonly" in each.attributes for each in fields.values())
    assert fields["citation"].text.strip() == (
        f"{ANSWER} “We will not sell it.” — Anna Lindqvist, “Council argues about the harbour”, Coast Gazette, "
        f"4 March 2024, https://coast.example/harbour [{quote_id}]"
    )
    assert fields["markdown"].text.strip().startswith("> “**The harbour must stay open to fishing boats**,”")
    assert fields["link"].attributes["value"] == f"http://127.0.0.1:8000/quote/{quote_id}"
    assert page(client, fields["link"].attributes["value"]).one("h1").text == shown.one("h1").text
    assert fields["id"].attributes["value"] == quote_id


def test_behind_a_proxy_that_speaks_https_links_do_too(
    client: TestClient, quote_of: Callable[[str], str]
) -> None:
    shown = client.get(f"/quote/{quote_of(ASKED)}", headers={"x-forwarded-proto": "https"}).text

    assert f'value="https://127.0.0.1:8000/quote/{quote_of(ASKED)}"' in shown


def test_the_newest_articles_come_first(client: TestClient, command: Callable[..., list[Any]]) -> None:
    shown = page(client, "/latest").one("main")
    found = data(client, "/latest.json")

    assert [each.attributes["datetime"] for each in shown.all("time")] == [
        "2024-06-01",
        "2024-05-20",
        "2024-03-04",
    ]
    assert found["schema"] == 2
    listed = [each | {"place": None} for each in command("articles", "--list")]
    assert sorted(found["articles"], key=str) == sorted(listed, key=str)
    assert [each["source"] for each in data(client, "/latest.json?source=inland post")["articles"]] == [
        "Inland Post"
    ]
    assert "No article here is from “Nobody”." in page(client, "/latest?source=Nobody").text


@pytest.fixture
def harbour(own_town: Path) -> Path:
    return own_town / "news" / "harbour.md"


def changed(file: Path) -> None:
    file.write_text(HARBOUR.replace("must stay open", "may be closed"), encoding="utf-8")


def moved(file: Path) -> None:
    file.write_text(HARBOUR.replace("The council of", "On Monday the council of"), encoding="utf-8")


@pytest.mark.parametrize(
    ("do", "state"),
    [(lambda _: None, "identical"), (changed, "changed"), (moved, "moved"), (Path.unlink, "gone")],
    ids=["same", "changed", "moved", "gone"],
)
def test_a_quote_is_compared_with_its_source(
    own_town: Path, harbour: Path, browse: Browse, command: Callable[..., list[Any]],
    do: Callable[[Path], object], state: str,
) -> None:  # fmt: skip
    client = browse(own_town / "library")
    quote_id = data(client, f"/ask.json?q={ASKED}")["quotes"][0]["id"]
    do(harbour)

    shown = page(client, f"/verify/{quote_id}").one("main")
    (found,) = data(client, f"/verify/{quote_id}.json")["quotes"]

    assert STANDINGS[state] in shown.text
    assert ANSWER in shown.one("blockquote").text
    (said,) = command("verify", quote_id, "--library", str(own_town / "library"))[0]["quotes"]
    assert found == said | {"path": None, "why": STANDINGS[state]}
    assert found["state"] == state


def test_that_an_article_is_gone_is_said_once_beside_how_its_quote_stands(
    own_town: Path, harbour: Path, browse: Browse, encoder: Any
) -> None:
    client = browse(own_town / "library")
    quote_id = data(client, f"/ask.json?q={ASKED}")["quotes"][0]["id"]
    harbour.unlink()
    index(own_town / "library", own_town / "news", encoder)

    shown = page(client, f"/verify/{quote_id}").one("main").text

    assert STANDINGS["gone"] in shown
    assert shown.count("has changed since, or is gone") == 1
    # No newer text took its place.
    assert "newer" not in shown


def test_a_source_that_cannot_be_looked_at_is_not_called_read(
    own_town: Path, harbour: Path, browse: Browse
) -> None:
    client = browse(own_town / "library")
    quote_id = data(client, f"/ask.json?q={ASKED}")["quotes"][0]["id"]
    seen = page(client, f"/verify/{quote_id}").one("main").text
    harbour.parent.rename(own_town / "elsewhere")

    shown = page(client, f"/verify/{quote_id}").one("main").text

    assert STANDINGS["unseen"] in shown
    assert "again just now" in seen
    assert "again just now" not in shown


def test_a_page_names_no_folder_of_the_server(
    client: TestClient, town: Path, quote_of: Callable[[str], str]
) -> None:
    quote_id = quote_of(ASKED)
    places = [
        "/latest",
        "/latest.json",
        f"/verify/{quote_id}",
        f"/verify/{quote_id}.json",
        f"/quote/{quote_id}",
    ]

    for place in places:
        assert str(town) not in client.get(place).text, place


def test_a_quote_that_is_not_there_cannot_be_compared(client: TestClient) -> None:
    assert data(client, "/verify/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.json", 404)["error"]["code"] == "not_found"
    assert data(client, "/verify/7.json", 400)["error"]["code"] == "usage"


def test_words_of_two_are_listed_once_in_their_article(browse: Browse, own_town: Path, encoder: Any) -> None:
    (own_town / "news" / "quay.txt").write_text(
        "At the quay\n\n“The quay must be mended,” Ada Quill and Tom Brandt said.\n", encoding="utf-8"
    )
    index(own_town / "library", own_town / "news", encoder)
    client = browse(own_town / "library")
    (quote,) = data(client, "/speaker/Ada Quill.json")["quotes"]

    listed = data(client, f"/article/{quote['id'][:10]}.json")["attributions"]
    assert [(each["speaker"], each["together_with"]) for each in listed] == [("Ada Quill", ["Tom Brandt"])]
