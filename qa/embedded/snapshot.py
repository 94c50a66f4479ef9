"""Open a library for reading: `Library` is opened once, `Snapshot` is what one answer sees."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from qa.embedded.connections import OpenedDatabase, open_for_reading, reading_unchanged
from qa.embedded.database import Connection, begin_reading, file_number
from qa.embedded.database_errors import naming_damage
from qa.embedded.late_blame import LateBlame
from qa.embedded.passages import Passages
from qa.embedded.search.generations import latest
from qa.embedded.search.nearest import Generations
from qa.embedded.value_check import blaming_damage
from qa.tables.duplicates import Likeness
from qa.tables.opened_library import OpenedLibrary, close_all
from qa.tables.reader import Cached
from qa.tables.speech import Speech
from qa.tables.summary import Summary


@dataclass(slots=True)
class _Connected:
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


class Library(OpenedLibrary[_Connected]):
    """A library opened for reading, by any number of threads and processes, also while another one writes."""

    def __init__(self, path: Path, *, late_blame: bool = False) -> None:
        super().__init__()
        self.path = path
        self._late_blame = LateBlame(path) if late_blame else None
        self._generations = Generations(path)
        self._file = file_number(path)

    @classmethod
    def open(cls, path: Path, *, late_blame: bool = False) -> Library:
        """Open a library's folder.

        Args:
            late_blame: After an unexpected error, look for damage on a thread of its own, once for each state.

        Raises:
            NoIndexError: If there is none.
            DamagedIndexError: If it is not whole, or newer than this program.
        """
        library = cls(path, late_blame=late_blame)
        library._idle.append(_Connected(open_for_reading(path)))
        return library

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """Open one unchanging view of the library: what is written meanwhile does not show in it."""
        file = file_number(self.path)
        with self._lock:
            if file != self._file:
                # A backup was put in its place: what is open is the old library.
                close_all(self._idle)
                self._file, self._generations = file, Generations(self.path)
            generations = self._generations
            reader = self._idle.pop() if self._idle else None
        if reader is not None and not reader.reading.is_current():
            reader.connection.close()
            reader = None
        reader = reader or _Connected(open_for_reading(self.path))
        connection = reader.connection
        try:
            with (
                reading_unchanged(reader.reading),
                self._blaming(connection),
                naming_damage(self.path),
            ):
                reader.begin()
                yield Snapshot(reader.connection, reader.cached, generations)
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            with self._lock:
                if file == self._file and not self._closed:
                    self._idle.append(reader)
                else:
                    connection.close()

    def _blaming(self, connection: Connection) -> AbstractContextManager[None]:
        return self._late_blame.blaming() if self._late_blame else blaming_damage(connection, self.path)


class Snapshot(Passages, Speech, Likeness, Summary):
    """One unchanging view of a library. Not to be used by two threads at once, nor after its `with` block."""

    @property
    def generation(self) -> int:
        row = latest(self._connection)
        return 0 if row is None else int(row["n"])
