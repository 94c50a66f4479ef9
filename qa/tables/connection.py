"""Define what reading the tables of a library needs of a connection, and where the SQL of two engines differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol


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

    def library_format(self) -> int:
        """Return the number of the library's format (`qa.embedded.schema.SCHEMA`): older ones lack tables."""

    def among(self, column: str) -> str:
        """Return the SQL condition that a column's number is one of a list, which is bound as `listed` makes it."""

    def collected(self, column: str) -> str:
        """Return the SQL for the numbers of a column in a group, as text, with spaces between them."""

    def listed(self, numbers: Iterable[Any]) -> object:
        """Return numbers as the one value that `among` takes."""
