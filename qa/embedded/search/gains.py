"""Compute what each passage of a list gains by its word, and keep it for the next questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from qa.archive.scoring import K1, B
from qa.embedded.search.kept_by_word import KeptByWord
from qa.embedded.search.lists import MOST, Listed
from qa.embedded.search.postings import Numbers, Segment
from qa.tables.seals import broken

Scores = NDArray[np.float32]


class Gained(NamedTuple):
    """What each passage of a list gains by its word, and the most of it."""

    gains: Scores
    most: np.float32


class Gains:
    """What passages gain in BM25 by a term of weight 1, in the order of its list, kept for the lists last asked for.

    It depends on the average length of a passage, and so does what is kept.
    """

    def __init__(self) -> None:
        self._kept = KeptByWord[Gained](MOST, lambda gained: len(gained.gains))

    def __call__(
        self,
        some: Sequence[Segment],
        listed: Mapping[int, Listed],
        lengths: Numbers,
        average_length: float,
    ) -> dict[int, Gained]:
        """Return what each passage of some lists of these segments gains, by the number of the list's word.

        Args:
            lengths: How many terms each passage has, by place.
        """

        def gained(words: list[int]) -> dict[int, Gained]:
            every_length = np.arange(int(lengths.max()) + 1, dtype=np.float64)
            norms = K1 * (1 - B + B * every_length / max(average_length, 1e-9))
            return {word: _gains(listed[word], lengths, norms) for word in words}

        return self._kept(listed, ([each.n for each in some], average_length), gained)


def _gains(listed: Listed, lengths: Numbers, norms: NDArray[np.float64]) -> Gained:
    own = norms.take(lengths.take(listed.places))
    often = 1 if listed.counts is None else listed.counts
    if listed.counts is not None and len(listed.counts) and int(listed.counts.max()) >= len(norms):
        raise broken("A list of passages of full text")
    gains = np.asarray(often * (K1 + 1) / (often + own), np.float32)
    return Gained(gains, gains.max(initial=0))
