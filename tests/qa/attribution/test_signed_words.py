"""Columns and essays: what nobody else says in them is said by who signs them."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article

COLUMN = """I have taken the ferry for thirty years. When the council says that it costs too much, I wonder why.

A bridge would cost nine million crowns. I would rather pay a higher fare.

Tom Brandt, the mayor, said the ferry would end in June. He is wrong.

“It was busier in your day,” Ivo Dene told me.

“Nobody comes in winter.”

My advice to the board is to paint the pier first.

Hedda Strand teaches in Harwick."""
OWN = [
    "I have taken the ferry for thirty years. When the council says that it costs too much, I wonder why.",
    "A bridge would cost nine million crowns. I would rather pay a higher fare.",
    "He is wrong.",
    "My advice to the board is to paint the pier first.",
]
REPORT = """The board of Harwick met on Monday. It heard the mayor.

The ferry will end in June. The bridge opens in May.

Passengers stood outside the town hall for an hour."""


def written(text: str, author: str = "Hedda Strand", **known: str) -> list[tuple[str | None, str]]:
    found = extract(Article("a", text, author=author, **known))  # type: ignore[arg-type]
    return [(one.speaker, text[one.start : one.end]) for one in found if one.rule == "author"]


def test_an_essay_is_said_by_who_signs_it_but_for_what_others_say_in_it() -> None:
    assert written(COLUMN) == [("Hedda Strand", words) for words in OWN]
    others = {
        one.speaker for one in extract(Article("a", COLUMN, author="Hedda Strand")) if one.rule != "author"
    }
    assert {"Tom Brandt", "Ivo Dene"} <= others


def test_a_quotation_that_nobody_is_named_for_is_not_the_authors() -> None:
    column = COLUMN.replace("“It was busier in your day,” Ivo Dene told me.\n\n", "")
    found = extract(Article("a", column, author="Hedda Strand"))

    assert "Hedda Strand" not in {
        one.speaker for one in found if "Nobody comes" in column[one.start : one.end]
    }
    assert "Hedda Strand" in {one.speaker for one in found}


@pytest.mark.parametrize(
    "author",
    [
        "By Hedda Strand",
        "HEDDA STRAND",
        "Hedda Strand, Opinion Editor",
        "Opinion Hedda Strand",
        "By: Hedda Strand for the Herald",
    ],
)
def test_an_author_is_known_however_the_name_is_written(author: str) -> None:
    assert {speaker for speaker, _ in written(COLUMN, author)} == {"Hedda Strand"}


def test_a_line_above_the_text_may_sign_it() -> None:
    assert written(f"By Hedda Strand\n\n{COLUMN}", author="") == [("Hedda Strand", words) for words in OWN]


@pytest.mark.parametrize(
    "author",
    [
        "",
        "Harwick Herald",
        "Web Desk",
        "Staff Reporter",
        "Hedda Strand and Ivo Orsa",
        "Hedda Strand, Ivo Orsa",
        "Strand",
    ],
)
def test_nobody_speaks_in_what_a_paper_or_two_sign(author: str) -> None:
    assert written(COLUMN, author, source="Harwick Herald") == []


def test_a_report_is_not_its_reporters_words() -> None:
    assert written(REPORT) == []
    assert written(f"{REPORT}\n\n“I will walk,” said Ivo Dene.\n\n“I will too,” Ada Quill told me.") == []


@pytest.mark.parametrize(
    "known",
    [
        {"title": "Opinion: The bridge is late"},
        {"title": "The bridge is late | Comment"},
        {"url": "https://paper.example/opinion/2026/04/bridge"},
    ],
    ids=["before the title", "after the title", "in the address"],
)
def test_what_a_paper_calls_an_opinion_is_its_authors(known: dict[str, str]) -> None:
    assert [speaker for speaker, _ in written(REPORT, **known)] == ["Hedda Strand"] * 3


@pytest.mark.parametrize(
    "text",
    [
        f"As told to Hedda Strand.\n\n{COLUMN}",
        f"An interview with Ivo Dene.\n\n{COLUMN}",
        # Whose words come after the colon, and how many paragraphs of them, nothing shows.
        f"{COLUMN}\n\nIvo Dene wrote to me:\n\nI have kept the gate since 1998. I never saw you pay.",
    ],
    ids=["told", "interview", "quoted without marks"],
)
def test_what_somebody_else_may_tell_is_not_the_authors(text: str) -> None:
    assert written(text) == []
