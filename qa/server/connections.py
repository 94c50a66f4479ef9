"""Open a library on a PostgreSQL server, for reading or to make one.

Nothing that is said or logged here holds a password: addresses are shown by `ServerLibrary`, and psycopg's own words
are passed on only where they cannot repeat what is written in an address.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from qa.errors import (
    ConfigurationError,
    NewerLibraryError,
    NoIndexError,
    UsageError,
)
from qa.server.fetched_row import FetchedRow
from qa.server.schema import MIGRATION, OLDEST_READABLE
from qa.settings import ServerLibrary

try:
    import psycopg
    from psycopg import errors

    from qa.server.failures import naming_failures
    from qa.server.watched_connection import WatchedConnection, connect_watched
except ImportError as error:
    raise ConfigurationError(
        "A library on a server needs the extra `server`. Run `pip install 'onrecord[server]'`."
    ) from error

_OLDEST_SERVER = 17
_OLDEST_PGVECTOR = (0, 8)


def _rows(cursor: psycopg.Cursor[Any]) -> Callable[[Sequence[Any]], FetchedRow]:
    names = {column.name: number for number, column in enumerate(cursor.description or ())}
    return lambda values: FetchedRow(names, values)


class ServerConnection:
    """A connection to one library: its statements have question marks for values, as those of `qa.tables` do.

    `vector` and `half_vector` are pgvector's types, and `inner_product` its operator, with the schema in which the
    extension lies.
    """

    in_order = "JOIN"

    def __init__(self, opened: WatchedConnection, library: ServerLibrary) -> None:
        self._opened = opened
        self._format = 0
        self.migration = 0
        """The number of the last step that was applied to the library's tables."""
        self.state = 0
        """The number of the state that a transaction for reading sees."""
        self.totals = (0, 0)
        """How many passages the library has, and how many tokens they hold."""
        self.after_begin: Callable[[], None] = lambda: None
        self.before_commit: Callable[[], None] = lambda: None
        self.after_rollback: Callable[[], None] = lambda: None
        """What a writer does first and last in each transaction, and after one of which nothing is left."""
        self.library = library
        self.find_extension()

    def find_extension(self) -> None:
        """Find the schema in which pgvector lies; "" where it can still be made.

        Raises:
            UsageError: If it is too old.
        """
        row = self.execute(
            "SELECT n.nspname, e.extversion FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace "
            "WHERE extname = 'vector'"
        ).fetchone()
        if row is not None and tuple(map(int, str(row[1]).split(".")[:2])) < _OLDEST_PGVECTOR:
            raise UsageError(
                f"The database of {self.library} has pgvector {row[1]}, and it needs "
                f"{'.'.join(map(str, _OLDEST_PGVECTOR))} or newer. Install it on the server, and run "
                "`ALTER EXTENSION vector UPDATE` in the database."
            )
        self.extension = "" if row is None else str(row[0]).replace('"', '""')
        self.vector = f'"{self.extension}".vector'
        self.half_vector = f'"{self.extension}".halfvec'
        self.inner_product = f'OPERATOR("{self.extension}".<#>)'

    def execute(self, statement: str, parameters: Sequence[Any] = (), /) -> psycopg.Cursor[Any]:
        query = statement.replace("?", "%s")
        # Without values a percent sign is itself, and several statements may stand in one.
        return self._opened.execute(query, parameters or None)

    def planned_anew(self, statement: str, parameters: Sequence[Any], /) -> psycopg.Cursor[Any]:
        """Execute a statement whose best plan depends on its values, or on settings: a prepared one keeps its plan."""
        return self._opened.execute(statement.replace("?", "%s"), parameters, prepare=False)

    @contextmanager
    def streamed(self, statement: str, /) -> Iterator[psycopg.ServerCursor[Any]]:
        """Execute a statement whose rows come some at a time, however many there are; one such at a time."""
        with self._opened.cursor("streamed") as cursor:
            cursor.execute(statement)
            yield cursor

    def copy_in(self, table: str, columns: str, rows: Iterable[Sequence[Any]]) -> int:
        """Write rows into a table; return how many there were."""
        count = 0
        with (
            self._opened.cursor() as cursor,
            cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy,
        ):
            for row in rows:
                copy.write_row(row)
                count += 1
        return count

    def executemany(self, statement: str, parameters: Iterable[Sequence[Any]], /) -> None:
        with self._opened.cursor() as cursor:
            cursor.executemany(statement.replace("?", "%s"), parameters)

    def execute_each(self, statement: str, parameters: Iterable[Sequence[Any]], /) -> list[list[Any]]:
        """Execute a statement with each of these values, in order; return the rows that each found."""
        with self._opened.cursor() as cursor:
            # Sent one after the other without waiting for what comes back.
            cursor.executemany(statement.replace("?", "%s"), parameters, returning=True)
            return [each.fetchall() for each in cursor.results()]

    @contextmanager
    def pipelined(self) -> Iterator[None]:
        """Send the statements of the block without waiting for what comes back, where nobody asks for it.

        An error of one is raised with a later one, or at the end.
        """
        with self._opened.pipeline():
            yield

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit everything that is written inside the block, or nothing of it."""
        # Whatever the database's default is: what comes after a wait for a lock sees what was committed meanwhile.
        self.execute("BEGIN ISOLATION LEVEL READ COMMITTED")
        try:
            self.after_begin()
            yield
            self.before_commit()
            self.execute("COMMIT")
        except BaseException:
            self.end()
            self.after_rollback()
            raise

    def begin_reading(self) -> int:
        """Begin a transaction that sees one state of the library from now on; return the number of that state.

        Raises:
            NoIndexError: If there is no library in this schema, or this role may not look into it.
            NewerLibraryError: If a newer program made it.
        """
        schema = self.library.schema
        # The library's own tables alone: nothing that lies elsewhere in the database can take a name's place.
        self.execute(
            "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; "
            f'SET LOCAL search_path TO "{schema}"; SET LOCAL jit TO off'
        )
        return self.read_state()

    def read_state(self) -> int:
        """Read which state the library is in, inside the caller's transaction. Raises as `begin_reading`."""
        try:
            row = self.execute("SELECT * FROM state").fetchone()
        except (errors.UndefinedTable, errors.InvalidSchemaName, errors.InsufficientPrivilege) as error:
            raise NoIndexError(
                f"There is no library at {self.library} that this role may read. "
                "`qa index PATH...` makes one, and `qa move --from FOLDER --to ADDRESS` brings one there."
            ) from error
        if row is None or not OLDEST_READABLE <= row["migration"] <= MIGRATION:
            found = "none" if row is None else row["migration"]
            raise NewerLibraryError(
                f"The library at {self.library} has tables of step {found}, and this program reads step {MIGRATION}. "
                "Use the program that made it, or a newer one."
            )
        self._format, self.migration = int(row["library_format"]), int(row["migration"])
        self.totals = (int(row["passages"]), int(row["tokens"]))
        self.state = int(row["commit_number"])
        return self.state

    def is_library(self) -> bool:
        """Return whether the schema has the tables of a library."""
        row = self.execute("SELECT to_regclass(?) IS NOT NULL", [f'"{self.library.schema}".state']).fetchone()
        return row is not None and bool(row[0])

    def size(self) -> int:
        """Return how many bytes the library's tables and their indexes take."""
        row = self.execute(
            "SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint FROM pg_class c "
            "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ? AND c.relkind = 'r'",
            [self.library.schema],
        ).fetchone()
        return 0 if row is None else int(row[0])

    def has_checksums(self) -> bool:
        """Return whether the server notices when a block of its files was changed on the disk."""
        row = self.execute("SHOW data_checksums").fetchone()
        return row is not None and row[0] == "on"

    def end(self) -> None:
        """End a transaction without any change; harmless where there is none, or no connection any more."""
        if not self._opened.closed and self._opened.info.transaction_status:
            self._opened.rollback()

    def is_broken(self) -> bool:
        return self._opened.closed or self._opened.broken

    def close(self) -> None:
        self._opened.close()

    def library_format(self) -> int:
        return self._format

    def among(self, column: str) -> str:
        return f"{column} = ANY(?::bigint[])"

    def collected(self, column: str) -> str:
        return f"string_agg({column}::text, ' ')"

    def holds(self, column: str) -> str:
        return f"position(?::bytea IN {column}) > 0"

    def listed(self, numbers: Iterable[Any]) -> object:
        return [int(number) for number in numbers]


def connect(library: ServerLibrary) -> ServerConnection:
    """Open a connection to a library's database, which need not hold the library yet.

    Raises:
        UsageError: If the address is none, or the server is too old or has no pgvector.
        UnreachableError: If nobody answers there.
    """
    with naming_failures(library):
        try:
            opened = connect_watched(library.dsn, _rows)
        except psycopg.ProgrammingError as error:
            # Its words may hold what is written in the address: a password, too.
            raise UsageError(
                f"The address of the library at {library} is not one that PostgreSQL understands. "
                "Write postgresql://USER@HOST:PORT/DATABASE?schema=NAME."
            ) from error
        try:
            if opened.info.server_version < _OLDEST_SERVER * 10_000:
                raise UsageError(
                    f"The server of {library} is too old. It needs PostgreSQL {_OLDEST_SERVER} or newer."
                )
            return ServerConnection(opened, library)
        except BaseException:
            opened.close()
            raise


@contextmanager
def reading(library: ServerLibrary) -> Iterator[ServerConnection]:
    """Open a library for reading, as it is at one moment. Raises as `connect` and `begin_reading` do."""
    with naming_failures(library):
        connection = connect(library)
        try:
            connection.begin_reading()
            yield connection
        finally:
            connection.end()
            connection.close()
