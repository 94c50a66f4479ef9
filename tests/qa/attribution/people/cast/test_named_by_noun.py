"""Bodies that are named between commas after a noun for what they are."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article


def speakers(text: str) -> list[str | None]:
    return [record.speaker for record in extract(Article("a", f"The levee vote.\n\n{text}"))]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The firm, Orsa Marine, said it had won the work on merit.", "Orsa Marine"),
        ("The airline, Norair, said flights would resume.", "Norair"),
        ("Its parent company, Orsa Group, said the levee would stay.", "Orsa Group"),
        ("The pump's maker, Dene Pharma, said it was safe.", "Dene Pharma"),
        ("The charity, Food and Water Watch, said it was safe.", "Food and Water Watch"),
        ("The levee was “sound”, the charity, Tide Trust, said.", "Tide Trust"),
    ],
)
def test_a_body_is_named_after_what_it_is(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "The company, London, said sales had doubled.",
        "The firm, based in Dene, said sales had doubled.",
        "The company, Ivo Brandt & Sons, said sales had doubled.",
        "The airline, Norair and Orsa Marine, said sales had doubled.",
        "Ada Quill met Ivo Brandt. The contractor, Brandt, said sales had doubled.",
        "Its owner, Ada Quill's son, said sales had doubled.",
        "The bank, which Orsa Group owns, said sales had doubled.",
    ],
)
def test_where_a_body_is_and_whose_is_no_name(text: str) -> None:
    assert speakers(text) == [None]
