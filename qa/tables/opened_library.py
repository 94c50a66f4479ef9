"""Hold a library that is open for reading, whichever engine keeps it: connections that wait for the next answer."""

from __future__ import annotations

import threading
import weakref
from abc import ABC, abstractmethod
from contextlib import AbstractContextManager
from typing import Generic, Protocol, Self, TypeVar

from embeddings.encoder import ModelIdentity
from qa.tables.summary import Summary, require_model


class _Closable(Protocol):
    def close(self) -> None: ...


class Connected(Protocol):
    """A connection, with whatever an engine keeps beside it."""

    @property
    def connection(self) -> _Closable: ...


C = TypeVar("C", bound=Connected)


class OpenedLibrary(ABC, Generic[C]):
    """A library opened for reading, by any number of threads and processes, also while another one writes."""

    def __init__(self) -> None:
        self._idle: list[C] = []
        self._closed = False
        self._lock = threading.Lock()
        """Held while the two above are changed."""
        # A library that nobody closes ends with the last reference to it.
        weakref.finalize(self, close_all, self._idle)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections that nobody uses; each of the others is closed at the end of its snapshot."""
        with self._lock:
            self._closed = True
            close_all(self._idle)

    @abstractmethod
    def snapshot(self) -> AbstractContextManager[Summary]:
        """Open one unchanging view of the library: what is written meanwhile does not show in it."""

    @property
    def model(self) -> ModelIdentity:
        """The model that made the vectors. Raises NoIndexError when nothing was indexed yet."""
        with self.snapshot() as snapshot:
            return snapshot.model

    def expect(self, identity: ModelIdentity) -> None:
        """Raise IndexMismatchError unless the vectors were made by this model."""
        require_model(self.model, identity)


def close_all(idle: list[C]) -> None:
    """Close connections that nobody uses, and leave none in their list."""
    while idle:
        idle.pop().connection.close()
