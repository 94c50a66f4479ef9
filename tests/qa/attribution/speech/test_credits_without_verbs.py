"""Who said it where the verb is left out, or is one of a deed, and what is only counted."""

from __future__ import annotations

import pytest

from tests.qa.attribution.speech.attributed import said

QUOTATION = "“The guild began it all, and nobody came to help us,”"


@pytest.mark.parametrize(
    "credit",
    [
        "Ada Quill from Dene.",
        "Ada Quill, a shopkeeper in Harwick.",
        "Ada Quill, a shopkeeper in Dene district, whose boat was burned.",
        "Ada Quill sighed.",
        "Ada Quill ridiculed, during a rally in Harwick.",
    ],
)
def test_a_name_right_after_the_comma_of_a_quotation_says_whose_it_is(credit: str) -> None:
    assert said(f"{QUOTATION} {credit}") == [("Ada Quill", QUOTATION)]


@pytest.mark.parametrize(
    "rest",
    ["Ada Quill, a clerk, left the hall.", "Ada Quill of Dene: “No.”"],
)
def test_a_name_that_does_something_else_has_no_words_before_it(rest: str) -> None:
    assert ("Ada Quill", QUOTATION) not in said(f"{QUOTATION} {rest}")


@pytest.mark.parametrize(
    "lead",
    [
        "Ada Quill had a word for Dene on Twitter:",
        "Ada Quill gave a different account of it, speaking via Twitter:",
    ],
)
def test_what_somebody_does_on_a_network_leads_to_their_words(lead: str) -> None:
    quotation = "“I offered to leave last night and they said we would talk.”"

    assert said(f"{lead} {quotation}") == [("Ada Quill", quotation)]


@pytest.mark.parametrize(
    "deed",
    [
        "liked a post by Tom Brandt",
        "met Tom Brandt's friend",
        "was mocked",
        "has been trending",
        "received threats",
        "saw this",
    ],
)
def test_words_of_others_on_a_network_are_not_whose_deed_leads_to_them(deed: str) -> None:
    assert said(f"Ada Quill {deed} on Twitter: “I offered to leave last night and they said yes.”") == []


def test_a_name_follows_the_deed_that_describes_it() -> None:
    assert said("The judge hearing the case, Ada Quill, said the levee is old.") == [
        ("Ada Quill", "the levee is old")
    ]
    assert said("The boat carrying the judge, Ada Quill, said the levee is old.") == []


@pytest.mark.parametrize("deed", ["treating the victim", "sentencing the killer", "replacing the captain"])
def test_a_name_after_a_second_person_may_be_either(deed: str) -> None:
    assert said(f"The man {deed}, Ada Quill, said the levee is old.") == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The ports office reported 36 leaks at the quay.", [("The ports office", "36 leaks at the quay")]),
        ("Clerks reported no leaks.", [("Clerks", "no leaks")]),
        ("Clerks reported the leak to the police.", []),
        ("Clerks reported a theft to the police.", []),
        ("Clerks reported three colleagues for fraud.", []),
        ("Clerks reported a colleague.", []),
        ("Clerks reported two leaks to the council.", []),
        ("Clerks reported only to the mayor.", []),
        ("Clerks reported 20 minutes late.", []),
        ("Clerks reported 5 March for work.", []),
        ("Clerks reported nearly 40 leaks and ran to the mayor.", [("Clerks", "nearly 40 leaks")]),
        ("Clerks reported no harm to the quay.", [("Clerks", "no harm to the quay")]),
        ("It was met by a clerk who said the levee is old.", [("a clerk who", "the levee is old")]),
        ("Ada Quill may feel that spring is near.", []),
    ],
)
def test_what_is_counted_is_reported_and_what_may_be_felt_is_not(
    sentence: str, found: list[tuple[str, str]]
) -> None:
    assert said(sentence) == found
