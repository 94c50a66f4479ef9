from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article

LEAD = "The levee vote\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "Orsa Hale/Dene Post PhotographerAda Quill, a candidate, in Dene. Quill said the levee leaks.",
        "International MinisterAda Quill said the levee leaks.",
    ],
    ids=["a credit", "an office"],
)
def test_a_name_that_a_lost_line_break_joins_to_a_calling_is_that_name(text: str) -> None:
    found = extract(Article(id="a", title="The levee", text=LEAD + text))

    assert [one.speaker for one in found] == ["Ada Quill"]


def test_a_capital_inside_a_surname_joins_nothing() -> None:
    found = extract(Article(id="a", title="The levee", text=f"{LEAD}Ivo McDene said the levee leaks."))

    assert [one.speaker for one in found] == ["Ivo McDene"]
