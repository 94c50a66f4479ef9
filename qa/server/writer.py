"""Open the one writer of a library on a server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from qa.server.connections import ServerConnection, connect
from qa.server.new_library import bring_up_to_date
from qa.server.search_tables import SearchTables
from qa.server.write_failures import naming_write_failures
from qa.settings import ServerLibrary
from qa.tables.writing.writer import Writer

_PATIENCE = "2s"
"""So long another writer is waited for: one whose process was killed a moment ago may not be noticed to be gone."""
_SESSION = (
    # The server notices in a minute that this machine is gone, and gives the lock to the next writer.
    "SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3; "
    # Encoding a long text takes longer than a server may want to wait for a session that does nothing.
    "SET idle_session_timeout = 0; SET idle_in_transaction_session_timeout = 0; SET jit = off"
)


@contextmanager
def open_server_writer(library: ServerLibrary) -> Iterator[Writer]:
    """Open the one writer of a library; the library is created if there is none.

    Raises:
        LibraryBusyError: While another process writes.
        UnreachableError: If the server does not answer.
        UsageError: If this role may not write there, or something else is there.
        NewerLibraryError: If a newer program made it.
    """
    with naming_write_failures(library):
        connection = connect(library)
        try:
            connection.execute(_SESSION)
            _lock(connection)
            bring_up_to_date(connection)
            connection.execute(f'SET search_path TO "{library.schema}"')
            connection.read_state()
            index = SearchTables(connection)
            connection.before_commit, connection.after_rollback = index.settle, index.rolled_back
            yield Writer(connection, index)
        finally:
            connection.end()
            connection.close()


def is_there(library: ServerLibrary) -> bool:
    """Return whether there is a library. Raises UnreachableError if the server does not answer."""
    with naming_write_failures(library):
        connection = connect(library)
        try:
            return connection.is_library()
        finally:
            connection.close()


def _lock(connection: ServerConnection) -> None:
    """Hold the lock for writing to a library, which ends with the session, however that ends."""
    connection.execute(f"SET lock_timeout = '{_PATIENCE}'")
    connection.execute(
        "SELECT pg_advisory_lock(hashtextextended(?, 0))", [f"onrecord {connection.library.schema}"]
    )
    connection.execute("SET lock_timeout = 0")
