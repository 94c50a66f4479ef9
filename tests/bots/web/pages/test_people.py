from __future__ import annotations

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
