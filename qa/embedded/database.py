"""Know SQLite: only this module, `own_database.py` and `bounded_connection.py` import sqlite3.

`connections.py` opens a library.

Text from outside may hold lone surrogates, which SQLite's text cannot: it is bound as bytes (`packed`).
"""

from __future__ import annotations

import errno
import os
import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from embeddings.checksums import sync_folder
from embeddings.memory import ran_out_of_memory
from qa.embedded.bounded_connection import BoundedConnection
from qa.embedded.replacement import finish
from qa.errors import (
    DamagedIndexError,
    LibraryBusyError,
    NotWritableError,
    OutOfMemoryError,
    QAError,
    UsageError,
)

Connection = BoundedConnection
Row = sqlite3.Row

DATABASE = "library.db"

_BUSY_MS = 10_000

_WAITS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
"""Seconds to wait for a writer that has begun to open its log, before each further try."""

_LONGEST_PATH = 512
"""MAX_PATHNAME of SQLite's unix VFS, in bytes, with the names of files beside the database."""

_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS})
"""The error numbers of a disk that is full or fails."""

NOT_DONE = frozenset(
    {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM}
)
"""SQLite's codes for the same, and for a file that may not be written to."""


_NO_MEMORY = frozenset({sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_IOERR_NOMEM, sqlite3.SQLITE_IOERR_SHMMAP})
"""What SQLite calls a lack of memory; the last one where the index of its log cannot be mapped."""


_PAGE_WITHOUT_MEMORY = re.compile(r"error code[= ](?:7|3082)\b")
"""SQLITE_NOMEM and SQLITE_IOERR_NOMEM: "Tree 31 page 31: unable to get the page. error code=7"."""


def packed(text: str) -> bytes:
    """Return a text as the bytes that the database stores, with lone surrogates."""
    return text.encode("utf-8", "surrogatepass")


def unpacked(data: bytes) -> str:
    """Return the text that `packed` made bytes of. Raises DamagedIndexError for what it cannot have made."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except (UnicodeDecodeError, AttributeError) as error:
        raise DamagedIndexError("A text in the library is not what was stored. Run `qa doctor`.") from error


def lacks_memory(error: BaseException) -> bool:
    """Whether an error comes from a lack of memory, and so says nothing about what is in the database."""
    return ran_out_of_memory(error) or getattr(error, "sqlite_errorcode", 0) in _NO_MEMORY


_WITHOUT_MEANS = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def lacks_means(error: BaseException) -> bool:
    """Whether an error comes from a lack of memory or of room on the disk, or from another process's lock."""
    if isinstance(error, OSError):
        return error.errno in (errno.ENOSPC, errno.EDQUOT, errno.ENOMEM)
    code = getattr(error, "sqlite_errorcode", 0)
    # Where a file may not grow, and not by the disk's fault, SQLite only says that it could not write.
    return lacks_memory(error) or code == sqlite3.SQLITE_IOERR_WRITE or code & 0xFF in _WITHOUT_MEANS


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
        raise UsageError(_why_not_opened(path)) from error
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
    if lacks_memory(error):
        return OutOfMemoryError()
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LibraryBusyError(f"The library in {folder} is being written to by another process. Try again.")
    if code == sqlite3.SQLITE_CANTOPEN:
        return UsageError(_why_not_opened(folder / DATABASE))
    if code == sqlite3.SQLITE_READONLY and not os.access(folder, os.W_OK):
        return UsageError(
            f"The library in {folder} cannot be read by this user at the moment: whoever wrote to it last was "
            "interrupted. Run `qa status` once as a user who may write to its folder."
        )
    if code in NOT_DONE:
        return _failed_disk(folder, str(error))
    if code == sqlite3.SQLITE_INTERRUPT:
        return damaged(folder, "a statement took more steps than any on a library of this size needs")
    return damaged(folder, str(error))


def _why_not_opened(path: Path) -> str:
    """Say why SQLite cannot open a file, and what to do."""
    length = len(os.fsencode(os.path.realpath(path))) + len("-journal")
    if length > _LONGEST_PATH:
        return (
            f"SQLite opens no path longer than {_LONGEST_PATH} bytes, and that of {path} with the files beside it has "
            f"{length:,}. Move the library to a folder with a shorter path."
        )
    log, memory = (path.with_name(path.name + end) for end in ("-wal", "-shm"))
    for each in (path, log, memory):
        if each.exists() and not os.access(each, os.R_OK):
            return f"{each} cannot be read: permission denied. Make it readable for this user."
    if log.exists() and not memory.exists() and not os.access(path.parent, os.W_OK):
        return (
            f"{path} cannot be read by this user: its newest changes are in {log.name}, and without {memory.name} "
            "only a user who may write to the folder can read them. Run `qa status` once as such a user."
        )
    return f"{path} cannot be opened. See whether this user may read it, and whether too many files are open."


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


def connect(path: Path, mode: str, *pragmas: str) -> Connection:
    """Open a database that may come from anybody.

    Args:
        mode: What SQLite's URI says after the question mark, such as `mode=ro`.
        pragmas: What to set once the file has proved to be a database.
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
