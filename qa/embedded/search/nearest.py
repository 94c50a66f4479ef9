"""Find the nearest passages: published ones in a generation's file, the rest by an exact scan of the database.

The file only proposes. Scores are computed again from the stored vectors, in one way for all, so that an
answer does not depend on which passages were published when.
"""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from embeddings.vector_index import VectorIndex, VectorIndexError
from qa.archive.scoring import Candidate, by_cosine
from qa.datatypes import PassageHandle, Vectors
from qa.embedded.database import Connection, Row
from qa.embedded.search.exact_scan import Scan
from qa.embedded.search.generations import published
from qa.embedded.search.scratch import Scratch
from qa.tables.passages import Ids
from qa.tables.rows import whole_vectors

logger = logging.getLogger(__name__)

_BATCH = 1024

_SLACK = 16
"""How many more are fetched than asked for, to see whether a tie goes on after the last."""

_ROUNDING = 1e-5
"""More than single and double precision can differ in the inner product of two unit vectors."""


class Generations:
    """Opens the files of one library's generations, each once, and keeps the newest two."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opened: dict[int, VectorIndex | None] = {}
        self._lock = threading.Lock()
        self.scan = Scan()
        self.scratch = Scratch()

    def newest(self, rows: Sequence[Row]) -> tuple[Row | None, VectorIndex | None]:
        """Return the first of these generations, newest first, whose file can be trusted, and its vectors."""
        for row in rows:
            index = self._index(row)
            if index is not None:
                return row, index
        return None, None

    def _index(self, row: Row) -> VectorIndex | None:
        with self._lock:
            number = int(row["n"])
            if number not in self._opened:
                self._opened[number] = self._open(row)
                for old in sorted(self._opened)[:-2]:
                    del self._opened[old]
            return self._opened.get(number)

    def _open(self, row: Row) -> VectorIndex | None:
        try:
            if Path(row["file"]).name != row["file"]:
                # A library may come from anybody: it may name only its own files.
                raise VectorIndexError(f"{row['file']!r} is no file of this library")
            return VectorIndex.open(self._folder / row["file"], sha256=row["sha256"], size=row["size"])
        except VectorIndexError as error:
            logger.warning(
                "The vector index cannot be used (%s). The answer is the same without it, only slower. "
                "Run `qa doctor --repair` to mend it.",
                error,
            )
            return None


def nearest(
    connection: Connection, generations: Generations, query: Vectors, allowed: Ids | None, k: int
) -> list[tuple[PassageHandle, float]]:
    """Return (passage, cosine) of the nearest passages, best first, ties by (uid, start).

    Args:
        allowed: If given, only these passages, in ascending order.
    """
    if allowed is not None and len(allowed) <= k + _SLACK:
        # As many would be fetched: the words of one person, of whom few are quoted more often.
        return _ranked(connection, query, allowed.tolist(), k)
    row, index = generations.newest(published(connection))
    last = 0 if row is None else int(row["max_passage"])
    candidates = generations.scan.best(connection, query, last, allowed, k)
    if index is not None:
        candidates += _indexed(connection, index, query, last, allowed, k)
    return _ranked(connection, query, candidates, k)


def _indexed(
    connection: Connection, index: VectorIndex, query: Vectors, last: int, allowed: Ids | None, k: int
) -> list[int]:
    if allowed is not None:
        allowed = allowed[allowed <= last]
    fetch = k + _SLACK
    while True:
        found = index.search(query, fetch, allowed)
        alive = _alive(connection, [passage for passage, _ in found])
        kept = [(passage, score) for passage, score in found if passage in alive]
        if len(found) < fetch:
            break
        if len(kept) >= k and found[-1][1] < kept[k - 1][1] - _ROUNDING:
            break
        # Dead passages, or equal texts, fill the end of the list: look further.
        fetch *= 2
    if len(kept) > k:
        least = kept[k - 1][1] - _ROUNDING
        kept = [(passage, score) for passage, score in kept if score >= least]
    return [passage for passage, _ in kept]


def _alive(connection: Connection, ids: Sequence[int]) -> set[int]:
    rows = connection.execute(
        "SELECT id FROM passages WHERE id IN (SELECT value FROM json_each(?))", [json.dumps(ids)]
    )
    return {row["id"] for row in rows}


def _ranked(
    connection: Connection, query: Vectors, ids: Sequence[int], k: int
) -> list[tuple[PassageHandle, float]]:
    return by_cosine(_with_vectors(connection, ids, len(query)), query, k)


def _with_vectors(
    connection: Connection, ids: Sequence[int], dim: int
) -> Iterator[tuple[list[Candidate], NDArray[np.float16]]]:
    cursor = connection.execute(
        """
        SELECT p.id, p.start, a.uid, e.vector, e.vector_crc FROM passages p
        JOIN embeddings e ON e.id = p.embedding
        JOIN versions v ON v.key = p.version JOIN articles a ON a.key = v.article
        WHERE p.id IN (SELECT value FROM json_each(?))
        """,
        [json.dumps(ids)],
    )
    # Where a text repeats, all of its passages tie: all their vectors at once, in double precision, are gigabytes.
    while rows := cursor.fetchmany(_BATCH):
        candidates = [Candidate(PassageHandle(row["id"]), row["uid"], row["start"]) for row in rows]
        yield candidates, whole_vectors(rows, dim)
