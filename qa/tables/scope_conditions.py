"""Turn a scope into SQL conditions on rows: it is applied inside retrieval, never after it."""

from __future__ import annotations

from qa.datatypes import Scope
from qa.tables.connection import Connection
from qa.tables.packing import packed, unpacked


def conditions(connection: Connection, scope: Scope) -> tuple[str, list[str | bytes]]:
    """Return an SQL condition on `versions v` and its values. Sources are compared without regard to case."""
    parts: list[str] = ["v.current = 1"]
    values: list[str | bytes] = []
    if scope.since is not None:
        parts.append("v.day >= ?")
        values.append(scope.since.isoformat())
    if scope.until is not None:
        parts.append("v.day <= ?")
        values.append(scope.until.isoformat())
    if scope.sources:
        wanted = {source.strip().casefold() for source in scope.sources}
        known = [name for name in stored_sources(connection) if name.strip().casefold() in wanted]
        # An empty list in parentheses is not SQL everywhere.
        parts.append(f"v.source IN ({', '.join('?' * len(known))})" if known else "1 = 0")
        values += [packed(name) for name in known]
    if scope.articles:
        parts.append(
            f"v.article IN (SELECT key FROM articles WHERE uid IN ({', '.join('?' * len(scope.articles))}))"
        )
        values += scope.articles
    return " AND ".join(parts), values


def stored_sources(connection: Connection) -> list[str]:
    """Return the sources of the current articles, "" among them if one has none."""
    rows = connection.execute("SELECT DISTINCT source FROM versions WHERE current = 1 ORDER BY source")
    return [unpacked(row["source"]) for row in rows]
