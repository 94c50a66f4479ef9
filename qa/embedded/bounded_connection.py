"""Bound what one statement may do: a library may come from anybody, and be crafted so that it is read for ever."""

from __future__ import annotations

import json
import sqlite3
import weakref
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

_STEPS, _STEPS_PER_BYTE = 10_000_000, 2
"""A statement may take this many steps of SQLite's machine, and more by the size of the database: several times what
the most expensive ones of this program take (docs/reliability.md has the measurement), and some seconds of work."""
_ROUND = 1_000_000
"""So many steps lie between two looks at their number."""
_STATEMENTS = 4
"""So many times that may all statements of a transaction take: one statement may run for each row of another."""

_LONGEST_VALUE = 256 * 1024 * 1024
_LONGEST_STATEMENT = 1_000_000
"""In bytes, of statements and of the schema's entries."""


class BoundedConnection(sqlite3.Connection):
    """A connection whose statements end when they take more steps than any on a database of this size needs to.

    Pages can be crafted so that a table has no end. Steps are counted, not seconds: a busy or sleeping computer takes
    none. (`SELECT count(*)` of a whole table is a single step that nothing ends: `count(1)` counts row by row.)
    """

    before_commit: Callable[[], None] = staticmethod(lambda: None)
    """What a writer does last in each transaction."""
    _path: Path | None = None
    _rounds = 0
    _in_all = 0

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._cursors = weakref.WeakSet[sqlite3.Cursor]()

    def bound_by(self, path: Path) -> None:
        """Limit statements by the size of this file, and the sizes of values."""
        self._path = path
        self.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
        self.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, _LONGEST_STATEMENT)
        # VACUUM attaches one database.
        self.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
        # A connection that held itself would not be closed with its last reference.
        held = weakref.ref(self)
        self.set_progress_handler(lambda: _is_too_long(held), _ROUND)

    @property
    def in_order(self) -> str:
        """CROSS JOIN keeps the order of tables as written, where SQLite would begin with all current versions."""
        return "CROSS JOIN"

    def library_format(self) -> int:
        """Return the number of the library's format."""
        return int(self.execute("PRAGMA user_version").fetchone()[0])

    def among(self, column: str) -> str:
        """Return the SQL condition that a column's number is one of a list, which is bound as `listed` makes it."""
        return f"{column} IN (SELECT value FROM json_each(?))"

    def collected(self, column: str) -> str:
        """Return the SQL for the numbers of a column in a group, as text, with spaces between them."""
        return f"group_concat({column}, ' ')"

    def holds(self, column: str) -> str:
        """Return the SQL condition that the bytes of a column hold those of a value."""
        return f"instr({column}, ?) > 0"

    def listed(self, numbers: Iterable[Any]) -> str:
        """Return numbers as the one value that `among` takes."""
        return json.dumps(list(numbers))

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        self._rounds = 0
        if not self.in_transaction:
            self._in_all = 0
        cursor = super().execute(sql, parameters)
        self._cursors.add(cursor)
        return cursor

    def close(self) -> None:
        """Close the connection with its cursors.

        SQLite keeps a connection, and its lock on the file, until the last statement is done. An error that somebody
        keeps, for its words, keeps the cursor of the function that raised it.
        """
        while self._cursors:
            self._cursors.pop().close()
        super().close()

    @contextmanager
    def streamed(self, sql: str, /) -> Iterator[sqlite3.Cursor]:
        """Execute a statement whose rows come some at a time."""
        yield self.execute(sql)

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> sqlite3.Cursor:
        self._rounds = 0
        return super().executemany(sql, parameters)

    def execute_each(self, sql: str, parameters: Iterable[Any], /) -> list[list[Any]]:
        """Execute a statement with each of these values, in order; return the rows that each found."""
        return [self.execute(sql, values).fetchall() for values in parameters]

    def pipelined(self) -> AbstractContextManager[None]:
        """Do nothing more: nobody is far away here."""
        return nullcontext()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit everything that is written inside the block, or nothing of it."""
        self.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.before_commit()
            self.execute("COMMIT")
        except BaseException:
            if self.in_transaction:
                self.execute("ROLLBACK")
            raise

    def is_too_long(self) -> bool:
        """Count a round of steps, and return whether it is one too many."""
        self._rounds += 1
        self._in_all += 1
        if self._path is None or self._in_all < _STEPS // _ROUND:
            return False
        size = sum(_size(self._path.with_name(self._path.name + end)) for end in ("", "-wal"))
        most = (_STEPS + _STEPS_PER_BYTE * size) // _ROUND
        return self._rounds > most or self._in_all > most * _STATEMENTS


def _is_too_long(held: weakref.ref[BoundedConnection]) -> bool:
    connection = held()
    return connection is not None and connection.is_too_long()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
