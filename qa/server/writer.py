"""Open a library on a server for writing: by one writer alone, by one that decides beside workers, or by a worker.

Two locks keep writers apart (`qa.server.locks`). `qa index` holds the first, who decides, and takes the second, who
commits, for each transaction; other writers hold both, the second until all their rows are written and only the index
of vectors is to be made. Workers do without the first, so that there can be any number of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from qa.errors import DamagedIndexError, NoIndexError
from qa.server.connections import ServerConnection, connect
from qa.server.jobs import Jobs
from qa.server.locks import COMMITS, DECIDES, lock, lock_in_transaction, unlock
from qa.server.new_library import bring_up_to_date
from qa.server.schema import MIGRATION
from qa.server.search_tables import SearchTables
from qa.server.standbys import position, wait_for_standbys
from qa.server.write_failures import naming_other_writers, naming_write_failures
from qa.settings import ServerLibrary
from qa.tables.formats import LIBRARY_FORMAT
from qa.tables.writing.writer import Writer

_PATIENCE = "2s"
"""So long another writer is waited for: one whose process was killed a moment ago may not be noticed to be gone."""
_SESSION = (
    # The server notices in a minute that this machine is gone, and gives the lock to the next writer.
    "SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3; "
    # Encoding a long text takes longer than a server may want to wait for a session that does nothing.
    "SET idle_session_timeout = 0; SET idle_in_transaction_session_timeout = 0; SET lock_timeout = 0; SET jit = off"
)


@contextmanager
def alone(library: ServerLibrary) -> Iterator[ServerConnection]:
    """Open a library's database while nobody else writes to the library, whether there is one or not.

    Raises:
        LibraryBusyError: While another process writes.
        UnreachableError: If the server does not answer.
        UsageError: If this role may not do what is done in the block.
    """
    with naming_write_failures(library), _session(library) as connection:
        connection.execute(f"SET lock_timeout = '{_PATIENCE}'")
        with naming_other_writers(library):
            lock(connection, DECIDES)
            lock(connection, COMMITS)
        connection.execute("SET lock_timeout = 0")
        yield connection


@contextmanager
def writing(
    library: ServerLibrary, *, beside_workers: bool = False
) -> Iterator[tuple[ServerConnection, SearchTables]]:
    """Open a library for writing, which is created if there is none, with what keeps its search tables.

    At the end, when others may write again, the standbys that the address names are waited for (`qa.server.standbys`).

    Args:
        beside_workers: Whether workers may commit between two transactions. Then what was read before one may have
            changed in it: they store and delete what waits in the jobs, and nothing else.

    Raises:
        LibraryBusyError: While another process writes.
        UnreachableError: If the server does not answer.
        UsageError: If this role may not write there, or something else is there.
        NewerLibraryError: If a newer program made it.
    """
    with alone(library) as connection:
        bring_up_to_date(connection)
        if beside_workers:
            _let_others_commit(connection)
            yield connection, _search_tables(connection)
        else:
            yield connection, _search_tables(connection, partial(_let_others_commit, connection))
        written = position(connection)
    wait_for_standbys(library, written)


@contextmanager
def open_server_worker(library: ServerLibrary) -> Iterator[tuple[Writer, Jobs]]:
    """Open a library to take in what waits in its jobs, beside any number of others.

    Raises:
        NoIndexError: If there is no library.
        UnreachableError: If the server does not answer.
        DamagedIndexError: If an older program made it, or a newer one.
    """
    with naming_write_failures(library), _session(library) as connection:
        if not connection.is_library():
            raise NoIndexError(
                f"There is no library at {library}. Run `qa index PATH... --queue` to make one and file its articles."
            )
        index = _search_tables(connection)
        if connection.migration < MIGRATION or connection.library_format() < LIBRARY_FORMAT:
            raise DamagedIndexError(
                f"An older program made the library at {library}. Run `qa index --queue` once, which brings it up to "
                "date, then `qa work`."
            )
        connection.after_begin = partial(lock_in_transaction, connection, COMMITS)
        jobs = Jobs(connection)
        yield Writer(connection, index, jobs=jobs), jobs
        written = position(connection)
    wait_for_standbys(library, written)


@contextmanager
def open_server_writer(library: ServerLibrary, *, beside_workers: bool) -> Iterator[Writer]:
    """Open the one writer of a library; the library is created if there is none. Raises as `writing` does.

    Args:
        beside_workers: As `writing` has it.
    """
    with writing(library, beside_workers=beside_workers) as (connection, index):
        yield Writer(connection, index, jobs=Jobs(connection))


def is_there(library: ServerLibrary) -> bool:
    """Return whether there is a library. Raises UnreachableError if the server does not answer."""
    with naming_write_failures(library):
        connection = connect(library)
        try:
            return connection.is_library()
        finally:
            connection.close()


def may_write(connection: ServerConnection) -> bool:
    """Return whether the connection's role has the rights to write to all tables of the library."""
    row = connection.execute(
        """
        SELECT bool_and(has_table_privilege(c.oid, of_who_writes)) FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace, unnest(ARRAY['INSERT', 'UPDATE', 'DELETE']) AS of_who_writes
        WHERE n.nspname = ? AND c.relkind = 'r'
        """,
        [connection.library.schema],
    ).fetchone()
    return row is not None and bool(row[0])


@contextmanager
def _session(library: ServerLibrary) -> Iterator[ServerConnection]:
    connection = connect(library)
    try:
        connection.execute(_SESSION)
        yield connection
    finally:
        connection.end()
        connection.close()


def _let_others_commit(connection: ServerConnection) -> None:
    """Give up the lock of who commits, which is taken for each transaction from then on."""
    unlock(connection, COMMITS)
    connection.after_begin = partial(lock_in_transaction, connection, COMMITS)


def _search_tables(
    connection: ServerConnection, let_others_commit: Callable[[], None] = lambda: None
) -> SearchTables:
    connection.execute(f'SET search_path TO "{connection.library.schema}"')
    connection.read_state()
    index = SearchTables(connection, let_others_commit)
    connection.before_commit, connection.after_rollback = index.settle, index.rolled_back
    return index
