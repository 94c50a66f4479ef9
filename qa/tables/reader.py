"""Give all queries one unchanging view of a library's tables, with what every question needs of them."""

from __future__ import annotations

from dataclasses import dataclass

from qa.answers import CorpusSummary
from qa.archive import show_limit
from qa.speakers.known import ListedSpeakers
from qa.tables.connection import Connection


@dataclass(slots=True)
class Cached:
    """What every question needs of one state of a library; it is read again only once somebody has written."""

    speakers: ListedSpeakers | None = None
    sources: tuple[str, ...] | None = None
    corpus: CorpusSummary | None = None
    show: str | None = None
    """The stored rule of what may be shown."""


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
