"""What the parser adds, with the parser itself."""

from __future__ import annotations

import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa.attribution.extractor import find
from qa.attribution.parser.parsed import extract_all_parsed, find_parsed
from qa.attribution.parser.parsing import Parser, open_parser
from qa.datatypes import Article, Attribution
from qa.errors import UsageError
from tests.budgets import examples

pytestmark = pytest.mark.slow

LEAD = "The harbour vote\n\n"
PIECES = """
Ada Quill|he|said|told|that|,|.|"|“|”|'|:|—|\n|who|according to|the levee|urged|to wait|accused|of|is
|NAME:|''|(|)|and|called|it|a mess|\ud800|\x00|spoke about
"""
WORDS = st.sampled_from(PIECES.strip("\n").replace("\n|", "|").split("|"))


@pytest.fixture(scope="module")
def parser() -> Parser:
    return open_parser()


def shown(text: str, found: list[Attribution]) -> list[tuple[str | None, str]]:
    return [
        (text[slice(*one.mention)] if one.mention else None, " … ".join(text[a:b] for a, b in one.content))
        for one in found
    ]


@pytest.mark.parametrize(
    ("text", "mention", "content"),
    [
        ("Ada Quill focused on the flooded cellars.", "Ada Quill", "the flooded cellars"),
        ("Tom Reyes resisted a toll on the bridge.", "Tom Reyes", "a toll on the bridge"),
        ("Divers learned that the chain had snapped.", "Divers", "the chain had snapped"),
    ],
    ids=["a preposition", "a side taken", "a thing learned"],
)
def test_the_parse_finds_what_no_surface_pattern_does(
    text: str, mention: str, content: str, parser: Parser
) -> None:
    article = Article("a", LEAD + text)

    (one,) = shown(article.text, find_parsed(article, parser))

    assert not shown(article.text, find(article))
    assert one[0] is not None and one[0].startswith(mention)
    assert one[1] == content


def test_speakers_are_resolved_as_by_the_default_extractor(parser: Parser) -> None:
    text = LEAD + "Mayor Ada Quill opened the meeting. She focused on the flooded cellars."

    (one,) = extract_all_parsed(Article("a", text), parser).attributions

    assert one.speaker == "Ada Quill"


def test_quotations_stay_as_their_marks_show_them(parser: Parser) -> None:
    text = (
        LEAD
        + "“We were told that the pier is safe. They say nothing about the chain,” Ada Quill said. "
        + "“Nobody,” said Tom Reyes, “asked us to wait.”"
    )
    article = Article("a", text)

    assert [one.content for one in find_parsed(article, parser)] == [one.content for one in find(article)]


def test_a_content_cuts_no_quotation(parser: Parser) -> None:
    text = (
        LEAD
        + "Reyes, to nobody's surprise, tweeted “The pier is ours. All of it. Come and see for yourselves.”"
    )

    (one,) = find_parsed(Article("a", text), parser)

    assert text[slice(*one.content[0])].endswith("Come and see for yourselves.”")


@settings(max_examples=examples(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(), st.lists(WORDS, max_size=40).map(" ".join)))
def test_every_span_lies_in_the_text_in_order_and_is_not_empty(parser: Parser, text: str) -> None:
    for one in extract_all_parsed(Article("a", text), parser).attributions:
        assert one.content
        assert all(0 <= start < end <= len(text) for start, end in one.content)
        assert all(a[1] <= b[0] for a, b in zip(one.content, one.content[1:], strict=False))
        for span in (one.mention, one.cue):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
        assert 0 < one.confidence < 1


def test_a_sentence_without_end_is_not_parsed(parser: Parser) -> None:
    words, nothing = parser.parse(["Quill said yes.", "and Quill said so " * 1000])

    assert [word.low for word in words] == ["quill", "said", "yes", "."]
    assert list(nothing) == []


def test_offsets_of_words_hold_where_the_text_is_no_utf8(parser: Parser) -> None:
    text = "Quill\ud800 said\x00 the pier 🚢 is shut."

    (words,) = parser.parse([text])

    assert [text[word.start : word.end] for word in words][-4:] == ["🚢", "is", "shut", "."]


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)  # type: ignore[arg-type]

    with pytest.raises(UsageError, match=r"onrecord\[parse\]"):
        open_parser()
