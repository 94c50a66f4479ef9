"""The time of an event as that of the articles on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from qa.speakers.known import ListedSpeakers
from qa.understanding.in_its_time import in_articles_of_its_time, in_last_such_time
from qa.understanding.line import in_words
from qa.understanding.understand import understand

TODAY = date(2026, 3, 1)


def _then(question: str) -> tuple[str, date | None, date | None] | None:
    asked = understand(question, today=TODAY, speakers=ListedSpeakers(), sources=())
    then = in_articles_of_its_time(asked, today=TODAY)
    return (then.standalone, then.since, then.until) if then else None


@pytest.mark.parametrize(
    ("question", "rest", "since", "until"),
    [
        ("How many ferries ran in May 2012?", "How many ferries ran?", date(2012, 5, 1), date(2012, 5, 31)),
        ("In 2012, how many ferries ran?", "how many ferries ran?", date(2012, 1, 1), date(2012, 12, 31)),
        ("Who sank on 3 May 2012 near Dene?", "Who sank near Dene?", date(2012, 5, 3), date(2012, 5, 4)),
    ],
)
def test_a_time_with_its_year_bounds_the_articles(question: str, rest: str, since: date, until: date) -> None:
    assert _then(question) == (rest, since, until)


@pytest.mark.parametrize(
    "question",
    [
        "How many ferries ran in May?",
        "How many ferries ran since 2012?",
        "How many ferries ran in 2012 and in 2014?",
        "How many voted in the election in 2012?",
        "Which articles from May 2012 are on ferries?",
        "What did Ada Quill say in May 2012?",
        "Why in 2012?",
    ],
)
def test_other_times_are_left_in_the_question(question: str) -> None:
    assert _then(question) is None


def _last(question: str, last: date) -> tuple[date | None, date | None]:
    asked = understand(question, today=TODAY, speakers=ListedSpeakers(), sources=())
    then = in_last_such_time(asked, last, today=TODAY)
    return then.since, then.until


@pytest.mark.parametrize(
    ("question", "since", "until"),
    [
        ("What happened in May?", date(2019, 5, 1), date(2019, 5, 31)),
        ("Who spoke about ferries in February?", date(2020, 2, 1), date(2020, 2, 29)),
        ("What did people say about ferries since January?", date(2020, 1, 1), None),
        ("What did people say about ferries before February?", None, date(2020, 1, 31)),
        ("What did people say about ferries before May?", None, date(2019, 4, 30)),
        ("What happened on 28 February?", date(2019, 2, 28), date(2019, 2, 28)),
        ("What happened in the last week of July?", date(2019, 7, 25), date(2019, 7, 31)),
        ("What did people say about ferries since Christmas?", date(2019, 12, 25), None),
    ],
)
def test_a_month_without_a_year_is_of_the_time_of_an_old_archive(
    question: str, since: date | None, until: date | None
) -> None:
    assert _last(question, date(2020, 2, 10)) == (since, until)


@pytest.mark.parametrize(
    "question",
    [
        "What happened in May 2025?",
        "What happened last month?",
        "What happened last January?",
        "What did the May family say since Monday?",
    ],
)
def test_a_time_that_says_its_year_stays(question: str) -> None:
    asked = understand(question, today=TODAY, speakers=ListedSpeakers(), sources=())

    assert _last(question, date(2020, 2, 10)) == (asked.since, asked.until)


def test_a_month_without_a_year_is_of_this_year_where_articles_are_recent() -> None:
    assert _last("What happened in February?", date(2025, 6, 1)) == (date(2026, 2, 1), date(2026, 2, 28))


def test_the_28th_of_february_stays_the_28th_in_a_leap_year() -> None:
    day = date(2020, 2, 28)

    assert _last("What happened on 28 February?", date(2020, 12, 31)) == (day, day)


def test_a_time_that_was_written_into_a_question_is_written_as_it_is_meant() -> None:
    asked = understand(
        "What did people say about ferries in May?", today=TODAY, speakers=ListedSpeakers(), sources=()
    )
    assert asked.since is not None and asked.until is not None
    told = f"Who spoke between {in_words(asked.since)} and {in_words(asked.until)}?"

    then = in_last_such_time(
        replace(asked, question="in May", standalone=told), date(2020, 2, 10), today=TODAY
    )

    assert then.standalone == "Who spoke between 1 May 2019 and 31 May 2019?"
