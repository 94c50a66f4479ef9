"""Form spans of neighbouring sentences, and turn values of sentences into values of spans.

A span is given by the rows of its first and last sentence, `begin` and `stop`, both inclusive and of shape (n,).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from qa.answers import QUOTE_WORDS
from qa.ranking.sentence_features import Sentences

MAX_SENTENCES = 3
"""The most sentences of a span. It has at most `QUOTE_WORDS` words, or is a single sentence."""

Rows = NDArray[np.int64]


def windows(s: Sentences) -> tuple[Rows, Rows]:
    """Return the first and last rows of all spans, ordered by first row, then last; each stays within a passage."""
    rows = np.arange(len(s.words))
    begins, stops = [rows], [rows]
    total = np.concatenate([[0], np.cumsum(s.words)])
    for more in range(1, MAX_SENTENCES):
        begin = rows[: len(rows) - more]
        stop = begin + more
        fits = (stop <= s.last[begin]) & (total[stop + 1] - total[begin] <= QUOTE_WORDS)
        begins.append(begin[fits])
        stops.append(stop[fits])
    begin, stop = np.concatenate(begins), np.concatenate(stops)
    order = np.lexsort((stop, begin))
    return begin[order], stop[order]


def any_of(flags: NDArray[np.bool_], begin: Rows, stop: Rows) -> NDArray[np.bool_]:
    """Return whether any sentence of each span has a flag."""
    result = flags[begin].copy()
    for more in range(1, MAX_SENTENCES):
        inside = begin + more <= stop
        result[inside] |= flags[begin[inside] + more]
    return result


def max_of(values: NDArray[np.float32], begin: Rows, stop: Rows) -> NDArray[np.float32]:
    """Return the highest value of any sentence of each span."""
    result = values[begin].copy()
    for more in range(1, MAX_SENTENCES):
        inside = begin + more <= stop
        result[inside] = np.maximum(result[inside], values[begin[inside] + more])
    return result


def sum_of(values: NDArray[np.float32], begin: Rows, stop: Rows) -> NDArray[np.float32]:
    """Return the sum of the values of each span's sentences."""
    result = values[begin].copy()
    for more in range(1, MAX_SENTENCES):
        inside = begin + more <= stop
        result[inside] += values[begin[inside] + more]
    return result


def argmax_of(values: NDArray[np.float32], begin: Rows, stop: Rows) -> Rows:
    """Return the row of the sentence with the highest value of each span, the first of equal ones."""
    best = begin.copy()
    for more in range(1, MAX_SENTENCES):
        inside = np.flatnonzero(begin + more <= stop)
        better = inside[values[begin[inside] + more] > values[best[inside]]]
        best[better] = begin[better] + more
    return best


def ranks(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return each value's place, 0 for the largest; equal values share the better place."""
    ordered = np.sort(-values)
    return np.searchsorted(ordered, -values).astype(np.float32)
