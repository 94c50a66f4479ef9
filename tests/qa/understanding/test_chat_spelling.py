from __future__ import annotations

import pytest

from qa.understanding.chat_spelling import as_written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("wot did quill say bout the ferry", "what did quill say about the ferry"),
        ("wat sed quill", "what said quill"),
        ("ppl who didnt vote", "people who didn't vote"),
        ("what did quill say about us sanctions", "what did quill say about US sanctions"),
        ("how many ferries are there in the us?", "how many ferries are there in the US?"),
        ("u.s. troops in harwick", "US troops in harwick"),
        ("Why did Ada Quill send u.s. troops?", "Why did Ada Quill send US troops?"),
        ("us officials on the who", "US officials on the WHO"),
        ("sry did brandt agree w quill", "sorry did brandt agree with quill"),
        ("did somone say anthing bout quill", "did someone say anything about quill"),
        ("what's the Dene mayor think of tolls?", "what does the Dene mayor think of tolls?"),
    ],
)
def test_chat_spellings_are_read_as_they_would_be_written(typed: str, written: str) -> None:
    assert as_written(typed) == written


@pytest.mark.parametrize(
    "typed",
    [
        "what did quill tell us about it",
        "what's Quill got to say about tolls?",
        "what's Quill trying to say about tolls?",
        "what's there to say about tolls?",
        "what's Quill had to say?",
        "what's the mean price of a ticket?",
        "what's Quill's think tank called?",
        "what did tom w hale say",
        "what did gov quill say about it",
        "how does it help us understand her",
        "who is against us and who is with us",
        "what do all of us need",
        "what keeps us safe",
        "what did quill say cost us jobs",
        "what moved us forward",
        "what hurts us all",
        "what did quill say about the rest of those of us left behind",
        "What did Ada Quill say about us?",
        "Why did Quill warn us skippers?",
        'who said "wot a day"',
        "Wot Ltd on taxes",
        "the bouts of May",
        "What did Quill say about it?",
        "",
    ],
)
def test_words_in_quotation_marks_names_and_other_words_stay(typed: str) -> None:
    assert as_written(typed) == typed


@pytest.mark.parametrize("hidden", ["\u200b", "\u202e", "\u2069", "\ufeff", "\u00ad"])
def test_what_nobody_sees_is_not_read(hidden: str) -> None:
    assert as_written(f'Who said "{hidden}Rents{hidden} fell"?') == 'Who said "Rents fell"?'
