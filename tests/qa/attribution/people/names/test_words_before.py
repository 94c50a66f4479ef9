"""What an article says of somebody whom it calls by a surname."""

from __future__ import annotations

import time

import pytest

from qa.attribution.extractor import extract
from qa.attribution.people.names.words_before import given_names
from qa.datatypes import Article


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Foreign Minister Edson Vane came.", {"edson"}),
        ("Edson R. Vane came.", {"edson"}),
        ("Edson\nVane came.", {"edson"}),
        ("A boat for Edson\n\nVane came.", set()),
        ("A boat for Edson\n \nVane came.", set()),
        ("Edson van der Vane came.", {"edson"}),
        ("Edson Vane's plan and Ida Vane's.", {"edson", "ida"}),
        ("Foreign Minister Vane came.", set()),
        ("But Vane came.", set()),
        ("On Friday Vane came.", set()),
        ("The Board's Vane came.", set()),
        ("The bakers' Vane came. The Resources’ Vane came.", set()),
        ("In Harwick, Vane came. Edson. Vane left.", set()),
        ("Norwegian Vane came to Washington. Washington Vane", set()),
        ("Edson came with Vane.", set()),
    ],
)
def test_a_given_name_is_what_stands_before_the_surname_and_is_no_title(text: str, given: set[str]) -> None:
    assert given_names(text, ["vane"]).get("vane", set()) == given


def test_a_megabyte_of_names_is_read_in_a_moment() -> None:
    start = time.process_time()
    given_names("Vane J. " * 130_000, ["vane"])
    given_names("Edson     " * 100_000, ["edson"])

    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("text", "callings"),
    [
        ("Lord Vane said no.", ("lord",)),
        ("Lord Vane came. “No,” he said.", ("he", "lord")),
        ("Mrs Vane said no.", ("mrs",)),
        ("General Vane said no.", ("general",)),
        ("Attorney General Vane said no.", ()),
        ("President Vane said no.", ("president",)),
        ("Dr Vane said no.", ("doctor",)),
        ("Baroness Vane said no.", ("baroness",)),
    ],
)
def test_a_record_has_the_titles_and_the_pronoun_of_its_speaker(text: str, callings: tuple[str, ...]) -> None:
    *_, one = (each for each in extract(Article("a", f"The levee\n\n{text}")) if each.speaker)

    assert (one.speaker, one.callings) == ("Vane", callings)
