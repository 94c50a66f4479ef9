"""A verb of speech that ends a sentence reports all of it, also what others show or say in it."""

from __future__ import annotations

import pytest

from tests.qa.attribution.speech.attributed import said

OF_ALL = {
    "what surveys show": (
        "New surveys show a steep rise in leaks, Ada Quill pointed out.",
        ("Ada Quill", "New surveys show a steep rise in leaks"),
    ),
    "what others say": (
        "Those who say the levee leaks are wrong, Brandt insisted.",
        ("Brandt", "Those who say the levee leaks are wrong"),
    ),
    "the verb before its subject": (
        "The clerk who says the levee is safe is wrong, argued Mr Hale.",
        ("Mr Hale", "The clerk who says the levee is safe is wrong"),
    ),
    "a description": (
        "Orsa is urging the board to mend the quay, the mayor added.",
        ("the mayor", "Orsa is urging the board to mend the quay"),
    ),
}
OF_A_PART = {
    "with as": (
        "Quill said the fare would rise, as Hale predicted.",
        ("Quill", "the fare would rise"),
    ),
    "a time after the verb": (
        "Quill said the plan, announced last week, would raise the fares.",
        ("Quill", "the plan, announced last week, would raise the fares"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), OF_ALL.values(), ids=OF_ALL.keys())
def test_the_last_verb_reports_all(text: str, expected: tuple[str, str]) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(("text", "expected"), OF_A_PART.values(), ids=OF_A_PART.keys())
def test_the_last_verb_reports_a_part(text: str, expected: tuple[str, str]) -> None:
    assert said(text) == [expected]
