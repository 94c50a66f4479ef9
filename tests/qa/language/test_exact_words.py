"""Exactly these words are found whatever their marks, case and spaces, and nothing else is."""

from __future__ import annotations

import random
import time

import pytest

from qa.language.exact_words import in_words, places


def found(typed: str, text: str) -> list[str]:
    return [text[start:end] for start, end in places(in_words(typed), text)]


@pytest.mark.parametrize(
    ("typed", "text", "expected"),
    [
        ("fair is fair", "We pay, and fair is fair.", ["fair is fair"]),
        ("fair is fair", "FAIR IS  FAIR, he said. “Fair is\nfair.”", ["FAIR IS  FAIR", "Fair is\nfair"]),
        ("fair's fair", "Fair’s fair", ["Fair’s fair"]),
        ("Don’t sell it", "they don't sell it", ["don't sell it"]),
        ("a well-known risk", "a well – known “risk”", ["a well – known “risk"]),
        ("yes we can", "“Yes, we can,” she said", ["Yes, we can"]),
        ("made in the U.S.", "It was made in the US, he said", ["made in the US"]),
        ("made in the US", "It was made in the U.S.", ["made in the U.S."]),
        ("made in the U.S", "made in the U.S.", ["made in the U.S."]),
        ("covid19 tests", "Covid-19 tests, covid19 tests", ["Covid-19 tests", "covid19 tests"]),
        ("1,200 boats", "some 1,200 boats", ["1,200 boats"]),
        ("la la", "la la la", ["la la", "la la"]),
        ("Straße", "in der STRAße", ["STRAße"]),
        ("sorry", "“Sorry.” He was sorry", ["Sorry", "sorry"]),
    ],
)
def test_the_same_words_are_found(typed: str, text: str, expected: list[str]) -> None:
    assert found(typed, text) == expected


def test_a_whole_text_gone_through_at_once_holds_the_same_places_as_a_part_of_it() -> None:
    chosen, found_some = random.Random(7), 0
    letters = "aAuUsS.'’, 1٣2_-KſİıéÉß\nQq“”"
    for _ in range(20_000):
        words = in_words("".join(chosen.choices(letters, k=chosen.randint(1, 6))))
        text = "".join(chosen.choices(letters, k=chosen.randint(1, 40)))
        whole = list(places(words, text))
        assert whole == list(places(words, text, 0, len(text))), (words, text)
        found_some += bool(whole)
    assert found_some > 100


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("fair is fair", "unfair is fair"),
        ("fair is fair", "fair is fairer"),
        ("fair is fair", "fair is fair's end"),
        ("fair is fair", "fair is very fair"),
        ("fair is fair", "is fair fair is"),
        ("fair is fair", "fair was fair"),
        ("s fair", "that’s fair"),
        ("200 boats", "1,200 boats"),
        ("1 boat", "1.5 boat"),
        ("sell", "sells, seller, resell"),
        ("covid", "covid19"),
        ("made it", "ma de it"),
    ],
)
def test_other_words_are_not_found(typed: str, text: str) -> None:
    assert found(typed, text) == []


@pytest.mark.parametrize("typed", ["", "?!", "“ ”", "..."])
def test_marks_without_words_stand_nowhere(typed: str) -> None:
    assert found(typed, "What? “ ” ...") == []


def test_places_are_looked_for_between_bounds() -> None:
    assert list(places(("fair",), "fair fair fair", 4, 10)) == [(5, 9)]


@pytest.mark.parametrize(
    "text", ["fair is " * 125_000, "fair" + " -" * 500_000, "f.a." * 250_000], ids=["words", "marks", "dots"]
)
def test_a_megabyte_of_almost_the_words_takes_little_time(text: str) -> None:
    begun = time.monotonic()

    assert found("fair is fair is odd", text) == []
    assert time.monotonic() - begun < 20
