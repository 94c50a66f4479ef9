from __future__ import annotations

from qa.attribution.extractor import extract
from qa.datatypes import Article


def test_a_name_with_two_spaces_between_its_words_is_one_name() -> None:
    text = "The levee vote\n\n“It holds,” said Orsa Lee  Quill, a clerk.  Tom Brandt left. “It leaks,” said Quill."

    speakers = [record.speaker for record in extract(Article("a", text))]

    assert speakers == ["Orsa Lee Quill", "Orsa Lee Quill"]


def test_a_credit_of_a_picture_is_no_part_of_the_name_that_follows() -> None:
    text = "Tom Brandt opened it.\n\nHALVORN/Ada L. Quill Brandt praised the new quay.\n\nBrandt said that it was late."

    speakers = {record.speaker for record in extract(Article("a", text))}

    assert speakers == {"Tom Brandt"}
