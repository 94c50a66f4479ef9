"""Merge the records of two extractors into one list, with a confidence that depends on their agreement."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from qa.attribution.parser.parsed_confidence import AGREED, ALONE, DOUBTED, PARSED
from qa.datatypes import Attribution, Span, merged
from qa.language.spans import overlap

_SAME = 0.5
"""Share of letters and digits in common, of those in either, from which two contents are the same."""
_STRETCH = 512
"""Characters."""
# Where both see the same verb but cut its content differently, these rules of the parse are right more often.
_CUTS_BETTER = frozenset(
    (
        ("object", "parsed-object"),
        ("object-say", "parsed-object"),
        ("bare-clause", "parsed-object"),
        ("that-clause", "parsed-say-that"),
        ("call-as", "parsed-call"),
        ("call-as", "parsed-told-to"),
        ("told-to", "parsed-told-to"),
    )
)


def merge(text: str, plain: Sequence[Attribution], parsed: Sequence[Attribution]) -> list[Attribution]:
    """Return the records of the default extractor and of the parse as one list, in order.

    The default one's words stand where both agree: it sees quotation marks, of which a parser makes little.
    """
    letters = _Letters(text)
    near = _Places(parsed)
    kept = _Places([_graded(record, near.around(record), letters) for record in plain])
    for record in parsed:
        if record.rule not in PARSED:
            continue
        if not any(letters.shared(record.content, other.content) for other in kept.around(record)):
            kept.add(replace(record, confidence=PARSED[record.rule]))
    return sorted(kept.records, key=lambda record: record.content)


def _graded(record: Attribution, parsed: Sequence[Attribution], letters: _Letters) -> Attribution:
    same = [other for other in parsed if letters.jaccard(record.content, other.content) >= _SAME]
    if same:
        agreed = any(_meet(record.mention, other.mention) for other in same)
        table = AGREED if agreed else DOUBTED
        return replace(record, confidence=table.get(record.rule, record.confidence))
    for other in parsed:
        if (
            (record.rule, other.rule) in _CUTS_BETTER
            and _meet(record.cue, other.cue)
            and letters.shared(record.content, other.content)
        ):
            mention = record.mention if _meet(record.mention, other.mention) else other.mention
            return replace(other, mention=mention, confidence=PARSED[other.rule])
    return replace(record, confidence=ALONE.get(record.rule, record.confidence))


def _meet(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and overlap(one, other)


class _Places:
    """Index records by the stretches of text that they touch, so that each is compared with its neighbours only."""

    def __init__(self, records: Iterable[Attribution]) -> None:
        self.records: list[Attribution] = []
        self._at: dict[int, list[int]] = {}
        for record in records:
            self.add(record)

    def add(self, record: Attribution) -> None:
        for stretch in _stretches(record):
            self._at.setdefault(stretch, []).append(len(self.records))
        self.records.append(record)

    def around(self, record: Attribution) -> list[Attribution]:
        """Return all records that can share a character with a record's content, in order."""
        numbers = {number for stretch in _stretches(record) for number in self._at.get(stretch, ())}
        return [self.records[number] for number in sorted(numbers)]


def _stretches(record: Attribution) -> set[int]:
    return {
        stretch for start, end in record.content for stretch in range(start // _STRETCH, end // _STRETCH + 1)
    }


class _Letters:
    """Count the letters and digits of spans, from positions that are computed once."""

    def __init__(self, text: str) -> None:
        self._at = [i for i, character in enumerate(text) if character.isalnum()]

    def _count(self, spans: Sequence[Span]) -> int:
        return sum(bisect_left(self._at, end) - bisect_left(self._at, start) for start, end in spans)

    def shared(self, one: Sequence[Span], other: Sequence[Span]) -> int:
        return self._count(
            [(max(a, c), min(b, d)) for a, b in one for c, d in other if max(a, c) < min(b, d)]
        )

    def jaccard(self, one: Sequence[Span], other: Sequence[Span]) -> float:
        either = self._count(merged([*one, *other]))
        return self.shared(one, other) / either if either else 0.0
