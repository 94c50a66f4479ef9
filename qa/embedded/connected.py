"""Hold a connection with what is cached for it."""

from __future__ import annotations

from dataclasses import dataclass, field

from qa.embedded.connections import OpenedDatabase
from qa.embedded.database import Connection, begin_reading
from qa.tables.reader import Cached


@dataclass(slots=True)
class Connected:
    """A connection, and a cache of what every question needs, which is read again only if somebody has written."""

    reading: OpenedDatabase
    state: int = -1
    cached: Cached = field(default_factory=Cached)

    @property
    def connection(self) -> Connection:
        return self.reading.connection

    def begin(self) -> None:
        """Begin a transaction for reading; drop the cache if somebody has written."""
        begin_reading(self.connection)
        state = int(self.connection.execute("PRAGMA data_version").fetchone()[0])
        if state != self.state:
            self.state, self.cached = state, Cached()
