"""Columns and essays: what nobody else says in them is said by who signs them."""

from __future__ import annotations

from time import thread_time

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


NUMBERED = """A new test for orsin I in the blood may help. It takes an hour.

Orsin I is a salt of the blood. Older tests took a day.

The orsin I test was tried in Harwick. It was cheap."""


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


def test_of_a_pages_list_of_authors_the_one_signs_whom_the_column_introduces_below() -> None:
    listed = "Sen. Hedda Strand, Herald Staff, Guy Orsa, Una Holt"

    assert written(COLUMN, listed) == [("Hedda Strand", words) for words in OWN]
    assert written(COLUMN.replace("Hedda Strand teaches", "She teaches"), listed) == []
    assert written(f"{COLUMN}\n\nUna Holt is a baker.", listed) == []


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
        "Hedda Strand\nIvo Orsa",
        "Hedda Strand Tom Orsa",
        "Dene Sports",
        "Site Admin",
        "Readers' Letters",
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


def test_a_short_surname_inside_other_words_names_nobody() -> None:
    assert [words for _, words in written(COLUMN.replace("Strand", "Hur"), "Hedda Hur")] == OWN
    assert "the ferry for thirty years" in str(written(COLUMN, "Hedda Hir"))


LIFE = """I was born at sea. I never spoke of it.

I learned to row when I was four. My first boat sank."""


@pytest.mark.parametrize(
    "text",
    [
        f"{LIFE}\n\nTom Brandt, Harwick\n\nMy bus never comes. I wait for an hour.\n\nAda Quill, Dene",
        f"{LIFE}\n\n— Tom Brandt",
        f"{LIFE}\n\nBy Tom Brandt\n\nI have a boat. My boat is red.",
        f"{LIFE}\n\nAs told to Hedda Strand",
        f"{LIFE}\n\nTom Brandt was speaking to Hedda Strand.",
        f"{LIFE}\n\nExcerpted from The Boat by Tom Brandt.",
        f"Dear Hedda,\n\n{LIFE}\n\nLonely in Dene\n\nI would ask him once more. I wish you well.",
        f"I am away, so my friend Tom Brandt takes over this column.\n\n{LIFE}",
        f"This is a guest post.\n\n{LIFE}",
        f"{LIFE}\n\nMy colleague is in Dene. Here is his report.\n\nThe town was quiet when I came.",
        f"{LIFE}\n\n10.15 The mayor has arrived.\n\n10.30 A reader writes that I was wrong.",
        f"My name is Tom Brandt.\n\n{LIFE}",
    ],
    ids=[
        "letters",
        "signed below",
        "another byline",
        "told",
        "speaking",
        "excerpt",
        "advice",
        "taken over",
        "guest",
        "handed over",
        "live",
        "introduced",
    ],
)
def test_where_others_may_say_i_no_words_are_the_authors(text: str) -> None:
    assert written(LIFE)
    assert written(text) == []


@pytest.mark.parametrize(
    "known",
    [
        {"title": "Letters: The ferry"},
        {"title": "Ask Hedda: My husband is cold"},
        {"title": "Extract: The Boat"},
        {"title": "The secret diary of Tom Brandt"},
        {"url": "https://paper.example/opinion/letters/2026/ferry"},
    ],
)
def test_a_title_or_an_address_may_show_that_others_say_i(known: dict[str, str]) -> None:
    assert written(LIFE, **known) == []


@pytest.mark.parametrize(
    "text",
    [
        f"{LIFE}\n\nExcerpted from The Boat by Hedda Strand.",
        f"This guest post is by Hedda Strand.\n\n{LIFE}",
        f"An open letter to the mayor\n\nDear Mr Brandt,\n\n{LIFE}",
        f"My name is Hedda Strand.\n\n{LIFE}",
        f"{LIFE}\n\nHedda Strand",
    ],
    ids=["own book", "own guest post", "open letter", "own name", "own signature"],
)
def test_what_names_the_author_is_no_other_voice(text: str) -> None:
    assert [words for _, words in written(text)] == LIFE.split("\n\n")


def test_a_long_paragraph_of_many_voices_takes_no_time_for_each_pair_of_them() -> None:
    column = "I went home by the ferry. “It is late,” said Tom Brandt. " * 2_000
    column += "\n\n" + "I like my own old ferry more than all other boats that there are. " * 2_000
    began = thread_time()
    assert len(written(column)) == 2_001
    assert thread_time() - began < 20


def test_a_number_that_looks_like_i_makes_no_column() -> None:
    assert written(NUMBERED) == []
