"""Read the passages of words over all segments, as one list for each word, and keep lists for the next questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from qa.embedded.database import Connection
from qa.embedded.search.kept_by_word import KeptByWord
from qa.embedded.search.postings import Numbers, Posting, Segment, postings

MOST = 8_000_000
"""The most passages in all lists that are kept, in 40 MB. Common words, whose lists are long, are in many questions."""


class Listed(NamedTuple):
    """The places of the passages that hold a word, through all segments, and how often each does; None: once."""

    places: NDArray[np.uint32]
    counts: Numbers | None


class Lists:
    """Reads lists, and keeps those that were asked for last."""

    def __init__(self) -> None:
        self._kept = KeptByWord[Listed](MOST, lambda listed: len(listed.places))

    def __call__(
        self, connection: Connection, some: Sequence[Segment], words: Sequence[int]
    ) -> dict[int, Listed]:
        """Return the lists of those of some words that a passage of these segments holds."""
        # A segment never changes, and its number is never another one's.
        numbers = [each.n for each in some]
        return self._kept(words, numbers, lambda new: dict(_read(connection, some, new)))


def _read(
    connection: Connection, some: Sequence[Segment], words: Sequence[int]
) -> Iterator[tuple[int, Listed]]:
    parts: dict[int, list[tuple[int, Posting]]] = {}
    for word, at, posting in postings(connection, some, words):
        parts.setdefault(word, []).append((at, posting))
    borders = np.cumsum([0] + [each.span for each in some]).tolist()
    for word, own in parts.items():
        places = np.concatenate([part.places for _, part in own]).astype(np.uint32)
        end = 0
        for at, part in own:
            start, end = end, end + len(part.places)
            places[start:end] += borders[at]
        counts = None
        if any(part.counts is not None for _, part in own):
            counts = np.concatenate(
                [
                    np.ones(len(part.places), np.uint8) if part.counts is None else part.counts
                    for _, part in own
                ]
            )
        yield word, Listed(places, counts)
