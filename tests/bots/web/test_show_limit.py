"""Pages of a library that shows quotes only."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from qa.ingest.set_show_limit import set_show_limit
from tests.bots.web.conftest import Browse
from tests.bots.web.test_pages import ANSWER, ASKED, data, page

pytestmark = pytest.mark.slow

WITHHELD = "The council of Westerhaven met on Monday"
LIMIT = "This archive shows quotes only."


@pytest.fixture
def limited(town: Path, tmp_path: Path) -> Path:
    library = Path(shutil.copytree(town / "library", tmp_path / "library"))
    set_show_limit(library, "quotes")
    return library


def uid_of(client: TestClient) -> str:
    return str(data(client, f"/ask.json?q={ASKED}")["quotes"][0]["id"])[:10]


def test_a_quote_stands_alone_and_it_is_said(limited: Path, browse: Browse) -> None:
    client = browse(limited)
    quote = data(client, f"/ask.json?q={ASKED}")["quotes"][0]["id"]

    shown = page(client, f"/quote/{quote}").one("main")
    around = data(client, f"/quote/{quote}.json")

    assert shown.one("mark").text.startswith(ANSWER)
    assert WITHHELD not in shown.text
    assert LIMIT in shown.text
    assert (around["before"], around["after"], around["withheld"]) == ("", "", LIMIT)
    assert around["quote"]["text"].startswith(ANSWER)


def test_an_article_shows_its_quotes_alone(limited: Path, browse: Browse) -> None:
    client = browse(limited)
    address = f"/article/{uid_of(client)}"

    shown = page(client, address).one("main")
    found = data(client, f"{address}.json")

    assert WITHHELD not in shown.text
    assert LIMIT in shown.text
    assert "The harbour must stay open" in shown.text
    assert not list(shown.all("article"))
    assert (found["text"], found["withheld"]) == ("", LIMIT)
    assert found["attributions"]


def test_found_words_stand_alone(limited: Path, browse: Browse) -> None:
    client = browse(limited)

    shown = page(client, "/find?q=old harbour").one("main")
    found = data(client, "/find.json?q=old harbour")

    assert "speak about" not in shown.text
    assert shown.one("mark").text == "old harbour"
    assert LIMIT in shown.text
    assert [(each["before"], each["after"]) for each in found["places"]] == [("", "")]
    assert found["withheld"] == LIMIT


def test_what_is_set_shows_in_the_next_request(limited: Path, browse: Browse) -> None:
    client = browse(limited)
    address = f"/article/{uid_of(client)}.json"
    assert data(client, address)["text"] == ""

    set_show_limit(limited, "whole")
    assert WITHHELD in data(client, address)["text"]

    set_show_limit(limited, "3")
    assert data(client, address)["text"] == ""


@pytest.mark.parametrize("path", ["/brief", "/timeline", "/compare", "/latest", "/feed.atom"])
def test_no_other_page_shows_what_surrounds_a_quote(limited: Path, browse: Browse, path: str) -> None:
    client = browse(limited)
    query = {"about": "harbour", "who": ["Lindqvist", "Okafor"], "q": ASKED}

    for end in ("",) if path.endswith(".atom") else ("", ".json"):
        shown = client.get(f"{path}{end}", params=query)
        assert shown.status_code == 200
        assert WITHHELD not in shown.text


def test_a_checked_draft_and_a_question_asked_on_show_quotes_alone(limited: Path, browse: Browse) -> None:
    client = browse(limited)
    draft = "Lindqvist said: “The harbour must stay open to fishing boats.”"
    history = data(client, f"/ask.json?q={ASKED}&h=")["history"]

    checked = client.post(
        "/check.json", content=draft.encode(), headers={"content-type": "text/plain"}
    ).json()
    page_of_it = client.post("/check", data={"text": draft})
    further = client.get("/ask.json", params={"q": "show me the article", "h": history}).json()

    around = checked["findings"][0]["place"]["around"]
    assert "must stay open to fishing boats" in around["text"]
    assert WITHHELD not in around["text"] + page_of_it.text
    assert LIMIT in checked["withheld"]
    assert LIMIT in page_of_it.text
    assert LIMIT in further["note"]
    assert WITHHELD not in "".join(each["text"] for each in further["quotes"])
