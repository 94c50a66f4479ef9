from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article


def reported(text: str) -> list[tuple[str | None, str]]:
    """Return speaker and words of each record of a text."""
    return [
        (record.speaker, " ... ".join(text[start:end] for start, end in record.content))
        for record in extract(Article("a", text))
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Quill emphasises that the levee is safe.", "the levee is safe"),
        ("Ada Quill theorised that the levee was old.", "the levee was old"),
        ("Ada Quill counselled that the town should wait.", "the town should wait"),
        ("Ada Quill wrote on X that the levee is safe.", "the levee is safe"),
        ("Ada Quill posted on X: “The levee will hold until spring.”", "“The levee will hold until spring.”"),
        ("Ada Quill made it clear that the levee is safe.", "the levee is safe"),
        ("Ada Quill hit back at the harbour board.", "the harbour board"),
        ("Ada Quill objected to the toll.", "the toll"),
        ("Ada Quill warned that the levee would break.", "the levee would break"),
        (
            "“Who pays for all of these pumps?” Ada Quill fumed, and left.",
            "“Who pays for all of these pumps?”",
        ),
        ("Ada Quill yelled “Never!” at the harbour board.", "“Never!”"),
    ],
    ids=lambda value: value[:40],
)
def test_a_verb_of_the_news_reports_in_its_frames(text: str, words: str) -> None:
    assert reported(text) == [("Ada Quill", words)]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill determined the price of the toll.",
        "Ada Quill called out to her dog in the yard.",
        "After the vote, before agreeing to the cuts, Ada Quill left.",
    ],
)
def test_a_verb_outside_its_frames_reports_nothing(text: str) -> None:
    assert not reported(text)


def test_a_verb_that_only_quotes_ends_no_content_where_nothing_is_quoted() -> None:
    text = "Ada Quill said the pumps will run all night, starting in May."

    assert reported(text) == [("Ada Quill", "the pumps will run all night, starting in May")]


def test_the_words_before_a_verb_with_a_preposition_are_still_what_was_said() -> None:
    text = "“The levee will never hold in a storm,” Ada Quill hit back at the board."

    assert reported(text) == [("Ada Quill", "“The levee will never hold in a storm,”")]


def test_a_role_in_british_politics_is_no_part_of_a_name() -> None:
    assert reported("Lib Dem Norman Sayle said the levee is safe.") == [("Norman Sayle", "the levee is safe")]
