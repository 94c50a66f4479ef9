from __future__ import annotations

import re
from collections.abc import Callable
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bots.discord.escaping import escaped as escaped_for_discord
from bots.markdown import escaped as escaped_for_markdown
from bots.own_words import Part, parts, with_bold
from bots.visible import visible
from qa.answers import Quote
from qa.datatypes import Article, Attribution, AttributionKind, Span, Version
from tests.bots.discord.unescaping import unescaped

TEXTS = st.text(max_size=80) | st.text(alphabet="*_~|`>#[]()<:@\\.1-\r\n a“”", max_size=80)
CUTS = st.lists(st.tuples(st.integers(0, 80), st.integers(0, 30)), max_size=4)
LIVE_STARS = re.compile(r"(?<!\\)((?:\\\\)*)\*\*")


def quote_of(text: str, *own: Span, start: int = 0, end: int | None = None) -> Quote:
    record = Attribution(
        ((0, len(text)),), None, None, "Ada Quill", AttributionKind.MIXED, "test", 0.9, own_words=own
    )
    version = Version(1, "a" * 10, "b" * 64, Article("a", text))
    return Quote(version, start, len(text) if end is None else end, 0.9, record, "Ada Quill")


def spans_of(text: str, cuts: list[tuple[int, int]]) -> list[Span]:
    return [(min(start, len(text)), min(start + length, len(text))) for start, length in cuts if length]


def own_of(text: str, *words: str) -> list[Span]:
    return [(text.index(each), text.index(each) + len(each)) for each in words]


def without_bold(marked: str) -> str:
    return LIVE_STARS.sub(r"\1", marked)


@given(TEXTS, CUTS)
def test_the_pieces_of_a_quote_are_the_quote(text: str, cuts: list[tuple[int, int]]) -> None:
    pieces = parts(quote_of(text, *spans_of(text, cuts)))

    assert "".join(piece.text for piece in pieces) == visible(text)


@given(TEXTS, CUTS, st.integers(0, 80), st.integers(0, 80))
def test_the_pieces_of_any_slice_are_the_slice(
    text: str, cuts: list[tuple[int, int]], begin: int, length: int
) -> None:
    begin = min(begin, len(text))
    quote = quote_of(text, *spans_of(text, cuts), start=begin, end=min(len(text), begin + length))

    assert "".join(piece.text for piece in parts(quote)) == visible(quote.text)


@pytest.mark.parametrize(
    ("text", "own", "pieces"),
    [
        pytest.param("“We sail,” she said.", ["We sail,"], ["“", "*We sail,", "” she said."], id="direct"),
        pytest.param(
            "“We sail,” she said. “At noon.”", ["We sail,", "At noon."],
            ["“", "*We sail,", "” she said. “", "*At noon.", "”"], id="in-two-pieces",
        ),
        pytest.param("She called it “a hole”.", ["a hole"], ["She called it “", "*a hole", "”."], id="a-fragment"),
        pytest.param("We sail.", ["We sail."], ["*We sail."], id="all-of-it"),
        pytest.param("She said that it sails.", [], ["She said that it sails."], id="none"),
    ],
)  # fmt: skip
def test_a_quote_is_cut_where_the_speakers_own_words_begin_and_end(
    text: str, own: list[str], pieces: list[str]
) -> None:
    expected = [Part(each.removeprefix("*"), each.startswith("*")) for each in pieces]

    assert parts(quote_of(text, *own_of(text, *own))) == expected


def test_a_line_end_of_two_characters_is_not_parted() -> None:
    text = "“We sail,\r\nwe do,” she said."

    assert [piece.text for piece in parts(quote_of(text, (1, 10)))] == [
        "“",
        "We sail,",
        "\nwe do,” she said.",
    ]


ESCAPING = pytest.mark.parametrize(
    "escape", [escaped_for_markdown, escaped_for_discord], ids=["markdown", "discord"]
)


@ESCAPING
@given(TEXTS, CUTS)
def test_without_its_marks_a_bold_quote_is_the_escaped_quote(
    escape: Callable[[str], str], text: str, cuts: list[tuple[int, int]]
) -> None:
    quote = quote_of(text, *spans_of(text, cuts))

    marked = with_bold(quote, escape)

    assert without_bold(marked) == escape(visible(text))
    assert unescaped(without_bold(marked)) == visible(text)


@ESCAPING
@pytest.mark.parametrize(
    ("text", "own", "shown"),
    [
        pytest.param("“We sail,” she said.", ["We sail,"], "“**We sail**,” she said.", id="direct"),
        pytest.param("“Go!” he said. “Now.”", ["Go!", "Now."], "“**Go**!” he said. “**Now**.”", id="two"),
        pytest.param("“One\ntwo,” she said.", ["One\ntwo,"], "“**One**\n**two**,” she said.", id="over-lines"),
        pytest.param("“ ... ” she said.", [" ... "], "“ ... ” she said.", id="no-letter"),
        pytest.param("It sails, she said.", [], "It sails, she said.", id="none"),
    ],
)  # fmt: skip
def test_own_words_are_bold_from_letter_to_letter(
    escape: Callable[[str], str], text: str, own: list[str], shown: str
) -> None:
    assert with_bold(quote_of(text, *own_of(text, *own)), escape) == shown


@ESCAPING
def test_stars_of_an_article_make_nothing_bold(escape: Callable[[str], str]) -> None:
    text = "“We **sail**,” she said, *not* “you”."

    marked = with_bold(quote_of(text, *own_of(text, "We **sail**,")), escape)

    assert LIVE_STARS.findall(marked) == ["", ""]
    assert unescaped(without_bold(marked)) == text


@given(TEXTS, CUTS)
def test_a_reader_of_markdown_shows_the_own_words_in_bold_and_nothing_else(
    text: str, cuts: list[tuple[int, int]]
) -> None:
    text = re.sub(r"\s+", " ", visible(text)).strip()
    quote = quote_of(text, *spans_of(text, cuts))

    tokens = MarkdownIt().parseInline(with_bold(quote, escaped_for_markdown))[0].children or []

    bold, plain, depth = "", "", 0
    for token in tokens:
        assert token.type in {"text", "text_special", "strong_open", "strong_close"}, token
        depth += token.nesting
        plain += token.content
        bold += token.content if depth else ""
    own = "".join(piece.text for piece in parts(quote) if piece.own)
    letters = [each for each in own if category(each)[0] in "LNM"]
    assert plain == text
    assert [each for each in bold if category(each)[0] in "LNM"] == letters
