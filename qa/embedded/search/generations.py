"""Find which generations a library has, and whether the next is due, without loading vectors."""

from __future__ import annotations

import re
from pathlib import Path

from embeddings import checksums
from embeddings.index_formats import Kind, kind_of
from qa.embedded.database import Connection, Row

MAX_OUTSIDE = 2_000
"""The most passages that may be compared one by one, or dropped from results, until the next generation."""

EXACT_UP_TO = 200_000
"""Up to so many passages every vector is compared, in some 15 ms (`tests/benchmarks/vector_search.py`); with more, only
those in the lists near the question. Counted, not timed: on every machine a library has the same kind of index."""

_OUTSIDE_SHARE = 0.1
_OURS = re.compile(r"vectors-\d{8}\.faiss|\..*\.tmp|vectors-.*\.verified")


def latest(connection: Connection) -> Row | None:
    """Return the newest generation's row."""
    row: Row | None = connection.execute("SELECT * FROM generations ORDER BY n DESC LIMIT 1").fetchone()
    return row


def published(connection: Connection) -> list[Row]:
    """Return the rows of the generations that are kept, newest first."""
    return connection.execute("SELECT * FROM generations ORDER BY n DESC").fetchall()


def outside(connection: Connection, row: Row | None) -> tuple[int, int]:
    """Return how many passages are not in a generation, and how many of its vectors belong to no passage any more."""
    if row is None:
        return int(connection.execute("SELECT count(1) FROM passages").fetchone()[0]), 0
    inside, after = connection.execute(
        "SELECT count(*) FILTER (WHERE id <= :last), count(*) FILTER (WHERE id > :last) FROM passages",
        {"last": row["max_passage"]},
    ).fetchone()
    return after, row["count"] - inside


def kind_for(passages: int) -> Kind:
    """Return which kind of index so many passages are published in."""
    return "lists" if passages > EXACT_UP_TO else "exact"


def is_due(connection: Connection, folder: Path) -> bool:
    """Return whether to write the next generation.

    There is none, its file is damaged or of a kind for more or fewer passages, or too much is outside it.
    """
    row = latest(connection)
    unpublished, dead = outside(connection, row)
    if row is None:
        return unpublished > 0
    path = folder / row["file"]
    if not checksums.is_whole(path, sha256=row["sha256"], size=row["size"]):
        return True
    if kind_of(path, row["size"]) != kind_for(row["count"]):
        return True
    return unpublished + dead > min(MAX_OUTSIDE, int(row["count"]) * _OUTSIDE_SHARE)


def remove_leftovers(connection: Connection, folder: Path) -> None:
    """Remove files of generations that no row names. Readers that have one mapped keep it."""
    named = {row["file"] for row in connection.execute("SELECT file FROM generations")}
    for path in folder.iterdir():
        if _OURS.fullmatch(path.name) and path.name.removesuffix(".verified") not in named:
            path.unlink(missing_ok=True)
