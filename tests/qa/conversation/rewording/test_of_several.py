"""Turns that ask of the two who were asked before, or of others of a kind."""

from __future__ import annotations

import pytest

from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, Before, followed

AND_BRANDT: Before = ("and Brandt?", "Words.", (BRANDT,))


@pytest.mark.parametrize(
    "question",
    ["what do they say about tolls?", "did they mention tolls?", "how do they both feel about tolls?"],
)
def test_they_are_the_two_who_were_asked_one_after_the_other(question: str) -> None:
    standalone = followed(question, ON_LEVEE, AND_BRANDT).understood.standalone

    assert standalone == f"what did {QUILL} and {BRANDT} say about tolls?"


@pytest.mark.parametrize(
    "question",
    [
        "did they speak out?",
        "did they talk about the same thing",
        "have they said anything new",
        "did they mention anyone else",
    ],
)
def test_what_is_no_topic_is_none_of_the_two(question: str) -> None:
    assert f"{QUILL} and {BRANDT}" not in followed(question, ON_LEVEE, AND_BRANDT).understood.standalone


def test_they_is_the_one_who_was_asked_where_nobody_else_was() -> None:
    assert followed("what did they say about tolls?", ON_LEVEE).understood.speaker == QUILL


def test_they_are_the_nurses_of_whom_two_spoke() -> None:
    on_nurses: Before = ("and what did Brandt say about the nurses?", "Words.", (BRANDT,))

    assert BRANDT not in followed("what do they say about tolls?", ON_LEVEE, on_nurses).understood.standalone


def test_what_two_say_of_each_other_is_asked_of_the_latter() -> None:
    understood = followed("what do they say about each other?", ON_LEVEE, AND_BRANDT).understood

    assert (understood.speaker, understood.topic) == (BRANDT, QUILL)


@pytest.mark.parametrize(
    "question",
    ["has any other doctor spoken about it?", "did another doctor comment?", "and another doctor?"],
)
def test_another_of_a_kind_asks_for_the_others_of_it(question: str) -> None:
    found = followed(question, ON_LEVEE)

    assert (found.understood.speaker, found.understood.topic) == ("doctors", "the levee")
    assert QUILL in found.silent


def test_somebodys_people_are_asked_for_their_words() -> None:
    understood = followed("and Brandt's people?", ON_LEVEE).understood

    assert (understood.speaker, understood.topic) == ("Brandt's people", "the levee")


@pytest.mark.parametrize(
    "question", ["Brandt himself, did he comment?", "and Brandt himself? what did he say?"]
)
def test_somebody_themselves_stands_before_a_question(question: str) -> None:
    understood = followed(question, ON_LEVEE).understood

    assert (understood.speaker, understood.topic) == (BRANDT, "the levee")


def test_it_is_the_mill_that_is_closing() -> None:
    closing: Before = ("what did quill say about the mill closing", "Words.", (QUILL,))

    assert followed("who owns it?", closing).understood.standalone == "who owns the mill?"
