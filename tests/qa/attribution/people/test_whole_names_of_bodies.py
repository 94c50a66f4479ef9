"""Bodies keep the whole of their names, and are meant by its last word."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article


def speakers(text: str) -> list[str | None]:
    return [one.speaker for one in extract(Article("a", f"The levee vote.\n\n{text}"))]


@pytest.mark.parametrize(
    "again", ["To qualify, the association said", "It was late. Orsa Ltd came. The Association said"]
)
def test_a_noun_that_stands_for_a_body_gives_its_whole_name(again: str) -> None:
    text = f"According to the Dene Association of Boatmen, it is dear. {again} that it leaks."

    assert speakers(text) == ["Dene Association of Boatmen"] * 2


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Orsa-based Or Tide Observatory", "Or Tide Observatory"),
        ("Norvik-based and Orsa-based Dene Observatory", "Norvik-based and Orsa-based Dene Observatory"),
    ],
)
def test_a_name_without_where_it_is_based_begins_with_a_word_of_its_own(name: str, body: str) -> None:
    assert speakers(f"The {name} said it held.") == [body]


def test_where_a_body_is_based_is_no_part_of_its_name() -> None:
    assert speakers("The Norvik-based Dene Observatory for Human Rights said it held.") == [
        "Dene Observatory for Human Rights"
    ]


def test_a_secretary_general_has_a_name() -> None:
    assert speakers("U.N. Secretary-General Bon Ki-mun said it held.") == ["Bon Ki-mun"]


@pytest.mark.parametrize(
    "described", ["a mother of one of the sailors who saw the film shown by CNN", "a friend of Bert Marsh"]
)
def test_a_description_may_lack_its_second_comma(described: str) -> None:
    text = f"“They are ours, and I know it,” Ada Quill, {described} said."

    assert speakers(text)[0] == "Ada Quill"


def test_an_acting_office_is_nobodys_name() -> None:
    text = "Ada Quill, the acting district attorney, came. The Acting District Attorney said that it held."

    assert "District Attorney" not in speakers(text)


def test_the_title_of_a_work_goes_on_after_of() -> None:
    assert speakers("Boats were dear, according to the Register of Dene Boats.") == ["Register of Dene Boats"]


def test_an_abbreviation_within_a_name_does_not_end_it() -> None:
    text = "The case went to the U.S. Court of Appeals for the D.C. Circuit.\n\nThe court said it was late."

    assert speakers(text) == ["U.S. Court of Appeals for the D.C. Circuit"]
