"""Where whom somebody tells something ends, and what is told begins."""

from __future__ import annotations

import pytest

from tests.qa.attribution.speech.attributed import said

TOLD = {
    "a title begins the next person": ("told Harwick Radio Mr Brandt had left", "Mr Brandt had left"),
    "people in the plural": ("told MPs Brandt had left", "Brandt had left"),
    "people and a noun": ("told investors profits would rise", "profits would rise"),
    "a pronoun before a name": ("told her Brandt had left", "Brandt had left"),
    "a pronoun and somebody else": ("told him and his wife there would be a vote", "there would be a vote"),
    "there": ("told the BBC there were two levees", "there were two levees"),
    "an outlet and a noun": ("told the BBC fares and tolls were too high", "fares and tolls were too high"),
    "an outlet without an article": ("told CNN wages were low", "wages were low"),
    "a hearing and a noun": ("told the inquest staff levels were low", "staff levels were low"),
    "a pronoun whose verb no list knows": (
        "told Harwick residents she understood the risk",
        "she understood the risk",
    ),
    "nobody": ("warned the health and care sector was at risk", "the health and care sector was at risk"),
    "an office of several capitals": ("asked the Vice President about notes on it", "notes on it"),
}


@pytest.mark.parametrize(("predicate", "content"), TOLD.values(), ids=TOLD)
def test_what_is_told_begins_with_its_subject(predicate: str, content: str) -> None:
    assert said(f"Ada Quill {predicate}.") == [("Ada Quill", content)]


def test_a_deed_after_the_hearer_is_not_told() -> None:
    assert said("Ada Quill told him and left.") == []
