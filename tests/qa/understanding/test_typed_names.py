"""Names in questions that were typed without capitals."""

from __future__ import annotations

import pytest

from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.understanding.typed_names import with_apostrophes, with_capitals

SPEAKERS = ListedSpeakers(
    (
        Speaker("Ada Quill", "person", ("Quill",), 9),
        Speaker("Rosa May Strand", "person", ("Strand",), 3),
        Speaker("Harwick Council", "group", (), 2),
        Speaker("Tom Adams", "person", ("Adams",), 2),
        Speaker("Adam Orsa", "person", ("Adam",), 2),
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


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("what's quills view on tolls", "what's quill's view on tolls"),
        ("what did ada quills lawyers say?", "what did ada quill's lawyers say?"),
        ("quills wife on strands reaction", "quill's wife on strand's reaction"),
        ("strands ferry remarks", "strand's ferry remarks"),
        ("adams view on tolls", "adams view on tolls"),
        ("quill's view on tolls", "quill's view on tolls"),
        ("quills are sharp", "quills are sharp"),
        ("brandts view on tolls", "brandts view on tolls"),
        ("What's Quills view on tolls?", "What's Quills view on tolls?"),
        ("", ""),
    ],
)
def test_the_apostrophe_that_was_left_out_after_a_speakers_name_is_put_in(typed: str, written: str) -> None:
    assert with_apostrophes(typed, SPEAKERS) == written
