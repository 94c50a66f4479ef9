"""Hold a connection with what is cached for it, and give all queries one unchanging view through it."""

from __future__ import annotations

from dataclasses import dataclass, field

from qa.answers import CorpusSummary
from qa.archive import show_limit
from qa.archive.protocol import Said
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
    show: str | None = None
    """The stored rule of what may be shown."""
    said: dict[int, Said] = field(default_factory=dict)
    """Records that were read last, by their row: one page asks for them several times, and so does the next."""

    @property
    def connection(self) -> Connection:
        return self.reading.connection

    def begin(self) -> None:
        """Begin a transaction for reading; drop the cache if somebody has written."""
        begin_reading(self.connection)
        state = int(self.connection.execute("PRAGMA data_version").fetchone()[0])
        if state != self.state:
            self.state, self.speakers, self.sources, self.corpus = state, None, None, None
            self.show, self.said = None, {}


class RowReader:
    """What all kinds of queries of one state of a library share.

    CROSS JOIN keeps the order of tables as written, where SQLite would begin with all current versions.
    """

    def __init__(self, reader: Connected, generations: Generations) -> None:
        self._reader = reader
        self._connection = reader.connection
        self._generations = generations

    def meta(self, key: str) -> str | None:
        """Return the value that the library keeps under a key; None if there is none."""
        row = self._connection.execute("SELECT value FROM meta WHERE key = ?", [key]).fetchone()
        return None if row is None else str(row["value"])

    def _sentences_shown(self) -> int | None:
        """Return how many sentences around a quote the library lets be shown; None for whole articles."""
        if self._reader.show is None:
            rule = self.meta(show_limit.KEY)
            self._reader.show = show_limit.WHOLE if rule is None else rule
        return show_limit.sentences_from(self._reader.show)
