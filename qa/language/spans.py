"""Compare spans of one text: whether two overlap, how many characters lists of them share, how long they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qa.datatypes import Span


def overlap(one: Span, other: Span) -> bool:
    """Return whether two spans, neither of them empty, have a character in common; touching is not enough."""
    return one[0] < other[1] and other[0] < one[1]


def any_overlaps(spans: Iterable[Span], span: Span) -> bool:
    """Return whether one of the spans has a character in common with a span."""
    return any(overlap(each, span) for each in spans)


def shared(some: Iterable[Span], others: Sequence[Span]) -> int:
    """Count the characters that two lists of spans have in common.

    Spans of one list that overlap each other count a character once for each: lists as attributions have them do not.
    """
    return sum(max(0, min(end, stop) - max(start, begin)) for start, end in some for begin, stop in others)


def length(spans: Iterable[Span]) -> int:
    """Count the characters of spans."""
    return sum(end - start for start, end in spans)
