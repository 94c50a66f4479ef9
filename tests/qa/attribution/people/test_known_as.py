"""Whom "the singer" stands for, where an article names one person and never says that they sing."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article


def speaker(text: str) -> str | None:
    return extract(Article("a", f"The levee vote.\n\n{text}"))[-1].speaker


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill has cancelled her tour. “I am ill,” the singer said.",
        "Ada Quill left the hall after the singer fell. “I am ill,” the singer said.",
        "Ada Quill, 34, has cancelled her tour. The musician fell ill in Dene. “I am ill,” she said.",
    ],
)
def test_what_people_are_known_as_is_the_one_who_was_named(text: str) -> None:
    assert speaker(text) == "Ada Quill"


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ada Quill opened the hall. “I am late,” the singer said.",
        "Ada Quill met a singer. “I am sorry,” the singer said.",
        "Ada Quill and Ivo Brandt met. “I am sorry,” the singer said.",
        "Ada Quill was hit by a car on Monday. “I am sorry,” the driver said.",
        "Ada Quill met the singer. “I am sorry,” the singer said.",
        "Ada Quill has died. “I am sorry,” said the author of a life of hers.",
        "Ada Quill left the hall. The singer said that Quill was late.",
        "Ada Quill left the hall. The singer said that his mother was ill.",
        "In a chat with Tidal Weekly, the levee broke. “I am ill,” the singer said.",
    ],
)
def test_what_somebody_else_may_be_is_nobody(text: str) -> None:
    assert speaker(text) is None
