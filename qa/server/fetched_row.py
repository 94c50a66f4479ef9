"""Hold a row as PostgreSQL returns it, read as `sqlite3.Row` is: `qa.tables` reads the rows of both engines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any


class FetchedRow:
    """A row: its values by name or by number."""

    __slots__ = ("_names", "_values")

    def __init__(self, names: Mapping[str, int], values: Sequence[Any]) -> None:
        """
        Args:
            names: The number of each column, from 0, by its name.
        """
        self._names = names
        self._values = values

    def __getitem__(self, key: int | str, /) -> Any:
        return self._values[self._names[key] if isinstance(key, str) else key]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._values)
