"""Full-text candidates: FTS5's BM25 as a similarity, the scope applied inside, ties in a fixed order."""

from __future__ import annotations

import json
from collections.abc import Sequence

from qa.datatypes import Scope
from qa.embedded.database import Connection
from qa.embedded.scope_conditions import conditions
from qa.embedded.seals import broken
from qa.embedded.search.exact_scan import Ids

_SLACK = 16


def matching(
    connection: Connection, query: str, scope: Scope, k: int, within: Ids | None = None
) -> list[tuple[int, float]]:
    """Return (passage id, BM25) of the k best matches of an FTS5 query; ties by (uid, start)."""
    inside = ""
    values: list[str | bytes] = []
    if not scope.everything:
        condition, values = conditions(connection, scope)
        # The plus keeps SQLite from running the match once for each allowed row.
        inside = f"""
            AND +rowid IN (
                SELECT p.id FROM versions v JOIN passages p ON p.version = v.key WHERE {condition}
            )
        """
    if within is not None:
        inside += " AND +rowid IN (SELECT value FROM json_each(?))"
        values.append(json.dumps(within.tolist()))
    fetch = k + _SLACK
    while True:
        rows = connection.execute(
            f"""
            SELECT rowid, rank FROM passages_fts
            WHERE passages_fts MATCH ? {inside} ORDER BY rank LIMIT ?
            """,
            [query, *values, fetch],
        ).fetchall()
        # While a tie goes on behind the last row, which of the tied are seen depends on their row numbers.
        if len(rows) < fetch or rows[-1]["rank"] > rows[k - 1]["rank"]:
            break
        fetch *= 2
    places = _places(connection, [row["rowid"] for row in rows])
    if len(places) < len(rows):
        raise broken("A full-text row without its passage")
    ranked = sorted((row["rank"], *places[row["rowid"]], row["rowid"]) for row in rows)
    return [(passage, -rank) for rank, _, _, passage in ranked[:k]]


def _places(connection: Connection, ids: Sequence[int]) -> dict[int, tuple[str, int]]:
    rows = connection.execute(
        """
        SELECT p.id, a.uid, p.start FROM passages p
        JOIN versions v ON v.key = p.version JOIN articles a ON a.key = v.article
        WHERE p.id IN (SELECT value FROM json_each(?))
        """,
        [json.dumps(ids)],
    )
    return {row["id"]: (row["uid"], row["start"]) for row in rows}
