"""Hold a connection with what is cached for it, and give all queries one unchanging view through it."""

from __future__ import annotations

from dataclasses import dataclass

from qa.answers import CorpusSummary
from qa.embedded.connections import OpenedDatabase
from qa.embedded.database import Connection, begin_reading
from qa.embedded.search.nearest import Generations
from qa.speakers.known import ListedSpeakers


@dataclass(slots=True)
class Connected:
    """A connection, and a cache of what every question needs, which is read again only if somebody has written."""

    reading: OpenedDatabase
    state: int = -1
    speakers: ListedSpeakers | None = None
    sources: tuple[str, ...] | None = None
    corpus: CorpusSummary | None = None

    @property
    def connection(self) -> Connection:
        return self.reading.connection

    def begin(self) -> None:
        """Begin a transaction for reading; drop the cache if somebody has written."""
        begin_reading(self.connection)
        state = int(self.connection.execute("PRAGMA data_version").fetchone()[0])
        if state != self.state:
            self.state, self.speakers, self.sources, self.corpus = state, None, None, None


class RowReader:
    """What all kinds of queries of one state of a library share.

    CROSS JOIN keeps the order of tables as written, where SQLite would begin with all current versions.
    """

    def __init__(self, reader: Connected, generations: Generations) -> None:
        self._reader = reader
        self._connection = reader.connection
        self._generations = generations
