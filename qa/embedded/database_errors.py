"""Say what SQLite's errors mean: damage, a failing disk, a lack of memory or room, another process's lock."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from embeddings.memory import ran_out_of_memory
from qa.errors import DamagedIndexError, LibraryBusyError, OutOfMemoryError, QAError, UsageError

DATABASE = "library.db"

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

_WITHOUT_MEANS = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def lacks_memory(error: BaseException) -> bool:
    """Whether an error comes from a lack of memory, and so says nothing about what is in the database."""
    return ran_out_of_memory(error) or getattr(error, "sqlite_errorcode", 0) in _NO_MEMORY


def lacks_means(error: BaseException) -> bool:
    """Whether an error comes from a lack of memory or of room on the disk, or from another process's lock."""
    if isinstance(error, OSError):
        return error.errno in (errno.ENOSPC, errno.EDQUOT, errno.ENOMEM)
    code = getattr(error, "sqlite_errorcode", 0)
    # Where a file may not grow, and not by the disk's fault, SQLite only says that it could not write.
    return lacks_memory(error) or code == sqlite3.SQLITE_IOERR_WRITE or code & 0xFF in _WITHOUT_MEANS


def lacks_room_for_copy(error: BaseException) -> bool:
    """Whether a database cannot be written as a whole for lack of means, or of a folder for temporary files."""
    return lacks_means(error) or getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_CANTOPEN


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
        return UsageError(why_not_opened(folder / DATABASE))
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


def why_not_opened(path: Path) -> str:
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
