from __future__ import annotations

import pytest

from qa.answering.people.beside_names import (
    DEFINED,
    NAMED,
    TOLD,
    age_stands_beside,
    names_as_written,
    said_beside,
)


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("Ada Quill, Chief Tide and Boat Officer for the port, left.", TOLD),
        ("Ada Quill, Director of Quays, left.", TOLD),
        ("Ada Quill, head of Tide Safety at the port, left.", TOLD),
        ("Ada Quill, tide director for Harwick, left.", TOLD),
        ("Ada Quill, said director of Quays Ivo Brandt, left.", NAMED),
        ("Ada Quill, tide after tide in Harwick, left.", NAMED),
        ("Ada Quill, who has led the port since May, left.", TOLD),
        ("Ada Quill who served as a pilot left.", TOLD),
        ("Ada Quill will serve as the new pilot.", TOLD),
        ("Ada Quill was appointed pilot of the port.", TOLD),
        ("Ada Quill has been named the new pilot.", TOLD),
        ("Ada Quill stepped down as mayor in May.", TOLD),
        ("Ada Quill was named in the suit.", NAMED),
        ("Ada Quill served as an example to all.", NAMED),
        ("Ada Quill worked as hard as she could.", NAMED),
        ("Ada Quill retired as the sun set.", NAMED),
        ("Ada Quill was elected unanimously.", NAMED),
        ("Ada Quill was elected on Monday.", NAMED),
        ("Ada Quill, Ivo Brandt of Dene and Una Strand left.", NAMED),
        ("Ada Quill, Harwick for the day behind her, left.", NAMED),
        ("Ada Quill, who served tea, left.", NAMED),
    ],
)
def test_an_office_after_a_name_says_what_somebody_is(text: str, rank: int) -> None:
    assert said_beside(text, 0, len("Ada Quill")) == rank


@pytest.mark.parametrize(
    ("before", "rank"),
    [
        ("", DEFINED),
        ("Nobody knew that ", DEFINED),
        ("Tom Brandt said the ", DEFINED),
        ("In Dene the ", DEFINED),
        ("The baker ", DEFINED),
        ("To leave out ", NAMED),
        ("The decision not to ask the ", NAMED),
    ],
)
def test_a_name_that_ends_a_longer_subject_is_not_what_is_defined(before: str, rank: int) -> None:
    text = f"{before}Ada Quill was a mistake of the board."

    assert said_beside(text, len(before), len(before) + len("Ada Quill")) == rank


def test_a_name_is_found_with_an_initial_in_it_and_not_with_another_name() -> None:
    pattern = names_as_written(["Ada Quill"])

    found = [match[0] for match in pattern.finditer("Ada Quill, Ada R. Quill, Ada R Quill, Ada Rosa Quill")]

    assert found == ["Ada Quill", "Ada R. Quill", "Ada R Quill"]


@pytest.mark.parametrize(
    ("names", "expected"),
    [(["Quill"], True), (["Rosa Quill"], False), (["Ada Quill"], False)],
    ids=["typed alone", "somebody else's", "the surname of a full name"],
)
def test_an_age_beside_a_surname_is_anybodys_who_is_asked_for_by_it_alone(
    names: list[str], expected: bool
) -> None:
    text = "Ada Quill, 61, left."
    start = text.index("Quill")

    assert age_stands_beside(text, start, start + 5, names) is expected
