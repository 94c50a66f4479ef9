"""Speakers who are described by where they are: "Farmers upstream", "a source within the ministry"."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article
from tests.qa.attribution.speech.attributed import said


@pytest.mark.parametrize(
    ("who", "verb"),
    [
        ("Critics abroad", "say"),
        ("Parents outside", "said"),
        ("Farmers upstream", "deny that"),
        ("Clerks inside", "said"),
        ("Rowers there", "say"),
        ("A source within the ministry", "said"),
        ("Rowers across Norland", "said"),
        ("Residents along the river", "said"),
        ("Leaders among the rowers", "say"),
        ("Rowers outside the hall", "said"),
    ],
)
def test_where_people_are_belongs_to_who_speaks(who: str, verb: str) -> None:
    assert said(f"{who} {verb} the levee leaks.") == [(who, "the levee leaks")]


@pytest.mark.parametrize("where", ["around Harwick", "across Norland", "outside Harwick Hall"])
def test_nobody_speaks_by_the_name_of_where_they_are(where: str) -> None:
    text = f"Ada Quill left Harwick Hall.\n\nRowers {where} said that the levee leaks."

    assert [one.speaker for one in extract(Article("a", text))] == [None]


@pytest.mark.parametrize(
    "who",
    [
        "a rower whose boat was lost in the flood",
        "one former clerk at the market where the first leak was seen",
        "the elderly Brandt, with a smile",
    ],
)
def test_who_spoke_may_be_described_after_the_verb(who: str) -> None:
    quotation = "“We came to the levee in May, and we will stay,”"

    assert [words for _, words in said(f"{quotation} said {who}.")] == [quotation]


@pytest.mark.parametrize(
    "lead",
    [
        "Ada Quill had this to say in the statement:",
        "Ada Quill made the following announcement:",
    ],
)
def test_a_colon_leads_from_what_somebody_had_to_say(lead: str) -> None:
    quotation = "“We have found two leaks and will mend them both by May.”"

    assert said(f"{lead} {quotation}") == [("Ada Quill", quotation)]


def test_what_is_protested_against_begins_after_its_preposition() -> None:
    sentence = "Farmers protested against the fall of prices. Experts cautioned against hope."

    assert said(sentence) == [("Farmers", "the fall of prices"), ("Experts", "hope")]
