"""Open a library's database: for reading by anybody who may read it, for writing by its one writer.

It keeps a write-ahead log: any number of readers go on reading what was committed while one writer writes. Decision 28
says how readers without write access take part.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from qa.embedded.database import (
    Connection,
    begin_reading,
    connect,
    ignoring_failures,
    is_library,
    make_private_folder,
    patiently,
)
from qa.embedded.database_errors import DATABASE, naming_damage
from qa.embedded.schema import newer, require_readable, stored_format
from qa.embedded.schema_check import require_own_schema
from qa.embedded.value_check import blaming_damage
from qa.errors import LibraryBusyError, NoIndexError
from qa.tables.formats import LIBRARY_FORMAT
from qa.tables.seals import SEALS

_LOG = (f"{DATABASE}-wal", f"{DATABASE}-shm")
"""SQLite's write-ahead log and its index in shared memory."""

_PAGE_SIZE = 8192
"""Of a new library's pages, in bytes: texts and vectors of a kilobyte or two leave half as much of them empty as of
pages of SQLite's own 4,096. Once there are readers it stays as it is."""

_TICK_NS = 20_000_000
"""Longer than the step in which a file system counts the times of files, in nanoseconds."""


@dataclass(frozen=True, slots=True)
class FileState:
    """What tells whether other files have come into the place of a library's own.

    `written`: size and times of the database, where SQLite itself cannot tell that somebody wrote to it; else None.
    """

    files: tuple[int | None, ...]
    written: tuple[int, ...] | None


@dataclass(slots=True)
class OpenedDatabase:
    """A connection for reading, and how the library's files were when it was opened."""

    connection: Connection
    stamp: FileState
    folder: Path

    def is_current(self) -> bool:
        """Return whether it reads the files that are there now, and sees what is written to them."""
        return _stamp(self.folder, frozen=self.stamp.written is not None) == self.stamp

    def require_unchanged(self) -> None:
        """Refuse what was read if somebody wrote to the database unnoticed by SQLite. Raises LibraryBusyError."""
        if self.stamp.written is not None and not self.is_current():
            raise LibraryBusyError(
                f"The library in {self.folder} was changed while it was read, so what was read is not used. Try again."
            )


def open_for_reading(folder: Path) -> OpenedDatabase:
    """Open a library's database read-only.

    Raises:
        NoIndexError: If there is no library, or nothing in it yet.
        DamagedIndexError: If the database cannot be read, or its schema is not this program's.
    """
    reading = open_unchecked(folder)
    try:
        with naming_damage(folder), reading_unchanged(reading):
            require_readable(reading.connection, folder)
            require_own_schema(reading.connection, folder)
    except BaseException:
        reading.connection.close()
        raise
    return reading


def open_unchecked(folder: Path) -> OpenedDatabase:
    """Open a library's database read-only, whatever its schema: to look at, and to save what can be saved.

    Raises:
        NoIndexError: If there is no library.
        DamagedIndexError: If the file is no database, or cannot be opened.
    """
    path = folder / DATABASE
    if not is_library(folder):
        raise NoIndexError(f"There is no library in {folder}. Run `qa index PATH...` to make one.")

    def opened() -> OpenedDatabase:
        frozen = _is_frozen(folder)
        before = _stamp(folder, frozen=frozen)
        connection = connect(path, "immutable=1" if frozen else "mode=ro", "query_only = ON")
        return OpenedDatabase(connection, before if frozen else _stamp(folder, frozen=False), folder)

    with naming_damage(folder):
        if (folder / f"{DATABASE}-journal").exists() and os.access(folder, os.W_OK):
            # A writer ended before it had its log: only a connection that may write can undo what it had begun.
            connect(path, "mode=rw").close()
        return patiently(opened) if is_read_only(folder) and os.access(path, os.R_OK) else opened()


@contextmanager
def reading_unchanged(reading: OpenedDatabase) -> Iterator[None]:
    """Refuse what is read inside the block, and any error in it, if somebody wrote to the library unnoticed."""
    try:
        yield
    except Exception:
        # Half old and half new pages look like damage.
        reading.require_unchanged()
        raise
    reading.require_unchanged()


@contextmanager
def one_state(folder: Path) -> Iterator[Connection]:
    """Open a library's database for reading, as it is at one moment.

    Raises:
        NoIndexError: If there is no library.
        DamagedIndexError: If the database cannot be opened, or turns out not to be whole.
    """
    reading = open_for_reading(folder)
    try:
        with reading_unchanged(reading), blaming_damage(reading.connection, folder), naming_damage(folder):
            begin_reading(reading.connection)
            yield reading.connection
    finally:
        reading.connection.close()


def is_read_only(folder: Path) -> bool:
    """Return whether this user may read a library's folder, but not write to it."""
    return not os.access(folder, os.W_OK)


def _is_frozen(folder: Path) -> bool:
    """Return whether this process can only read the database as a file that nobody changes.

    It may not make the log, and there is none: no writer is at work then, but one may come (`FileState.written`).
    """
    if os.access(folder, os.W_OK) or (folder / f"{DATABASE}-journal").exists():
        return False
    log, memory = (folder / name for name in _LOG)
    return not log.exists() or (not memory.exists() and log.stat().st_size == 0)


def _stamp(folder: Path, *, frozen: bool) -> FileState:
    found = [_stat(folder / name) for name in (DATABASE, *_LOG)]
    files = tuple(each and each.st_ino for each in found)
    database = found[0]
    if not frozen or database is None:
        return FileState(files, None)
    changed = max(database.st_mtime_ns, database.st_ctime_ns)
    if 0 <= time.time_ns() - changed < _TICK_NS:
        # Another change in the same tick would have the same time.
        time.sleep(_TICK_NS / 1e9)
    return FileState(files, (database.st_size, database.st_mtime_ns, database.st_ctime_ns))


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None


def connect_for_writing(folder: Path, *, page_size: int = _PAGE_SIZE) -> Connection:
    """Open a library's database for writing; if need be, create folder and file, readable by their owner only.

    Args:
        page_size: Of a new file, in bytes.

    Raises:
        DamagedIndexError: If it is another program's, or has another schema than this program makes.
    """
    make_private_folder(folder)
    path = folder / DATABASE
    # SQLite would create it by the umask; its log and shared memory take their permissions from it.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    with naming_damage(folder):
        connection = connect(path, "mode=rw")
        try:
            if (found := stored_format(connection)) > LIBRARY_FORMAT:
                raise newer(folder, found)
            if found > 0:
                require_own_schema(connection, folder)
            else:
                connection.execute(f"PRAGMA page_size = {page_size}")
            # What was reported as indexed must survive a power cut, not only the end of the process.
            for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
                connection.execute(f"PRAGMA {pragma}")
        except BaseException:
            connection.close()
            raise
        for seal in SEALS:
            arguments = seal.__code__.co_argcount
            connection.create_function(seal.__name__, arguments, seal, deterministic=True)
        return connection


def close_for_readers(connection: Connection, folder: Path) -> None:
    """Close a connection for writing, and leave the log, empty, to readers who may not create it.

    SQLite removes the log with the last connection that may write; one that may not leaves it.
    """
    with ignoring_failures():
        keeper = connect(folder / DATABASE, "mode=ro")
        try:
            # A reader that is at work keeps the log as it is; it need not be waited for.
            connection.execute("PRAGMA busy_timeout = 0")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.close()
        finally:
            keeper.close()
    connection.close()


def leave_log(folder: Path) -> None:
    """Give a library that nobody has open yet its log, for readers who may not create it."""
    connection = connect(folder / DATABASE, "mode=rw", "journal_mode = WAL")
    close_for_readers(connection, folder)


def overwrite(folder: Path, source: Connection) -> None:
    """Overwrite a library's database with a copy of another one, in one commit; its readers keep what they see."""
    with naming_damage(folder):
        target = connect(folder / DATABASE, "mode=rw", "synchronous = FULL")
        try:
            source.backup(target)
        finally:
            close_for_readers(target, folder)


def connect_to_copy(path: Path) -> Connection:
    """Open a copy of a library's database that nobody else has open, for reading and writing.

    Raises:
        DamagedIndexError: If it is no database.
    """
    with naming_damage(path.parent):
        return connect(path, "mode=rw", "journal_mode = DELETE")
