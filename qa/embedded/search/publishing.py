"""Publish a generation: write the vectors of all passages to a new file, and a row that names it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from embeddings import vector_index
from qa.datatypes import Vectors
from qa.embedded.database import Connection
from qa.embedded.database_errors import DATABASE
from qa.embedded.search.generations import remove_leftovers
from qa.tables.passages import Ids
from qa.tables.rows import whole_vectors

_BATCH = 4096


def publish(connection: Connection, folder: Path) -> int:
    """Write the next generation and commit it; return its number. The previous one is kept for its readers."""
    with connection.transaction():
        number = add_generation(connection, folder)
    remove_leftovers(connection, folder)
    return number


def add_generation(connection: Connection, folder: Path) -> int:
    """Write the next generation's file and row, inside a transaction whose commit publishes it; return its number."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'generations'").fetchone()
    number = 1 if row is None else int(row["seq"]) + 1
    model = connection.execute("SELECT id, dim FROM models WHERE current = 1").fetchone()
    last = connection.execute("SELECT coalesce(max(id), 0) FROM passages").fetchone()[0]
    name = f"vectors-{number:08d}.faiss"
    written = vector_index.write(folder / name, _vectors(connection, model["dim"]), model["dim"])
    # Who may read the database, as another user does, may read what was made from it: SQLite does so with its log.
    (folder / name).chmod((folder / DATABASE).stat().st_mode & 0o666)
    connection.execute(
        """
        INSERT INTO generations (n, file, sha256, size, count, max_passage, model)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        [number, name, written.sha256, written.size, written.count, last, model["id"]],
    )
    connection.execute("DELETE FROM generations WHERE n < ?", [number - 1])
    return number


def _vectors(connection: Connection, dim: int) -> Iterator[tuple[Ids, Vectors]]:
    cursor = connection.execute(
        """
        SELECT p.id, e.vector, e.vector_crc FROM passages p JOIN embeddings e ON e.id = p.embedding
        ORDER BY p.id
        """
    )
    while rows := cursor.fetchmany(_BATCH):
        ids = np.array([row["id"] for row in rows], dtype=np.int64)
        yield ids, whole_vectors(rows, dim).astype(np.float32)
