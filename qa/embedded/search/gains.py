"""Compute what each passage of a list gains by its word, and keep it for the next questions."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from qa.archive.scoring import K1, B
from qa.embedded.search.lists import MOST, Listed
from qa.embedded.search.postings import Numbers, Segment
from qa.tables.seals import broken

Scores = NDArray[np.float32]


class Gains:
    """What passages gain in BM25 by a term of weight 1, in the order of its list, kept for the lists last asked for.

    It depends on the average length of a passage, and so does what is kept.
    """

    def __init__(self) -> None:
        self._stamp: tuple[list[int], float] = ([], 0.0)
        self._kept: OrderedDict[int, Scores] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def __call__(
        self,
        some: Sequence[Segment],
        listed: dict[int, Listed],
        lengths: Numbers,
        average_length: float,
    ) -> dict[int, Scores]:
        """Return what each passage of some lists of these segments gains, by the number of the list's word.

        Args:
            lengths: How many terms each passage has, by place.
        """
        stamp = [each.n for each in some], average_length
        with self._lock:
            if stamp != self._stamp:
                self._stamp, self._kept, self._size = stamp, OrderedDict(), 0
            kept = self._kept
            found = {word: kept[word] for word in listed if word in kept}
            for word in found:
                kept.move_to_end(word)
        every_length = np.arange(int(lengths.max()) + 1, dtype=np.float64)
        norms = K1 * (1 - B + B * every_length / max(average_length, 1e-9))
        new = {word: _gains(each, lengths, norms) for word, each in listed.items() if word not in found}
        with self._lock:
            for word, gained in new.items():
                if self._kept is kept and word not in kept:
                    kept[word] = gained
                    self._size += len(gained)
            while self._size > MOST:
                _, oldest = self._kept.popitem(last=False)
                self._size -= len(oldest)
        return found | new


def _gains(listed: Listed, lengths: Numbers, norms: NDArray[np.float64]) -> Scores:
    own = norms.take(lengths.take(listed.places))
    often = 1 if listed.counts is None else listed.counts
    if listed.counts is not None and len(listed.counts) and int(listed.counts.max()) >= len(norms):
        raise broken("A list of passages of full text")
    return np.asarray(often * (K1 + 1) / (often + own), np.float32)
