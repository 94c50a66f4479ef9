"""Turns after words that were not found, and turns that ask for whose words were shown: "who is that?"."""

from __future__ import annotations

from datetime import date

import pytest

from qa.answers import Outcome, QuestionKind, Understanding
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.turns import Conversation, Turn
from qa.conversation.followups import follow
from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.understand import understand

QUILL, BRANDT = "Ada Quill", "Ivo Brandt"
SPEAKERS = ListedSpeakers(
    (
        Speaker(QUILL, "person", ("Quill",), 9),
        Speaker(BRANDT, "person", ("Brandt",), 8),
        Speaker("Greens", "group", (), 2),
    )
)
FOUND, DENIED = Outcome.ANSWERED, Outcome.NEAREST
ON_LEVEE = "what did Quill say about the levee?"


def read(text: str) -> Understanding:
    return understand(text, today=date(2024, 6, 1), speakers=SPEAKERS, sources=())


def followed(*before: tuple[str, Outcome, tuple[str, ...]], last: str) -> Followed:
    """Follow a question after others, of each of which it is known how it ended and whose words were shown."""
    conversation = Conversation()
    for at, (question, outcome, speakers) in enumerate(before):
        understood = follow(question, conversation, read, SPEAKERS).understood
        turn = Turn(question, "Words.", understood, (f"quote {at}",), outcome, speakers)
        conversation = Conversation((*conversation.turns, turn))
    return follow(last, conversation, read, SPEAKERS)


@pytest.mark.parametrize("question", ["why did she say that?", "when was that?", "where did she say that?"])
def test_that_is_what_was_answered_and_not_what_was_denied(question: str) -> None:
    asked = followed((ON_LEVEE, FOUND, (QUILL,)), ("and tolls?", DENIED, ()), last=question).understood

    assert (asked.speaker, asked.topic) == (QUILL, "the levee")


@pytest.mark.parametrize("question", ["why did he say that?", "why?"])
def test_what_somebody_else_was_asked_or_nothing_points_at_stays_with_the_denial(question: str) -> None:
    asked = followed((ON_LEVEE, FOUND, (QUILL,)), ("and Brandt?", DENIED, ()), last=question).understood

    assert (asked.speaker, asked.topic) == (BRANDT, "the levee")


def test_who_is_that_asks_for_whose_words_were_shown() -> None:
    said = followed((ON_LEVEE, FOUND, (QUILL,)), last="who is that?").understood
    others = followed(
        ("who talked about the levee?", FOUND, (BRANDT, QUILL)), last="and who's that?"
    ).understood

    assert (said.standalone, said.kind) == ("Who is Ada Quill?", QuestionKind.CONTENT)
    assert others.standalone == "Who is Ivo Brandt?"


def test_who_is_that_asks_for_the_office_that_was_asked() -> None:
    asked = followed(("what did the mayor say about the levee?", Outcome.UNSURE, ()), last="who is that?")

    assert asked.understood.standalone == "Who is the mayor?"


def test_who_is_that_asks_for_nobody_where_nobody_was_quoted() -> None:
    found = followed(("what did divers say about the levee?", DENIED, ()), last="who is that?")

    assert found.unresolved


@pytest.mark.parametrize("question", ["who disagreed?", "does anyone agree?", "any objections?"])
def test_words_of_others_may_answer_who_agrees(question: str) -> None:
    found = followed((ON_LEVEE, FOUND, (QUILL,)), last=question)

    assert (found.understood.kind, found.understood.topic) == (QuestionKind.WHO_SAID, "the levee")
    assert found.doubtful
    assert not followed((ON_LEVEE, FOUND, (QUILL,)), last="who else?").doubtful


def test_he_is_who_was_asked_and_not_who_is_quoted_under_a_fact() -> None:
    fact = ("how many gates are there at the lock?", FOUND, (BRANDT,))

    assert followed((ON_LEVEE, FOUND, (QUILL,)), fact, last="what did he say?").understood.speaker == BRANDT
    brandt = ("what did Brandt say about the levee?", FOUND, (BRANDT,))
    mott = ("how many gates are there at the lock?", FOUND, ("Tom Mott",))
    assert followed(brandt, mott, last="what did he say about tolls?").understood.speaker == BRANDT
    who = ("who opposes the lock?", FOUND, ("Tom Mott",))
    assert followed(brandt, who, last="what did he say about tolls?").understood.speaker == "Tom Mott"


@pytest.mark.parametrize(
    ("question", "topic"), [("and in Harwick?", "Harwick"), ("and in norway?", "norway")]
)
def test_a_place_is_the_topic_wherever_the_words_were_said(question: str, topic: str) -> None:
    found = followed((ON_LEVEE, FOUND, (QUILL,)), last=question)

    assert (found.understood.speaker, found.understood.topic) == (QUILL, topic)
    assert found.otherwise is not None
    assert found.otherwise.understood.topic == f"in {topic}"


def test_an_occasion_is_no_place() -> None:
    found = followed((ON_LEVEE, FOUND, (QUILL,)), last="and in the debate?")

    assert found.understood.topic == "in the debate"


def test_a_party_after_a_party_is_asked_the_same() -> None:
    before = ("what did the Greens say about the levee?", FOUND, ("Greens",))
    capital = followed(before, last="and Labor?").understood
    small = followed((ON_LEVEE, FOUND, (QUILL,)), last="and labour?").understood

    assert (capital.speaker, capital.topic) == ("Labor", "the levee")
    assert (small.speaker, small.topic) == (QUILL, "labour")
