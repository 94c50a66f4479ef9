"""Generations: the vectors of all passages written to a new file, published by a row in the database."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from embeddings import vector_index
from qa.database import Connection, Row, transaction
from qa.datatypes import Vectors
from qa.dense import Ids, latest
from qa.rows import half

MAX_OUTSIDE = 2_000
"""So many passages may be compared one by one, or dropped from results, until the next generation."""

_OUTSIDE_SHARE = 0.1
_BATCH = 4096
_OURS = re.compile(r"vectors-\d{8}\.faiss|\..*\.tmp|vectors-.*\.verified")


def outside(connection: Connection, row: Row | None) -> tuple[int, int]:
    """Return how many passages are not in a generation, and how many of its vectors are of none any more."""
    if row is None:
        return int(connection.execute("SELECT count(*) FROM passages").fetchone()[0]), 0
    inside, after = connection.execute(
        "SELECT count(*) FILTER (WHERE id <= :last), count(*) FILTER (WHERE id > :last) FROM passages",
        {"last": row["max_passage"]},
    ).fetchone()
    return after, row["count"] - inside


def is_due(connection: Connection, folder: Path) -> bool:
    row = latest(connection)
    unpublished, dead = outside(connection, row)
    if row is None:
        return unpublished > 0
    if not vector_index.is_whole(folder / row["file"], sha256=row["sha256"], size=row["size"]):
        return True
    return unpublished + dead > min(MAX_OUTSIDE, int(row["count"]) * _OUTSIDE_SHARE)


def publish(connection: Connection, folder: Path) -> int:
    """Write the next generation and commit it; return its number. The one before is kept for its readers."""
    with transaction(connection):
        number = add_generation(connection, folder)
    remove_leftovers(connection, folder)
    return number


def add_generation(connection: Connection, folder: Path) -> int:
    """Write the next generation's file and its row. Inside a transaction, whose commit publishes it."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'generations'").fetchone()
    number = 1 if row is None else int(row["seq"]) + 1
    model = connection.execute("SELECT id, dim FROM models WHERE current = 1").fetchone()
    last = connection.execute("SELECT coalesce(max(id), 0) FROM passages").fetchone()[0]
    name = f"vectors-{number:08d}.faiss"
    written = vector_index.write(folder / name, _vectors(connection, model["dim"]), model["dim"])
    connection.execute(
        """
        INSERT INTO generations (n, file, sha256, size, count, max_passage, model)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        [number, name, written.sha256, written.size, written.count, last, model["id"]],
    )
    connection.execute("DELETE FROM generations WHERE n < ?", [number - 1])
    return number


def remove_leftovers(connection: Connection, folder: Path) -> None:
    """Remove files of generations that no row names. Readers that have one mapped keep it."""
    named = {row["file"] for row in connection.execute("SELECT file FROM generations")}
    for path in folder.iterdir():
        if _OURS.fullmatch(path.name) and path.name.removesuffix(".verified") not in named:
            path.unlink(missing_ok=True)


def _vectors(connection: Connection, dim: int) -> Iterator[tuple[Ids, Vectors]]:
    cursor = connection.execute(
        "SELECT p.id, e.vector FROM passages p JOIN embeddings e ON e.id = p.embedding ORDER BY p.id"
    )
    while rows := cursor.fetchmany(_BATCH):
        ids = np.array([row["id"] for row in rows], dtype=np.int64)
        yield ids, half([row["vector"] for row in rows], dim).astype(np.float32)
