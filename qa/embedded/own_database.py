"""Open a small database beside the library: a front end's own, such as what is followed and what a bot has shown."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qa.embedded.database import Connection, connect, make_private_folder
from qa.embedded.database_errors import NOT_DONE, lacks_memory
from qa.errors import InputProblem, LibraryBusyError, NotWritableError, OutOfMemoryError


def connect_to_own(path: Path, tables: str) -> Connection:
    """Open a small database beside the library, such as a front end's own; make it, private, if there is none.

    Args:
        tables: Statements that may be run again, separated by semicolons.

    Raises:
        NotWritableError: If its folder cannot be written to.
        InputProblem: If it is no database, or a damaged one.
    """
    make_private_folder(path.parent)
    with naming_damage_of_own(path):
        try:
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        except OSError as error:
            raise NotWritableError(path.parent, error) from error
        connection = connect(path, "mode=rw", "journal_mode = WAL", "synchronous = NORMAL")
        try:
            connection.executescript(tables)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def naming_damage_of_own(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about a small database beside the library into the project's own, with what to do next."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.IntegrityError):
        # These are mistakes of this program, not of the file.
        raise
    except sqlite3.DatabaseError as error:
        if lacks_memory(error):
            raise OutOfMemoryError from error
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise LibraryBusyError(f"{path} is being written to by another process. Try again.") from error
        if code in (sqlite3.SQLITE_CANTOPEN, *NOT_DONE):
            raise NotWritableError(path.parent, OSError(str(error))) from error
        raise unusable_own(path, str(error)) from error


def unusable_own(path: Path, what: str) -> InputProblem:
    """Return the error for a small database beside the library that is damaged, with what to do next."""
    return InputProblem(
        f"{path} cannot be used as a database: {what}. "
        "Put a copy of it back, or move it away to begin with an empty one."
    )
