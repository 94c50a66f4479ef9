"""Know SQLite: only this module, `database_errors.py`, `own_database.py` and `bounded_connection.py` import sqlite3.

`connections.py` opens a library.

Text from outside may hold lone surrogates, which SQLite's text cannot: it is bound as bytes (`qa.tables.packing`).
"""

from __future__ import annotations

import os
import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import TypeVar

from embeddings.checksums import sync_folder
from qa.embedded.bounded_connection import BoundedConnection
from qa.embedded.database_errors import DATABASE, lacks_memory, why_not_opened
from qa.embedded.replacement import finish
from qa.errors import (
    DamagedIndexError,
    NotWritableError,
    OutOfMemoryError,
    QAError,
    UsageError,
)
from qa.tables.compressed import terms_in

Connection = BoundedConnection
Row = sqlite3.Row

_BUSY_MS = 10_000

_WAITS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
"""Seconds to wait for a writer that has begun to open its log, before each further try."""

_PAGE_WITHOUT_MEMORY = re.compile(r"error code[= ](?:7|3082)\b")
"""SQLITE_NOMEM and SQLITE_IOERR_NOMEM: "Tree 31 page 31: unable to get the page. error code=7"."""


def is_library(folder: Path) -> bool:
    """Return whether there is a library in a folder. Raises UsageError if this user may not look into it."""
    # A replacement of the whole library may have been interrupted.
    finish(folder)
    try:
        return (folder / DATABASE).is_file()
    except PermissionError as error:
        raise UsageError(
            f"{folder} cannot be opened: permission denied. Make it readable for this user."
        ) from error


def file_number(folder: Path) -> int | None:
    """Return the inode of the database's file, which differs once another file has its place; None without one."""
    try:
        return (folder / DATABASE).stat().st_ino
    except OSError:
        return None


def shadow_tables(script: str) -> dict[str, str]:
    """Return, by name, the statements of the tables that this SQLite makes for the virtual tables of a script."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(script)
        return dict(
            connection.execute("SELECT name, sql FROM sqlite_master WHERE sql NOT LIKE 'CREATE VIRTUAL%'")
        )


def copy_to(connection: Connection, path: Path) -> None:
    """Copy a whole database into a new private file, as it is at one moment, durably.

    Raises:
        UsageError: If the file cannot be opened.
    """
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600))
    try:
        target = sqlite3.connect(path)
    except sqlite3.OperationalError as error:
        if lacks_memory(error):
            raise OutOfMemoryError from error
        # Not an error of the library that is copied.
        raise UsageError(why_not_opened(path)) from error
    try:
        connection.backup(target)
        # A copy is one file, without a log beside it.
        target.execute("PRAGMA journal_mode = DELETE")
    finally:
        target.close()
    with path.open("rb") as file:
        os.fsync(file.fileno())


def broken_structure(connection: Connection, *, most: int) -> Iterator[str]:
    """Yield in SQLite's words what is wrong with the structure of a database.

    Raises:
        OutOfMemoryError: If a page could not be read for lack of it, which SQLite reports like a broken one.
    """
    for row in connection.execute(f"PRAGMA integrity_check({most})"):
        if _PAGE_WITHOUT_MEMORY.search(row[0]):
            raise OutOfMemoryError
        if row[0] != "ok":
            yield row[0]


def damage_of(connection: Connection) -> str:
    """Return in SQLite's words what is wrong with a database's structure; '' if it is whole."""
    try:
        for words in broken_structure(connection, most=1):
            return words
        row = connection.execute("PRAGMA foreign_key_check").fetchone()
        return "" if row is None else f"a row of {row['table']} points to nothing in {row['parent']}"
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if lacks_memory(error):
            raise OutOfMemoryError from error
        # SQLite's report of damage quotes the damaged bytes, which may be no text.
        return str(error)


def make_private_folder(folder: Path) -> None:
    """Create a folder that only its owner can open, unless it is there already.

    Raises:
        UsageError: If a file is in its way.
        NotWritableError: If it cannot be created.
    """
    finish(folder)
    if not folder.is_dir():
        try:
            folder.mkdir(parents=True, mode=0o700)
        except (FileExistsError, NotADirectoryError) as error:
            raise UsageError(f"{folder} cannot be a folder: a file is in its way. Choose another.") from error
        except OSError as error:
            raise NotWritableError(folder, error) from error
        # Otherwise a power cut could take the whole folder, whatever was written into it.
        sync_folder(folder.parent)


def ignoring_failures() -> suppress:
    """Ignore that a database cannot be opened or written to, where nothing depends on it."""
    return suppress(sqlite3.Error, OSError, QAError)


_Opened = TypeVar("_Opened")


def patiently(attempt: Callable[[], _Opened]) -> _Opened:
    """Open or begin to read something; try again while another process is about to open or close its log.

    A reader that may not write to the log's shared memory has to wait until a writer has prepared or removed it.
    """
    for wait in _WAITS:
        try:
            return attempt()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
                raise
            time.sleep(wait)
    return attempt()


def begin_reading(connection: Connection) -> None:
    """Begin a transaction that sees one state of the database from now on."""

    def begin() -> None:
        if not connection.in_transaction:
            connection.execute("BEGIN")
        # The first read, not BEGIN, takes the snapshot.
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()

    patiently(begin)


def connect(path: Path, mode: str, *pragmas: str) -> Connection:
    """Open a database that may come from anybody.

    Args:
        mode: What SQLite's URI says after the question mark, such as `mode=ro`.
        pragmas: What to set once the file has proved to be a database.

    Raises:
        DamagedIndexError: If its schema cannot be read as text.
        sqlite3.Error: As SQLite raises it; `database_errors.naming_damage` says what it means.
    """
    # Connections are handed from thread to thread, one at a time.
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        factory=BoundedConnection,
    )
    connection.bound_by(path)
    connection.row_factory = sqlite3.Row
    try:
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
        # A library may come from somebody else: its schema may call none but SQLite's harmless functions.
        connection.execute("PRAGMA trusted_schema = OFF")
        # Finds some damage when a page is read, which would otherwise show later and less clearly.
        connection.execute("PRAGMA cell_size_check = ON")
        connection.create_function(terms_in.__name__, 1, terms_in, deterministic=True)
        # Read the schema, so that a file which is no database is noticed here.
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
    except UnicodeDecodeError as error:
        # SQLite's report of a damaged schema quotes it, and may then be no text.
        connection.close()
        raise DamagedIndexError("The library's schema is damaged. Run `qa doctor`.") from error
    except BaseException:
        connection.close()
        raise
    return connection
