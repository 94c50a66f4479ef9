"""Speech beside an aside, and speakers whom an aside parts from their words."""

from __future__ import annotations

import pytest

from tests.qa.attribution.speech.attributed import said

FOUND = {
    "an aside after who said it": (
        "“My own family has cut me off for good” in the spring, Quill added -- a loss that hurt.",
        [("Quill", "“My own family has cut me off for good” in the spring")],
    ),
    "a quotation with an aside": (
        "Fishing is her joy, Quill said. “What I like is to sit at the quay for hours” -- a thing she never had.",
        [("Quill", "Fishing is her joy"), ("Quill", "“What I like is to sit at the quay for hours”")],
    ),
    "who goes on between two commas": (
        "The bank, Brandt continued, lends money on Mondays.",
        [("Brandt", "The bank ... lends money on Mondays")],
    ),
    "whom a sentence names before its clause": (
        "Currently, said Dr. Ada Quill, the director of the ward, there are nine beds.",
        [("Dr. Ada Quill", "Currently ... there are nine beds")],
    ),
    "people whom their deed describes": (
        "Some clerks supporting Quill said they would stay.",
        [("Some clerks", "they would stay")],
    ),
    "what is between several bodies": (
        "A study between Orsa, the University of Dene, and the University of Hale found that mail is safe.",
        [("A study between Orsa, the University of Dene, and the University of Hale", "mail is safe")],
    ),
    "who spoke after talks between others": (
        "Talks between Orsa and the Dene Institute failed, and the Hale Institute said it would leave.",
        [("the Hale Institute", "it would leave")],
    ),
    "a plan": ("Ada Quill vowed to put the town first.", [("Ada Quill", "to put the town first")]),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_an_aside_takes_nobodys_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected
