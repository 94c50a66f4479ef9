"""Let a quote hold a statement in one piece, and find the sentence before it that a pronoun needs."""

from __future__ import annotations

from collections.abc import Sequence

from qa.answers import QUOTE_WORDS
from qa.archive.protocol import Said
from qa.archive.quote_lookup import LONGEST_SURROUNDINGS, whole_sentences
from qa.archive.speaker_lookup import QUOTED
from qa.attribution.speech.without_verbs.labels_alone import name_alone
from qa.datatypes import Attribution, Span
from qa.language.broken_lines import holds_paragraphs
from qa.language.patterns import regex
from qa.language.spans import overlap
from qa.ranking.one_voice import is_mixed
from qa.ranking.speaking import Asked

_NEXT = 3
"""The most characters between two parts of one statement: a space, or a mark and a space."""
_LOOKED_BACK = 700
_POINTS_BACK = regex(
    r"(?:(?:But|And|Yet|So|Then|Later),? )?(?:He|She|It|They|This|That|These|Those|His|Her|Their)\b"
)


def whole_statement(
    text: str,
    said: Sequence[Said],
    record: Attribution,
    name: str | None,
    start: int,
    end: int,
    asked: Asked | None,
) -> Span:
    """Grow a span of somebody's words to the whole of what they say there, in whole sentences, up to 60 words.

    A quotation gets both its marks, and the speaker's next words follow where they continue it. The span stays where it
    would be longer, or would hold the words of somebody else.
    """
    grown = (start, end)
    for content_start, content_end in _parts(said, record, name, start, end):
        if grown[0] <= content_start and content_end <= grown[1]:
            continue
        wider = whole_sentences(text, min(grown[0], content_start), max(grown[1], content_end))
        if _is_better(text, said, wider, grown, asked):
            grown = wider
    return grown


def _parts(said: Sequence[Said], record: Attribution, name: str | None, start: int, end: int) -> list[Span]:
    """Return the parts of a statement, those that a span touches first, and quoted words right after it."""
    own = sorted(record.content, key=lambda span: (not overlap(span, (start, end)), span))
    stop = max([end, *(last for _, last in own)])
    following = sorted(
        span
        for other, who in said
        if who == name and name is not None and other.kind in QUOTED
        for span in other.content
        if span[0] >= end
    )
    for first, last in following:
        if first > stop + _NEXT:
            break
        own.append((first, last))
        stop = last
    return own


def _is_better(text: str, said: Sequence[Said], wider: Span, span: Span, asked: Asked | None) -> bool:
    start, end = wider
    if wider == span or len(text[start:end].split()) > QUOTE_WORDS:
        return False
    if holds_paragraphs(text, start, end, LONGEST_SURROUNDINGS):
        return False
    return not is_mixed(text, said, start, end, asked, frozenset())


def context_of(text: str, start: int) -> Span | None:
    """Return the sentence before a quote that begins with "He" or "This", in its own paragraph or the one before.

    In a transcript it is what was asked, not the line with only the speaker's label.
    """
    if not _POINTS_BACK.match(text, start):
        return None
    found = _sentence_before(text, start, start)
    if found and name_alone(text, found):
        return _sentence_before(text, found[0], start)
    return found


def _sentence_before(text: str, end: int, quote: int) -> Span | None:
    begin = max(0, quote - _LOOKED_BACK)
    before = text[begin:end].rstrip()
    if not before:
        return None
    found = whole_sentences(text, begin + len(before) - 1, begin + len(before))
    return found if found[1] <= end else None
