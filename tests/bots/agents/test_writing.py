"""Records of quotes that cannot be misread."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.agents.articles import get_article
from bots.agents.writing import LONGEST_QUOTE, ask_result, line, quote_record
from qa.answers import (
    Answer,
    CorpusSummary,
    FoundArticle,
    Listing,
    Meta,
    Outcome,
    QuestionKind,
    Quote,
    Understanding,
)
from qa.datatypes import Article, Attribution, AttributionKind, Polarity, Version, VersionHandle
from qa.open_archive import open_archive
from qa.quote_ids import parse_quote_id
from tests.bots.web.conftest import index

TEXT = "“The ferry stays,” Ada Quill said. The quay was full."
RECORD = Attribution(
    content=((1, 17),),
    mention=(19, 28),
    cue=(29, 33),
    speaker="Ada Quill",
    kind=AttributionKind.DIRECT,
    rule="made",
    confidence=0.9,
    own_words=((1, 17),),
)


def quote_in(article: Article, start: int, end: int, record: Attribution | None = None) -> Quote:
    version = Version(VersionHandle(1), "abcdefghij", article.sha256(), article)
    return Quote(version, start, end, 0.9, record, record.speaker if record else None)


def quote(record: Attribution | None = RECORD) -> Quote:
    article = Article(
        "a", TEXT, title="A “quay”\nin town", date="2024-03-04T10:00:00", source="Coast Gazette"
    )
    return quote_in(article, 0, 34, record)


def answer(outcome: Outcome, *confidences: float) -> Answer:
    asked = Understanding(QuestionKind.CONTENT, "the ferry", "the ferry")
    quotes = tuple(replace(quote(), confidence=each) for each in confidences)
    return Answer(
        "the ferry", outcome, max(confidences, default=0), asked, quotes, CorpusSummary(1, 1, None, None, 1)
    )


def test_a_record_has_the_slice_whose_it_is_and_where_it_is_from() -> None:
    record = quote_record(quote())

    assert record.text == "“The ferry stays,” Ada Quill said."
    assert record.own_words == ("The ferry stays,",)
    assert (record.speaker, record.how, record.sure) == ("Ada Quill", "direct", True)
    assert record.date == "2024-03-04"
    assert record.citation == f"Ada Quill, Coast Gazette, 4 March 2024: A quay in town [{record.id}]"


@pytest.mark.parametrize(
    ("kind", "polarity", "how"),
    [
        (AttributionKind.MIXED, "said", "partly"),
        (AttributionKind.INDIRECT, "said", "reported"),
        (AttributionKind.ACCORDING, "said", "reported"),
        (AttributionKind.INDIRECT, "not", "not_said"),
        (AttributionKind.DENIED, "denied", "denied"),
        (AttributionKind.DECLINED, "declined", "declined"),
    ],
    ids=str,
)
def test_what_was_not_said_is_not_shown_as_said(kind: AttributionKind, polarity: Polarity, how: str) -> None:
    assert quote_record(quote(replace(RECORD, kind=kind, polarity=polarity))).how == how


def test_the_articles_own_words_are_nobodys() -> None:
    record = quote_record(quote(None))

    assert (record.speaker, record.how, record.own_words) == (None, "article", ())


def test_a_name_that_is_not_certain_says_so_where_it_is_pasted_from() -> None:
    record = quote_record(quote(replace(RECORD, name_confidence=0.5)))

    assert record.sure is False
    assert record.citation.startswith("probably Ada Quill, ")


def test_articles_that_were_asked_for_are_counted_and_can_be_opened() -> None:
    listed = FoundArticle(
        "abcdefghij", "a", "The\nquay", "2024-03-04T10:00", "", "javascript:alert()", "a.txt"
    )
    listing = Listing("25 articles mention the quay", (listed,) * 25, "“The quay”, and 24 more")
    asked = replace(answer(Outcome.META), meta=Meta.ARTICLES, note=listing.in_words, listing=listing)

    told = ask_result(asked)

    assert (told.says, told.note, len(told.articles)) == ("25 articles mention the quay", None, 20)
    first = told.articles[0]
    assert (first.article, first.title, first.date) == ("abcdefghij", "The quay", "2024-03-04")
    assert (first.source, first.link) == (None, None)


@pytest.mark.parametrize(
    ("outcome", "under"),
    [
        (Outcome.ANSWERED, (1, 1, 0)),
        (Outcome.UNSURE, (0, 2, 0)),
        (Outcome.NEAREST, (0, 0, 2)),
        (Outcome.NOT_FOUND, (0, 0, 2)),
    ],
    ids=str,
)
def test_only_an_answered_question_has_quotes_that_answer(outcome: Outcome, under: tuple[int, ...]) -> None:
    record = ask_result(answer(outcome, 0.9, 0.1))

    assert (len(record.quotes), len(record.may_answer), len(record.nearest)) == under


@given(st.text(min_size=1), st.text(), st.text())
def test_whatever_an_article_holds_the_text_is_the_slice_and_the_rest_one_visible_line(
    text: str, title: str, source: str
) -> None:
    found = quote_in(Article("a", text, title=title, source=source), 0, len(text))

    record = quote_record(found)

    assert record.text == text
    for shown in (record.citation, record.title or "", record.source or ""):
        assert "\n" not in shown
        assert not {"“", "”", "\x1b", "\u202e"} & set(record.citation)


def test_an_endless_sentence_is_cut_into_a_slice_with_an_id_of_its_own() -> None:
    record = quote_record(quote_in(Article("a", "word " * 100_000), 0, 500_000))

    assert record.cut
    assert record.text == ("word " * 100_000)[:LONGEST_QUOTE]
    assert parse_quote_id(record.id)[2:] == (0, LONGEST_QUOTE)


def test_a_long_title_is_shortened() -> None:
    assert line("x" * 10**6) == "x" * 299 + "…"
    assert line("a\x1b[31m\nb") == "a␛[31m b"


@pytest.mark.slow
def test_words_of_two_are_given_once_with_their_article(own_town: Path, encoder: Any) -> None:
    library, news = own_town / "library", own_town / "news"
    text = "“The quay must be mended,” Ada Quill and Tom Brandt said.\n"
    (news / "quay.txt").write_text(f"At the quay\n\n{text}", encoding="utf-8")
    index(library, news, encoder)
    with open_archive(library) as archive, archive.snapshot() as view:
        uid = next(version.uid for version, _ in view.all_attributions() if text in version.article.text)
        answerer: Any = None  # it is not asked
        part = get_article(uid, None, None)(answerer, view)

    assert [quote.speaker for quote in part.quotes] == ["Ada Quill", None]
