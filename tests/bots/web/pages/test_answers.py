from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from bots.terminal.app import run
from bots.web.pages.answers import DROPPED
from tests.bots.web.conftest import Browse
from tests.bots.web.reading import Element
from tests.bots.web.test_pages import ASKED, data, page

pytestmark = pytest.mark.slow

ON = "And about the library?"


def form_with(root: Element, field: str) -> Element:
    """Return the form of a page that has a field of this name, hidden or not, and is not the one of the header."""
    (found,) = [
        form
        for form in root.one("main").all("form")
        if any(each.attributes.get("id") == field for each in form.all("input"))
    ]
    return found


def sent(form: Element, typed: str) -> dict[str, str]:
    """Return what a browser sends for a form, with something typed into its question."""
    values = {each.attributes["name"]: each.attributes.get("value", "") for each in form.all("input")}
    return values | {"q": typed}


def asked_on(client: TestClient, first: str, then: str) -> Element:
    fields = sent(form_with(page(client, first), "on"), then)
    return page(client, str(client.build_request("GET", "/ask", params=fields).url))


def test_a_question_is_asked_on_and_says_what_was_carried_over(client: TestClient) -> None:
    shown = asked_on(client, f"/ask?q={ASKED}", ON).one("main")

    assert "read as: “What did Anna Lindqvist say about the library?”" in shown.text
    assert "the living room of the town" in next(shown.all("blockquote")).text
    assert DROPPED not in shown.text


def test_asking_on_answers_as_the_chat_does(
    client: TestClient, town: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = (ASKED, ON, "more", "thanks", "And what did she say about the harbour?")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("\n".join(lines).encode())))
    capsys.readouterr()
    run(["chat", "--json", "--library", str(town / "library"), "--today", "2024-07-01"])
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    history, found = "", []
    for line in lines:
        reply = client.get("/ask.json", params={"q": line, "h": history}).json()
        history = reply.pop("history")
        assert reply.pop("history_dropped") is False
        found.append(reply)

    assert found == told
    assert len(told) == len(lines)


def test_without_a_history_the_json_has_none(client: TestClient) -> None:
    assert not {"history", "history_dropped"} & set(data(client, f"/ask.json?q={ASKED}"))


@pytest.mark.parametrize("made", ["forged", "foreign", "nonsense"])
def test_a_history_that_is_none_of_ours_is_dropped_and_the_page_says_so(
    client: TestClient, town: Path, browse: Browse, made: str
) -> None:
    own = str(data(client, f"/ask.json?q={ASKED}&h=")["history"])
    history = {
        "forged": f"{'B' if own[0] == 'A' else 'A'}{own[1:]}",
        # Another server over the same library, or this one after a restart.
        "foreign": str(data(browse(town / "library"), f"/ask.json?q={ASKED}&h=")["history"]),
        "nonsense": "<script>alert(1)</script>",
    }[made]

    reply = client.get("/ask", params={"q": ON, "h": history})
    alone = data(client, f"/ask.json?q={ON}")
    found = client.get("/ask.json", params={"q": ON, "h": history}).json()

    assert reply.status_code == 200
    assert DROPPED in reply.text
    assert found.pop("history_dropped") is True
    assert found.pop("history")
    assert found == alone


def test_bounds_are_kept_when_a_question_is_asked_on(client: TestClient) -> None:
    first = f"/ask?q={ASKED}&since=2024-01-01&source=Coast Gazette"
    form = form_with(page(client, first), "on")

    fields = sent(form, ON)

    assert (fields["since"], fields["source"]) == ("2024-01-01", "Coast Gazette")
    assert "Answered" not in asked_on(client, first, ON).one("main").text


def test_narrowing_a_question_that_goes_on_keeps_what_it_goes_on_from(client: TestClient) -> None:
    root = asked_on(client, f"/ask?q={ASKED}", ON)
    (narrow,) = [
        form
        for form in root.one("main").all("form")
        if any(each.attributes.get("type") == "date" for each in form.all("input"))
    ]
    fields = sent(narrow, ON) | {"since": "2024-05-01"}

    shown = page(client, str(client.build_request("GET", "/ask", params=fields).url)).one("main")

    assert "read as: “What did Anna Lindqvist say about the library?”" in shown.text
    assert "Answered" in shown.text


def test_the_address_of_a_long_conversation_stays_short_enough(
    client: TestClient, quote_of: Callable[[str], str]
) -> None:
    history = ""
    for number in range(12):
        question = f"What did Anna Lindqvist say about the harbour {number} {'pier ' * 180}?"
        reply: Any = client.get("/ask.json", params={"q": question[:1_000], "h": history})
        assert reply.status_code == 200
        history = reply.json()["history"]

    assert 0 < len(history) <= 6_000


def test_a_question_that_goes_on_is_followed_whole(client: TestClient) -> None:
    root = asked_on(client, f"/ask?q={ASKED}", ON)
    links = [each for each in root.one("head").all("link") if each.attributes["rel"] == "alternate"]

    assert [each.attributes["type"] for each in links] == ["application/atom+xml"]
    assert links[0].attributes["href"] == "/feed.atom?q=What+did+Anna+Lindqvist+say+about+the+library%3F"
