"""Define what reading and writing the tables of a library needs of an engine, and where the SQL of two differs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, NamedTuple, Protocol

from qa.datatypes import VersionHandle

Counted = Callable[[int, int], None]
"""Is called in long work with how many of how many steps are done."""


class Row(Protocol):
    """A row: its values by name or by number."""

    def __getitem__(self, key: int | str, /) -> Any: ...
    def __iter__(self) -> Iterator[Any]: ...


class Cursor(Protocol):
    """The rows that a statement found."""

    def __iter__(self) -> Iterator[Any]: ...
    def fetchone(self) -> Any: ...
    def fetchall(self) -> list[Any]: ...
    def fetchmany(self, size: int = 1, /) -> list[Any]: ...


class Connection(Protocol):
    """A connection that sees one state of a library's tables. A question mark in a statement stands for a value."""

    @property
    def in_order(self) -> str:
        """The JOIN that takes tables in the order in which they are written, where the engine lets one choose it."""

    def execute(self, sql: str, parameters: Sequence[Any] = (), /) -> Cursor: ...

    def streamed(self, sql: str, /) -> AbstractContextManager[Cursor]:
        """Execute a statement whose rows come some at a time, however many there are; one such at a time."""

    def library_format(self) -> int:
        """Return the number of the library's format (`qa.tables.formats.LIBRARY_FORMAT`): older ones lack tables."""

    def among(self, column: str) -> str:
        """Return the SQL condition that a column's number is one of a list, which is bound as `listed` makes it."""

    def collected(self, column: str) -> str:
        """Return the SQL for the numbers of a column in a group, as text, with spaces between them."""

    def holds(self, column: str) -> str:
        """Return the SQL condition that the bytes of a column hold those of a value."""

    def listed(self, numbers: Iterable[Any]) -> object:
        """Return numbers as the one value that `among` takes."""


class WritingConnection(Connection, Protocol):
    """A connection that also writes. Each statement inside `transaction` is done, or none is."""

    def executemany(self, sql: str, parameters: Iterable[Sequence[Any]], /) -> object: ...

    def execute_each(self, sql: str, parameters: Iterable[Sequence[Any]], /) -> list[list[Any]]:
        """Execute a statement with each of these values, in order; return the rows that each found."""

    def pipelined(self) -> AbstractContextManager[None]:
        """Let an engine answer the statements of the block many at a time: an error of one may come with a later one.

        Inside it nothing may be copied in, and `SearchIndex` not be used, which does so.
        """

    def transaction(self) -> AbstractContextManager[None]:
        """Commit everything that is written inside the block, or nothing of it."""


class IndexedPassage(NamedTuple):
    """A passage as it is searched: the numbers of its row and of its vectors' row, and its terms."""

    passage: int
    embedding: int
    terms: str


class SearchIndex(Protocol):
    """What an engine finds passages by, kept up to date with the rows of passages by whoever writes them.

    A folder has full text in the same transaction, and vectors in files that are published now and then; a server has
    both in tables.
    """

    def add(self, passages: Sequence[IndexedPassage]) -> None:
        """Take in passages that were written, in the caller's transaction."""

    def drop(self, version: VersionHandle) -> None:
        """Take out the passages of a version, before their rows are deleted."""

    def move(self, version: VersionHandle) -> None:
        """Note that the passages of a version become another's, before their rows are changed."""

    def empty(self) -> None:
        """Take out all passages. What is there may be damaged."""

    def generation(self) -> int:
        """Return the number that answers show of the state that is published."""

    def forget_vectors(self) -> None:
        """Take out the vectors of all passages, in the caller's transaction: another model makes new ones."""

    def replace_vectors(self) -> None:
        """Publish the vectors of all passages with the caller's transaction."""

    def is_grown(self) -> bool:
        """Return whether enough was added that vectors are worth publishing before a run ends."""

    def is_due(self) -> bool:
        """Return whether vectors are to be published when a run ends."""

    def publish(self, *, alone: bool = False) -> None:
        """Publish the vectors of all passages, in a transaction of its own.

        Args:
            alone: Whether to keep nothing that was published before.
        """

    def note_size(self) -> None:
        """Note how large the library is, unless that is noted: by it `is_loose` tells how much it has grown."""

    def is_loose(self) -> bool:
        """Return whether the library has doubled since its rows were last written close together."""

    def shrink(self) -> bool:
        """Write all rows close together, outside any transaction; return whether that is done.

        Rows that became shorter leave room between them, and so do rows that came in no order.
        """

    def erase(self) -> bool:
        """Leave no trace of what was deleted, outside any transaction; return whether there is none now."""
