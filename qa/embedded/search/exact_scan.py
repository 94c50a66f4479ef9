"""Search the passages that the vector index does not hold yet, comparing the query with each stored vector."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from qa.archive.scoring import inner_products
from qa.datatypes import Vectors
from qa.embedded.database import Connection
from qa.tables.passages import Ids
from qa.tables.rows import whole_vectors
from qa.tables.seals import broken

_BATCH = 4096

_MOST_KEPT = 20_000
"""The most vectors kept from one question to the next: more than an update leaves unpublished, and 15 MB."""


class Scan:
    """Compares passages with a query, and keeps their vectors for the next question.

    A passage's number is never given to another one, and its vector stays the same.
    """

    def __init__(self) -> None:
        self._ids: Ids = np.empty(0, dtype=np.int64)
        self._vectors: NDArray[np.float16] = np.empty((0, 0), dtype=np.float16)
        self._lock = threading.Lock()

    def best(
        self, connection: Connection, query: Vectors, after: int, allowed: Ids | None, k: int
    ) -> list[int]:
        """Return the best k passages with an id above `after`, and those that tie with the last.

        Args:
            allowed: If given, only these.
        """
        rows = connection.execute("SELECT id FROM passages WHERE id > ? ORDER BY id", [after])
        ids = np.fromiter((row["id"] for row in rows), dtype=np.int64)
        if not len(ids):
            return []
        few = len(ids) <= _MOST_KEPT
        parts = self._kept(connection, ids, len(query)) if few else _read(connection, after, len(query))
        scores = np.concatenate([inner_products(vectors, query) for vectors in parts])
        if len(scores) != len(ids):
            raise broken("A passage without its vectors")
        if allowed is not None:
            inside = np.isin(ids, allowed, assume_unique=True)
            ids, scores = ids[inside], scores[inside]
        if len(ids) > k:
            least = np.partition(scores, -k)[-k]
            ids = ids[scores >= least]
        return [int(passage) for passage in ids]

    def _kept(self, connection: Connection, ids: Ids, dim: int) -> Iterator[NDArray[np.float16]]:
        with self._lock:
            known, vectors = self._ids, self._vectors
        if vectors.shape[1] != dim:
            known, vectors = known[:0], np.empty((0, dim), dtype=np.float16)
        if not np.array_equal(known, ids):
            still = np.isin(known, ids, assume_unique=True)
            missing = np.setdiff1d(ids, known, assume_unique=True)
            read = list(_read_these(connection, missing, dim))
            every = np.concatenate([known[still], missing])
            order = np.argsort(every)
            known, vectors = every[order], np.concatenate([vectors[still], *read])[order]
            with self._lock:
                self._ids, self._vectors = known, vectors
        for first in range(0, len(known), _BATCH):
            yield vectors[first : first + _BATCH]


_COLUMNS = "p.id, e.vector, e.vector_crc FROM passages p JOIN embeddings e ON e.id = p.embedding"


def _read(connection: Connection, after: int, dim: int) -> Iterator[NDArray[np.float16]]:
    cursor = connection.execute(f"SELECT {_COLUMNS} WHERE p.id > ? ORDER BY p.id", [after])
    while rows := cursor.fetchmany(_BATCH):
        yield whole_vectors(rows, dim)


def _read_these(connection: Connection, ids: Ids, dim: int) -> Iterator[NDArray[np.float16]]:
    for first in range(0, len(ids), _BATCH):
        wanted = ids[first : first + _BATCH]
        rows = connection.execute(
            f"""
            SELECT {_COLUMNS} WHERE p.id IN (SELECT value FROM json_each(?)) ORDER BY p.id
            """,
            [json.dumps(wanted.tolist())],
        ).fetchall()
        yield whole_vectors(rows, dim)
