"""Names in questions that were typed without capitals."""

from __future__ import annotations

import pytest

from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.typed_names import with_capitals

SPEAKERS = ListedSpeakers(
    (
        Speaker("Ada Quill", "person", ("Quill",), 9),
        Speaker("Rosa May Strand", "person", ("Strand",), 3),
        Speaker("Harwick Council", "group", (), 2),
    )
)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("when was ada quill fired", "when was Ada Quill fired"),
        (
            "what happened to rosa may strand and ada quill?",
            "what happened to Rosa May Strand and Ada Quill?",
        ),
        ("how old is rosa strand", "how old is Rosa Strand"),
        ("when was quill fired", "when was quill fired"),
        ("who runs harwick council", "who runs harwick council"),
        ("when was Ada quill fired", "when was Ada quill fired"),
        ("WHEN WAS ADA QUILL FIRED", "WHEN WAS ADA QUILL FIRED"),
        ("when was ada brandt fired", "when was ada brandt fired"),
        ("", ""),
    ],
)
def test_full_names_of_people_get_their_capitals(typed: str, written: str) -> None:
    assert with_capitals(typed, SPEAKERS) == written
