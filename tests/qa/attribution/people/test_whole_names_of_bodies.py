"""Bodies keep the whole of their names, and are meant by its last word."""

from __future__ import annotations

import time

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


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("Harbour Institutes of Tides Director Ivo Brandt said it held.", "Ivo Brandt"),
        ("Centers for Tide Control and Prevention Director Ivo Brandt said it held.", "Ivo Brandt"),
        (
            "The U.S. Centers for Tide Control and Prevention said it held.",
            "U.S. Centers for Tide Control and Prevention",
        ),
        ("It held, according to the National Institutes of Tides.", "National Institutes of Tides"),
    ],
    ids=["a director", "a director for", "of a nation", "national"],
)
def test_a_plural_body_goes_on_after_of_and_for(said: str, speaker: str) -> None:
    assert speakers(said) == [speaker]


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("It held, USA Today reported on Monday.", "USA Today"),
        ("It held, according to Dene Today.", "Dene Today"),
        ("It held, Dene Quay said today.", "Dene Quay"),
        ("It held, Ada Quill said Today.", "Ada Quill"),
    ],
)
def test_a_paper_may_be_called_today(said: str, speaker: str) -> None:
    assert speakers(said) == [speaker]


def test_a_group_of_people_is_nobody_who_is_called_by_its_last_word() -> None:
    text = "Burundi held a vote, saying it was time. It was late, according to Radio Qaz Burundi, a group of clerks."

    assert speakers(text) == ["Burundi", "Radio Qaz Burundi"]


@pytest.mark.parametrize("thing", ["The Quill Shuttle flew to Dene.", "They sold the Quill X-150."])
def test_a_thing_that_bears_a_surname_is_not_whoever_speaks(thing: str) -> None:
    assert speakers(f"{thing} “It would take an hour,” Quill said.") == ["Quill"]


def test_an_office_in_small_letters_does_not_begin_a_bodys_name() -> None:
    text = "The notes are short, the Dene attorney general's Office said in a statement."

    assert {one.speaker for one in extract(Article("a", text))} == {"Dene attorney general's Office"}


@pytest.mark.parametrize(
    ("named", "body"),
    [
        ("the RTU union", "RTU"),
        ("the NFB association", "NFB"),
        ("the NFB board", "NFB board"),
        ("the UK government", "UK government"),
        ("the Harwick union", "Harwick union"),
        ("the USA bank", "USA bank"),
    ],
)
def test_a_noun_that_says_what_initials_stand_for_is_no_part_of_a_bodys_name(named: str, body: str) -> None:
    assert speakers(f"On Monday {named}, which met in Dene, said that it leaks.") == [body]


@pytest.mark.parametrize(
    ("named", "name"),
    [
        ("Institute for Tidal Studies’ Tom Quaz", "Tom Quaz"),
        ("Radio Harwick’s Tom Quaz", "Tom Quaz"),
        ("Church of Dene’s General Synod", "Church of Dene’s General Synod"),
    ],
)
def test_whoever_is_of_a_body_of_several_words_is_not_that_body(named: str, name: str) -> None:
    assert speakers(f"It was late. The {named} said that it leaks.") == [name]


@pytest.mark.parametrize(
    ("named", "body"),
    [
        ("Analysts Orsa Insight", "Orsa Insight"),
        ("Teachers Union Dene", "Teachers Union Dene"),
        ("Economists Harwick Association", "Economists Harwick Association"),
        ("Nurses United France", "Nurses United France"),
    ],
)
def test_what_people_are_before_their_firms_name_is_no_part_of_it(named: str, body: str) -> None:
    assert speakers(f"It was late. {named} have warned that it leaks.") == [body]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("No 10 said that it leaks.", ["No 10"]),
        ("Five ferries leak, No 10 has said.", ["No 10"]),
        ("No member said that it leaks.", []),
        ("No 10 people said that it leaks.", []),
    ],
)
def test_downing_street_is_called_by_its_number(text: str, said: list[str]) -> None:
    assert speakers(text) == said


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The quay is sold. Marlow's said it was late.", "Marlow's"),
        ("The quay is sold. “It was late,” McMarlow's said.", "McMarlow's"),
        ("Ada Marlow owns it. Marlow's said it was late.", "Ada Marlow"),
    ],
    ids=["a firm", "a capital within", "somebody of that name"],
)
def test_a_name_in_s_before_a_verb_is_a_firms_where_nobody_is_called_so(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.slow
def test_many_firms_in_s_take_no_time() -> None:
    text = "Marlow's said it was late. " * 4_000
    start = time.process_time()

    assert set(speakers(text)) == {"Marlow's"}
    assert time.process_time() - start < 8
