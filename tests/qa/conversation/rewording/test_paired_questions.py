"""What is asked of two sides in one turn: which questions stand for it."""

from __future__ import annotations

from datetime import date

import pytest

from qa.answers import Understanding
from qa.conversation.earlier.followed import Followed
from qa.conversation.followups import follow
from qa.conversation.rewording.paired_questions import asked_of_an_event, sides_asked
from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.understand import understand

QUILL = "Ada Quill"
SPEAKERS = ListedSpeakers((Speaker(QUILL, "person", ("Quill",), 9),))


def followed(question: str) -> Followed:
    def read(text: str) -> Understanding:
        return understand(text, today=date(2024, 6, 1), speakers=SPEAKERS, sources=())

    return follow(question, None, read, SPEAKERS)


@pytest.mark.parametrize(
    "turn",
    [
        "who is for and who is against the levee?",
        "Who supports and who opposes the levee?",
        "What are the pros and cons of the levee?",
        "Summarise the arguments for and against the levee.",
        "what speaks for and against the levee",
        "arguments for or against the levee",
        "supporters and critics of the levee",
        "both sides of the levee debate",
        "What do supporters and opponents of the levee say?",
        "What do backers and critics say about the levee?",
        "What are the views on the levee, for and against?",
        "opinions about the levee both for and against it",
        "Who is for the levee and who is against it?",
        "show me opposing views on the levee",
    ],
)
def test_who_is_for_it_and_who_is_against_it_are_two_questions(turn: str) -> None:
    asked = sides_asked(turn)

    assert asked is not None
    assert asked.questions == ("Who supports the levee?", "Who opposes the levee?")


@pytest.mark.parametrize(
    "turn",
    [
        "Who said more about the levee, Quill or Brandt?",
        "Who has spoken most about the levee: Quill or Brandt?",
        "who mentions the levee more often, Quill or Brandt",
        "Does Quill or Brandt talk more about the levee?",
        "Did Quill speak more often of the levee than Brandt?",
    ],
)
def test_who_of_two_said_more_is_asked_of_each(turn: str) -> None:
    asked = sides_asked(turn)

    assert asked is not None
    assert asked.questions == (
        "How often did Quill talk about the levee?",
        "How often did Brandt talk about the levee?",
    )


@pytest.mark.parametrize(
    "turn",
    [
        "Is Quill or Brandt quoted more often?",
        "Who is quoted more, Quill or Brandt?",
        "was Quill quoted more often than Brandt",
    ],
)
def test_who_of_two_is_quoted_more_is_asked_of_each(turn: str) -> None:
    asked = sides_asked(turn)

    assert asked is not None
    assert asked.questions == ("How many quotes are there by Quill?", "How many quotes are there by Brandt?")


@pytest.mark.parametrize(
    ("turn", "first", "second"),
    [
        ("What did Quill say about tolls in May 2023 and in June?", "in May 2023", "in June 2023"),
        ("What did Quill say about tolls in May 2023 and October?", "in May 2023", "in October 2023"),
        ("What did Quill say about tolls in May vs. June 2023?", "in May 2023", "in June 2023"),
        ("What did Quill say about tolls in 2022 compared to 2023", "in 2022", "in 2023"),
        ("What did Quill say about tolls before and after May 2023?", "before May 2023", "after May 2023"),
        ("What did Quill say about tolls before May 2023, and after?", "before May 2023", "after May 2023"),
        ("What did Quill say about tolls in 2021, and what in 2023?", "in 2021", "in 2023"),
        (
            "What did Quill say about tolls in the spring of 2022 and in early May 2023?",
            "in the spring of 2022",
            "in early May 2023",
        ),
        (
            "What did Quill say about tolls before May 2023, and what after it?",
            "before May 2023",
            "after May 2023",
        ),
    ],
)
def test_words_of_two_times_are_two_questions(turn: str, first: str, second: str) -> None:
    asked = sides_asked(turn)

    assert asked is not None
    assert asked.questions == tuple(f"What did Quill say about tolls {time}?" for time in (first, second))
    assert not asked.event


@pytest.mark.parametrize(
    "turn",
    [
        "What did Quill say about tolls before the vote, and after?",
        "What did Quill say about tolls before and after the vote?",
    ],
)
def test_before_and_after_an_event_all_is_asked_for_in_order_of_time(turn: str) -> None:
    asked = followed(turn)

    assert (asked.event, asked.understood.question) == ("the vote", turn)
    assert [(each.understood.speaker, each.understood.topic) for each in asked.sides] == [(QUILL, "tolls")]
    assert asked.sides[0].understood.over_time


@pytest.mark.parametrize(
    "turn",
    [
        "Was the levee built in 2019 or in 2020?",
        "Did Quill speak before the vote and after it?",
        "What did Quill say before the vote and the count?",
        "What did Quill say in May and Brandt in June?",
        "What did Quill say about tolls in May and June 2023?",
        "What did Quill say about tolls in 2019 and 2020?",
        "Who said “it is for and against the levee”?",
    ],
)
def test_one_question_has_no_sides(turn: str) -> None:
    assert sides_asked(turn) is None


def test_who_died_before_and_after_an_event_is_not_put_in_order_of_words() -> None:
    assert not followed("Who died before and after the flood?").sides


def test_what_happened_before_an_event_and_after_it_are_two_questions() -> None:
    asked = followed("What happened before the war and after it?").understood

    assert (asked.standalone, asked.also) == ("What happened before the war?", "What happened after the war?")


def test_before_and_after_may_say_what_something_is() -> None:
    asked = followed("What did Quill say about before and after photos?")

    assert not asked.sides
    assert asked.understood.topic == "before and after photos"


def test_a_question_for_words_before_an_event_is_else_one_for_all_of_them() -> None:
    otherwise = followed("What did Quill say about tolls before the vote?").otherwise

    assert otherwise is not None
    assert (otherwise.event, otherwise.sides[0].understood.topic) == ("the vote", "tolls")
    assert asked_of_an_event("What did Quill say about tolls before the vote of 3 May 2023?") is None
    assert asked_of_an_event("Who died before the vote?") is None


def test_a_thing_with_a_time_of_its_own_is_not_bounded_by_that_of_the_other() -> None:
    found = followed("Who spoke about tolls in 2023 as well as fares in 2024?")

    assert [each.understood.standalone for each in found.sides] == [
        "Who spoke about tolls in 2023?",
        "Who spoke about fares in 2024?",
    ]
