from __future__ import annotations

import pytest

from qa.understanding.chat_spelling import as_written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("wot did quill say bout the ferry", "what did quill say about the ferry"),
        ("wat sed quill", "what said quill"),
        ("ppl who didnt vote", "people who didn't vote"),
    ],
)
def test_chat_spellings_are_read_as_they_would_be_written(typed: str, written: str) -> None:
    assert as_written(typed) == written


@pytest.mark.parametrize(
    "typed",
    ['who said "wot a day"', "Wot Ltd on taxes", "the bouts of May", "What did Quill say about it?", ""],
)
def test_words_in_quotation_marks_names_and_other_words_stay(typed: str) -> None:
    assert as_written(typed) == typed
