"""Names in longer runs of capitals: after offices that no list knows, with initials, below pictures."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article


def speakers(text: str) -> list[str | None]:
    return [record.speaker for record in extract(Article("a", f"The port\n\n{text}"))]


NAMED = {
    "an initial that is an article": (
        "Tom A. Quaz said it leaks.\n\nMr. Quaz said it is old.",
        "Tom A. Quaz",
    ),
    "an initial that is a pronoun": ("Ada I. Quaz said it leaks.\n\nMs. Quaz said it is old.", "Ada I. Quaz"),
    "an office that no list knows": (
        "Dene Quay Subwarden Michael Quaz said it leaks.\n\nQuaz said it is old.",
        "Michael Quaz",
    ),
    "a middle name that is a given name": (
        "Dene chief minister Zorvan Kumar Quaz said it leaks.\n\nQuaz said it is old.",
        "Zorvan Kumar Quaz",
    ),
    "such an office and an initial": (
        "Dene Docks General Counsel Michael A. Quaz said it leaks.\n\nQuaz said it is old.",
        "Michael A. Quaz",
    ),
    "a body's noun, with an age": (
        "Qaza Church, 31, left.\n\nChurch said it leaks.\n\nMs Church said it is old.",
        "Qaza Church",
    ),
    "a name in the middle": (
        "Ivo Qazek Bin Quaz said it leaks.\n\nQazek said it is old.",
        "Ivo Qazek Bin Quaz",
    ),
    "a surname twice": (
        "File photo of sailor Ada Quill Quill in May.\n\nQuill said it leaks.\n\nShe said it is old.",
        "Ada Quill",
    ),
    "a given name twice": (
        "Omar Ahmed Ahmed said it leaks.\n\nMr. Ahmed said it is old.",
        "Omar Ahmed Ahmed",
    ),
    "a given name that comes second": (
        "The head of the port, Qazuddin Abdul Rahman, said it leaks.\n\nMr. Rahman said it is old.",
        "Qazuddin Abdul Rahman",
    ),
    "a surname that is a place, before a joined given name": (
        "Coach Park Hae-qaz said it leaks.\n\nPark said it is old.",
        "Park Hae-qaz",
    ),
    "a short name of a body, before an initial": (
        "The secretary of HRC B. Quaz said it leaks.\n\nMr. Quaz said it is old.",
        "B. Quaz",
    ),
    "what an office is for, in the plural": (
        "Minister of State for Fisheries Qazi Quaz said it leaks.\n\nMr. Quaz said it is old.",
        "Qazi Quaz",
    ),
    "a body with a given name inside": (
        "The Port Stanley Ferry said it leaks.\n\nThe Port Stanley Ferry said it is old.",
        "Port Stanley Ferry",
    ),
}


@pytest.mark.parametrize(("text", "name"), NAMED.values(), ids=NAMED)
def test_a_person_or_a_body_is_known_by_the_whole_name(text: str, name: str) -> None:
    assert speakers(text) == [name, name]


def test_a_newspaper_is_no_he() -> None:
    text = "According to the Dene Post-Courier, the boat came late.\n\nIt grew dark. “It was cold,” he said."

    assert speakers(text) == ["Dene Post-Courier", None]


COMMON = "Ada Price, a clerk, came. The price of fish rose.\n\n"


def test_a_surname_that_is_a_common_word_speaks_at_the_beginning_of_a_sentence() -> None:
    assert speakers(f"{COMMON}Price said it was late.") == ["Ada Price"]


def test_a_common_word_that_begins_a_sentence_is_nobodys_surname() -> None:
    assert speakers("Ada Quill came. The price of fish rose.\n\nPrice said it was late.") != ["Ada Price"]


def test_a_name_after_an_office_and_a_firm_of_two_words_is_who_speaks() -> None:
    text = "Chief Financial Officer of Super Dene Debra Quaz said it was late.\n\nQuaz said it was old."

    assert speakers(text) == ["Debra Quaz", "Debra Quaz"]


def test_one_long_word_takes_linear_time() -> None:
    assert speakers("A-" * 100_000 + " was left.\n\nAda Price said it leaks.") == ["Ada Price"]


def test_a_firm_whose_name_begins_with_us_is_no_other_firm() -> None:
    text = "The sale was told of by Orsa Boatmen and US Boatmen.\n\nUS Boatmen said it was late."

    assert speakers(text) == ["US Boatmen"]


def test_a_participle_before_a_noun_at_the_head_of_a_sentence_is_nobody() -> None:
    assert speakers("Repeated calls for a vote were heard.\n\n“It leaks,” she said.") == [None]
