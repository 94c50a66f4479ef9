"""Make a library's schema and tables on a server, and bring those of an older program up to date."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from psycopg import DataError, errors

from qa.errors import DamagedIndexError, NewerLibraryError, UsageError
from qa.server.connections import ServerConnection, connect
from qa.server.failures import first_line, naming_failures
from qa.server.schema import MIGRATION, STEPS, script
from qa.server.standbys import position, wait_for_standbys
from qa.server.write_failures import PATIENCE_WITH_READERS, naming_readers
from qa.settings import ServerLibrary
from qa.tables.formats import LIBRARY_FORMAT, SAME_ROWS


@contextmanager
def making(library: ServerLibrary) -> Iterator[ServerConnection]:
    """Make a library's schema inside one transaction, which is committed at the end of the block or leaves nothing.

    At the end, the standbys that the address names are waited for (`qa.server.standbys`).

    Raises:
        UsageError: If something is there already, or the server has no pgvector.
        DamagedIndexError: If a value that is written is none that a server takes.
    """
    with naming_failures(library):
        connection = connect(library)
        try:
            with connection.transaction():
                _make_schema(connection)
                yield connection
            written = position(connection)
        except DataError as error:
            # SQLite takes a zero in a text, and a backup may come from anybody.
            raise DamagedIndexError(
                f"A value in what is to be written to {library} is none that this program writes: {first_line(error)}."
            ) from error
        finally:
            connection.close()
    wait_for_standbys(library, written)


def bring_up_to_date(connection: ServerConnection) -> None:
    """Make the library's tables, or apply the steps that an older program did not know; all of it or nothing.

    Raises:
        UsageError: If something else is there, or the server has no pgvector.
        NewerLibraryError: If a newer program made the library.
        LibraryBusyError: If somebody reads it for long, and what is to be changed is not to be seen half.
    """
    library = connection.library
    with connection.transaction():
        if not connection.is_library():
            _make_schema(connection)
            for step in STEPS:
                connection.execute(script(step))
            note_state(connection, number=0, passages=0, tokens=0)
            return
        connection.execute(f'SET LOCAL search_path TO "{library.schema}"')
        connection.read_state()
        if not SAME_ROWS <= connection.library_format() <= LIBRARY_FORMAT:
            raise NewerLibraryError(
                f"The library at {library} has format {connection.library_format()}, and this program writes "
                f"{LIBRARY_FORMAT}. Use the program that made it, or a newer one."
            )
        if connection.migration < MIGRATION or connection.library_format() < LIBRARY_FORMAT:
            with naming_readers(library, "brought up to date"):
                connection.execute(f"SET LOCAL lock_timeout = '{PATIENCE_WITH_READERS}'")
                for step in STEPS[connection.migration :]:
                    connection.execute(script(step))
            connection.execute(
                "UPDATE state SET migration = ?, library_format = ?", [MIGRATION, LIBRARY_FORMAT]
            )


def note_state(connection: ServerConnection, *, number: int, passages: int, tokens: int) -> None:
    """Write the one row that says what a new library is."""
    connection.execute(
        """
        INSERT INTO state (one, migration, library_format, commit_number, passages, tokens)
        VALUES (TRUE, ?, ?, ?, ?, ?)
        """,
        [MIGRATION, LIBRARY_FORMAT, number, passages, tokens],
    )


def _make_schema(connection: ServerConnection) -> None:
    """Make the schema, unless somebody with more rights made it, empty, for this role; what follows goes there."""
    library = connection.library
    encoding = connection.execute("SHOW server_encoding").fetchone()
    if encoding is None or encoding[0] != "UTF8":
        raise UsageError(
            f"The database of {library} does not hold all characters: its encoding is not UTF8. Make another one with "
            "`CREATE DATABASE NAME ENCODING 'UTF8' TEMPLATE template0`."
        )
    there = UsageError(
        f"There is something at {library} already, and it is not replaced. Give another schema: "
        "postgresql://.../DATABASE?schema=NAME."
    )
    row = connection.execute(
        """
        SELECT (SELECT count(*) FROM pg_class c WHERE c.relnamespace = n.oid) AS tables FROM pg_namespace n
        WHERE n.nspname = ?
        """,
        [library.schema],
    ).fetchone()
    if row is not None and row["tables"]:
        raise there
    if row is None:
        try:
            connection.execute(f'CREATE SCHEMA "{library.schema}"')
        except (errors.DuplicateSchema, errors.UniqueViolation) as error:
            # Somebody else made it a moment ago.
            raise there from error
    _add_extension(connection)
    connection.execute(f'SET LOCAL search_path TO "{library.schema}", "{connection.extension}"')


def _add_extension(connection: ServerConnection) -> None:
    try:
        connection.execute("CREATE EXTENSION IF NOT EXISTS vector SCHEMA public")
    except (errors.UndefinedFile, errors.FeatureNotSupported, errors.InsufficientPrivilege) as error:
        raise UsageError(
            f"The server of {connection.library} has no pgvector, and this role cannot add it: {first_line(error)}. "
            "Install it there, and run `CREATE EXTENSION vector` in the database."
        ) from error
    connection.find_extension()
