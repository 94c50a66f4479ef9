from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.bots.web.test_pages import data, page

pytestmark = pytest.mark.slow


def test_two_speakers_are_compared_as_by_the_command(
    client: TestClient, command: Callable[..., list[Any]]
) -> None:
    both = ("compare", "Lindqvist", "Okafor")

    assert [data(client, "/compare.json?who=Lindqvist&who=Okafor")] == command(*both)
    assert [data(client, "/compare.json?who=Lindqvist&who=Okafor&about=the harbour")] == command(
        *both, "--about", "the harbour"
    )
    assert [data(client, "/compare.json?who=Lindqvist&who=Okafor&since=2024-05-01")] == command(
        *both, "--since", "2024-05-01"
    )


def test_compared_speakers_stand_beside_each_other(client: TestClient) -> None:
    shown = page(client, "/compare?who=Lindqvist&who=Okafor&about=the harbour").one("main")

    assert shown.one("h1").text == "Anna Lindqvist and Peter Okafor on the harbour"
    (sides,) = [each for each in shown.all("div") if each.attributes.get("class") == "sides"]
    assert [each.one("h2").text for each in sides.all("section")] == ["Anna Lindqvist", "Peter Okafor"]
    first, second = sides.all("section")
    assert "The harbour must stay open" in first.text
    assert "The harbour must stay open" not in second.text
    typed = [each.attributes["value"] for each in shown.all("input") if each.attributes["name"] == "who"]
    assert typed == ["Lindqvist", "Okafor"]


def test_a_side_without_quotes_says_why(client: TestClient) -> None:
    shown = page(client, "/compare?who=Lindqvist&who=Okafor&about=the library").one("main")

    assert "Peter Okafor is quoted in these articles, though not on the library" in shown.text


def test_three_speakers_are_compared_too(client: TestClient) -> None:
    shown = page(client, "/compare?who=Lindqvist&who=Okafor&who=Maria Stein").one("main")

    assert [each.text for each in shown.all("h2")] == ["Anna Lindqvist", "Peter Okafor", "Maria Stein"]


def test_a_speaker_over_time_is_as_by_the_command(
    client: TestClient, command: Callable[..., list[Any]]
) -> None:
    assert [data(client, "/timeline.json?who=Lindqvist")] == command("timeline", "Lindqvist")
    assert [data(client, "/timeline.json?who=Lindqvist&about=the library&source=Inland Post")] == command(
        "timeline", "Lindqvist", "--about", "the library", "--source", "Inland Post"
    )
    assert [data(client, "/timeline.json?who=Zebulon Crake")] == command("timeline", "Zebulon Crake")


def test_a_timeline_goes_from_the_first_to_the_latest(client: TestClient) -> None:
    shown = page(client, "/timeline?who=Lindqvist").one("main")

    dates = [each.attributes["datetime"] for each in shown.all("time")]
    assert dates == sorted(dates)
    (listed,) = [each for each in shown.all("ol") if each.attributes.get("class") == "quotes"]
    items = list(listed.all("li"))
    assert items[0].text.strip().startswith("4 March 2024 · first")
    assert items[-1].text.strip().startswith("20 May 2024 · latest")
    assert "Quotes by date, March 2024 to May 2024" in shown.one("svg").attributes["aria-label"]


def test_an_empty_timeline_says_why(client: TestClient) -> None:
    shown = page(client, "/timeline?who=Lindqvist&about=volcanoes").one("main")

    assert "Anna Lindqvist is quoted in these articles, though not on volcanoes" in shown.text
    assert not list(shown.all("blockquote"))


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("/compare.json", "To compare takes two speakers. Name both"),
        ("/compare.json?who=Lindqvist", "takes two speakers, and this address names only “Lindqvist”"),
        ("/compare.json?who=Lindqvist&who=%20", "takes two speakers, and this address names only"),
        ("/compare.json?who=Lindqvist&who=Anna Lindqvist", "two different speakers"),
        ("/compare.json?who=a&who=b&who=c&who=d&who=e", "At most 4 speakers"),
        (f"/compare.json?who={'x' * 1_001}&who=b", "too long"),
        ("/timeline.json", "Give a speaker"),
        ("/timeline.json?who=", "Give a speaker"),
        (f"/timeline.json?who=Lindqvist&about={'x' * 1_001}", "in a word or a few"),
        ("/timeline.json?who=Lindqvist&from=x", "not a whole number"),
        ("/timeline.json?who=Lindqvist&since=x", "write it as 2025-01-31"),
    ],
)  # fmt: skip
def test_what_cannot_be_set_beside_each_other_says_why(
    client: TestClient, address: str, message: str
) -> None:
    assert message in data(client, address, 400)["error"]["message"]


def test_one_speaker_to_compare_is_told_that_two_are_needed_and_kept_in_the_form(client: TestClient) -> None:
    shown = page(client, "/compare?who=Lindqvist&who=%20&about=the harbour").one("main")

    assert "To compare takes two speakers, and here is one. Name another." in shown.text
    typed = [each.attributes["value"] for each in shown.all("input") if each.attributes["name"] == "who"]
    assert typed == ["Lindqvist", ""]
    assert "To compare takes" not in page(client, "/compare").one("main").text


def test_without_a_name_there_is_a_form(client: TestClient) -> None:
    assert page(client, "/compare").one("h1").text == "Compare what speakers say"
    assert page(client, "/timeline").one("h1").text == "What a speaker says over time"
