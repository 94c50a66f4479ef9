"""Whose words are in what a paper passes on: "Quill said that it leaks, according to the Ledger"."""

from __future__ import annotations

import pytest

from tests.qa.attribution.speech.attributed import said

LEAKS = ("Ada Quill", "the levee leaks")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Quill said in May that the levee leaks, according to court papers.",
        "Ada Quill said in May that the levee leaks, according to the Dene Gazette.",
        "According to state media, Ada Quill said in May that the levee leaks.",
    ],
)
def test_what_a_paper_passes_on_are_the_words_of_who_said_it(sentence: str) -> None:
    assert said(sentence) == [LEAKS]


def test_what_a_paper_passes_on_may_end_with_who_said_it() -> None:
    found = said("The levee leaks, Ada Quill said, according to court papers.")
    assert found == [("Ada Quill", "The levee leaks")]


def test_a_source_within_what_was_said_leaves_it_whose_it_is() -> None:
    found = said("She told the board that the levee, according to the survey, is old.")
    assert found == [("She", "the levee ... is old")]


@pytest.mark.parametrize("source", ["Ivo Brandt", "the Dene Centre for Tide Research"])
def test_what_somebody_who_is_named_passes_on_is_theirs(source: str) -> None:
    found = said(f"Ada Quill said that the levee leaks, according to {source}.")
    assert found == [(source, "Ada Quill said that the levee leaks")]


def test_a_deed_that_a_paper_reports_is_nobodys_words() -> None:
    found = said("Ada Quill added a lock to the levee, according to the survey.")
    assert found == [("the survey", "Ada Quill added a lock to the levee")]
