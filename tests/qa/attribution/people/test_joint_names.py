"""A name is less certain where others are named together with it, and each of them has a record."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article, Attribution

JOINT = {
    "two people": ("Ada Quill and Ivo Brandt said the levee was safe.", "Ada Quill"),
    "after a quotation": ("“It is safe,” said Ada Quill and Ivo Brandt.", "Ada Quill"),
    "three people": ("Ada Quill, Ivo Brandt and Una Strand said the levee was safe.", "Ivo Brandt"),
    "two bodies": ("The Ports Authority and the Rail Union said the levee was safe.", "Rail Union"),
    "two bodies that decline": ("Selkie and the Ports Authority declined to comment.", None),
    "a role and a name": ("The mayor and Ivo Brandt said the levee was safe.", "Ivo Brandt"),
    "a pronoun and a name": ("He and Ivo Brandt said the levee was safe.", "Ivo Brandt"),
    "a name and others": ("Ada Quill and others said the levee was safe.", "Ada Quill"),
    "one or the other": ("Ada Quill or Ivo Brandt said the levee was safe.", "Ada Quill"),
    "two offices": (
        "Minister for Mines Ivo Brandt and Minister for Harbour Rail Ada Quill said the levee was safe.",
        "Ada Quill",
    ),
    "a state between them": (
        "Reps. Ada Quill (R-TX) and Ivo Brandt (D-CA) said the levee was safe.",
        "Ivo Brandt",
    ),
    "a title between them": ("Ada Quill and Mr. Brandt said the levee was safe.", "Ada Quill"),
}
ALONE = {
    "a body with two nouns": (
        "The Dock and Harbour Board said the levee was safe.",
        "Dock and Harbour Board",
    ),
    "two towns": ("Ada Quill, the mayor of Harwick and Dene, said the levee was safe.", "Ada Quill"),
    "a body after the name": (
        "Ada Quill of the Dock and Harbour Board said the levee was safe.",
        "Ada Quill",
    ),
    "two roles": ("Founder and chief executive Ada Quill said the levee was safe.", "Ada Quill"),
    "a clause before": ("The rain stopped and Ada Quill said the levee was safe.", "Ada Quill"),
    "two verbs": ("Ada Quill came and said the levee was safe.", "Ada Quill"),
}


def named(text: str, speaker: str | None) -> list[Attribution]:
    records = [one for one in extract(Article("a", f"The levee vote.\n\n{text}")) if one.speaker]
    assert speaker in (None, *(one.speaker for one in records))
    return records


@pytest.mark.parametrize(("text", "speaker"), JOINT.values(), ids=JOINT)
def test_a_name_beside_others_is_not_certain(text: str, speaker: str | None) -> None:
    assert {one.certain for one in named(text, speaker)} == {False}


@pytest.mark.parametrize(("text", "speaker"), ALONE.values(), ids=ALONE)
def test_a_name_alone_stays_certain(text: str, speaker: str | None) -> None:
    assert [one.certain for one in named(text, speaker)] == [True]


EACH = {
    "two people": ("Ada Quill and Ivo Brandt said the levee was safe.", ["Ada Quill", "Ivo Brandt"]),
    "after a quotation": ("“It is safe,” said Ada Quill and Ivo Brandt.", ["Ada Quill", "Ivo Brandt"]),
    "one is named only here": ("“It is safe,” said Pia Holt and Ivo Brandt.", ["Pia Holt", "Ivo Brandt"]),
    "three people": (
        "Ada Quill, Ivo Brandt and Una Strand said the levee was safe.",
        ["Ada Quill", "Ivo Brandt", "Una Strand"],
    ),
    "two bodies": (
        "The Ports Authority and the Rail Union said the levee was safe.",
        ["Ports Authority", "Rail Union"],
    ),
    "a body and a person": (
        "The Rail Union and Ada Quill said the levee was safe.",
        ["Rail Union", "Ada Quill"],
    ),
    "of two towns": (
        "Ada Quill of Harwick and Mayor Ivo Brandt of Dene said the levee was safe.",
        ["Ada Quill", "Ivo Brandt"],
    ),
    "nobody said so": ("Ada Quill and Ivo Brandt declined to comment.", ["Ada Quill", "Ivo Brandt"]),
    "one or the other": ("Ada Quill or Ivo Brandt said the levee was safe.", ["Ada Quill"]),
    "a place before": (
        "In Harwick, Ada Quill and Ivo Brandt said the levee was safe.",
        ["Ada Quill", "Ivo Brandt"],
    ),
    "a given name before a couple's name": ("Ada and Ivo Brandt said the levee was safe.", ["Ivo Brandt"]),
    "two given names": ("Ada and Tom said the levee was safe. Tom wept.", ["Ada", "Tom"]),
    "an adverb that ends so": (
        "Ada Quill and Ivo Brandt always said the levee was safe.",
        ["Ada Quill", "Ivo Brandt"],
    ),
    "a verb that only ends so": (
        "Ada Quill and Ivo Brandt stress that the levee is safe.",
        ["Ada Quill", "Ivo Brandt"],
    ),
    "to each other": ("Ada Quill and Ivo Brandt discussed the levee.", ["Ada Quill"]),
    "a title before a couple's name": ("Mr. and Mrs. Brandt said the levee was safe.", ["Brandt"]),
    "nothing but what follows a name": ("Jr. and Ada Quill said the levee was safe.", ["Ada Quill"]),
    "a firm of two": ("Quill & Brandt said the levee was safe.", ["Quill & Brandt"]),
    "a country": ("Trinidad and Tobago said the levee was safe.", ["Tobago"]),
    "somebody else's": ("Ada Quill and Ivo Brandt’s lawyer said the levee was safe.", ["Ada Quill"]),
    "whom a clause before ends with": (
        "It looks better for Mr. Quill, Ivo Brandt and Una Strand said.",
        ["Ivo Brandt", "Una Strand"],
    ),
}


@pytest.mark.parametrize(("text", "speakers"), EACH.values(), ids=EACH)
def test_each_who_is_named_has_the_words(text: str, speakers: list[str]) -> None:
    found = named(text, None)

    assert [one.speaker for one in found] == speakers
    assert len({(one.content, one.cue) for one in found}) == 1
    assert all({one.speaker, *one.together_with} == set(speakers) for one in found)
