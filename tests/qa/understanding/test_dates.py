from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.answers import QuestionKind
from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.dates import find_dates
from qa.understanding.periods import any_period, may_hold_period, read_period, read_period_with_library
from qa.understanding.understand import understand

TODAY = date(2026, 11, 18)  # a Wednesday
SPEAKERS = (Speaker("Ines Okafor", "person", (), 9), Speaker("Theresa May", "person", (), 5))

Days = tuple[str | None, str | None]

PERIODS: list[tuple[str, Days]] = [
    ("2023-11-24", ("2023-11-24", "2023-11-24")),
    ("2023-11", ("2023-11-01", "2023-11-30")),
    ("24.11.2023", ("2023-11-24", "2023-11-24")),
    ("24 November 2023", ("2023-11-24", "2023-11-24")),
    ("the 24th of November, 2023", ("2023-11-24", "2023-11-24")),
    ("Nov. 24, 2023", ("2023-11-24", "2023-11-24")),
    ("Friday, 24 November 2023", ("2023-11-24", "2023-11-24")),
    ("May 5", ("2026-05-05", "2026-05-05")),
    ("5 December", ("2025-12-05", "2025-12-05")),
    ("29 February", ("2024-02-29", "2024-02-29")),
    ("3-5 March 2024", ("2024-03-03", "2024-03-05")),
    ("March", ("2026-03-01", "2026-03-31")),
    ("December", ("2025-12-01", "2025-12-31")),
    ("last November", ("2025-11-01", "2025-11-30")),
    ("February 2024", ("2024-02-01", "2024-02-29")),
    ("the middle of March", ("2026-03-11", "2026-03-20")),
    ("Christmas Eve 2024", ("2024-12-24", "2024-12-24")),
    ("New Year", ("2026-01-01", "2026-01-01")),
    ("early March", ("2026-03-01", "2026-03-10")),
    ("2016", ("2016-01-01", "2016-12-31")),
    ("the 1990s", ("1990-01-01", "1999-12-31")),
    ("the first half of 2024", ("2024-01-01", "2024-06-30")),
    ("the second half of May", ("2026-05-16", "2026-05-31")),
    ("Q3 2024", ("2024-07-01", "2024-09-30")),
    ("summer 2024", ("2024-06-01", "2024-08-31")),
    ("winter 2024", ("2024-12-01", "2025-02-28")),
    ("today", ("2026-11-18", "2026-11-18")),
    ("yesterday", ("2026-11-17", "2026-11-17")),
    ("the day before yesterday", ("2026-11-16", "2026-11-16")),
    ("Monday", ("2026-11-16", "2026-11-16")),
    ("Wednesday", ("2026-11-18", "2026-11-18")),
    ("last Wednesday", ("2026-11-11", "2026-11-11")),
    ("this week", ("2026-11-16", "2026-11-22")),
    ("last week", ("2026-11-09", "2026-11-15")),
    ("the past week", ("2026-11-11", "2026-11-18")),
    ("last month", ("2026-10-01", "2026-10-31")),
    ("last year", ("2025-01-01", "2025-12-31")),
    ("past three days", ("2026-11-15", "2026-11-18")),
    ("the last 2 months", ("2026-09-18", "2026-11-18")),
    ("three days ago", ("2026-11-15", "2026-11-15")),
    ("two months ago", ("2026-09-01", "2026-09-30")),
    ("the end of March 2025", ("2025-03-31", "2025-03-31")),
    ("late 2024", ("2024-09-01", "2024-12-31")),
    ("the second week of May 2024", ("2024-05-08", "2024-05-14")),
    ("the last week of July", ("2026-07-25", "2026-07-31")),
    ("the first ten days of June", ("2026-06-01", "2026-06-10")),
    ("the first few days of June", ("2026-06-01", "2026-06-10")),
    ("the week of 7 October", ("2026-10-05", "2026-10-11")),
    ("the week beginning 7 October", ("2026-10-07", "2026-10-13")),
]


@pytest.mark.parametrize(("phrase", "days"), PERIODS, ids=[row[0] for row in PERIODS])
def test_a_date_phrase_covers_its_days(phrase: str, days: Days) -> None:
    period = read_period(phrase, today=TODAY)

    assert period is not None
    assert (period[0].isoformat(), period[1].isoformat()) == days


@pytest.mark.parametrize("phrase", ["", "ferry", "31 February 2024", "9999-12-31", "Mayor", "13/13"])
def test_what_is_no_date_is_not_read_as_one(phrase: str) -> None:
    assert read_period(phrase, today=TODAY) is None


def test_numeric_dates_with_slashes_are_left_to_the_library() -> None:
    assert read_period_with_library("03/04/2023", today=TODAY) == (date(2023, 3, 4), date(2023, 3, 4))
    assert read_period_with_library("9/11", today=TODAY) is None


IN_SAID: list[tuple[str, Days, str | None]] = [
    ("What did Okafor say since Monday about tolls?", ("2026-11-16", None), "tolls"),
    ("What did Okafor say about tolls since 1 March 2025?", ("2025-03-01", None), "tolls"),
    ("What did Okafor say about tolls after 24 November 2023?", ("2023-11-25", None), "tolls"),
    ("What did Okafor say about tolls before May 2024?", (None, "2024-04-30"), "tolls"),
    ("What did Okafor say about tolls until yesterday?", (None, "2026-11-17"), "tolls"),
    ("What did Okafor say in March about tolls?", ("2026-03-01", "2026-03-31"), "tolls"),
    ("what did okafor say in march on tolls", ("2026-03-01", "2026-03-31"), "tolls"),
    ("In 2023, what did Okafor say about tolls?", ("2023-01-01", "2023-12-31"), "tolls"),
    ("What did Okafor say on 2023-11-24 about tolls?", ("2023-11-24", "2023-11-24"), "tolls"),
    ("What did Okafor say on Friday?", ("2026-11-13", "2026-11-13"), None),
    ("What did Okafor say Friday about tolls?", ("2026-11-13", "2026-11-13"), "tolls"),
    ("What did Okafor say last week about tolls?", ("2026-11-09", "2026-11-15"), "tolls"),
    ("What did Okafor say this month about tolls?", ("2026-11-01", None), "tolls"),
    ("What did Okafor say in the past three days?", ("2026-11-15", None), None),
    ("What did Okafor say between March and June 2024 about tolls?", ("2024-03-01", "2024-06-30"), "tolls"),
    ("What did Okafor say between 3 and 5 March 2024?", ("2024-03-03", "2024-03-05"), None),
    ("What did Okafor say from March to May about tolls?", ("2026-03-01", "2026-05-31"), "tolls"),
    ("What did Okafor say about tolls from March onwards?", ("2026-03-01", None), "tolls"),
    ("What did Okafor say during the first half of 2024?", ("2024-01-01", "2024-06-30"), None),
    ("What did Okafor say about tolls since 03/04/2023?", ("2023-03-04", None), "tolls"),
    ("Who spoke about tolls in March?", ("2026-03-01", "2026-03-31"), "tolls"),
    ("What did Okafor say in the last week of July?", ("2026-07-25", "2026-07-31"), None),
    ("What did Okafor say in the week of 5 October about tolls?", ("2026-10-05", "2026-10-11"), "tolls"),
    ("What did Okafor say at the end of March about tolls?", ("2026-03-21", "2026-03-31"), "tolls"),
    ("What did Okafor say since the end of March about tolls?", ("2026-03-31", None), "tolls"),
    ("What did Okafor say in 2024 or later about tolls?", ("2024-01-01", None), "tolls"),
    ("What did Okafor say from after 24 November 2023 about tolls?", ("2023-11-25", None), "tolls"),
    (
        "What did Okafor say between Christmas and the middle of January about tolls?",
        ("2025-12-25", "2026-01-20"),
        "tolls",
    ),
    ("quotes from Okafor on tolls older than May 2024", (None, "2024-04-30"), "tolls"),
    (
        "What did Okafor say about houses older than 1950?",
        (None, None),
        "houses older than 1950",
    ),
    ("quotes from Okafor on tolls later than May 2024", ("2024-06-01", None), "tolls"),
    ("What did Okafor say about tolls since New Year's Eve?", ("2025-12-31", None), "tolls"),
    (
        "What did Okafor say about the fair before Christmas dinner?",
        (None, None),
        "the fair before Christmas dinner",
    ),
    ("What did Okafor say about Christmas?", (None, None), "Christmas"),
    ("What did Okafor say in March or earlier?", (None, "2026-03-31"), None),
    ("What did Okafor say in May and June about tolls?", ("2026-05-01", "2026-06-30"), "tolls"),
    ("What did Okafor say in December and January about tolls?", ("2025-12-01", "2026-01-31"), "tolls"),
    # Names and events keep their dates.
    ("What did May say in March?", ("2026-03-01", "2026-03-31"), None),
    ("what did may say about tolls in may", ("2026-05-01", "2026-05-31"), "tolls"),
    ("What did May say about May?", (None, None), "May"),
    ("quotes from May on tolls", (None, None), "tolls"),
    ("What did Okafor say about the march on Lund?", (None, None), "the march on Lund"),
    ("What did Okafor say after May resigned?", (None, None), "after May resigned"),
    ("What did Okafor say about the 1960 election?", (None, None), "the 1960 election"),
    ("What did Okafor say about the election in 1960?", (None, None), "the election in 1960"),
    ("What did Okafor say about the election before 1960?", (None, None), "the election before 1960"),
    ("What did Okafor say about deals signed before May 1960?", (None, None), "deals signed before May 1960"),
    ("What did Okafor say about the budget before July 2023?", (None, "2023-06-30"), "the budget"),
    ("What did Okafor say about the crisis since 2023?", ("2023-01-01", None), "the crisis"),
    ("What did Okafor say about Black Friday?", (None, None), "Black Friday"),
    ("What did Okafor say about last week's debate?", (None, None), "last week's debate"),
]


@pytest.mark.parametrize(("question", "days", "topic"), IN_SAID, ids=[row[0] for row in IN_SAID])
def test_dates_bound_a_question_about_words(question: str, days: Days, topic: str | None) -> None:
    understood = understand(question, today=TODAY, speakers=ListedSpeakers(SPEAKERS), sources=())

    assert understood.kind is not QuestionKind.CONTENT
    since, until = understood.since, understood.until
    assert (since and since.isoformat(), until and until.isoformat()) == days
    assert understood.topic == topic


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("Who won the regatta in 2018?", (None, None)),
        ("Since 2005, what is the toll?", (None, None)),
        ("Where have the ferries run since 1990?", (None, None)),
        ("Who won the regatta last year?", (None, None)),
        ("What is still made in Lund today?", (None, None)),
        ("What sank on 3 May 2024?", (None, None)),
        ("According to Okafor, what sank in 2018?", (None, None)),
        ("What happened in Lund last week?", ("2026-11-09", "2026-11-15")),
        ("What happened in Lund since Monday?", ("2026-11-16", None)),
        ("What happened in Lund in the last three days?", ("2026-11-15", None)),
        # The last days before something else than today.
        ("How many ferries sailed in the last three days before the strike?", (None, None)),
        ("What happened in the last week of the trial?", (None, None)),
        ("Articles about Lund from last month", ("2026-10-01", "2026-10-31")),
        ("Which article published on 3 May 2024 names the ferry?", ("2024-05-03", "2024-05-03")),
        ("What sank the ferry in this week's news?", ("2026-11-16", None)),
        ("Did the article published on 3 May 2024 agree with the one published on 5 May 2024?", (None, None)),
    ],
)
def test_only_dates_of_publication_bound_a_question_of_fact(question: str, days: Days) -> None:
    understood = understand(question, today=TODAY, speakers=ListedSpeakers(SPEAKERS), sources=())

    since, until = understood.since, understood.until
    assert (since and since.isoformat(), until and until.isoformat()) == days


def test_the_spans_found_are_the_phrases_with_their_prepositions() -> None:
    question = "What did Okafor say since 1 March 2025 and before yesterday?"

    found = find_dates(question, today=TODAY)

    assert [question[one.start : one.end] for one in found] == ["since 1 March 2025", "before yesterday"]


def test_capitals_change_no_date() -> None:
    text, today = "WHAT DID QUILL SAY BETWEEN MAY AND JUNE 2023 OR ON 2024-03-01T10:00Z?", date(2025, 1, 20)

    assert find_dates(text, today=today) == find_dates(text.lower(), today=today) != []


@given(st.from_regex(any_period(), fullmatch=True))
def test_whatever_is_a_date_phrase_may_hold_a_date(phrase: str) -> None:
    assert may_hold_period(phrase)


@pytest.mark.parametrize("text", ["what did quill say about the ferry?", "how large is the port?"])
def test_a_text_without_any_piece_of_a_date_holds_none(text: str) -> None:
    assert not may_hold_period(text)
