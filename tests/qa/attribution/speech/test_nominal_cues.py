"""Speech in nouns: "her claim that", "Brandt's opposition to", "criticism from bakers of"."""

from __future__ import annotations

import pytest

from tests.qa.attribution.speech.attributed import said

NOUNS = {
    "a warning that": (
        "The mayor's warning that the levee would fail was ignored.",
        ("The mayor", "the levee would fail"),
    ),
    "a promise to": (
        "Her promise to mend the levee was kept.",
        ("Her", "to mend the levee"),
    ),
    "opposition to": (
        "Ivo Brandt's opposition to the bridge has cost him votes.",
        ("Ivo Brandt", "the bridge"),
    ),
    "support for, with an adjective": (
        "The union's strong support for the plan surprised the board.",
        ("The union", "the plan"),
    ),
    "criticism of": (
        "The town was tired of the mayor's criticism of the ferry.",
        ("the mayor", "the ferry"),
    ),
    "a name after other words": (
        "The board broke with Ivo Brandt's stance on fares and left.",
        ("Ivo Brandt", "fares"),
    ),
    "from somebody": (
        "Criticism from Una Strand of the new bridge was loud.",
        ("Una Strand", "the new bridge"),
    ),
    "from a body whose name goes on": (
        "A proposal from the Institute for Tides and Levees for a dam was liked.",
        ("the Institute for Tides and Levees", "a dam"),
    ),
    "from somebody's office": (
        "A claim from the Office of the Harbour Warden of Dene that the levee was safe is wrong.",
        ("the Office of the Harbour Warden of Dene", "the levee was safe"),
    ),
    "the claim of somebody that": (
        "The claim by Ivo Brandt that the levee was safe is wrong.",
        ("Ivo Brandt", "the levee was safe"),
    ),
    "a call for": (
        "Una Strand's call for a new levee was heard.",
        ("Una Strand", "a new levee"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), NOUNS.values(), ids=NOUNS.keys())
def test_what_follows_a_noun_of_speech_is_its_owners(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)


def test_reports_that_suggest_something_are_no_verb() -> None:
    assert said("Preliminary reports suggest it was cold.") == [("Preliminary reports", "it was cold")]


def test_what_somebodys_brother_calls_for_is_the_brothers() -> None:
    text = "Una Strand's brother calls for a vote. Una Strand's loud calls for a vote went on."

    assert said(text) == [("Una Strand's brother", "a vote"), ("Una Strand", "a vote")]


NO_NOUNS = {
    "a relative clause": "There is little in his plan that matches his words.",
    "a message that does something": "The party's message that emerges is mild.",
    "only a body's name": "The statement from the Office of the Harbour Warden comes as the levee leaks.",
    "no owner": "Support for the plan has grown.",
    "support of another kind": "The bridge's support of steel is thin.",
    "a case of goods": "Una Strand's case of wine was lost.",
    "an owner that is a time": "Monday's call for bids was late.",
}


@pytest.mark.parametrize("text", NO_NOUNS.values(), ids=NO_NOUNS.keys())
def test_a_noun_without_somebody_who_speaks_says_nothing(text: str) -> None:
    assert said(text) == []


def test_words_after_a_source_and_a_colon_are_the_sources() -> None:
    text = "The plan was plain, according to Ivo Brandt: “I will mend the levee.”"

    assert said(text) == [("Ivo Brandt", "The plan was plain ... “I will mend the levee.”")]
