"""What a turn of a talk does, and which of its words name what is wanted, by the net that ships."""

from __future__ import annotations

import pytest

from embeddings.encoder import Encoder
from qa.conversation.learned.turn_reader import TurnAct, TurnReader
from qa.understanding.learned.word_net import LONGEST, MarkKind, words_of

BEFORE = "What did Ada Quill say about the levee?"


@pytest.fixture(scope="module")
def reader(encoder: Encoder) -> TurnReader:
    return TurnReader(encoder)


@pytest.mark.parametrize(
    ("turn", "act", "marks"),
    [
        ("tolls, I should have written", TurnAct.CHANGE, [(MarkKind.TOPIC, "tolls")]),
        ("and the harbour master", TurnAct.CHANGE, [(MarkKind.SPEAKER, "the harbour master")]),
        ("in the Gazette only please", TurnAct.CHANGE, [(MarkKind.OUTLET, "the Gazette")]),
        (
            "Fine, what was the cost of it?",
            TurnAct.ASK,
            [(MarkKind.QUESTION, "what was the cost of it?")],
        ),
        ("What did Brandt say about the toll?", TurnAct.KEEP, []),
        ("Who was wrong about the ferry?", TurnAct.KEEP, []),
        ("my uncle worked on that levee once", TurnAct.CHAT, []),
        ("that makes no sense at all", TurnAct.DOUBT, []),
        ("where did you get this from", TurnAct.SOURCE, []),
    ],
)
def test_a_turn_is_told_by_what_it_does_and_what_it_names(
    turn: str, act: TurnAct, marks: list[tuple[MarkKind, str]], reader: TurnReader
) -> None:
    reading = reader.read(BEFORE, turn)

    assert reading is not None
    assert (reading.act, [(mark.kind, mark.text) for mark in reading.marks]) == (act, marks)
    assert 0.5 < reading.sure <= 1


def test_marks_are_slices_of_the_turn(reader: TurnReader) -> None:
    turn = "no, I meant Ivo Brandt, on the toll road, in May"
    reading = reader.read(BEFORE, turn)

    assert reading is not None
    assert reading.marks
    assert all(turn.startswith(mark.text, mark.start) for mark in reading.marks)


def test_what_has_no_word_or_is_too_long_is_not_read(reader: TurnReader) -> None:
    assert reader.read(BEFORE, "  ") is None
    assert reader.read(BEFORE, "a" * (LONGEST + 1)) is None


def test_a_word_keeps_what_joins_its_parts_and_a_mark_stands_alone() -> None:
    turn = "wasn't that O'Dene-Quill?"

    assert [turn[start:end] for start, end in words_of(turn)] == ["wasn't", "that", "O'Dene-Quill", "?"]
