"""Compare a database's schema with the one that this program makes: a library may come from anybody.

A view in a table's place runs what its maker wrote, and so does a trigger. So nothing is read from a database before
each of its tables and indexes has proved to be one of this program's, and nothing else to be there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from qa.embedded.added_tables import ADDED, ADDED_COLUMNS_IN_2
from qa.embedded.database import Connection, shadow_tables
from qa.embedded.database_errors import damaged
from qa.embedded.schema import (
    TABLES,
    full_text_of,
    statements,
    stored_format,
)

_TOKEN = re.compile(
    r"""('(?:[^']|'')*'|"(?:[^"]|"")*")|(--[^\n]*|/\*.*?\*/|\s+)|([^\W\d]\w*|\d+|.)""", re.DOTALL
)
"""A quoted text or name; a comment or space; anything else."""

_MADE = re.compile(r"CREATE (?:UNIQUE |VIRTUAL )?(?P<kind>TABLE|INDEX) (?P<name>\w+)(?: ON (?P<table>\w+))?")
_COLUMN = re.compile(r"ALTER TABLE (?P<table>\w+) ADD COLUMN (?P<column>.+)", re.DOTALL)
_LONGEST = 20_000
"""No entry of this program's is as long."""

Entry = tuple[str, str, str]
"""Kind, name, and the table that it belongs to, as SQLite lists them."""


class Difference(NamedTuple):
    """Something in a schema that this program does not make so: `name` and what is wrong with it."""

    name: str
    words: str


def require_own_schema(connection: Connection, folder: Path) -> None:
    """Refuse a database whose schema is not the one that this program makes for its format.

    Raises:
        DamagedIndexError: Says what differs.
    """
    for difference in differences(connection):
        raise damaged(folder, difference.words)


def differences(connection: Connection) -> Iterator[Difference]:
    """Compare the schema of a database, of a format that this program knows, with the one that it makes."""
    number = stored_format(connection)
    left = dict(_expected(number))
    for row in connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master"):
        entry = (row["type"], row["name"], row["tbl_name"])
        shown = f"{row['type']} {row['name']!r}"[:80]
        if row["sql"] is None and _is_of_a_constraint(entry, number):
            continue
        if entry not in left:
            yield Difference(str(row["name"]), f"its schema has a {shown}, which this program does not make")
        elif not is_same(row["sql"], left.pop(entry), added=entry[1] if number == 1 else ""):
            yield Difference(str(row["name"]), f"the {shown} of its schema is not the one this program makes")
    for kind, name, _ in left:
        # SQLite makes it for the first row that it numbers.
        if name != "sqlite_sequence":
            yield Difference(name, f"its schema lacks the {kind} {name!r}")


def _is_of_a_constraint(entry: Entry, number: int) -> bool:
    """Return whether this is an index that SQLite makes for a PRIMARY KEY or UNIQUE."""
    kind, name, table = entry
    return (
        kind == "index"
        and str(name).startswith(f"sqlite_autoindex_{table}_")
        and ("table", table, table) in _expected(number)
    )


@cache
def _expected(number: int) -> Mapping[Entry, str]:
    """Return the statements that make the schema of a format."""
    added = (script for format_, script in ADDED.items() if format_ <= number)
    full_text = full_text_of(number)
    made = made_by(statements("".join((TABLES, full_text, *added))))
    for name, sql in shadow_tables(full_text).items():
        made["table", name, name] = sql
    made["table", "sqlite_sequence", "sqlite_sequence"] = "CREATE TABLE sqlite_sequence(name,seq)"
    return made


def made_by(some: Iterable[str]) -> dict[Entry, str]:
    """Return the tables and indexes that our own statements make, each with what makes it as SQLite keeps it.

    A column that is added later then stands in the statement of its table.

    Raises:
        ValueError: If a statement makes neither a table nor an index nor a column.
    """
    made: dict[Entry, str] = {}
    for statement in some:
        if match := _MADE.search(statement):
            entry = (match["kind"].lower(), match["name"], match["table"] or match["name"])
            made[entry] = statement[match.start() :]
        elif match := _COLUMN.search(statement):
            table = ("table", match["table"], match["table"])
            before, _, after = made[table].rpartition(")")
            made[table] = f"{before}, {match['column']}){after}"
        else:
            raise ValueError(f"{statement!r} makes no table, no index and no column")
    return made


def is_same(found: object, made: str, *, added: str = "") -> bool:
    """Compare two statements: not their comments and spaces, nor the order of a table's columns.

    A migration adds columns at the end, after what belongs to the whole table.

    Args:
        added: The table, if columns that a later format added to it are not there yet.
    """
    if found == made and not ADDED_COLUMNS_IN_2.get(added):
        return True
    if not isinstance(found, str) or len(found) > _LONGEST:
        return False
    wanted = _parts(made)
    if columns := ADDED_COLUMNS_IN_2.get(added):
        wanted.subtract(" ".join(_tokens(column)) for column in columns)
    return _parts(found) == wanted


def _parts(sql: str) -> Counter[str]:
    """Split a statement into what stands between commas in its outer brackets, and what stands around them."""
    parts: Counter[str] = Counter()
    part: list[str] = []
    around: list[str] = []
    depth = 0
    in_order = not sql.startswith("CREATE TABLE")
    for token in _tokens(sql):
        if token == ")":
            depth -= 1
        if depth == 0 or in_order:
            around.append(token)
        elif depth == 1 and token == ",":
            parts[" ".join(part)] += 1
            part = []
        else:
            part.append(token)
        if token == "(":
            depth += 1
    parts[" ".join(part)] += 1
    parts[" ".join(around)] += 1
    return parts


def _tokens(sql: str) -> list[str]:
    return [match[1] or match[3] for match in _TOKEN.finditer(sql) if not match[2]]
