"""Decide how much of an article may be shown beside its quotes: the library says it, and every front end keeps to it.

A version of an article carries its library's rule (`Version.sentences_shown`), so that nothing that is shown of it can
be shown without. A quote itself is always whole.
"""

from __future__ import annotations

from qa.answers import QUOTE_WORDS
from qa.datatypes import Span, Version
from qa.errors import UsageError
from qa.language.patterns import regex
from qa.language.sentences import split
from qa.language.spans import overlap

KEY = "show"
"""The key under which a library keeps its rule; a library without it shows whole articles."""
WHOLE, QUOTES = "whole", "quotes"
MOST_SENTENCES = 99
LONGEST_AROUND = 2_000
"""The most characters on each side of a quote in which sentences are looked for."""
_SENTENCES = regex(r"[1-9][0-9]?")


def sentences_from(text: str | None) -> int | None:
    """Return how many sentences around a quote a stored rule allows; None for whole articles.

    What this program does not understand allows the least: a later one may know stricter rules.
    """
    if text is None or text == WHOLE:
        return None
    return int(text) if _SENTENCES.fullmatch(text) else 0


def rule_from(typed: str) -> str:
    """Return the rule that a person typed, as it is stored.

    Raises:
        UsageError: If it is none.
    """
    if typed in (WHOLE, QUOTES) or _SENTENCES.fullmatch(typed):
        return typed
    raise UsageError(
        f"{typed!r} is not what can be shown. Give {WHOLE}, {QUOTES}, or a number of sentences around a quote, "
        f"from 1 to {MOST_SENTENCES}."
    )


def withheld(sentences: int | None) -> str:
    """Say what an archive keeps back: "This archive shows quotes only."; "" where nothing is."""
    if sentences is None:
        return ""
    if sentences == 0:
        return "This archive shows quotes only."
    around = "one sentence" if sentences == 1 else f"{sentences} sentences"
    return f"This archive shows quotes with {around} before and after them."


def within_limit(version: Version, start: int, end: int, wanted: Span) -> Span:
    """Return what of a wanted span around a quote may be shown. It holds the quote, whole."""
    if version.sentences_shown is None:
        return wanted
    first, last = start, end
    if version.sentences_shown:
        first, last = sentences_around(version.article.text, start, end, version.sentences_shown)
    return min(start, max(first, wanted[0])), max(end, min(last, wanted[1]))


def article_text(version: Version, start: int, end: int) -> str:
    """Return a stretch of an article by itself; "" where only its quotes may be shown."""
    return version.article.text[start:end] if version.sentences_shown is None else ""


def is_short(version: Version, start: int, end: int) -> bool:
    """Return whether a slice is no longer than a quote may be: some words, or one sentence however long."""
    text = version.article.text
    if len(text[start:end].split()) <= QUOTE_WORDS:
        return True
    first, last = sentences_around(text, start, start + 1, 0)
    return first <= start and end <= last


def sentences_around(text: str, start: int, end: int, count: int) -> Span:
    """Return the span of some words, in whole sentences, with so many sentences on either side."""
    begin, stop = max(0, start - LONGEST_AROUND), min(len(text), end + LONGEST_AROUND)
    sentences = [
        (begin + first, begin + last)
        for paragraph in split(text[begin:stop])
        for first, last in paragraph.sentences
    ]
    before = [first for first, last in sentences if last <= start]
    own = [sentence for sentence in sentences if overlap(sentence, (start, end))]
    after = [last for first, last in sentences if first >= end]
    firsts = [start, *(first for first, _ in own), *before[len(before) - count :]]
    lasts = [end, *(last for _, last in own), *after[:count]]
    return min(firsts), max(lasts)
