"""People whose surname has two words: one person by the full name and by the surname."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article


def last_speaker(text: str) -> str | None:
    return extract(Article("a", text))[-1].speaker


@pytest.mark.parametrize("later", ["Orsal Quill", "Mr Orsal Quill", "Dr. Orsal Quill"])
def test_a_surname_of_two_words_is_the_persons_who_bears_it(later: str) -> None:
    assert last_speaker(f"Ivo Orsal Quill leads the board. {later} said it leaks.") == "Ivo Orsal Quill"


@pytest.mark.parametrize("later", ["Ada Quill", "Adan Brandt", "Brandt Quill Jr."])
def test_another_given_name_is_another_person(later: str) -> None:
    assert last_speaker(f"Ivo Orsal Quill leads the board. {later} said that it leaks.") != "Ivo Orsal Quill"


def test_a_middle_name_that_is_a_given_name_is_no_surname() -> None:
    assert last_speaker("Ivo Peter Quill leads the board. Peter Quill said that it leaks.") == "Peter Quill"


def test_a_surname_of_two_words_may_begin_with_a_given_name_where_the_last_never_stands_alone() -> None:
    text = (
        "Ada Duncan Quill leads the board. Ms Duncan Quill opposed the pier. Duncan Quill said that it leaks."
    )
    assert last_speaker(text) == "Ada Duncan Quill"
    text = "Ada Duncan Quill leads the board. Her son, Duncan Quill, fishes. Duncan Quill said that it leaks."
    assert last_speaker(text) == "Duncan Quill"
    text = "Ada Duncan Quill and Ivo Quill met. Duncan Quill sat. Mr Quill left. Duncan Quill said that it leaks."
    assert last_speaker(text) == "Duncan Quill"


@pytest.mark.parametrize(
    "introduced",
    [
        "Duncan Quill, 54, fishes.",
        "Duncan Quill, a fisherman, came.",
        "Duncan Quill, her husband, came.",
        "Ada Duncan Quill and Duncan Quill wed.",
        "Mr. Duncan Quill came.",
    ],
)
def test_who_is_introduced_by_two_words_bears_them_as_given_name_and_surname(introduced: str) -> None:
    text = f"Ada Duncan Quill leads the board. {introduced} Duncan Quill said that it leaks."
    assert last_speaker(text) == "Duncan Quill"
