"""Sides that are set beside each other: "compare Quill, Brandt and Hale on tolls"."""

from __future__ import annotations

import pytest

from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.comparing import LONGEST, compared

SPEAKERS = ListedSpeakers(
    tuple(Speaker(name, "person", (name.split()[1],), 9) for name in ("Ada Quill", "Tom Brandt", "Rosa Hale"))
)


@pytest.mark.parametrize(
    "question",
    ["compare Quill, Brandt and Hale on tolls", "compare Quill , Brandt, and Hale on tolls"],
)
def test_several_are_set_beside_each_other(question: str) -> None:
    assert compared(question, SPEAKERS) == (("Ada Quill", "Tom Brandt", "Rosa Hale"), "tolls")


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("What do Quill and Brandt think of the tolls?", "the tolls"),
        ("How do Quill and Brandt see the tolls?", "the tolls"),
        ("Quill and Brandt, what did they say about the tolls?", "the tolls"),
        ("Quill and Brandt, what do they think of each other?", "each other"),
        ("What did Quill and Brandt say to each other?", "each other"),
    ],
    ids=["think of", "see", "named first", "named first, each other", "to each other"],
)
def test_two_are_asked_what_they_think_in_many_forms(question: str, topic: str) -> None:
    assert compared(question, SPEAKERS) == (("Ada Quill", "Tom Brandt"), topic)


def test_a_long_list_is_read_in_linear_time() -> None:
    # Were each comma read in several ways, this would need years, so that finishing is the test.
    question = ("Is Quill or " + "it was Brandt,  " * 30)[:LONGEST]

    assert compared(question, SPEAKERS) is None
