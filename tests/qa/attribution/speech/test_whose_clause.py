"""Whose clause a verb of speech belongs to, where another name stands nearer to it."""

from __future__ import annotations

import pytest

from tests.qa.attribution.speech.attributed import said

OWN = {
    "an owner in -s after the verb": (
        "Ivo Brandt, in a note sent for the board, said Harris' “long service saved the firm and its boats.”",
        ("Ivo Brandt", "Harris' “long service saved the firm and its boats.”"),
    ),
    "before a report by a paper": (
        "Tom Brandt denied the charges, the Post reported, and said he was unaware of it.",
        ("Tom Brandt", "he was unaware of it"),
    ),
    "after a quotation that is over": (
        "Tom Brandt has boats. “They say, ‘Do you want them all?’” Ada Quill says there are people who live on it.",
        ("Ada Quill", "there are people who live on it"),
    ),
    "before a court": (
        "Now, five old cases before the Harwick Court are attacking the fee as unfair.",
        ("five old cases", "the fee as unfair"),
    ),
    "after a clause with if": (
        "If Brandt really wrote it, Quill would have been glad, telling Orsa, “I doubt that he has read it.”",
        ("Quill", "“I doubt that he has read it.”"),
    ),
    "in a clause with as": (
        "As Brandt spoke of the levee, adding that it leaked, Quill left.",
        ("Brandt", "it leaked, Quill left"),
    ),
    "a point in time before the verb": (
        "Harbour Director Ivo Brandt at that time asked for a new ferry.",
        ("Harbour Director Ivo Brandt", "a new ferry"),
    ),
    "people of two bodies": (
        "Experts from the Harbour Office and the Dene Ministry estimated that half of it was gone.",
        ("Experts from the Harbour Office and the Dene Ministry", "half of it was gone"),
    ),
    "who published a study some time ago": (
        "But a study released late last month by Harwick Services reported that the levee leaks.",
        ("Harwick Services", "the levee leaks"),
    ),
    "a field that ends in -ing": (
        "Head of financial reporting Ivo Brandt said the levee leaks.",
        ("Head of financial reporting Ivo Brandt", "the levee leaks"),
    ),
    "whom a camera heard": (
        "“My friend is in there,” the man could be heard saying.",
        ("the man", "“My friend is in there,”"),
    ),
    "a document after a quotation within its words": (
        "The right to give or withhold “free consent” to a plan must be upheld for fair trade, the paper states.",
        (
            "the paper",
            "The right to give or withhold “free consent” to a plan must be upheld for fair trade",
        ),
    ),
    "a question before somebody else's answer": (
        "After Ada Quill asked “Why has it taken four months?” Mr. Brandt said that “the plan was lost.”",
        ("Ada Quill", "“Why has it taken four months?”"),
    ),
    "somebody else's answer after a question": (
        "After Ada Quill asked “Why has it taken four months?” Mr. Brandt said that “the plan was lost.”",
        ("Mr. Brandt", "“the plan was lost.”"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), OWN.values(), ids=OWN.keys())
def test_words_are_whose_clause_they_stand_in(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)


NOTHING = {
    "added to a list": "Ports: Hale, Dene and Harwick added to the list.",
    "called on the phone on the way": "Ada Quill called the police while on her way to the quay.",
    "called to ask": "The Ledger called the harbour office asking questions.",
    "called into a meeting": "Somebody called into the meeting.",
    "called into question": "The results called into question the plan itself.",
    "what may be seen": "The town could see similar rates of floods as in Harwick.",
    "sworn in": "DENE via Echo — The state of Harwick has sworn in its first judge, Ada Quill — who also sings.",
    "the biggest of several": "Some of the biggest states Brandt carried are poised to lose votes.",
    "a plural noun that is a verb too": "The HRA advocates just have no tolerance for wit.",
    "what was asked": "Asked what he thought when boats sink, Ivo Brandt left.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_a_deed_and_a_question_are_nobodys_words(text: str) -> None:
    assert said(text) == []


STILL = {
    "added to what was said": (
        "The levee is old and it leaks, Quill added to the mirth of all.",
        "The levee is old and it leaks",
    ),
    "called a name at a time": (
        "Ada Quill called the vote a fraud after it.",
        "the vote a fraud after it",
    ),
    "what should be seen": ("Rowers should see the move as a trap.", "the move as a trap"),
    "what cannot be seen": ("I can not see it as a trap.", "it as a trap"),
    "sworn in court": ("Ada Quill swore in court that the levee leaks.", "the levee leaks"),
    "what somebody claims": ("She wept over what Quill claims are lies.", "are lies"),
}


@pytest.mark.parametrize(("text", "content"), STILL.values(), ids=STILL.keys())
def test_words_like_these_are_still_found(text: str, content: str) -> None:
    assert content in [words for _, words in said(text)]
