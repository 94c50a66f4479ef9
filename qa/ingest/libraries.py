"""Open a library for writing, and its tables for reading, whichever engine keeps it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from qa.embedded import connections, database, writer
from qa.errors import NoIndexError
from qa.settings import LibraryPlace, ServerLibrary
from qa.tables.connection import Connection, Counted
from qa.tables.writing.writer import Writer


def is_library(library: LibraryPlace) -> bool:
    """Return whether there is a library. Raises UsageError or UnreachableError if this user cannot find that out."""
    if isinstance(library, ServerLibrary):
        from qa.server.writer import is_there  # here, as below: it needs a package of an extra

        return is_there(library)
    return database.is_library(library)


def require_library(library: LibraryPlace) -> None:
    """Raise NoIndexError unless there is a library. Raises as `is_library` where this user cannot find that out."""
    if not is_library(library):
        raise NoIndexError(f"There is no library in {library}. Run `qa index PATH...` to make one.")


def open_writer(
    library: LibraryPlace, upgraded: Counted | None = None, *, beside_workers: bool = False
) -> AbstractContextManager[Writer]:
    """Open the one writer of a library, which is created if there is none.

    Args:
        upgraded: Called while a folder's library of an older format is brought up to date; a server's takes no time.
        beside_workers: Whether workers may commit between two transactions; only on a server.

    Raises:
        LibraryBusyError: While another process writes.
        DamagedIndexError: If the library is not whole, or newer than this program.
        UnreachableError: If the server that keeps it does not answer.
    """
    if isinstance(library, ServerLibrary):
        from qa.server.writer import open_server_writer

        return open_server_writer(library, beside_workers=beside_workers)
    return writer.open_writer(library, upgraded)


@contextmanager
def one_state(library: LibraryPlace) -> Iterator[Connection]:
    """Open the tables of a library for reading, as they are at one moment.

    Raises:
        NoIndexError: If there is no library.
        DamagedIndexError: If it cannot be opened, or turns out not to be whole.
        UnreachableError: If the server that keeps it does not answer.
    """
    if isinstance(library, ServerLibrary):
        from qa.server.connections import reading

        with reading(library) as connection:
            yield connection
    else:
        with connections.one_state(library) as opened:
            yield opened
