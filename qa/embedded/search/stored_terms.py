"""Store the terms of passages, from which full text is made: compressed, since FTS5 keeps none of what it indexes.

In a library of an older format FTS5 keeps them itself. `terms_in` of either is the terms, in SQL as in Python.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from qa.embedded.database import Connection
from qa.tables.compressed import TERMS
from qa.tables.connection import Row
from qa.tables.formats import TERMS_APART
from qa.tables.seals import broken


def terms_table(connection: Connection) -> str:
    """Return the name of the table whose `rowid` is a passage and whose `terms` are stored."""
    return "passage_terms" if connection.library_format() >= TERMS_APART else "passages_fts"


def put_terms(connection: Connection, passages: Iterable[tuple[int, str]]) -> None:
    """Store the terms of passages, and index them."""
    some = list(passages)
    connection.executemany(
        "INSERT INTO passage_terms (passage, terms) VALUES (?, ?)",
        [(passage, TERMS.compressed(terms.encode())) for passage, terms in some],
    )
    connection.executemany("INSERT INTO passages_fts (rowid, terms) VALUES (?, ?)", some)


def delete_terms(connection: Connection, passages: Sequence[int]) -> None:
    """Delete the terms of passages, and what FTS5 made of them."""
    listed = json.dumps(passages)
    # FTS5 has to be told what it indexed; what cannot be read of it stays there, and `qa doctor` finds it.
    connection.execute(
        """
        INSERT INTO passages_fts (passages_fts, rowid, terms)
        SELECT 'delete', passage, terms_in(terms) FROM passage_terms
        WHERE passage IN (SELECT value FROM json_each(?)) AND terms_in(terms) IS NOT NULL
        """,
        [listed],
    )
    connection.execute(
        "DELETE FROM passage_terms WHERE passage IN (SELECT value FROM json_each(?))", [listed]
    )


def terms_of(row: Row) -> str:
    """Return the `terms` of a row, where `terms_in` read them. Raises DamagedIndexError if they cannot be read."""
    if row["terms"] is None:
        raise broken("The words of a passage")
    return str(row["terms"])
