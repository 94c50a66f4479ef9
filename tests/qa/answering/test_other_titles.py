"""A title that was typed before a surname may be another's who bears it: nobody's words are shown as theirs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.answers import Answer, Outcome

Asker = Callable[[str], Callable[[str], Answer]]

HARBOUR = """The harbour row

Ivo Brandt said the levee was safe. “The levee will hold,” Mr Brandt said.

Ada Quill said the ferries were late. “The ferries are never on time,” Ms Quill said.

Andrea Orsa, the miller, said the tolls were high. “Nobody pays the tolls,” Mr Orsa said.

Lord Vane said the quay was his. Oskar Hale said the crane was old. “It is rusty,” Mr Hale said.

Mrs Brandt and Lady Hale watched.

Tom Dene said the fishermen were tired."""


@pytest.fixture(scope="module")
def ask(asker_of: Asker) -> Callable[[str], Answer]:
    return asker_of(HARBOUR)


@pytest.mark.parametrize(
    ("question", "others"),
    [
        ("What did Mrs Brandt say about the levee?", "Ivo Brandt"),
        ("what did mrs brandt say about the levee", "Ivo Brandt"),
        ("What does Baroness Brandt think of the levee?", "Ivo Brandt"),
        ("What did Mr Quill say about the ferries?", "Ada Quill"),
        ("What did Lady Vane say about the quay?", "Lord Vane"),
        ("What did Lady Hale say about the crane?", "Oskar Hale"),
        ("What did Ms Dene say about the fishermen?", "Tom Dene"),
        ("What did Prince Tom say about the fishermen?", "Tom Dene"),
        ("What did Pope Tom say about the fishermen?", "Tom Dene"),
    ],
)
def test_a_title_of_the_other_gender_or_of_royals_is_somebody_else(
    ask: Callable[[str], Answer], question: str, others: str
) -> None:
    answer = ask(question)

    assert answer.outcome is not Outcome.ANSWERED
    assert answer.understood.speaker != others
    assert others not in [quote.speaker for quote in answer.quotes]


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("What did Mr Brandt say about the levee?", "Ivo Brandt"),
        ("What did Ms Quill say about the ferries?", "Ada Quill"),
        ("What did Lady Quill say about the ferries?", "Ada Quill"),
        ("What did Mr Orsa say about the tolls?", "Andrea Orsa"),
        ("What did Lord Vane say about the quay?", "Lord Vane"),
        ("What did Mr Dene say about the fishermen?", "Tom Dene"),
        ("What did Sir Tom say about the fishermen?", "Tom Dene"),
        ("What did Captain Brandt say about the levee?", "Ivo Brandt"),
    ],
)
def test_a_title_that_fits_is_theirs(ask: Callable[[str], Answer], question: str, speaker: str) -> None:
    answer = ask(question)

    assert answer.outcome in (Outcome.ANSWERED, Outcome.UNSURE)
    assert answer.quotes[0].speaker == speaker
