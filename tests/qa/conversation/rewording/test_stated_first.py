"""Turns of two clauses, the first of which names whom or what the second asks of."""

from __future__ import annotations

import pytest

from qa.answers import QuestionKind
from qa.conversation.rewording.stated_first import stated_first
from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, Before, followed

AND_BRANDT: Before = ("and Brandt?", "Words.", (BRANDT,))


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("and his wife, is she coming too?", "is his wife coming too?"),
        ("her husband? does he agree?", "does her husband agree?"),
        ("ok and the people who live there? what do they say", "what do the people who live there say"),
        ("the nurses, are they for it?", "are the nurses for it?"),
        # The wife is asked of, and not the man, who is no "she".
        ("the man from Dene's wife, did she pay?", "did the man from Dene's wife pay?"),
    ],
)
def test_somebody_named_before_a_question_is_asked_of_in_it(question: str, plain: str) -> None:
    assert stated_first(question) == plain


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("what about tolls, does she like those too?", "does she like tolls too?"),
        ("and what about ferries, did he mention them?", "did he mention ferries?"),
    ],
)
def test_a_thing_named_before_a_question_of_somebody_is_asked_of_in_it(question: str, plain: str) -> None:
    assert stated_first(question) == plain


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Quill is for it right? why", "why is Quill for it?"),
        ("so Brandt backs it, right?", "does Brandt back it?"),
        ("the mayor was against the tolls, wasn't she", "was the mayor against the tolls?"),
        ("she carries the can, doesn't she?", "does she carry the can?"),
        ("the nurses are on strike, right?", "are the nurses on strike?"),
        ("the courts ruled against it, right?", "did the courts rule against it?"),
        ("the bank raised its rates, right?", "did the bank raise its rates?"),
        ("Brandt changed the bill, right? when", "when did Brandt change the bill?"),
        ("Brandt uses it, right?", "does Brandt use it?"),
        ("Brandt passed the bill, right?", "did Brandt pass the bill?"),
        ("Brandt says it is shut, right?", "does Brandt say it is shut?"),
    ],
)
def test_a_statement_with_a_tag_asks_whether_it_is_so(question: str, plain: str) -> None:
    assert stated_first(question) == plain


@pytest.mark.parametrize(
    "question",
    [
        "that was Brandt, right?",
        "it is the levee, isn't it?",
        "you mean Brandt, right?",
        "the tolls, what did she say about Brandt?",
        "his wife, did Brandt leave?",
        "is she right",
        "what about tolls?",
        "who is right?",
        "Ada James is against it, right?",
        "uncle Fred said no, right?",
        "Dene United lost the match, right?",
        "the Harwick nurses are on strike, right?",
        "the mayors in Dene oppose it, right?",
    ],
)
def test_other_turns_state_nothing_first(question: str) -> None:
    assert stated_first(question) is None


def test_what_is_stated_first_is_no_part_of_a_topic() -> None:
    understood = followed("what about dogs, does she have a problem with those too?", ON_LEVEE).understood

    assert understood.kind is QuestionKind.CONTENT
    assert understood.standalone == f"does {QUILL} have a problem with dogs too?"


def test_somebodys_wife_is_asked_of_and_no_other_woman() -> None:
    understood = followed("and his wife, is she coming too?", ON_LEVEE, AND_BRANDT).understood

    assert understood.standalone == "is Ivo Brandt's wife coming too?"


def test_a_name_before_is_says_something_of_somebody() -> None:
    understood = followed("quill is for it right? why", ON_LEVEE).understood

    assert understood.standalone == "why is quill for the levee?"


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("and Brandt, who's that?", "who is Brandt?"),
        ("the harbour guy, was he happy?", "was the harbour guy happy?"),
        ("somebody died didn't they", "did somebody die?"),
        ("Brandt tried it somewhere else first right?", "did Brandt try it somewhere else first?"),
        ("Brandt carried the can, didn't he?", "did Brandt carry the can?"),
    ],
)
def test_who_somebody_is_and_what_they_did_may_be_stated_first(question: str, plain: str) -> None:
    assert stated_first(question) == plain


def test_what_somebody_says_inspired_it_is_on_it() -> None:
    understood = followed("what did Brandt say inspired it?", ON_LEVEE).understood

    assert (understood.speaker, understood.topic) == (BRANDT, "the levee")


def test_it_is_no_clause_that_asked_before() -> None:
    met: Before = ("had the writer met?", "They had not.", ())

    assert "writer met" not in followed("how did they get it?", ON_LEVEE, met).understood.standalone
