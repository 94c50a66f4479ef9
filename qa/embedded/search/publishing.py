"""Publish a generation: write the vectors of all passages to a new file, and a row that names it.

Up to `EXACT_UP_TO` passages the file has them one after the other. With more they are in lists, each around a
centroid, so that a search compares few; the next file then goes on from this one, and only what is new is read from
the database.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from math import isqrt
from pathlib import Path

import numpy as np

from embeddings import vector_index
from embeddings.vector_index import VectorIndex, VectorIndexError, WrittenFile
from qa.datatypes import Vectors
from qa.embedded.database import Connection
from qa.embedded.database_errors import DATABASE
from qa.embedded.search.generations import EXACT_UP_TO, latest, remove_leftovers
from qa.tables.passages import Ids
from qa.tables.rows import whole_vectors

_BATCH = 4096

_SAMPLED = 40
"""Vectors from which each centroid is found."""

_OUTGROWN = 1.5
"""Of how many times as many lists an index is worth, new centroids are found: at 2.25 times as many passages."""


def publish(
    connection: Connection, folder: Path, *, from_scratch: bool = False, exact_up_to: int = EXACT_UP_TO
) -> int:
    """Write the next generation and commit it; return its number. The previous one is kept for its readers.

    Args:
        from_scratch: Whether nothing may be taken from the file before.
        exact_up_to: With more passages than this, vectors are kept in lists.
    """
    with connection.transaction():
        number = add_generation(connection, folder, from_scratch=from_scratch, exact_up_to=exact_up_to)
    remove_leftovers(connection, folder)
    return number


def add_generation(
    connection: Connection, folder: Path, *, from_scratch: bool = False, exact_up_to: int = EXACT_UP_TO
) -> int:
    """Write the next generation's file and row, inside a transaction whose commit publishes it; return its number."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'generations'").fetchone()
    number = 1 if row is None else int(row["seq"]) + 1
    model = connection.execute("SELECT id, dim FROM models WHERE current = 1").fetchone()
    passages, last = connection.execute("SELECT count(*), coalesce(max(id), 0) FROM passages").fetchone()
    path = folder / f"vectors-{number:08d}.faiss"
    written = None
    if passages > exact_up_to:
        lists = _lists_for(passages)
        if not from_scratch:
            written = _extended(connection, path, model["id"], model["dim"], lists)
        if written is None:
            centroids = vector_index.centroids_of(_sample(connection, lists, model["dim"]), lists)
            written = vector_index.write(path, _vectors(connection, model["dim"]), model["dim"], centroids)
    else:
        written = vector_index.write(path, _vectors(connection, model["dim"]), model["dim"])
    # Who may read the database, as another user does, may read what was made from it: SQLite does so with its log.
    mode = (folder / DATABASE).stat().st_mode & 0o666
    if (
        path.stat().st_mode & 0o777 != mode
    ):  # a change would also mean that its first reader checks it whole again
        path.chmod(mode)
    connection.execute(
        """
        INSERT INTO generations (n, file, sha256, size, count, max_passage, model)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        [number, path.name, written.sha256, written.size, written.count, last, model["id"]],
    )
    connection.execute("DELETE FROM generations WHERE n < ?", [number - 1])
    return number


def _lists_for(passages: int) -> int:
    # To find the nearest lists then takes a small part of what it takes to search them.
    return min(passages, 4 * isqrt(passages))


def _extended(connection: Connection, path: Path, model: int, dim: int, lists: int) -> WrittenFile | None:
    """Write the last generation's vectors and what came since; return None if its file cannot be gone on from."""
    row = latest(connection)
    if row is None or row["model"] != model or Path(row["file"]).name != row["file"]:
        return None
    before, last = path.with_name(row["file"]), int(row["max_passage"])
    kept = _ids(connection, "id <= ?", last)
    try:
        index = VectorIndex.open(before, sha256=row["sha256"], size=row["size"])
        if lists > index.lists * _OUTGROWN or not len(kept):
            return None
        return vector_index.extend(path, before, kept, _vectors(connection, dim, after=last), row["size"])
    except VectorIndexError:
        # Damaged, or all in one: everything is in the database.
        return None


def _sample(connection: Connection, lists: int, dim: int) -> Vectors:
    ids = _ids(connection, "id > ?", 0)
    chosen = ids[:: max(1, len(ids) // (_SAMPLED * lists))]
    return np.concatenate([vectors for _, vectors in _vectors(connection, dim, among=chosen)])


def _ids(connection: Connection, which: str, bound: int) -> Ids:
    rows = connection.execute(f"SELECT id FROM passages WHERE {which} ORDER BY id", [bound])
    return np.fromiter((row["id"] for row in rows), dtype=np.int64)


def _vectors(
    connection: Connection, dim: int, *, after: int = 0, among: Ids | None = None
) -> Iterator[tuple[Ids, Vectors]]:
    """Yield the vectors of the passages with numbers above `after`, or of these only."""
    only = "" if among is None else "AND p.id IN (SELECT value FROM json_each(?))"
    cursor = connection.execute(
        f"""
        SELECT p.id, e.vector, e.vector_crc FROM passages p JOIN embeddings e ON e.id = p.embedding
        WHERE p.id > ? {only} ORDER BY p.id
        """,
        [after, *([] if among is None else [json.dumps(among.tolist())])],
    )
    while rows := cursor.fetchmany(_BATCH):
        ids = np.array([row["id"] for row in rows], dtype=np.int64)
        yield ids, whole_vectors(rows, dim).astype(np.float32)
