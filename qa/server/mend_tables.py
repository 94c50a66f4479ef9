"""Mend the tables of a library on a server: what points to nothing goes, what finds rows is made again."""

from __future__ import annotations

from qa.errors import DamagedIndexError
from qa.server.check_tables import (
    index_statements,
    lacking_indexes,
    pointing_to_nothing,
    require_own_tables,
    rows_to_nothing,
)
from qa.server.write_failures import naming_duplicates
from qa.server.writer import writing
from qa.settings import ServerLibrary
from qa.tables.columns import REFERENCES

_TRUTH = ("forgotten", "articles", "versions")
"""Tables that point to others, and that nothing else can bring back."""


def mend_tables(library: ServerLibrary) -> int:
    """Delete derived rows that point to nothing, and make lost indexes; return how many rows there were.

    Raises:
        DamagedIndexError: If a row that nothing else can bring back points to nothing, a table is not there, or an
            index cannot be made, since a row is there twice. Nothing is changed then.
        LibraryBusyError: While another process writes.
        UsageError: If this role may not do it.
    """
    deleted = 0
    with writing(library) as (connection, _):
        require_own_tables(connection)
        with naming_duplicates(library), connection.transaction():
            # In an order in which what points to a deleted row comes after it.
            for table, column, parent in REFERENCES:
                lost = rows_to_nothing(connection, table, column, parent)
                if lost and table in _TRUTH:
                    raise DamagedIndexError(
                        f"The library at {library} is damaged where its texts are kept, so it cannot be repaired (rows "
                        f"of {table} belong to nothing: {lost:,}). Run `qa restore FILE --force` with a backup."
                    )
                if lost:
                    connection.execute(f"DELETE FROM {table} c WHERE {pointing_to_nothing(column, parent)}")
                deleted += lost
            statements = index_statements(connection.migration)
            for name in lacking_indexes(connection):
                connection.execute(f"DROP INDEX IF EXISTS {name}")
                connection.execute(statements[name])
    return deleted
