"""Several libraries on one server: each is below its name, and none shows what is in another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from bots.archive_service import ArchiveService
from bots.exit_codes import USAGE
from bots.once import Once
from bots.queues import Queues
from bots.terminal.app import run
from bots.web.guard import LOOPBACK
from bots.web.libraries import create_libraries_app
from tests.bots.web.conftest import index
from tests.bots.web.reading import Element
from tests.bots.web.test_pages import ASKED, data, page

pytestmark = pytest.mark.slow

COAST = """---
title: The lighthouse keeper retires
date: 2024-02-02
source: Coast Gazette
---
“The lamp has never gone out,” Tove Hallberg said in the lighthouse.
"""
TOLD = "The lamp has never gone out"
KEEPER = "What did Tove Hallberg say about the lamp?"


@pytest.fixture(scope="module")
def coast(tmp_path_factory: pytest.TempPathFactory, encoder: Any) -> Path:
    folder = tmp_path_factory.mktemp("coast")
    (folder / "news").mkdir()
    (folder / "news" / "lamp.md").write_text(COAST, encoding="utf-8")
    index(folder / "library", folder / "news", encoder)
    return folder / "library"


@pytest.fixture(scope="module")
def opened() -> list[int]:
    """How often a model was opened."""
    return []


@pytest.fixture(scope="module")
def both(town: Path, coast: Path, encoder: Any, opened: list[int]) -> Iterator[TestClient]:
    queues, shared = Queues(), Once(lambda: opened.append(1) or encoder)
    services = {
        name: ArchiveService(folder, shared, today=date(2024, 7, 1), queues=queues)
        for name, folder in {"town": town / "library", "coast": coast, "gone": coast / "none"}.items()
    }
    app = create_libraries_app(services, allowed=LOOPBACK)
    with TestClient(app, base_url="http://127.0.0.1:8000", follow_redirects=False) as client:
        yield client
    for service in services.values():
        assert service.close()


def addresses(shown: Element) -> set[str]:
    """Return the addresses to which a page leads, without those of other sites."""
    found = {
        each.attributes[name]
        for each in shown.all()
        for name in ("href", "action", "cite", "src")
        if name in each.attributes
    }
    return {each for each in found if not each.startswith(("http", "#"))}


def test_the_first_page_lists_the_libraries(both: TestClient) -> None:
    shown = page(both, "/")

    links = {each.text: each.attributes["href"] for each in shown.one("main").all("a")}
    assert links == {"town": "/town/", "coast": "/coast/", "gone": "/gone/"}
    assert "town: 3 articles, 4 March 2024 to 1 June 2024" in shown.one("main").text
    assert "gone: cannot be read now" in shown.one("main").text
    assert both.get("/style.css").status_code == 200
    listed = data(both, "/libraries.json")["libraries"]
    assert [(each["name"], each["corpus"] and each["corpus"]["articles"]) for each in listed] == [
        ("town", 3),
        ("coast", 1),
        ("gone", None),
    ]


def test_each_library_answers_below_its_name(both: TestClient, opened: list[int]) -> None:
    assert "must stay open" in page(both, f"/town/ask?q={ASKED}").one("main").text
    assert TOLD in page(both, f"/coast/ask?q={KEEPER}").one("main").text
    assert data(both, "/coast/overview.json")["corpus"]["articles"] == 1
    assert "There are no articles" in page(both, f"/gone/ask?q={ASKED}", 503).one("main").text
    assert opened == [1]


@pytest.mark.parametrize(
    "path",
    ["/", f"/ask?q={ASKED}", "/speakers", "/speaker/Anna Lindqvist", "/find?q=harbour", "/find", "/nothing",
     "/ask?q=hello", "/ask?q=What is in here?"],
)  # fmt: skip
def test_every_address_on_a_page_leads_to_its_own_library(both: TestClient, path: str) -> None:
    shown = page(both, f"/town{path}", 404 if path == "/nothing" else 200)

    found = addresses(shown)
    assert found
    assert all(each.startswith("/town/") for each in found)
    for each in found - {"/town/../"}:
        assert both.get(each.partition("#")[0]).status_code in (200, 400), each


def test_quotes_and_articles_lead_on_within_their_library(both: TestClient) -> None:
    quote = data(both, f"/coast/ask.json?q={KEEPER}")["quotes"][0]["id"]

    for path in (f"/coast/quote/{quote}", f"/coast/article/{quote[:10]}"):
        found = addresses(page(both, path))
        assert all(each.startswith("/coast/") for each in found)
        assert any(
            each.startswith((f"/coast/article/{quote[:10]}", f"/coast/quote/{quote[:10]}")) for each in found
        )


def test_one_library_never_shows_what_is_in_another(both: TestClient) -> None:
    quote = data(both, f"/coast/ask.json?q={KEEPER}")["quotes"][0]["id"]
    uid = quote[:10]

    for end in ("", ".json"):
        assert both.get(f"/coast/quote/{quote}{end}").status_code == 200
        for path in (f"/quote/{quote}{end}", f"/article/{uid}{end}", f"/speaker/Tove Hallberg{end}"):
            assert both.get(f"/town{path}").status_code == 404
            assert both.get(path).status_code == 404
    for path in (f"/ask.json?q={KEEPER}", "/find.json?q=the lamp", "/speakers.json", "/overview.json"):
        assert TOLD not in both.get(f"/town{path}").text
        assert uid not in both.get(f"/town{path}").text
        assert uid in both.get(f"/coast{path}").text or path.startswith(("/speakers", "/overview"))


@pytest.mark.parametrize(
    "path",
    ["/town/../coast/speakers", "/town/..%2fcoast/speakers", "/town%2f..%2fcoast/speakers", "/town/coast/speakers",
     "/town//coast/speakers", "//coast/speakers", "/TOWN/speakers", "/tow/speakers", "/townx/speakers",
     "/town/speaker/../../coast/speakers", "/coast;/speakers"],
)  # fmt: skip
def test_no_path_leads_out_of_a_library(both: TestClient, path: str) -> None:
    reply = both.build_request("GET", "http://127.0.0.1:8000/")
    raw = reply.url.copy_with(raw_path=path.encode())
    shown = both.get(raw)

    assert shown.status_code == 404 or "/coast/" in str(shown.url)
    assert "Lindqvist" not in shown.text


def test_a_name_alone_leads_to_its_first_page(both: TestClient) -> None:
    reply = both.get("/town")

    assert (reply.status_code, reply.headers["location"]) == (307, "/town/")


def test_a_library_keeps_a_hostile_text_from_becoming_an_address(both: TestClient) -> None:
    shown = page(both, '/town/find?q=" href="/ask cite="/x')

    assert '" href="/ask cite="/x' in "".join(each.attributes.get("value", "") for each in shown.all("input"))


@pytest.mark.parametrize(
    "mounts",
    [["town"], ["=x"], ["town="], ["Town=x"], ["a/b=x"], ["..=x"], ["style.css=x"], ["a=x", "a=y"], [f"{'a' * 41}=x"]],
    ids=["no folder", "no name", "empty folder", "capital", "slash", "dots", "a file", "twice", "long"],
)  # fmt: skip
def test_what_names_no_library_is_refused(mounts: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [part for mount in mounts for part in ("--mount", mount)]

    assert run(["serve", "--port", "0", *arguments]) == USAGE
    assert "--mount" in capsys.readouterr().err
