from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.answers import Quote
from qa.archive.quote_lookup import surroundings
from qa.archive.show_limit import (
    article_text,
    is_short,
    rule_from,
    sentences_from,
    withheld,
    within_limit,
)
from qa.datatypes import Article, Version
from qa.errors import UsageError

TEXT = "One came first. Two came after it. “Three is a quote,” Ada Quill said. Four came then. Five was last."


def quote_of(text: str, words: str, sentences: int | None, context: tuple[int, int] | None = None) -> Quote:
    version = Version(1, "a" * 10, "b" * 64, Article("a", text), sentences_shown=sentences)
    start = text.index(words)
    return Quote(version, start, start + len(words), 0.5, context=context)


@pytest.mark.parametrize(
    ("sentences", "shown"),
    [
        (None, TEXT),
        (0, "“Three is a quote,”"),
        (1, "Two came after it. “Three is a quote,” Ada Quill said. Four came then."),
        (2, TEXT),
        (99, TEXT),
    ],
    ids=["whole", "quotes", "one", "two", "many"],
)
def test_around_a_quote_so_many_sentences_are_shown_as_the_library_says(
    sentences: int | None, shown: str
) -> None:
    quote = quote_of(TEXT, "“Three is a quote,”", sentences)

    start, end = surroundings(quote)

    assert TEXT[start:end] == shown


def test_what_is_shown_never_grows_by_the_limit() -> None:
    quote = quote_of(TEXT, "Three", 2)

    assert within_limit(quote.version, quote.start, quote.end, (quote.start - 1, quote.end + 3)) == (
        quote.start - 1,
        quote.end + 3,
    )


@given(st.text("aB.!?“” \n", max_size=200), st.integers(0, 200), st.integers(0, 200), st.integers(0, 3))
def test_a_quote_stays_whole_under_every_limit(text: str, one: int, two: int, sentences: int) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    version = Version(1, "a" * 10, "b" * 64, Article("a", text), sentences_shown=sentences)
    wanted = (start // 2, (end + len(text)) // 2)

    first, last = within_limit(version, start, end, wanted)

    assert wanted[0] <= first <= start <= end <= last <= wanted[1]
    assert sentences or (first, last) == (start, end)


def test_the_sentence_before_a_quote_is_none_of_its_words() -> None:
    before = (0, len("One came first."))

    assert quote_of(TEXT, "Two came after it.", None, before).context == before
    assert quote_of(TEXT, "Two came after it.", 1, before).context == before
    quote = quote_of(TEXT, "Two came after it.", 0, before)
    assert quote.context is None
    assert replace(quote, context=before).context is None


def test_an_article_is_shown_by_itself_only_where_all_of_it_may_be() -> None:
    version = quote_of(TEXT, "Three", None).version

    assert article_text(version, 0, 15) == "One came first."
    assert article_text(replace(version, sentences_shown=0), 0, 15) == ""
    assert article_text(replace(version, sentences_shown=9), 0, 15) == ""


def test_a_slice_is_a_quote_if_it_has_few_words_or_is_one_sentence() -> None:
    long = f"Short. {'word ' * 80}ends. Another one."
    version = quote_of(long, "Short", 0).version

    assert is_short(version, 0, 30)
    assert is_short(version, 7, long.index(" Another"))
    assert not is_short(version, 0, len(long))


@pytest.mark.parametrize(
    ("stored", "sentences"),
    [(None, None), ("whole", None), ("quotes", 0), ("1", 1), ("99", 99)],
    ids=str,
)
def test_a_stored_rule_is_read(stored: str | None, sentences: int | None) -> None:
    assert sentences_from(stored) == sentences
    if stored is not None:
        assert rule_from(stored) == stored


@pytest.mark.parametrize("text", ["", "0", "-1", "100", "1.5", "٣", "all", "paragraphs", "whole ", "\x00"])
def test_what_is_no_rule_cannot_be_set_and_allows_the_least(text: str) -> None:
    assert sentences_from(text) == 0
    with pytest.raises(UsageError, match="whole, quotes, or a number"):
        rule_from(text)


def test_what_is_kept_back_is_said() -> None:
    assert withheld(None) == ""
    assert withheld(0) == "This archive shows quotes only."
    assert withheld(1) == "This archive shows quotes with one sentence before and after them."
    assert withheld(3) == "This archive shows quotes with 3 sentences before and after them."
