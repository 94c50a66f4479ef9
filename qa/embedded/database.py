"""Connect to the library's database: the only module that knows sqlite3.

It keeps a write-ahead log: any number of readers go on reading what was committed while one writer writes.
Text from outside may hold lone surrogates, which SQLite's text cannot: it is bound as bytes (`packed`).
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from embeddings.checksums import sync_folder
from qa.embedded.replacement import finish
from qa.embedded.seals import SEALS
from qa.errors import DamagedIndexError, LibraryBusyError, NoIndexError, NotWritableError, QAError, UsageError

Connection = sqlite3.Connection
Row = sqlite3.Row

DATABASE = "library.db"

_BUSY_MS = 10_000

_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS})
"""The error numbers of a disk that is full or fails."""


def packed(text: str) -> bytes:
    """Return a text as the bytes that the database stores, with lone surrogates."""
    return text.encode("utf-8", "surrogatepass")


def unpacked(data: bytes) -> str:
    """Return the text that `packed` made bytes of. Raises DamagedIndexError for what it cannot have made."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except (UnicodeDecodeError, AttributeError) as error:
        raise DamagedIndexError("A text in the library is not what was stored. Run `qa doctor`.") from error


def is_library(folder: Path) -> bool:
    """Return whether there is a library in a folder."""
    # A replacement of the whole library may have been interrupted.
    finish(folder)
    return (folder / DATABASE).is_file()


def connect_for_reading(folder: Path) -> Connection:
    """Open a library's database read-only.

    Raises:
        NoIndexError: If there is no library.
        DamagedIndexError: If the database cannot be read.
    """
    path = folder / DATABASE
    if not is_library(folder):
        raise NoIndexError(f"There is no library in {folder}. Run `qa index PATH...` to make one.")
    mode = "mode=ro"
    if not os.access(folder, os.W_OK) and not (folder / f"{DATABASE}-wal").exists():
        # On a read-only medium the shared memory of the log cannot be made, but nobody writes there either.
        mode = "immutable=1"
    with naming_damage(folder):
        if mode == "mode=ro" and (folder / f"{DATABASE}-journal").exists():
            # A writer ended before it had its log: only a connection that may write can undo what it had begun.
            _connect(f"{path.absolute().as_uri()}?mode=rw").close()
        return _connect(f"{path.absolute().as_uri()}?{mode}", "query_only = ON")


def file_number(folder: Path) -> int | None:
    """Return the inode of the database's file, which differs once another file has its place; None without one."""
    try:
        return (folder / DATABASE).stat().st_ino
    except OSError:
        return None


def connect_for_writing(folder: Path) -> Connection:
    """Open a library's database for writing; if need be, create folder and file, readable by their owner only."""
    make_private_folder(folder)
    path = folder / DATABASE
    # SQLite would create it by the umask; its log and shared memory take their permissions from it.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    with naming_damage(folder):
        # What was reported as indexed must survive a power cut, not only the end of the process.
        durable = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON")
        connection = _connect(f"{path.absolute().as_uri()}?mode=rw", *durable)
        for seal in SEALS:
            arguments = seal.__code__.co_argcount
            connection.create_function(seal.__name__, arguments, seal, deterministic=True)
        return connection


def connect_to_own(path: Path, tables: str) -> Connection:
    """Open a small database beside the library, such as a front end's own; make it, private, if there is none.

    Args:
        tables: Statements that may be run again, separated by semicolons.

    Raises:
        NotWritableError: If its folder cannot be written to.
        QAError: If it is no database.
    """
    make_private_folder(path.parent)
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        connection = _connect(
            f"{path.absolute().as_uri()}?mode=rw", "journal_mode = WAL", "synchronous = NORMAL"
        )
        try:
            connection.executescript(tables)
        except BaseException:
            connection.close()
            raise
    except OSError as error:
        raise NotWritableError(path.parent, error) from error
    except sqlite3.DatabaseError as error:
        raise QAError(f"{path} cannot be used as a database: {error}.") from error
    return connection


def copy_to(connection: Connection, path: Path) -> None:
    """Copy a whole database into a new private file, as it is at one moment, durably."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600))
    target = sqlite3.connect(path)
    try:
        connection.backup(target)
        # A copy is one file, without a log beside it.
        target.execute("PRAGMA journal_mode = DELETE")
    finally:
        target.close()
    with path.open("rb") as file:
        os.fsync(file.fileno())


def overwrite(folder: Path, source: Connection) -> None:
    """Overwrite a library's database with a copy of another one, in one commit; its readers keep what they see."""
    with naming_damage(folder):
        target = _connect(f"{(folder / DATABASE).absolute().as_uri()}?mode=rw")
        try:
            target.execute("PRAGMA synchronous = FULL")
            source.backup(target)
        finally:
            target.close()


def connect_to_copy(path: Path) -> Connection:
    """Open a copy of a library's database that nobody else has open, for reading and writing.

    Raises:
        DamagedIndexError: If it is no database.
    """
    with naming_damage(path.parent):
        return _connect(f"{path.absolute().as_uri()}?mode=rw", "journal_mode = DELETE")


def damage_of(connection: Connection) -> str:
    """Return in SQLite's words what is wrong with a database's structure; '' if it is whole."""
    try:
        for row in connection.execute("PRAGMA integrity_check(1)"):
            if row[0] != "ok":
                return str(row[0])
        row = connection.execute("PRAGMA foreign_key_check").fetchone()
        return "" if row is None else f"a row of {row['table']} points to nothing in {row['parent']}"
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
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


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """Commit everything that is written inside the block, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def naming_damage(folder: Path) -> Iterator[None]:
    """Turn SQLite's errors into the project's own, with what to do next."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.IntegrityError):
        # These are mistakes of this program, not of the file.
        raise
    except sqlite3.DatabaseError as error:
        raise _named(error, folder) from error
    except OSError as error:
        if error.errno not in _DISK:
            raise
        raise _failed_disk(folder, error.strerror or str(error)) from error


def _named(error: sqlite3.DatabaseError, folder: Path) -> QAError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LibraryBusyError(f"The library in {folder} is being written to by another process. Try again.")
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return _failed_disk(folder, str(error))
    if code == sqlite3.SQLITE_CANTOPEN and not os.access(folder / DATABASE, os.R_OK):
        return UsageError(
            f"{folder / DATABASE} cannot be read: permission denied. Make it readable for this user."
        )
    return damaged(folder, str(error))


def damaged(folder: Path, what: str) -> DamagedIndexError:
    """Return the error for a damaged library, with what to do next."""
    return DamagedIndexError(
        f"The library in {folder} is damaged ({what}). Run `qa doctor`; what it cannot repair, "
        "`qa restore` brings back from a backup."
    )


def _failed_disk(folder: Path, reason: str) -> QAError:
    return QAError(
        f"The library in {folder} could not be read or written: {reason}. What it held before is not lost; "
        "run the command again when the disk has room and works."
    )


def _connect(uri: str, *pragmas: str) -> Connection:
    # Connections are handed from thread to thread, one at a time.
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    try:
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
        # A library may come from somebody else: its schema may call none but SQLite's harmless functions.
        connection.execute("PRAGMA trusted_schema = OFF")
        # Finds some damage when a page is read, which would otherwise show later and less clearly.
        connection.execute("PRAGMA cell_size_check = ON")
        # Read the schema, so that a file which is no database is noticed here.
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
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
