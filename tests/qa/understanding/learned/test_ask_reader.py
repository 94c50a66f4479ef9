"""What a first question asks of the archive, by the net that ships."""

from __future__ import annotations

import pytest

from embeddings.encoder import Encoder
from qa.understanding.learned.ask_reader import AskAct, AskReader
from qa.understanding.learned.word_net import MarkKind


@pytest.fixture(scope="module")
def reader(encoder: Encoder) -> AskReader:
    return AskReader(encoder)


@pytest.mark.parametrize(
    ("question", "act", "marks"),
    [
        (
            "walk me through the harbour strike from start to end",
            AskAct.TIMELINE,
            [(MarkKind.TOPIC, "the harbour strike")],
        ),
        ("whose name comes up most with the dam", AskAct.MOST, [(MarkKind.TOPIC, "the dam")]),
        ("every article that touches on the levee", AskAct.ARTICLES, [(MarkKind.TOPIC, "the levee")]),
        ("How many died in the fire at Dene?", AskAct.FACT, []),
        ("Why did the ferry stop?", AskAct.FACT, []),
    ],
)
def test_a_question_is_told_by_what_it_asks(
    question: str, act: AskAct, marks: list[tuple[MarkKind, str]], reader: AskReader
) -> None:
    reading = reader.read(question)

    assert reading is not None
    assert (reading.act, [(mark.kind, mark.text) for mark in reading.marks]) == (act, marks)


def test_what_has_no_word_is_not_read(reader: AskReader) -> None:
    assert reader.read(" ") is None
