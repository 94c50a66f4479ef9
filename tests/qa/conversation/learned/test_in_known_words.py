"""What a reading of a turn becomes in words that the rules know."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qa.answers import Understanding
from qa.conversation.learned.in_known_words import in_known_words
from qa.conversation.learned.turn_reader import TurnAct
from qa.understanding.learned.word_net import Mark, MarkKind, NetReading
from tests.qa.conversation.talks_of_dene import read

SPEAKER, TOPIC, TIME, OUTLET = MarkKind.SPEAKER, MarkKind.TOPIC, MarkKind.TIME, MarkKind.OUTLET
LAST = read("what did quill say about the levee")


def said(act: TurnAct, *marks: tuple[MarkKind, str], last: Understanding = LAST) -> str | None:
    placed = tuple(Mark(kind, text, at) for at, (kind, text) in enumerate(marks))
    return in_known_words("whatever was typed", NetReading(act, 1.0, placed), last)


@pytest.mark.parametrize(
    ("act", "marks", "plain"),
    [
        (TurnAct.WHO, [(TOPIC, "tolls"), (TIME, "2019")], "Who said something about tolls in 2019?"),
        (TurnAct.ANYTHING, [(SPEAKER, "Brandt's")], "What did Brandt say?"),
        (TurnAct.ANYTHING, [], "anything at all?"),
        (TurnAct.CHANGE, [(SPEAKER, "Brandt"), (TOPIC, "tolls")], "What did Brandt say about tolls?"),
        (TurnAct.CHANGE, [(SPEAKER, "Brandt"), (TIME, "2019")], "What did Brandt say about that in 2019?"),
        (TurnAct.CHANGE, [(TOPIC, "tolls")], "and about tolls?"),
        (TurnAct.CHANGE, [(OUTLET, "the Post")], "only in the Post"),
        (TurnAct.BACK, [(TOPIC, "tolls")], "back to tolls"),
        (TurnAct.KEEP, [(TOPIC, "tolls")], None),
    ],
)
def test_what_is_marked_stands_in_a_turn_that_the_rules_know(
    act: TurnAct, marks: list[tuple[MarkKind, str]], plain: str | None
) -> None:
    assert said(act, *marks) == plain


def test_the_bound_that_the_last_question_has_is_lifted() -> None:
    dated = read("what did quill say about the levee in 2019")

    assert said(TurnAct.ANYTIME, last=dated) == "any year"
    assert said(TurnAct.ANYTIME, last=replace(LAST, source="The Post")) == "in any paper"
