"""Say what failures of a server mean to who writes: another writer, readers, a full disk, rows that are there twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from psycopg import errors

from qa.errors import DamagedIndexError, LibraryBusyError, QAError
from qa.server.connections import first_line, naming_failures
from qa.settings import ServerLibrary


@contextmanager
def naming_write_failures(library: ServerLibrary) -> Iterator[None]:
    """Turn failures of the server while a library is written into the project's own errors, with what to do next."""
    with naming_failures(library):
        try:
            yield
        except errors.LockNotAvailable as error:
            raise LibraryBusyError(
                f"Another process is writing to the library at {library}. Try again when it is done; "
                "questions are answered meanwhile."
            ) from error
        except errors.DiskFull as error:
            raise QAError(
                f"The server of {library} has no room left on its disk. What the library held before is not lost; "
                "run the command again when there is room."
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
def naming_readers(library: ServerLibrary) -> Iterator[None]:
    """Turn a lock that readers hold for too long into an error that says so."""
    try:
        yield
    except errors.LockNotAvailable as error:
        raise LibraryBusyError(
            f"Somebody reads the library at {library} and is not done, so it was not replaced. Try again."
        ) from error
