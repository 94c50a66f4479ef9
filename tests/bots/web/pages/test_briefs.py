from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.bots.web.test_pages import data, page

pytestmark = pytest.mark.slow


def test_a_brief_is_that_of_the_command(client: TestClient, command: Callable[..., list[Any]]) -> None:
    assert [data(client, "/brief.json?about=harbour")] == command("brief", "harbour")
    assert [data(client, "/brief.json?about=zebras")] == command("brief", "zebras")
    assert [data(client, "/brief.json?about=library&since=2024-05-01")] == command(
        "brief", "library", "--since", "2024-05-01"
    )


def test_a_brief_has_all_that_is_said_by_speaker(client: TestClient) -> None:
    shown = page(client, "/brief?about=library").one("main")

    assert shown.one("h1").text == "What is said on library"
    assert "put together on 1 July 2024" in shown.text
    assert "Looked through 3 articles" in shown.text
    assert {"Anna Lindqvist (1 quote)", "Maria Stein (1 quote)"} <= {each.text for each in shown.all("h2")}
    assert shown.text.count("the living room of the town") == 1


def test_where_nobody_speaks_on_it_a_brief_says_why(client: TestClient) -> None:
    nowhere = page(client, "/brief?about=zebras").one("main")
    outside = page(client, "/brief?about=harbour&since=2024-05-01&source=Nobody").one("main")

    assert "No article of this archive has the word “zebras”." in nowhere.text
    assert "within these dates and outlets" in outside.text
    assert "No article here is from “Nobody”." in outside.text


def test_a_brief_needs_a_topic(client: TestClient) -> None:
    assert page(client, "/brief").one("h1").text == "All that is said on a topic"
    assert "about=TOPIC" in data(client, "/brief.json", 400)["error"]["message"]
    assert "no word to look for" in data(client, "/brief.json?about=%3F", 400)["error"]["message"]
