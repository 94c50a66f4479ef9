"""What a speaker does besides saying so in one sentence, and questions that are reported."""

from __future__ import annotations

import pytest

from tests.qa.attribution.speech.attributed import said

FOUND = {
    "called it something, after a comma": (
        "Jack Reed said he had not read the plan, but called it a “starting point.”",
        [("Jack Reed", "he had not read the plan"), ("Jack Reed", "it a “starting point.”")],
    ),
    "a demand that begins with a quotation": (
        "Ada Quill called on the council to “open the gate” and wait.",
        [("Ada Quill", "the council to “open the gate” and wait")],
    ),
    "an order in marks": (
        "She commanded the party to “do the right thing.”",
        [("She", "the party to “do the right thing.”")],
    ),
    "according to somebody, within a clause": (
        "He will go again because, according to Quill, the gate would call him a coward.",
        [("Quill", "the gate would call him a coward")],
    ),
    "an introduction and what was said": (
        "By contrast, he said, digging up roads takes weeks.",
        [("he", "By contrast ... digging up roads takes weeks")],
    ),
    "an introduction, who says it, and what": (
        "As a result, says the board, the levee will leak.",
        [("the board", "As a result ... the levee will leak")],
    ),
    "a question by somebody": (
        "Brandt was asked by the host Gerald Baker whether the gate leaks.",
        [("the host Gerald Baker", "whether the gate leaks")],
    ),
    "a question about something": (
        "She asked Brandt about the boats that sank.",
        [("She", "the boats that sank")],
    ),
    "a new verb with a particle": ("Brandt ruled out a new levee.", [("Brandt", "a new levee")]),
    "a new verb that names": ("Brandt termed the levee a trap.", [("Brandt", "the levee a trap")]),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_what_the_speaker_says_and_does_is_told_apart(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


def test_what_befell_somebody_stays_within_the_report() -> None:
    text = "The firm said Brandt had been arrested by police, but charged with less."
    assert said(text) == [("The firm", "Brandt had been arrested by police, but charged with less")]
