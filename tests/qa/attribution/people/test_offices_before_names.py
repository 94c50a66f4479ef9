"""An office before a name and a comma: "The mayor, Ada Quill, said", and what only looks like one."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article

LATER = "The mayor said the ferry would stop."


def last_speaker(text: str) -> str | None:
    return extract(Article("a", f"The port\n\n{text}"))[-1].speaker


@pytest.mark.parametrize(
    "before",
    [
        "The mayor, Ada Quill, met the board on Monday.",
        "“It leaks,” said the mayor, Ada Quill.",
        "Dene’s mayor, Ada Quill, said that it leaks.",
        "The new mayor, Ada Quill, was there.",
    ],
)
def test_an_office_before_a_name_is_its_bearers(before: str) -> None:
    assert last_speaker(f"{before} {LATER}") == "Ada Quill"


@pytest.mark.parametrize(
    "before",
    [
        "After talking to the mayor, Ada Quill, a baker, left.",
        "After talking to the mayor, Ada Quill left.",
        "With the mayor, Ada Quill, and Tom Brandt it sank.",
        "The former mayor, Ada Quill, said that it leaks.",
        "The deputy mayor, Ada Quill, said that it leaks.",
    ],
)
def test_somebody_else_or_a_former_or_deputy_one_bears_no_office_before_a_name(before: str) -> None:
    assert last_speaker(f"{before} {LATER}") is None
