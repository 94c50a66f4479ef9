"""Keep from one question to the next what is as long as the library, so that it is read and made once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import numpy as np

from qa.embedded.database import Connection
from qa.embedded.search.gains import Gains, Scores
from qa.embedded.search.lists import Lists
from qa.embedded.search.postings import Numbers, Segment, lengths_of, stamps_of_versions, versions_of


class Scratch:
    """Keeps the lengths and the versions of a library's passages, lists of those that hold a word, and zeros.

    All are read again once there are other segments; a segment's number is never given to another one. Its passages
    become another version's where only what nothing is derived from changed, a date: then its stamp is another.
    """

    def __init__(self) -> None:
        self.lengths = _OfEach(lengths_of)
        self.versions = _OfEach(versions_of, stamps_of_versions)
        self.lists = Lists()
        self.gains = Gains()
        self._zeros: list[Scores] = []
        self._lock = threading.Lock()

    @contextmanager
    def zeros(self, size: int) -> Iterator[Scores]:
        """Lend so many zeros, to be given back as zeros: new memory of this size costs more than a search."""
        with self._lock:
            zeros = self._zeros.pop() if self._zeros else np.zeros(0, np.float32)
        if len(zeros) < size:
            zeros = np.zeros(size, np.float32)
        yield zeros
        with self._lock:
            self._zeros.append(zeros)


class _OfEach:
    """A number of each passage, as one array for all segments, one segment after the other."""

    def __init__(
        self, read: Callable[[Connection, Segment], Numbers], stamps: Callable[..., list[int]] | None = None
    ) -> None:
        self._read = read
        self._stamps = stamps
        self._known: dict[tuple[int, int], Numbers] = {}
        self._joined: tuple[list[tuple[int, int]], Numbers] = ([], np.empty(0, np.uint32))
        self._lock = threading.Lock()

    def __call__(self, connection: Connection, some: Sequence[Segment]) -> Numbers:
        """Return the numbers of the passages of these segments."""
        stamps = self._stamps(connection, some) if self._stamps else [0] * len(some)
        keys = [(each.n, stamp) for each, stamp in zip(some, stamps, strict=True)]
        with self._lock:
            known, joined = self._known, self._joined
        if keys != joined[0]:
            known = {
                key: known[key] if key in known else self._read(connection, each)
                for key, each in zip(keys, some, strict=True)
            }
            every = np.concatenate([*known.values(), np.zeros(1, np.uint8)])
            # As few bytes as they fit in: they are read in no order, from the processor's cache if it holds them.
            joined = keys, every[:-1].astype(np.min_scalar_type(int(every.max())))
            with self._lock:
                self._known, self._joined = known, joined
        return joined[1]
