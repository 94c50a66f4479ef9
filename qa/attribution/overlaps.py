"""Keep the contents of two speakers apart: no words of an article are two people's, unless one quotes the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.datatypes import Attribution, Span
from qa.language.lexicon.money import CURRENCY_SIGNS
from qa.language.spans import any_overlaps, length

_OPENS = f"“\"‘'([{CURRENCY_SIGNS}"
_LOOKED_AT = 8
"""Records before one that may reach into it; more would be one text read again and again."""


def apart(text: str, records: Sequence[Attribution]) -> list[Attribution]:
    """Return the records, in order, without the words that a more certain record has for somebody else."""
    taken = sorted(records, key=lambda one: -one.confidence)
    order = sorted(range(len(taken)), key=lambda i: taken[i].content)
    kept: dict[int, Attribution] = {}
    reaching: list[int] = []
    for i in order:
        reaching = [j for j in reaching if taken[j].end > taken[i].start][-_LOOKED_AT:]
        kept[i] = taken[i]
        for j in reaching:
            if j not in kept or i not in kept or not _is_others(kept[i], kept[j]):
                continue
            sure, unsure = (i, j) if i < j else (j, i)  # `taken` is in order of certainty
            less = _without(text, kept[unsure], kept[sure].content)
            if less is None:
                del kept[unsure]
            else:
                kept[unsure] = less
        reaching.append(i)
    return sorted(kept.values(), key=lambda one: one.content)


def _is_others(one: Attribution, other: Attribution) -> bool:
    """Tell whether two records give words in common to two speakers, neither of whom quotes the other."""
    if one.mention == other.mention and (one.speaker == other.speaker or one.together_with):
        return False
    shared = any(any_overlaps(one.content, span) for span in other.content)
    return shared and not (_quotes(one, other) or _quotes(other, one))


def _quotes(outer: Attribution, inner: Attribution) -> bool:
    """Tell whether a speaker quotes another, who is then named in the words: "Quill said Brandt had called it"."""
    return inner.mention is not None and any(
        start <= inner.mention[0] and inner.mention[1] <= end for start, end in outer.content
    )


def _without(text: str, record: Attribution, taken: Sequence[Span]) -> Attribution | None:
    """Return a record without words; None where less than half of it would be left."""
    content = _cut(text, record.content, taken)
    if 2 * length(content) < length(record.content):
        return None
    return (
        replace(record, content=content, own_words=_cut(text, record.own_words, taken)) if content else None
    )


def _cut(text: str, spans: Sequence[Span], taken: Sequence[Span]) -> tuple[Span, ...]:
    """Return what is left of spans; a piece without two letters or digits says nothing."""
    left = list(spans)
    for a, b in taken:
        left = [
            piece
            for start, end in left
            for piece in ((start, min(end, a)), (max(start, b), end))
            if piece[0] < piece[1]
        ]
    return tuple(piece for one in left if (piece := _stripped(text, one)) is not None)


def _stripped(text: str, span: Span) -> Span | None:
    start, end = span
    while start < end and not text[start].isalnum() and text[start] not in _OPENS:
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if sum(map(str.isalnum, text[start:end])) > 1 else None
