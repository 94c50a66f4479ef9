"""Reported clauses whose hearer, source or own place in the sentence keeps them apart from their verb."""

from __future__ import annotations

import pytest

from tests.qa.attribution.speech.attributed import said

AFTER = {
    "records show": (
        "Dozens of bakers have paid for the levee, Ports Authority records show.",
        ("Ports Authority records", "Dozens of bakers have paid for the levee"),
    ),
    "an analysis shows": (
        "The levee was raised by two metres, a new analysis shows.",
        ("a new analysis", "The levee was raised by two metres"),
    ),
    "says, after it is": ("It's fine to vent, says Marsh.", ("Marsh", "It's fine to vent")),
    "said, after a verb in no list": (
        "The town also lacks a ferry, said Marsh, but its people do not mind.",
        ("Marsh", "The town also lacks a ferry"),
    ),
    "said, within the clause": (
        "The contrast, said Marsh, would be clear.",
        ("Marsh", "The contrast ... would be clear"),
    ),
    "said, after a quotation that goes on": (
        "“This will be a challenge” for Quill, said Marsh.",
        ("Marsh", "“This will be a challenge” for Quill"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), AFTER.values(), ids=AFTER.keys())
def test_a_clause_before_its_source_is_what_was_said(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)


HEARERS = {
    "an adverb in the hearer": (
        "Ada Quill told the largely female audience in the hall that fares would fall.",
        ("Ada Quill", "fares would fall"),
    ),
    "a place with a comma": (
        "Ada Quill told a town hall in Salem, Norvik, on Monday that sand is cheap.",
        ("Ada Quill", "sand is cheap"),
    ),
    "two papers": (
        "Ada Quill told the Gazette and the Post that the levee had failed.",
        ("Ada Quill", "the levee had failed"),
    ),
    "not to": (
        "Some of the bakers urged him not to back down.",
        ("Some of the bakers", "him not to back down"),
    ),
    "a verb with ss": (
        "Marsh had urged the board to process the letters by July.",
        ("Marsh", "the board to process the letters by July"),
    ),
    "what is said of the hearers": (
        "Ada Quill told bakers, many of whom had waved, that sand is cheap.",
        ("Ada Quill", "sand is cheap"),
    ),
    "as did another": (
        "Several experts warned, as did the union, that the plan might change.",
        ("Several experts", "the plan might change"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), HEARERS.values(), ids=HEARERS.keys())
def test_a_long_hearer_does_not_hide_what_was_said(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)


SOURCES = {
    "proponents like": (
        "Proponents like Mr. Marsh urged the board to raise the levee.",
        ("Proponents", "the board to raise the levee"),
    ),
    "two with a place": (
        "Vera Marsh and Stephen Cole of the University of Norvik suggest that it was late.",
        ("Vera Marsh and Stephen Cole of the University of Norvik", "it was late"),
    ),
    "an irregular participle": (
        "An average of polls taken over the past two weeks shows Ada Quill leading.",
        ("An average of polls", "Ada Quill leading"),
    ),
    "seen by some": (
        "The move was seen by some as a demotion.",
        ("some", "The move ... as a demotion"),
    ),
    "some of": (
        "Ada Quill was criticised by some of her rivals for leaving.",
        ("some of her rivals", "Ada Quill ... for leaving"),
    ),
    "sees as": (
        "Some older experts see the move as a trap.",
        ("Some older experts", "the move as a trap"),
    ),
    "which somebody said": (
        "The levee, which the board said was safe, broke in May.",
        ("the board", "was safe"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), SOURCES.values(), ids=SOURCES.keys())
def test_a_source_of_more_than_a_name_is_found(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)


NOTHING = {
    "a show": "The town has one theatre, and many shows.",
    "records of a club": "The club, with its old records, shows.",
    "sees a boat": "Ada Quill sees the boat as it sails.",
    "told of a thing": "Ada Quill told the board of a boat that sank.",
    "said nobody": "The contrast, said to be clear, was not.",
    "like before a place": "Places like Harwick urged caution.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_what_only_resembles_a_source_says_nothing(text: str) -> None:
    assert not {
        one for one in said(text) if one[0] in ("its old records", "many", "Ada Quill", "to", "Harwick")
    }
