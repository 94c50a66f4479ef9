from __future__ import annotations

import pytest

from qa.reading.other_kinds import count_endings, ending_of, why_unread


@pytest.mark.parametrize(
    ("name", "ending"),
    [("a/March.ZIP", ".zip"), ("minutes.of the meeting", ""), ("README", ""), (".hidden", "")],
)
def test_the_ending_of_a_name(name: str, ending: str) -> None:
    assert ending_of(name) == ending


def test_it_is_said_what_makes_a_packed_folder_readable() -> None:
    assert why_unread("march.zip") == "no reader for .zip files: unpack it, and index the folder"
    assert why_unread("pier.jpg") == "no reader for .jpg files"


def test_kinds_that_often_hold_articles_come_first() -> None:
    names = ["a.jpg", "b.jpg", "notes", "march.zip", "c/story.doc", "d/story.DOC"]

    assert count_endings(names) == [(".doc", 2), (".zip", 1), (".jpg", 2), ("", 1)]
