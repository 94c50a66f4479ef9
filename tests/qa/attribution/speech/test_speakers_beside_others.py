"""Speakers beside what could be taken for one: a day, an object, an outlet, another clause."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article
from tests.qa.attribution.speech.attributed import said

BESIDE = {
    "somebody described, on a name that is described": (
        "Ivo Brandt, a clerk who runs the port, says Storm Una, which hit Harwick in May, was not a storm.",
        [("Ivo Brandt", "Storm Una, which hit Harwick in May, was not a storm")],
    ),
    "a name after what is said": (
        "Costs go up, says Ivo Brandt, who left, and nobody pays.",
        [("Ivo Brandt", "Costs go up")],
    ),
    "a firm that somebody runs": (
        "Ada Quill, who runs Orsa Foods, a bakery based in Harwick, said the port was open.",
        [("Ada Quill", "the port was open")],
    ),
    "a day after the verb": (
        "“It is over,” Ivo Brandt, a clerk of the port, said Sunday.",
        [("Ivo Brandt", "“It is over,”")],
    ),
    "a day and its hour": (
        "“It is over, and it was a long fight,” Brandt, the port's clerk, said Thursday morning on the radio.",
        [("Brandt", "“It is over, and it was a long fight,”")],
    ),
    "somebody who is remembered": (
        "“The boats are the answer,” another friend, Ivo Brandt, recalled him saying.",
        [("another friend, Ivo Brandt", "“The boats are the answer,”")],
    ),
    "an outlet that reports all of it": (
        "Ada Quill said that the port was open, the Ledger reports.",
        [("Ada Quill", "the port was open")],
    ),
    "an outlet that reported it on a day": (
        "Ada Quill said that the port was open, the Harwick Ledger reported on Monday.",
        [("Ada Quill", "the port was open")],
    ),
    "a finding that the authors quote": (
        "But it does suggest that “sugar should be kept from small children,” the authors wrote in the report.",
        [("the authors", "But it does suggest that “sugar should be kept from small children,”")],
    ),
    "a main clause after a quotation's comma": (
        "Ada Quill, who called the harbour “wide open to the sea,” left.",
        [("Ada Quill, who", "the harbour “wide open to the sea,”")],
    ),
    "a clause that is joined on": (
        "Prosecutors charged the pilot with murder and Quill paid her clerk, saying that trust was lost.",
        [("Quill", "trust was lost")],
    ),
    "two who act together": (
        "Ada Quill met Ivo Brandt and Una Strand, saying that it was over.",
        [("Ada Quill", "it was over")],
    ),
    "a town with its state": (
        "Ada Quill, who was to travel to Columbus, Ohio, on Monday to see the port, said it would open.",
        [("Ada Quill", "it would open")],
    ),
    "a town with its state, and a month": (
        "Ada Quill, who lost her boat during the storm in Aurora, Colorado, in July, said that nobody had helped.",
        [("Ada Quill", "nobody had helped")],
    ),
    "a word that leads in": (
        "Likewise, Quill went after the port's clerk and called for a vote.",
        [("Quill", "a vote")],
    ),
    "a participle that leads in": (
        "Disillusioned, Mr. Quill resigned, convinced that the port was lost.",
        [],
    ),
    "a quotation that a participle leads to": (
        "Saying that “the pier leaks,” Ada Quill held a session as crews left.",
        [("Ada Quill", "“the pier leaks,”")],
    ),
    "a quotation after a participle and a comma": (
        "Declaring, “The pier leaks,” Ada Quill left the hall.",
        [("Ada Quill", "“The pier leaks,”")],
    ),
    "whom somebody warns after a relative clause": (
        "The Port of Dene, which sold the pier, warned Mr. Brandt to leave the hall.",
        [("The Port of Dene", "Mr. Brandt to leave the hall")],
    ),
    "who warns to the sound of others": (
        "“The pier leaks,” warned Quill to applause.",
        [("Quill", "“The pier leaks,”")],
    ),
    "where somebody is back": (
        "Back in Harwick, his clerks put out a letter, deploring the sale of boats.",
        [("his clerks", "the sale of boats")],
    ),
    "a dateline with a hyphen": (
        "HARWICK - Ada Quill may have thought the worst was over in April.",
        [("Ada Quill", "the worst was over in April")],
    ),
    "a name set apart by hyphens": (
        "Quill - the clerk of the port - said it was open.",
        [("Quill", "it was open")],
    ),
    "what a participle takes": (
        "Ada Quill, facing a hard dispute in Norvik, a port, said she would stay.",
        [("Ada Quill", "she would stay")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), BESIDE.values(), ids=BESIDE.keys())
def test_what_stands_beside_a_speaker_does_not_speak(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


def test_a_name_after_what_somebody_is_the_head_of_is_a_person() -> None:
    text = "When the port's rail head Qaziv Oruq spoke in court, he said that the bridge was old."

    (record,) = extract(Article("a", text))

    assert record.speaker == "Qaziv Oruq"


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill from the Harbour Office and the Dene Ministry said it leaks.",
        "It leaks, said her friend and colleague Ada Quill, head of the clinic.",
    ],
    ids=["of two bodies", "two things that one is"],
)
def test_somebody_is_named_beside_and(text: str) -> None:
    assert [one.speaker for one in extract(Article("a", f"The levee vote.\n\n{text}"))] == ["Ada Quill"]


def test_as_another_had_said_does_not_end_an_introduction() -> None:
    found = said("Claiming that “the pier leaks,” as Mr. Brandt had said, Ada Quill left the hall.")

    assert ("Ada Quill", "“the pier leaks,”") in found
    assert not any("Claiming" in words for _, words in found)
