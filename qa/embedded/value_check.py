"""Find a value that this program does not write: SQLite lets a column hold any, and a library may come from anybody."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qa.embedded.database import Connection, damage_of
from qa.embedded.database_errors import damaged, lacks_memory
from qa.errors import QAError
from qa.rule_versions import RULES

_HOLDS = {
    "INTEGER": ("integer",),
    "TEXT": ("text",),
    "BLOB": ("blob",),
    "REAL": ("real", "integer"),
}
"""Declared type of a column to the types of its values."""

_UNSEALED = {
    "places": "NOT json_valid(exclude) OR json_type(exclude) != 'array' OR kind NOT IN ('files', 'web') "
    "OR instr(path, x'00') OR instr(exclude, char(0))",
    "articles": "length(uid) != 10 OR uid GLOB '*[^a-z2-7]*'",
    "models": "dim NOT BETWEEN 1 AND 100000",
    # By the number read back: GLOB sees nothing behind a zero, and Python reads no number of thousands of digits.
    "meta": f"key IN ({', '.join(map(repr, RULES))}) AND value != CAST(CAST(value AS INTEGER) AS TEXT)",
    # In half precision, or packed into one byte a number and one before them.
    "embeddings": "length(vector) NOT IN (SELECT 2 * dim FROM models m WHERE m.id = model "
    "UNION ALL SELECT 1 + dim FROM models m WHERE m.id = model)",
}
"""Values that have no seal, or none that is checked before they are used."""


def wrong_value(connection: Connection) -> str:
    """Say in which table there is a value that this program does not write; '' if there is none.

    The schema must have proved to be this program's.
    """
    for table in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' "
        "AND name NOT LIKE 'passages@_fts%' ESCAPE '@' AND name NOT LIKE 'sqlite@_%' ESCAPE '@'"
    ).fetchall():
        name = table["name"]
        wrong = [
            f"""typeof("{column["name"]}") NOT IN ('null', {", ".join(map(repr, _HOLDS[column["type"]]))})"""
            for column in connection.execute(f"PRAGMA table_info({name})")
        ]
        conditions = " OR ".join([*wrong, _UNSEALED.get(name, "0")])
        if connection.execute(f"SELECT 1 FROM {name} WHERE {conditions} LIMIT 1").fetchone():
            return f"a value in {name} is none that this program writes"
    return ""


@contextmanager
def blaming_damage(connection: Connection, folder: Path) -> Iterator[None]:
    """Turn an unexpected error into one of damage, if the library is damaged in a way that SQLite does not notice.

    Such as an index that leads nowhere, or a text where a number should be.
    """
    try:
        yield
    except Exception as error:
        if lacks_memory(error):
            raise
        if not isinstance(error, QAError) and (what := damage_of(connection) or wrong_value(connection)):
            raise damaged(folder, what) from error
        raise
