"""People in no list of names: found by how an article goes on to call them and by what it says of them."""

from __future__ import annotations

import re

import pytest

from qa.attribution.extractor import extract
from qa.attribution.people.resolving import resolve
from qa.datatypes import Article, Attribution, AttributionKind


def said(marked: str) -> list[Attribution]:
    """Resolve the mention that stands in [[double brackets]]; the brackets are not part of the article."""
    marked = marked if "\n" in marked else f"The port\n\n{marked}"
    match = re.search(r"\[\[(.*?)\]\]", marked)
    assert match is not None
    text = marked.replace("[[", "").replace("]]", "")
    mention = (match.start(), match.start() + len(match[1]))
    record = Attribution(((0, 1),), mention, None, None, AttributionKind.DIRECT, "test", 0.8)
    return resolve(Article("a", text), [record])


STRANGERS = {
    "what somebody is, at the end of a sentence": (
        'It leaks, said Orsyna Qaz, local president of the bakers. "It leaks," [[she]] said.', "Orsyna Qaz",
    ),
    "an unknown first name, then the surname": (
        'Dyego Qaz came. "It was dark," [[Qaz]] said.', "Dyego Qaz",
    ),
    "a first name that is a place elsewhere": ('Diego Paz said it. "It was dark," [[Paz]] said.', "Diego Paz"),
    "a title, then the surname": ('The mayor met Klaarika Voss. "No," [[Ms. Voss]] said.', "Klaarika Voss"),
    "what stands before a first name": (
        'Chief of Staff Denis Qaz came. "It was dark," [[Qaz]] said.', "Denis Qaz",
    ),
    "an unknown first name, then it alone": ('Marit Qaz came. "We are late," [[Marit]] said.', "Marit Qaz"),
    "a child of the same first name": (
        'Ann Dahl left. Her daughter Ann waited. "We are late," [[Ann]] said.', None,
    ),
    "another of the same first name and an age": (
        'Ann, 14, waited for Ann Dahl. "We are late," [[Ann]] said.', None,
    ),
    "one name between commas": ('[[Her sister, Oddny,]] said it was late.', "Oddny"),
    "a name after a role": ('The sister, Oddny, came. "No," [[Oddny]] said.', "Oddny"),
    "a namesake who is told of": (
        'Tom Quill died. It came out when Dyego Quill who sings told of it. "No," [[Quill]] said.', None,
    ),
    "who speaks, and is he": (
        'It leaks, said Tom Hale. Dyego Qaz of the inn said it does not. "It is new," [[he]] added.', None,
    ),
    "who speaks alone, and is she": ('Dyego Qaz said it leaks. "It is old," [[she]] added.', "Dyego Qaz"),
    "who speaks, before another is told of": (
        'Dyego Qaz said it leaks. Orsyn Paq of the inn came. [[He]] said it does.', None,
    ),
    "a firm that speaks": ('Quaz Paq said its inn leaks. "It is old," [[he]] added.', None),
    "an advocate": ('Advocate Dyego Qaz came. "It leaks," [[he]] noted.', "Dyego Qaz"),
    "who only acts": ("Keller shrugged. “We are still talking,” [[he]] said.", "Keller"),
    "who is described": ("Strand, the union man, stood up. “We are ready,” [[he]] said.", "Strand"),
    "who is a company": ("Brightline, the operator, paid. “We are ready,” [[he]] said.", None),
    "a famous name behind a heading's adjective": (
        "Derelict Qaz and Brandt lost\n\nTwo wars. [[Qaz]] said that the wars were over.", "Qaz",
    ),
    "whom the article begins with": (
        "Dyego Qaz stays at the mill.\n\nNobody left. [[Qaz]] said that the wheel was mended.", "Dyego Qaz",
    ),
    "a thing with a capital": (
        "Brandt ran. Todd Wilcox liked the Common Core. But Core was late, [[he]] said.", "Todd Wilcox",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), STRANGERS.values(), ids=STRANGERS)
def test_people_whom_no_list_knows(marked: str, expected: str | None) -> None:
    assert [one.speaker for one in said(marked)] == [expected]


def test_two_unknown_people_of_one_surname_are_not_guessed_between() -> None:
    (resolved,) = said("Dyego Qaz met Marvo Qaz. [[Qaz]] said no.")

    assert resolved.speaker is None
    assert resolved.ambiguous == ("Dyego Qaz", "Marvo Qaz")


LEADS = {
    "a name of which nothing is known": ("Dyego Qaz, Chancellor of the Exchequer said:", "Dyego Qaz"),
    "a lord": ("Lord Qaz, Minister for Ports and Green Finance, said:", "Qaz"),
    "the last field of an office": ("Who? Director of Boats and Advocacy, said:", None),
    "an office before the name": ("Deputy Mayor and Lord Chancellor, Ada Qaz, said:", "Ada Qaz"),
}


@pytest.mark.parametrize(("line", "expected"), LEADS.values(), ids=LEADS)
def test_a_line_in_capitals_that_leads_in_to_words_names_their_speaker(
    line: str, expected: str | None
) -> None:
    text = f"The levee vote is tonight.\n\n{line}\n\nWe want boats that come in on time."

    assert [record.speaker for record in extract(Article("a", text))] == [expected]


def test_what_is_said_of_a_stranger_may_be_long() -> None:
    text = (
        "Zesha Qaz, co-owner of the old inn by the harbour wall in Dene which the town had just bought came.\n\n"
        '"It leaks," [[Qaz]] said.'
    )

    assert said(text)[0].speaker == "Zesha Qaz"
