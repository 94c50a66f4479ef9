"""Measure how much of a typed quotation each span holds word for word, as a feature of ranking."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from qa.archive.protocol import Said
from qa.datatypes import Span, StoredPassage, Version, VersionHandle
from qa.language.exact_words import places
from qa.language.spans import overlap, shared

_BETWEEN_WORDS = 4
"""A place is at most so many times as long as its words are without spaces and marks."""

Typed = Sequence[tuple[str, ...]]
"""The words of each typed quotation, in order, as `in_words` has them."""


def held(
    typed: Typed,
    passages: Sequence[StoredPassage],
    versions: Mapping[VersionHandle, Version],
    passage: NDArray[np.int64],
    starts: NDArray[np.int64],
    ends: NDArray[np.int64],
    said: Mapping[VersionHandle, Sequence[Said]] | None,
) -> NDArray[np.float32]:
    """Return the share of a typed quotation, in characters, that each span holds word for word, shape (n,), 0..1.

    Args:
        passage: The index of each span's passage, shape (n,).
        starts: Where spans begin in their articles, shape (n,).
        ends: Where they end, shape (n,).
        said: The records of each version, which are looked up only where the words stand; if given, words that the
            article itself says do not count.
    """
    shares = np.zeros(len(starts), np.float32)
    for number, stored in enumerate(passages if typed else ()):
        text = versions[stored.version_key].article.text
        rows = passage == number
        for start, end in _places(typed, text, stored.passage.start, stored.passage.end):
            if said is not None and not _is_said(start, end, said[stored.version_key]):
                continue
            inside = np.minimum(ends[rows], end) - np.maximum(starts[rows], start)
            shares[rows] = np.maximum(shares[rows], np.maximum(inside, 0) / (end - start))
    return shares


def _is_said(start: int, end: int, said: Sequence[Said]) -> bool:
    spans = (span for record, _ in said for span in record.content)
    return 2 * shared(spans, [(start, end)]) > end - start


def _places(typed: Typed, text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the places that share a character with a part of a text: words may run on into the next passage."""
    for wanted in typed:
        beside = _BETWEEN_WORDS * sum(map(len, wanted)) + _BETWEEN_WORDS
        for first, last in places(wanted, text, max(0, start - beside), min(len(text), end + beside)):
            if overlap((first, last), (start, end)):
                yield first, last
