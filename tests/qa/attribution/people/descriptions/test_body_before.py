"""Of which body an office is that "its" gives to somebody."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract_all
from qa.datatypes import Article


def offices(text: str) -> list[tuple[str | None, str, str | None]]:
    found = extract_all(Article("a", f"The levee vote.\n\n{text}")).descriptions
    return [(each.who, each.what, each.of) for each in found]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The Levee Union was not asked. Its general secretary, Ivo Brandt, was angry.", "Levee Union"),
        (
            "The Dene Institute of Tides was not asked. Its president, Ivo Brandt, was angry.",
            "Dene Institute of Tides",
        ),
        ("The green group Tide Watch was not asked. Its president, Ivo Brandt, was angry.", "Tide Watch"),
        ("The Levee Union was not asked in Dene on Monday. Its head, Ivo Brandt, was angry.", "Levee Union"),
        ("The keepers’ union was not asked. Its president, Ivo Brandt, was angry.", "keepers’ union"),
        (
            "The Levee Union was not asked. “It leaks. It is old,” said its president, Ivo Brandt.",
            "Levee Union",
        ),
        ("The Levee Union was not asked. “It leaks,” its president Ivo Brandt said.", "Levee Union"),
    ],
)
def test_its_office_is_of_the_body_that_the_sentence_before_begins_with(text: str, body: str) -> None:
    assert body in [of for who, _, of in offices(text) if who == "Ivo Brandt"]


@pytest.mark.parametrize(
    "text",
    [
        "Norland closed the port. Its president, Ivo Brandt, was angry.",
        "The Levee Union sold a ship. Its captain, Ivo Brandt, was angry.",
        "The keepers’ union paper was shut. Its founder, Ivo Brandt, was angry.",
        "The Levee Union sued Norair. Its president, Ivo Brandt, was angry.",
        "The Levee Union closed a school. Its head, Ivo Brandt, was angry.",
        "The Levee Union Street bridge fell. Its designer, Ivo Brandt, was angry.",
        "Ada Quill left the Levee Union. Its president, Ivo Brandt, was angry.",
        "“The Levee Union was not asked.” Its president, Ivo Brandt, was angry.",
    ],
)
def test_another_beginning_tells_of_no_body(text: str) -> None:
    assert [of for who, _, of in offices(text) if who == "Ivo Brandt"] == [None]
