from __future__ import annotations

import pytest

from qa.answering.spans.whole_statements import context_of, whole_statement
from qa.attribution.extractor import extract
from qa.datatypes import Article

TEXT = (
    "The hall.\n\n"
    "“The ferry must sail,” said Una Strand. “Without it the island starves. We will pay for it.” Rain fell. "
    "Ivo Brandt said it was dear. He said the bakery would close.\n\n"
    "“Never,” said Ned Pryce."
)
RECORDS = [(one, one.speaker) for one in extract(Article("a", TEXT))]


def grown(words: str) -> str:
    start = TEXT.index(words)
    end = start + len(words)
    record, name = next(
        (record, name) for record, name in RECORDS for s, e in record.content if s < end and start < e
    )
    return TEXT[slice(*whole_statement(TEXT, RECORDS, record, name, start, end, None))]


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        (
            "“The ferry must sail,” said Una Strand.",
            "“The ferry must sail,” said Una Strand. “Without it the island starves. We will pay for it.”",
        ),
        (
            "We will pay for it.”",
            "“The ferry must sail,” said Una Strand. “Without it the island starves. We will pay for it.”",
        ),
        ("“Never,” said Ned Pryce.", "“Never,” said Ned Pryce."),
        ("Ivo Brandt said it was dear.", "Ivo Brandt said it was dear."),
    ],
    ids=["goes on", "begun before", "alone", "reported"],
)
def test_a_statement_is_shown_in_one_piece(words: str, whole: str) -> None:
    assert grown(words) == whole


def test_a_pronoun_at_the_beginning_gets_the_sentence_before_it() -> None:
    context = context_of(TEXT, TEXT.index("He said the bakery"))

    assert context is not None and TEXT[slice(*context)] == "Ivo Brandt said it was dear."
    assert context_of(TEXT, TEXT.index("Ivo Brandt")) is None
    assert context_of("He said so.", 0) is None


def test_a_pronoun_after_a_label_gets_the_question_above_it() -> None:
    text = "ADA QUILL:\n\nIs the quay safe?\n\nIVO BRANDT:\n\nIt is safe."

    context = context_of(text, text.index("It is"))

    assert context is not None and text[slice(*context)] == "Is the quay safe?"
