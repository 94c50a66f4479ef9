"""Of which town somebody is the mayor where only the dateline names it."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract_all
from qa.datatypes import Article, DescriptionKind

HEAD = "The harbour vote\n\n"


def offices(text: str) -> list[str]:
    found = extract_all(Article("a", HEAD + text)).descriptions
    return [
        f"{one.who}: {one.what} of {one.of}"
        for one in found
        if one.kind is DescriptionKind.ROLE and not one.former
    ]


OFFICES = [
    ("HARWICK — Mayor Ada Quill said the pier is shut.", ["Ada Quill: mayor of Harwick"]),
    (
        "NEW DENE, Ohio (AP) - The pier is shut. Fire Chief Ada Quill left.",
        ["Ada Quill: fire chief of New Dene"],
    ),
    ("HARWICK — Ada Quill, city manager, said it is shut.", ["Ada Quill: city manager of Harwick"]),
    ("HARWICK — Mayor Ada Quill of Harwick left. Mayor Ada Quill stayed.", ["Ada Quill: mayor of Harwick"]),
]
OF_NO_TOWN = [
    ("HARWICK — Mayor Ada Quill met Mayor Tom Brandt of Dene.", "of another in one article"),
    ("HARWICK — Mayor Ada Quill met Mayor Tom Brandt.", "two mayors"),
    (
        "HARWICK — Mayor Ada Quill of Dene left. The pier is shut, Mayor Ada Quill said.",
        "her own town elsewhere",
    ),
    ("WASHINGTON — Mayor Ada Quill said the pier is shut.", "national news"),
    ("CNN — Mayor Ada Quill said the pier is shut.", "an agency"),
    ("HARWICK — Minister Ada Quill said the pier is shut.", "an office that no town has"),
    ("The pier is shut. HARWICK — Mayor Ada Quill said so.", "no line begins so"),
]


@pytest.mark.parametrize(("text", "expected"), OFFICES, ids=[expected[0] for _, expected in OFFICES])
def test_an_office_is_of_the_town_of_the_dateline(text: str, expected: list[str]) -> None:
    found = offices(text)

    assert found == expected


@pytest.mark.parametrize(("text"), [text for text, _ in OF_NO_TOWN], ids=[why for _, why in OF_NO_TOWN])
def test_an_office_is_of_no_town_where_it_may_be_of_another(text: str) -> None:
    found = offices(text)

    assert not any("Harwick" in each or "Washington" in each or "Cnn" in each for each in found)
