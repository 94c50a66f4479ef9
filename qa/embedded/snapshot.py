"""Open a library for reading: `Library` is opened once, `Snapshot` is what one answer sees."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from embeddings.encoder import ModelIdentity
from qa.embedded.connections import OpenedDatabase, open_for_reading, reading_unchanged
from qa.embedded.database import Connection, begin_reading, file_number
from qa.embedded.database_errors import naming_damage
from qa.embedded.late_blame import LateBlame
from qa.embedded.passages import Passages
from qa.embedded.search.generations import latest
from qa.embedded.search.nearest import Generations
from qa.embedded.value_check import blaming_damage
from qa.tables.duplicates import Likeness
from qa.tables.reader import Cached
from qa.tables.speech import Speech
from qa.tables.summary import Summary, require_model


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


class Library:
    """A library opened for reading, by any number of threads and processes, also while another one writes."""

    def __init__(self, path: Path, *, late_blame: bool = False) -> None:
        self.path = path
        self._late_blame = LateBlame(path) if late_blame else None
        self._generations = Generations(path)
        self._file = file_number(path)
        self._idle: list[_Connected] = []
        self._closed = False
        self._lock = threading.Lock()
        # A library that nobody closes ends with the last reference to it.
        weakref.finalize(self, _close_all, self._idle)

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

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections that nobody uses; each of the others is closed at the end of its snapshot."""
        with self._lock:
            self._closed = True
            _close_all(self._idle)

    @property
    def model(self) -> ModelIdentity:
        """The model that made the vectors. Raises NoIndexError when nothing was indexed yet."""
        with self.snapshot() as snapshot:
            return snapshot.model

    def expect(self, identity: ModelIdentity) -> None:
        """Raise IndexMismatchError unless the vectors were made by this model."""
        require_model(self.model, identity)

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """Open one unchanging view of the library: what is written meanwhile does not show in it."""
        file = file_number(self.path)
        with self._lock:
            if file != self._file:
                # A backup was put in its place: what is open is the old library.
                _close_all(self._idle)
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


def _close_all(idle: list[_Connected]) -> None:
    while idle:
        idle.pop().connection.close()


class Snapshot(Passages, Speech, Likeness, Summary):
    """One unchanging view of a library. Not to be used by two threads at once, nor after its `with` block."""

    @property
    def generation(self) -> int:
        row = latest(self._connection)
        return 0 if row is None else int(row["n"])
