from __future__ import annotations

import time
from datetime import date

import pytest

from qa.understanding.browsing import Browsed, asked_time, bounds_alone, browsed
from qa.understanding.outlets import find_outlets


@pytest.mark.parametrize(
    ("typed", "topic", "newest"),
    [
        ("latest on the ferries", "the ferries", True),
        ("The latest news about school meals?", "school meals", True),
        ("what's new on the bridge", "the bridge", True),
        ("Have there been any updates on the bridge?", "the bridge", True),
        ("any news on the bridge", "the bridge", True),
        ("Give me two quotes about the bridge", "the bridge", False),
        ("What is the latest on Harwick?", "Harwick", True),
        ("What was the latest on the strike?", "the strike", True),
        ("What are the most recent developments in the strike?", "the strike", True),
        ("news from the Ports Authority", "the Ports Authority", True),
        ("ferries, latest", "ferries", True),
        ("any news on the bridge?", "the bridge", True),
        ("anything on tolls", "tolls", False),
        ("tell me about the bridge", "the bridge", False),
        ("can you tell me more about ferry fares?", "ferry fares", False),
        ("any articles on tolls?", "tolls", False),
        ("is there anything about the strike?", "the strike", False),
        ("everything on ferry fares", "ferry fares", False),
        ("What do the articles say about tolls?", "tolls", False),
        ("what have the papers written about ferry fares", "ferry fares", False),
        ("Give me an overview of the articles on the strike", "the strike", False),
        ("show me all quotes about tolls", "tolls", False),
        ("quotes on tolls sorted by date", "tolls", True),
        ("give me everything on the toll, newest first", "the toll", True),
        ("school meals", "school meals", False),
        ("asylum claims", "asylum claims", False),
        ("Una Strand", "Una Strand", False),
        ("the mayor of Harwick", "the mayor of Harwick", False),
        ("Quill's lawyer", "Quill's lawyer", False),
        ("  bridge tolls!  ", "bridge tolls", False),
    ],
)
def test_words_that_ask_for_a_page_name_what_it_is_about(typed: str, topic: str, newest: bool) -> None:
    assert browsed(typed) == Browsed(topic, newest)


@pytest.mark.parametrize(
    "typed",
    [
        "What did Una Strand say about the ferries?",
        "Who spoke about school meals?",
        "did the bridge open",
        "Quill said tolls will rise",
        "Strand on the ferries",
        "Quill claims victory",
        "what's the fare",
        "what can you do?",
        "list the speakers",
        "hello",
        "thanks",
        "more",
        "and about Harwick?",
        "what about Quill",
        "the latest",
        "headlines",
        "the stories",
        "how many ferries",
        "because of the strike",
        "it",
        "When do the ferries run in the summer?",
        "the ferries will stop because nobody pays for them any more and the council is tired",
        "",
        "?",
    ],
)
def test_questions_follow_ups_and_commands_ask_for_no_page(typed: str) -> None:
    assert browsed(typed) is None


def test_a_megabyte_is_read_at_once() -> None:
    before = time.perf_counter()

    assert browsed("latest on the " * 70_000) is None
    assert time.perf_counter() - before < 20


@pytest.mark.parametrize(
    ("typed", "rest"),
    [
        ("What happened on 3 May 2024?", " on 3 May 2024?"),
        ("What were the articles from May 2024 about?", " from May 2024"),
        ("everything from May 2024", " from May 2024"),
        ("what took place in July", " in July"),
        ("what's new this week?", " this week?"),
        ("what was in the news on 3 May", " on 3 May"),
        ("What were the main topics in July?", " in July?"),
        ("What are the top stories this week?", " this week?"),
        ("whats in the headlines today", " today"),
        ("all articles from last week", " from last week"),
        ("Everything said on 3 May", " on 3 May"),
        ("What happened to the ferry?", " to the ferry?"),
        ("Why did it happen on 3 May?", None),
        ("What happens on 3 May?", None),
        ("newspapers on 3 May", None),
    ],
)
def test_a_question_for_all_that_happened_ends_in_its_time(typed: str, rest: str | None) -> None:
    assert asked_time(typed) == rest


@pytest.mark.parametrize(
    ("question", "all_of_it"),
    [
        ("What did the Inland Post report in June 2024?", True),
        ("What did the Inland Post report on tolls in June 2024?", False),
        ("What did the council report in June 2024?", False),
    ],
)
def test_what_an_outlet_reported_in_a_time_is_all_that_it_has_of_then(question: str, all_of_it: bool) -> None:
    outlets = find_outlets(question, ("Inland Post",))

    found = bounds_alone(question, date(2026, 11, 18), outlets)

    assert (found is not None and found[0].since == date(2024, 6, 1)) is all_of_it


def test_a_name_with_an_apostrophe_is_an_outlet_as_any_other() -> None:
    sources = ("Mayor's Office", "Dene Now!")

    found = [
        find_outlets(typed, sources)
        for typed in ("articles from the Mayor’s Office", "articles from Dene Now")
    ]

    assert [one.source for each in found for one in each] == ["Mayor's Office", "Dene Now!"]


def test_what_the_articles_of_a_month_were_about_is_all_that_it_has() -> None:
    found = bounds_alone("What were the press releases of June 2024 about?", date(2026, 11, 18), [])

    assert found is not None
    assert found[0].since == date(2024, 6, 1)
