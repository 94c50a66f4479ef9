"""Quotations on whom or what the headline names that only have a pronoun for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answers import Outcome

ARTICLES = {
    "hunt.txt": (
        "Tom Brandt walks out of the fog\n\n"
        "Tom Brandt, 31, who rowed into the fog with a cake for the keeper, came back on foot. The lighthouse had "
        "rung its bell all night, and the regatta was put off.\n\n"
        "“He left the oars in the reeds and brought the cake home,” said keeper Ada Quill of Dene. “We ate it.”\n\n"
        "“Our boats are ready for the regatta again,” said Ines Vane, the owner of a shipyard. “We sail on Sunday.”\n"
    ),
    "tolls.txt": (
        "Norland Ferries raises tolls\n\n"
        "Norland Ferries will raise its tolls by a tenth in May, it said on Monday, the third rise in two years. "
        "Commuters met at the quay to protest.\n\n"
        "“It is an outrage, and a mockery of those who work,” said Guy Hale, who heads a club of commuters.\n"
    ),
}


@pytest.fixture
def answerer(answerer_of: Callable[[Path], Answerer], tmp_path: Path) -> Answerer:
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return answerer_of(tmp_path)


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("What did Ada Quill say about Brandt?", "“He left the oars"),
        ("What did Ada Quill say about Tom Brandt?", "“He left the oars"),
        ("What did Guy Hale say about Norland Ferries?", "“It is an outrage"),
    ],
)
def test_a_pronoun_stands_for_what_the_headline_names(answerer: Answerer, question: str, begins: str) -> None:
    answer = answerer.ask(question)

    assert answer.outcome is Outcome.ANSWERED
    assert answer.quotes[0].text.startswith(begins)


@pytest.mark.parametrize(
    "question", ["What did Ines Vane say about Brandt?", "What did Ada Quill say about Norland Ferries?"]
)
def test_words_without_such_a_pronoun_are_not_on_it(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)

    assert answer.outcome is not Outcome.ANSWERED
