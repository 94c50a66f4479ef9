"""Check the tables of a library on a server: that all are there, that no row points to nothing, no value is foreign.

In a folder SQLite finds the first two. A server's tables have no foreign keys, so that no row waits for another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qa.errors import DamagedIndexError
from qa.rule_versions import RULES
from qa.server.connections import ServerConnection
from qa.server.schema import OWN_TABLES, STEPS, script
from qa.tables.columns import COLUMNS, REFERENCES

_INDEX = re.compile(r"(CREATE|DROP) (?:UNIQUE )?INDEX (\w+)[^;]*;")
_TABLE = re.compile(r"CREATE TABLE (\w+)")
_UNSEALED = {
    "places": "exclude IS NOT JSON ARRAY OR kind NOT IN ('files', 'web') OR position('\\x00'::bytea IN path) > 0",
    "articles": "uid !~ '^[a-z2-7]{10}$'",
    "models": "dim NOT BETWEEN 1 AND 100000",
    "meta": f"key IN ({', '.join(map(repr, RULES))}) AND value !~ '^(-|)(0|[1-9][0-9]{{0,17}})$'",
}
"""Values that have no checksum, or none that is checked before they are used, as in `qa.embedded.value_check`."""


def require_own_tables(connection: ServerConnection) -> None:
    """Refuse a library that lacks a table or a column. Raises DamagedIndexError."""
    rows = connection.execute(
        """
        SELECT c.relname, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = ? AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
        """,
        [connection.library.schema],
    )
    there = {(row["relname"], row["attname"]) for row in rows}
    tables = {table for table, _ in there}
    lacking = [
        f"{table}.{column}"
        for table, columns in COLUMNS.items()
        for column in columns
        if (table, column) not in there
    ]
    # Those of later steps are not there yet.
    made = {name for step in STEPS[: connection.migration] for name in _TABLE.findall(script(step))}
    lacking += [table for table in OWN_TABLES if table in made - tables]
    if lacking:
        raise DamagedIndexError(
            f"The library at {connection.library} is damaged (it lacks {', '.join(lacking[:3])}). "
            "Run `qa restore` with a backup."
        )


def table_troubles(connection: ServerConnection) -> Iterator[str]:
    """Say in words what is wrong with the tables themselves."""
    for table, column, parent in REFERENCES:
        if rows_to_nothing(connection, table, column, parent):
            yield f"a row of {table} points to nothing in {parent.partition('.')[0]}"
    for table, condition in _UNSEALED.items():
        if connection.execute(f"SELECT 1 FROM {table} WHERE {condition} LIMIT 1").fetchone():
            yield f"a value in {table} is none that this program writes"
    row = connection.execute("SELECT count(*) FROM models WHERE current = 1").fetchone()
    if row is not None and row[0] > 1:
        yield "more than one model is current"
    for name in lacking_indexes(connection):
        yield f"the index {name} is not there, or not whole"


def rows_to_nothing(connection: ServerConnection, table: str, column: str, parent: str) -> int:
    """Count the rows of a table that point to nothing in another one: `column` to `parent`, which is TABLE.COLUMN."""
    row = connection.execute(
        f"SELECT count(*) FROM {table} c WHERE {pointing_to_nothing(column, parent)}"
    ).fetchone()
    return 0 if row is None else int(row[0])


def pointing_to_nothing(column: str, parent: str) -> str:
    """Return the SQL condition that a row `c` points to nothing."""
    other, _, key = parent.partition(".")
    return f"c.{column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {other} o WHERE o.{key} = c.{column})"


def lacking_indexes(connection: ServerConnection) -> Sequence[str]:
    """Return the names of the indexes that the library's steps made and that are gone, or were never finished."""
    rows = connection.execute(
        """
        SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ? AND i.indisvalid AND i.indisready
        """,
        [connection.library.schema],
    )
    there = {row["relname"] for row in rows}
    return [name for name in index_statements(connection.migration) if name not in there]


def index_statements(migration: int) -> dict[str, str]:
    """Return the statements of the indexes that a library of this step has, by their names."""
    found: dict[str, str] = {}
    for step in STEPS[:migration]:
        for match in _INDEX.finditer(re.sub(r"--.*", "", script(step))):
            if match[1] == "DROP":
                found.pop(match[2], None)
            else:
                found[match[2]] = match[0]
    return found
