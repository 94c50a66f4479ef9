"""Say what failures of a server mean to who writes: another writer, or a full disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from psycopg import errors

from qa.errors import LibraryBusyError, QAError
from qa.server.connections import naming_failures
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
