"""Open a library on a server for reading: `ServerArchive` is opened once, `ServerView` is what one answer sees."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from qa.errors import NodeLostError, UnreachableError
from qa.server.connections import ServerConnection, connect
from qa.server.failures import naming_failures
from qa.server.passages import Proposals
from qa.settings import ServerLibrary
from qa.tables.duplicates import Likeness
from qa.tables.opened_library import OpenedLibrary, close_all
from qa.tables.reader import Cached
from qa.tables.speech import Speech
from qa.tables.summary import Summary


@dataclass(slots=True)
class _Connected:
    """A connection, and a cache of what every question needs, which is read again only if somebody has written."""

    connection: ServerConnection
    state: int = -1
    cached: Cached = field(default_factory=Cached)

    def begin(self) -> None:
        state = self.connection.begin_reading()
        if state != self.state:
            self.state, self.cached = state, Cached()


class ServerArchive(OpenedLibrary[_Connected]):
    """A library opened for reading, by any number of threads and processes."""

    def __init__(self, place: ServerLibrary) -> None:
        super().__init__()
        self.place = place

    @classmethod
    def open(cls, place: ServerLibrary) -> ServerArchive:
        """Open a library on a server.

        Raises:
            UnreachableError: If nobody answers there.
            NoIndexError: If there is none.
        """
        library = cls(place)
        with library.snapshot():
            pass
        return library

    @contextmanager
    def snapshot(self) -> Iterator[ServerView]:
        """Open one unchanging view of the library: what is written meanwhile does not show in it.

        Raises:
            NodeLostError: In its block, if the server went away; the view of another one may be of another state.
        """
        reader = self._begun()
        try:
            with naming_failures(self.place, lost=NodeLostError):
                yield ServerView(reader.connection, reader.cached, reader.state)
        finally:
            self._take_back(reader)

    def _begun(self) -> _Connected:
        with self._lock:
            reader = self._idle.pop() if self._idle else None
        if reader is not None:
            try:
                return self._begin(reader)
            except UnreachableError:
                # The server was started again, or another one has its place; the others that wait are as old.
                with self._lock:
                    close_all(self._idle)
        try:
            return self._begin(_Connected(connect(self.place)))
        except NodeLostError:
            # It went away after it had let us in.
            return self._begin(_Connected(connect(self.place)))

    def _begin(self, reader: _Connected) -> _Connected:
        try:
            with naming_failures(self.place, lost=NodeLostError):
                reader.begin()
        except BaseException:
            reader.connection.close()
            raise
        return reader

    def _take_back(self, reader: _Connected) -> None:
        try:
            with naming_failures(self.place):
                reader.connection.end()
        except UnreachableError:
            reader.connection.close()
        with self._lock:
            if self._closed or reader.connection.is_broken():
                reader.connection.close()
            else:
                self._idle.append(reader)


class ServerView(Proposals, Speech, Likeness, Summary):
    """One unchanging view of a library. Not to be used by two threads at once, nor after its `with` block."""

    def __init__(self, connection: ServerConnection, cached: Cached, state: int) -> None:
        super().__init__(connection, cached)
        self._state = state

    @property
    def generation(self) -> int:
        return self._state
