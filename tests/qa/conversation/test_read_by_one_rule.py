"""Turns that one rule alone reads, and no other test: without it each of them would mean something else."""

from __future__ import annotations

import pytest

from qa.answers import Outcome
from tests.qa.conversation.talks_of_dene import BRANDT, ON_LEVEE, QUILL, followed


@pytest.mark.parametrize(
    ("before", "turn", "meant"),
    [
        (
            ["what did quill say about how the levee broke"],
            "how much did it cost",
            "how much did it cost (Quill, levee, broke)",
        ),
        (["Quill on bread so dear"], "who bakes it", "who bakes bread"),
        (
            ["what did quill say about the levee", "what was stolen?"],
            "and brandt on that?",
            "What did Ivo Brandt say about the levee?",
        ),
        (
            ["what did quill say about the levee", "at the meeting, who spoke?"],
            "and what did brandt say?",
            "and what did brandt say about the levee?",
        ),
        (
            ["were there any protests in Dene?"],
            "what did quill say about them?",
            "What did Ada Quill say about protests in Dene?",
        ),
        (
            ["what did quill say about the levee", "and brandt?"],
            "can you compare them",
            "What did Ada Quill and Ivo Brandt say about the levee?",
        ),
        (
            ["what did quill say about the levee"],
            "and on tolls, could you help",
            "What did Ada Quill say about tolls?",
        ),
        (
            ["what did quill say about the levee in Harwick"],
            "and the one in Dene?",
            "What did Ada Quill say about the levee in Dene?",
        ),
        (
            ["what did quill say about the levee", "how many times did they meet?"],
            "and in Dene?",
            "how many times did they meet in Dene (Quill, levee)?",
        ),
        (["who won the Dene regatta?"], "and Harwick Cup?", "who won the Harwick Cup?"),
        (
            ["what did quill say about the levee"],
            "what about on tolls?",
            "What did Ada Quill say about tolls?",
        ),
        (["what did quill say about the mill closing"], "who owns it?", "who owns the mill?"),
        (
            ["what did quill say about the levee"],
            "and the bill?",
            "What did Ada Quill say about the bill?",
        ),
        (["when did Halvorn Blue resign?"], "and how old is Blue?", "how old is Halvorn Blue?"),
    ],
    ids=[
        "a clause is no thing",
        "so dear is no part of bread",
        "stolen is no topic",
        "two clauses are about no one thing",
        "what there was",
        "them are the two",
        "help is asked for",
        "the place of the levee gives way",
        "words that it means stay",
        "what stands after a name is of it",
        "on after what about",
        "a mill that closes is a mill",
        "the bill is no Bill Orsa",
        "a surname that was typed in full",
    ],
)
def test_a_turn_goes_on_by_what_was_asked(before: list[str], turn: str, meant: str) -> None:
    talk = [(question, "Words.", (BRANDT if "brandt" in question else QUILL,)) for question in before]

    assert followed(turn, *talk).understood.standalone == meant


@pytest.mark.parametrize(
    "turn",
    [
        "there must be something",
        "surely there must be something about that",
        "but there has to be something.",
    ],
)
def test_a_denial_that_is_doubted_is_given_again(turn: str) -> None:
    asked = followed(turn, ON_LEVEE, outcome=Outcome.NOT_FOUND).understood

    assert (asked.speaker, asked.topic) == (QUILL, "the levee")


def test_half_a_question_is_none_of_two() -> None:
    asked = followed("who votes for and who votes against the levee?", ON_LEVEE).understood

    assert asked.also is None


def test_an_article_without_the_names_of_the_talk_tells_of_something_else() -> None:
    asked = followed("how long is it?", ("when did Quill open the Dene Bridge?", "In May.", ()))

    assert asked.named == ("Quill", "Dene Bridge")
