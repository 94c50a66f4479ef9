"""Bodies whose short names look like pronouns: the WHO is no "who", and IT no "it"."""

from __future__ import annotations

import pytest

from tests.qa.attribution.speech.attributed import said

BODIES = {
    "the body itself": (
        "The WHO has also noted that the levee leaks.",
        ("The WHO", "the levee leaks"),
    ),
    "after a clause": (
        "After the film went around, the WHO said it was cut.",
        ("the WHO", "it was cut"),
    ),
    "its lawyer": (
        "A WHO lawyer said this week that the levee leaks.",
        ("A WHO lawyer", "the levee leaks"),
    ),
    "its spokesman, after a quotation": (
        '"The levee leaks," a WHO spokesman said.',
        ("a WHO spokesman", '"The levee leaks,"'),
    ),
    "a minister": (
        "The IT minister said the levee leaks.",
        ("The IT minister", "the levee leaks"),
    ),
    "a shouted pronoun": (
        '"WHO IS IT," said Tom Brandt, who left.',
        ("Tom Brandt", '"WHO IS IT,"'),
    ),
}


@pytest.mark.parametrize(("text", "expected"), BODIES.values(), ids=BODIES.keys())
def test_who_and_it_in_capitals_are_bodies(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)
