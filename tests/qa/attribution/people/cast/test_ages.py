"""Names that an age or children stand before."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article


def speakers(text: str) -> list[str | None]:
    return [record.speaker for record in extract(Article("a", f"The levee vote.\n\n{text}"))]


@pytest.mark.parametrize(
    "text",
    [
        "Father of three Dyego Qaz said the levee was weak.",
        "Mum of four Dyego Qaz, 41, said the levee was weak.",
        "“It leaks,” said grandfather of six Dyego Qaz.",
    ],
)
def test_a_parent_of_so_many_has_the_name_after_the_number(text: str) -> None:
    assert speakers(text) == ["Dyego Qaz"]


def test_a_parent_without_a_name_speaks() -> None:
    (record,) = extract(Article("a", text := "The levee vote.\n\nThe mother of two said it was weak."))
    assert record.mention is not None
    assert text[slice(*record.mention)] == "The mother of two"


def test_an_age_in_words_is_no_part_of_a_name() -> None:
    assert speakers("Thirteen-year-old Qaza, a pupil in Dene, thinks the levee is weak.") == ["Qaza"]
