"""Courts: who answers is the witness who was sworn last, beside lawyers and the judge with labels."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article


def turns(text: str) -> list[tuple[str | None, str]]:
    """Return speaker and words, with "?" for the speaker of a question."""
    found = extract(Article("a", text))
    return [("?" if one.rule == "question" else one.speaker, text[one.start : one.end]) for one in found]


@pytest.mark.parametrize(("q", "a"), [("Q. ", "A. "), ("Q: ", "A: "), ("Q   ", "A   "), ("Q\t", "A\t")])
def test_a_witness_answers(q: str, a: str) -> None:
    text = (
        "State v. Vane\n\nTHE COURT: Call your next witness.\n\nADA QUILL, having been first duly sworn, testified as"
        f" follows:\n\nDIRECT EXAMINATION\n\nBY MR. BRANDT:\n\n{q}Where were you?\n\n{a}I was on the quay.\n\n"
        f"MS. ORSA: Objection.\n\nTHE COURT: Overruled.\n\nTHE WITNESS: I saw him.\n\nBY MR. BRANDT:\n\n{q}And then?"
        f"\n\n{a}I ran."
    )

    assert turns(text) == [
        (None, "Call your next witness."),
        ("?", "Where were you?"),
        ("Ada Quill", "I was on the quay."),
        ("Orsa", "Objection."),
        (None, "Overruled."),
        ("Ada Quill", "I saw him."),
        ("?", "And then?"),
        ("Ada Quill", "I ran."),
    ]


def test_the_next_witness_answers_after_the_oath() -> None:
    asked = "Q. Were you there?\n\nA. I was.\n\nMR. BRANDT: Thank you.\n\nQ. And then?\n\nA. We ran.\n\n"
    text = (
        f"State v. Vane\n\nMR. BRANDT: I call two.\n\n(Ines Orsa, called as a witness, was sworn.)\n\n{asked}"
        f"Tom Lindt was sworn and testified:\n\n{asked}"
    )

    assert [speaker for speaker, words in turns(text) if words in ("I was.", "We ran.")] == [
        *["Ines Orsa"] * 2,
        *["Tom Lindt"] * 2,
    ]


def test_whom_counsel_represents_is_nobodys_words() -> None:
    text = (
        "Deposition\n\nAPPEARANCES: Tom Brandt for the county\n\nQ. Your name?\n\nA. Ada Quill.\n\n"
        "MS. ORSA: Object.\n\nQ. Were you there?\n\nA. I was."
    )

    assert "Appearances" not in [speaker for speaker, _ in turns(text)]


@pytest.mark.parametrize(
    "told",
    [
        "was sworn in as mayor in May",
        "was sworn to secrecy",
        "is a sworn enemy of hers",
        "was called as a witness by the inquiry",
    ],
)
def test_who_is_sworn_to_something_else_answers_nothing(told: str) -> None:
    text = (
        f"Interview with Ada Quill\n\nTom Brandt {told}.\n\nQ: Will it hold?\n\nA: It will.\n\n"
        "Q: Are you sure?\n\nA: I am."
    )

    assert {speaker for speaker, words in turns(text) if words in ("It will.", "I am.")} == {"Ada Quill"}
