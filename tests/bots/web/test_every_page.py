"""What holds for every page: nothing of an article is live in it, and it needs neither styles nor eyes."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote as percent_encoded

import pytest
from starlette.testclient import TestClient

from tests.bots.web.conftest import HOSTILE, HOSTILE_QUESTION
from tests.bots.web.reading import read
from tests.bots.web.test_pages import ALLOWED, ASKED, page

pytestmark = pytest.mark.slow

HARMLESS = re.compile(r"/(?!/)[^\s]*|#main|#f\d+|https?://[!-~]+")


@pytest.fixture(scope="session")
def places(client: TestClient, quote_of: Callable[[str], str]) -> list[str]:
    hostile = quote_of(HOSTILE_QUESTION)
    questions = (
        ASKED,
        HOSTILE_QUESTION,
        "What can you do?",
        "Lindqvist and Okafor on the harbour",
        HOSTILE["text"],
    )
    return [
        "/", "/speakers", "/find", "/latest", "/compare", "/timeline", "/brief", "/check",
        f"/find?q={percent_encoded('painted {{ 7')}", "/speaker/Olga Brandt", "/nothing",
        f"/quote/{hostile}", f"/article/{hostile[:10]}", f"/quote/{quote_of(ASKED)}", f"/verify/{hostile}",
        "/compare?who=Olga Brandt&who=Lindqvist", "/timeline?who=Olga Brandt", "/timeline?who=Lindqvist",
        "/speaker/Lindqvist", "/brief?about=lighthouse", "/brief?about=%3Cscript%3E quay",
        "/timeline?who=%3Cscript%3Ealert(1)%3C%2Fscript%3E&about=%22%3E%3Csvg onload=x%3E",
        *(f"/ask?q={percent_encoded(each)}" for each in questions),
        f"/ask?q=x&source={percent_encoded(HOSTILE['source'])}&since=%22%3E%3Cscript%3E",
        "/speaker/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    ]  # fmt: skip


def test_nothing_of_an_article_or_a_question_is_live(client: TestClient, places: list[str]) -> None:
    for place in places:
        for element in read(client.get(place).text).all():
            assert element.tag in ALLOWED, (place, element)
            assert not [name for name in element.attributes if name.startswith("on") or name == "style"], (
                place
            )
            if element.tag == "script":
                assert (element.attributes["src"], element.text) == ("/keys.js", "")
            for name in ("href", "action", "cite"):
                assert HARMLESS.fullmatch(element.attributes.get(name, "/")), (place, element)


def test_a_hostile_article_is_shown_as_text(client: TestClient, quote_of: Callable[[str], str]) -> None:
    shown = page(client, f"/article/{quote_of(HOSTILE_QUESTION)[:10]}").one("main")

    assert shown.one("h1").text == HOSTILE["title"]
    text = shown.one("article").text
    assert "<img src=x onerror=alert(1)> \\u202e␛[31mred␛]0;owned␇ stood on the quay." in text
    assert "“<script>alert('quote')</script> the lighthouse is painted {{ 7 * 7 }} times & more,”" in text
    assert "</p></article><a href='javascript:alert(2)'>Click</a> <!-- a comment" in text
    assert f"{HOSTILE['source']}, 1 June 2024, by <b>{{{{ 7 * 7 }}}}</b>" in shown.text
    assert "Its source: javascript:alert(1)" in shown.text


def test_every_page_can_be_used_without_styles_and_eyes(client: TestClient, places: list[str]) -> None:
    for place in places:
        root = read(client.get(place).text)
        html, main = root.one("html"), root.one("main")

        assert html.attributes["lang"] == "en"
        assert root.one("head").one("title").text.endswith("– Onrecord")
        skip = next(root.one("body").all("a"))
        assert skip.attributes["href"] == f"#{main.attributes['id']}"
        levels = [int(each.tag[1]) for each in main.all("h1", "h2", "h3")]
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False)), place
        ids = [each.attributes["id"] for each in root.all() if "id" in each.attributes]
        assert len(ids) == len(set(ids)), place
        labelled = {each.attributes.get("for") for each in root.all("label")}
        inside = [each for label in root.all("label") for each in label.all("input", "textarea")]
        for field in root.all("input", "textarea"):
            hidden = field.attributes.get("type") == "hidden"
            assert hidden or field.attributes.get("id") in labelled - {None} or field in inside, (
                place,
                field,
            )
        for link in root.all("a", "button"):
            assert link.text.strip(), (place, link)
        for each in root.all("time"):
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", each.attributes["datetime"])
        assert all(each.attributes["cite"] for each in root.all("blockquote"))
        assert all(other in ids for each in root.all() if (other := each.attributes.get("aria-labelledby")))
