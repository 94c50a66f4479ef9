"""Which words before a name are no part of the speaker's name."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article

NAMES = {
    "a member of a parliament": ("Parliamentarian Brandt said that it leaks.", "Tom Brandt"),
    "an office below a secretary's": ("Undersecretary Brandt said that it leaks.", "Tom Brandt"),
    "who wrote something with others": ("Co-author Brandt said that it leaks.", "Tom Brandt"),
    "an age": ("Thirteen-year-old Brandt said that it leaks.", "Tom Brandt"),
    "with people of his": ("Brandt and his colleagues reported that it leaks.", "Tom Brandt"),
    "some papers": ("Some of the studies suggested that it leaks.", None),
    "those who wrote something": ("Authors of the review said that it leaks.", None),
}


@pytest.mark.parametrize(("text", "name"), NAMES.values(), ids=NAMES)
def test_a_speaker_is_named_without_what_stands_before_the_name(text: str, name: str | None) -> None:
    article = Article("a", f"The levee was built by Tom Brandt in May.\n\n{text}")

    assert [one.speaker for one in extract(article)] == [name]
