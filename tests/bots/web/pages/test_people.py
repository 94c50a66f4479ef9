from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.bots.web.conftest import Browse, index
from tests.bots.web.test_pages import data, page

pytestmark = pytest.mark.slow

SAID = (
    ("2024-01-10", "Coast Gazette", "“We will keep our word to France,” said Ada Quill, the transport minister."),
    ("2024-02-10", "Coast Gazette", "“The ferries of France are late again,” said Ada Quill, the transport minister."),
    ("2024-04-10", "Inland Post", "“The pier stays shut until the inspector comes,” Ada Quill said on Monday."),
)  # fmt: skip


@pytest.fixture(scope="module")
def speaking(tmp_path_factory: pytest.TempPathFactory, browse: Browse, encoder: Any) -> TestClient:
    folder = tmp_path_factory.mktemp("speaking")
    (folder / "news").mkdir()
    for number, (day, source, text) in enumerate(SAID):
        head = f"---\ntitle: Story {number}\ndate: {day}\nsource: {source}\n---\n"
        (folder / "news" / f"{number}.md").write_text(f"{head}{text}\n", encoding="utf-8")
    index(folder / "library", folder / "news", encoder)
    return browse(folder / "library")


def test_a_speaker_has_roles_outlets_topics_and_a_picture_of_when(speaking: TestClient) -> None:
    shown = page(speaking, "/speaker/Ada Quill").one("main")

    assert "In these articles: transport minister" in shown.text
    assert "Quoted by Coast Gazette (2), Inland Post (1)" in shown.text
    assert "Quotes by date, January 2024 to April 2024; most in January 2024: 1" in shown.text
    bars = list(shown.one("svg").all("rect"))
    assert [each.one("title").text for each in bars] == [
        "January 2024: 1",
        "February 2024: 1",
        "April 2024: 1",
    ]


def test_a_speakers_quotes_are_listed_by_topic(speaking: TestClient) -> None:
    shown = page(speaking, "/speaker/Ada Quill").one("main")
    (listed,) = [each for each in shown.all("ul") if each.attributes.get("class") == "lines"]
    counts = {each.one("a").text: int(each.text.rpartition(":")[2]) for each in listed.all("li")}

    assert counts["France"] == 2
    for topic, count in counts.items():
        own = data(speaking, f"/speaker/Ada Quill.json?about={topic}")
        assert own["count"] == len(own["quotes"]) == count
    one = page(speaking, "/speaker/Ada Quill?about=France").one("main")
    assert one.one("h1").text == "Ada Quill on France"
    assert "pier" not in one.text
    error = data(speaking, "/speaker/Ada Quill.json?about=Atlantis", 404)["error"]
    assert "filed under “Atlantis”" in error["message"]


def test_one_date_needs_no_picture(client: TestClient) -> None:
    assert not list(page(client, "/speaker/Olga Brandt").all("svg"))


def test_numbers_of_quotes_go_on_where_a_list_goes_on(speaking: TestClient) -> None:
    lists = [
        [each.attributes.get("start") for each in page(speaking, address).one("main").all("ol")]
        for address in ("/speaker/Ada Quill", "/speaker/Ada Quill?from=2")
    ]

    assert lists == [[None], ["3"]]


def test_further_quotes_of_an_answer_are_numbered_after_the_first_ones(
    tmp_path: Path, browse: Browse, encoder: Any
) -> None:
    (tmp_path / "news").mkdir()
    said = (
        "The toll is too high for anybody who works in Harwick.",
        "Nobody asked the farmers about the toll before the winter.",
        "We shall halve the toll as soon as the bridge is paid for.",
        "A toll at night makes little sense to me.",
        "Lorries from Norland pay no toll, and that has to end.",
    )
    for day, words in enumerate(said, 1):
        head = f"---\ntitle: Story {day}\ndate: 2024-03-0{day}\n---\n"
        text = f"{head}“{words}” Ada Quill, the transport minister, said.\n"
        (tmp_path / "news" / f"{day}.md").write_text(text, encoding="utf-8")
    index(tmp_path / "library", tmp_path / "news", encoder)

    shown = page(browse(tmp_path / "library"), "/ask?q=What did Ada Quill say about the toll?").one("main")

    first = next(iter(shown.all("ol")))
    further = shown.one("details").one("ol")
    assert further.attributes["start"] == str(len(list(first.all("figure"))) + 1)


def test_somebody_who_has_no_fuller_name_can_be_chosen_beside_a_namesake(
    tmp_path: Path, browse: Browse, encoder: Any
) -> None:
    (tmp_path / "news").mkdir()
    told = "said the pier would stay open to ferries. “The pier is ours,”"
    for name, surname in (("Ned Hale", "Hale"), ("Ned", "Ned")):
        (tmp_path / "news" / f"{surname}.txt").write_text(f"The pier\n\n{name} {told} {surname} said.\n")
    index(tmp_path / "library", tmp_path / "news", encoder)
    client = browse(tmp_path / "library")
    asked = "/ask?q=What did Ned say about the pier?"

    assert data(client, asked.replace("/ask", "/ask.json"))["choices"] == [
        "What did Ned say about the pier?",
        "What did Ned Hale say about the pier?",
    ]
    links = [each for each in page(client, asked).one("main").all("a") if each.text.startswith("What did")]
    for link, name in zip(links, ("Ned", "Ned Hale"), strict=True):
        chosen = page(client, link.attributes["href"]).one("main").text
        assert "Answered" in chosen
        assert f"speaker: {name}" in chosen
        assert "Which one" not in chosen
    assert {each["speaker"] for each in data(client, "/timeline.json?who=Ned")["undated"]} == {"Ned"}
