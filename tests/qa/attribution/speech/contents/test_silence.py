"""Who did not speak, and what has no words in it: neither may come out as something said."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article, Attribution

LEAD = "The levee vote\n\n"


def found(text: str) -> list[Attribution]:
    return extract(Article("a", LEAD + text))


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill did not wish to comment on the levee.",
        "Ada Quill did not want to talk about the levee.",
        "Ada Quill would not comment.",
        "Ada Quill would not say whether the levee was safe.",
        "Ada Quill would not be drawn on whether she would run.",
        "Ada Quill won't say when the levee will open.",
        "Ada Quill refused to be drawn on the levee.",
        "Ada Quill was unwilling to discuss the levee.",
        "Ada Quill was not willing to be quoted.",
        "Ada Quill had no comment on the levee.",
        "Ada Quill offered no comment.",
        "Ada Quill declined comment.",
        "Ada Quill declined several interview requests.",
        "Ada Quill declined to give details of the plan.",
        "Ada Quill has not commented on the levee.",
        "Ada Quill did not respond to questions.",
    ],
)
def test_a_refusal_to_speak_is_no_statement(text: str) -> None:
    (one,) = found(text)

    assert (one.speaker, one.kind, one.polarity in ("declined", "not")) == ("Ada Quill", "declined", True)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill wished to comment on the levee.",
        "The council will not discuss the levee on Monday.",
        "Ada Quill did not refuse to comment.",
        "The council did not discuss the levee.",
        "Ada Quill declined to give way.",
        "There was no comment from the council.",
    ],
)
def test_what_is_no_refusal_to_speak(text: str) -> None:
    assert all(one.kind != "declined" for one in found(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill thanked him.",
        "Ada Quill thanked him on Monday.",
        "Ada Quill thanked him and wrote to her.",
        "Ada Quill thanked him, wrote to her and left.",
        "Ada Quill wrote to her every week.",
        "Ada Quill called her mother.",
        "Ada Quill described her.",
        "Ada Quill said nothing.",
        "Ada Quill said as much.",
    ],
)
def test_a_verb_of_speech_without_words_reports_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ada Quill called him a coward.", "him a coward"),
        ("Ada Quill called the plan dangerous.", "the plan dangerous"),
        ("Ada Quill thanked him for the flowers.", "him for the flowers"),
    ],
)
def test_words_about_somebody_stay(text: str, content: str) -> None:
    (one,) = found(text)

    assert (LEAD + text)[one.start : one.end] == content


def test_a_newspapers_own_section_is_nobody() -> None:
    assert extract(Article("a", "The Long Read: How the levee held\n\nIt rained all night.")) == []


@pytest.mark.parametrize(
    "head",
    [
        "Title: Rovers sack coach\nDate: 4 May 2026\nSource: Brenn Gazette\n\n",
        "Headline: Rovers sack coach\n\nDate: 4 May 2026\n\nBy: Ada Quill\n\n",
        "Titel: Rovers sack coach\nDate: 4 May 2026\n",
        "Title: “Rovers sack coach”\nDate: 4 May 2026\n\n",
    ],
    ids=["lines", "paragraphs", "a word no list knows", "quotation marks"],
)
def test_fields_before_an_article_are_nobody(head: str) -> None:
    found = extract(Article("a", f"{head}Rovers sacked Tom Birch. “I am sad,” Birch said."))

    assert [one.speaker for one in found] == ["Tom Birch"]


def test_a_word_at_a_sentences_head_is_no_topic() -> None:
    text = "Ada Quill said: “I'm late. Write to Dover. Dover can't wait. Obviously it rains.”"

    (one,) = found(text)

    assert {target.name for target in one.targets if target.where == "content"} == {"Dover"}


def test_a_name_at_a_sentences_head_is_a_topic_where_it_stands_elsewhere() -> None:
    (one,) = found("It rained in Dover. Ada Quill said: “Dover is wet.”")

    assert {target.name for target in one.targets if target.where == "content"} == {"Dover"}
