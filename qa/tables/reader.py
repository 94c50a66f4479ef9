"""Give all queries one unchanging view of a library's tables, with what every question needs of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from qa.answers import CorpusSummary
from qa.archive import show_limit
from qa.archive.protocol import Said
from qa.datatypes import Scope, Speaker, Version, VersionHandle
from qa.speakers.known import ListedSpeakers
from qa.tables.connection import Connection

T = TypeVar("T")

MOST_CHARACTERS = 2_000_000
"""The most characters of articles that are kept: those that some ten questions read."""
MOST_RECORDS = 5_000
"""The most records of who said what that are kept: those of some ten questions, in 12 MB."""


class Kept(Generic[T]):
    """Keeps what was read of versions, up to a size: one question reads the same articles several times."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._of: dict[VersionHandle, T] = {}

    def get(self, handle: VersionHandle) -> T | None:
        return self._of.get(handle)

    def put(self, handle: VersionHandle, value: T, size: int) -> None:
        """Keep what was read, instead of all before it once that is too much; nothing that alone is too much."""
        if size > self._most:
            return
        if self._size + size > self._most:
            self._of.clear()
            self._size = 0
        self._of[handle] = value
        self._size += size


@dataclass(slots=True)
class Cached:
    """What every question needs of one state of a library; it is read again only once somebody has written."""

    speakers: ListedSpeakers | None = None
    """Everybody who speaks, where they are listed, or cannot be looked up yet."""
    found_by_words: bool | None = None
    """Whether speakers can be looked up by the words of their names."""
    speakers_like: dict[tuple[str, int], Sequence[Speaker]] = field(default_factory=dict)
    apart: frozenset[bytes] | None = None
    """The names that a person holds apart from others, folded."""
    sources: tuple[str, ...] | None = None
    corpus: CorpusSummary | None = None
    show: str | None = None
    """The stored rule of what may be shown."""
    versions: Kept[Version] = field(default_factory=lambda: Kept(MOST_CHARACTERS))
    spoken_in: tuple[tuple[frozenset[str], Scope], NDArray[np.int64]] | None = None
    """The speakers and the scope that were asked for last, and the passages with words of theirs."""
    holding: dict[tuple[bool, tuple[tuple[str, ...], ...], Scope], list[VersionHandle]] = field(
        default_factory=dict
    )
    """Which versions may hold phrases within a scope, or (if true) a term of each group, for the last asked for."""
    said: Kept[list[Said]] = field(default_factory=lambda: Kept(MOST_RECORDS))


class RowReader:
    """What all kinds of queries of one state of a library share."""

    def __init__(self, connection: Connection, cached: Cached) -> None:
        self._connection = connection
        self._cached = cached

    def meta(self, key: str) -> str | None:
        """Return the value that the library keeps under a key; None if there is none."""
        row = self._connection.execute("SELECT value FROM meta WHERE key = ?", [key]).fetchone()
        return None if row is None else str(row["value"])

    def _sentences_shown(self) -> int | None:
        """Return how many sentences around a quote the library lets be shown; None for whole articles."""
        if self._cached.show is None:
            rule = self.meta(show_limit.KEY)
            self._cached.show = show_limit.WHOLE if rule is None else rule
        return show_limit.sentences_from(self._cached.show)
