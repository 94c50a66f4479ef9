"""One analyser: what is asked for in one spelling is found in another."""

from __future__ import annotations

import pytest

from qa.language.terms import located_terms, terms

SAME = [
    ("harbour", "harbor"),
    ("neighbours", "neighbors"),
    ("neighbourhood", "neighborhood"),
    ("favourite", "favorite"),
    ("the organisation", "the organization"),
    ("organised", "organizing"),
    ("paralysed", "paralyzed"),
    ("centre", "center"),
    ("theatres", "theaters"),
    ("kilometres", "kilometers"),
    ("litre", "liter"),
    ("defence", "defense"),
    ("programmes", "programs"),
    ("U.S.", "US"),
    ("United States", "US"),
    ("trade", "trading"),
]


@pytest.mark.parametrize(("one", "other"), SAME, ids=[one for one, _ in SAME])
def test_two_spellings_are_one_term(one: str, other: str) -> None:
    assert terms(one) == terms(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("four", "for"),
        ("tour", "tor"),
        ("hour", "hor"),
        ("our", "or"),
        ("science", "sciense"),
        ("Paris", "Pariz"),
    ],
)
def test_short_words_are_left_as_they_are(one: str, other: str) -> None:
    assert terms(one) != terms(other)


def test_terms_keep_their_place_in_the_text() -> None:
    text = "The harbour, organised"

    assert [text[start:end] for start, end, _ in located_terms(text)] == ["The", "harbour", "organised"]
