"""Say what failures of a server mean to who writes: another writer, readers, a full disk, rows that are there twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from psycopg import errors

from qa.errors import DamagedIndexError, LibraryBusyError, QAError
from qa.server.failures import first_line, naming_failures
from qa.settings import ServerLibrary

PATIENCE_WITH_READERS = "5s"
"""So long questions in progress are waited for where nobody may read meanwhile; new ones wait after them."""
_FILES = {"md.c", "fd.c"}
"""The parts of PostgreSQL that write files: what they say of a quota has no code of its own ("File too large")."""


def lacks_room(error: BaseException) -> bool:
    """Whether a server could not write what it was given because its disk, or a quota there, is full."""
    return isinstance(error, errors.DiskFull) or (
        isinstance(error, errors.InternalError_) and error.diag.source_file in _FILES
    )


@contextmanager
def naming_write_failures(library: ServerLibrary) -> Iterator[None]:
    """Turn failures of the server while a library is written into the project's own errors, with what to do next."""
    with naming_failures(library):
        try:
            yield
        except (errors.DiskFull, errors.InternalError_) as error:
            if not lacks_room(error):
                raise
            raise QAError(
                f"The server of {library} has no room left on its disk ({first_line(error)}). What the library held "
                "before is not lost; run the command again when there is room."
            ) from error


@contextmanager
def naming_other_writers(library: ServerLibrary) -> Iterator[None]:
    """Turn a lock that another writer has for too long into an error that says so.

    Who has it may be making an index of vectors, which waits for all that look at the database, so for who waits here.
    """
    try:
        yield
    except (errors.LockNotAvailable, errors.DeadlockDetected) as error:
        raise LibraryBusyError(
            f"Another process is writing to the library at {library}. Try again when it is done; "
            "questions are answered meanwhile."
        ) from error


@contextmanager
def naming_duplicates(library: ServerLibrary) -> Iterator[None]:
    """Turn two rows where an index allows one into damage: whoever writes rows never makes a second one."""
    try:
        yield
    except errors.UniqueViolation as error:
        raise DamagedIndexError(
            f"The library at {library} is damaged, and cannot be repaired: a row is there twice "
            f"({first_line(error)}). Run `qa restore FILE --force` with a backup."
        ) from error


@contextmanager
def naming_readers(library: ServerLibrary, not_done: str) -> Iterator[None]:
    """Turn a lock that readers hold for too long into an error that says so.

    Args:
        not_done: What did not happen to the library, as "replaced".
    """
    try:
        yield
    except errors.LockNotAvailable as error:
        raise LibraryBusyError(
            f"Somebody reads the library at {library} and is not done, so it was not {not_done}. Try again."
        ) from error
