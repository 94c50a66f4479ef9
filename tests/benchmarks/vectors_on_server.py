"""Vectors on a server, compared one by one or proposed by the approximate index: recall at 40, time, room, building.

    python tests/benchmarks/vectors_on_server.py --library FOLDER --questions FILE... [--passages N...] [--at-most N]

The library's vectors are put on a PostgreSQL server that is started for this on the same machine. Beyond those, real
ones are mixed: most of one vector, some of a second, and the difference of two more as noise, so that what is added
lies as real ones do, and no two are alike. Five passages make an article of a random day of ten years. The questions
(a JSON object a line with a `question`, the first ones of each file) are encoded by the packaged encoder. Each is
asked both ways in turn through the engine's own code: with all passages, and with filters that leave a share of them
or some ids. Times are of this machine and its load; only ratios travel. `results/vectors_on_server.json` is written
after each size.
"""

from __future__ import annotations

import argparse
import itertools
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[2]))

from machine import ROOT, commit, describe, load_now, product_differs

from embeddings.loading import load_encoder
from qa.datatypes import Scope, Vectors
from qa.embedded.connections import one_state
from qa.server.connections import ServerConnection
from qa.server.nearest import nearest
from qa.server.snapshot import ServerArchive, ServerView
from qa.server.vector_index import COMPARED_AT_MOST, EXACT, HNSW, KEY, vector_search
from qa.server.writer import writing
from qa.settings import ServerLibrary
from qa.tables.passage_vectors import numbers_in, vectors_in
from qa.tables.seals import vector_seal
from tests.qa.server.node import running

RESULTS = Path(__file__).parent / "results" / "vectors_on_server.json"
K = 40
FIRST, DAYS = date(2016, 1, 1), 3650
SHARES = (0.5, 0.1, 0.02, 0.001)
PASSAGES_OF_ARTICLE = 5
UPDATE = 200
AT_ONCE = 10_000
Numbers = NDArray[np.float32]
Ask = Callable[[ServerView, Vectors], list[tuple[Any, float]]]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--questions", type=Path, nargs="+", required=True)
    parser.add_argument("--passages", type=int, nargs="+", default=[2_000, 5_000, 10_000, 20_000, 100_000])
    parser.add_argument("--at-most", type=int, default=60, help="questions in all")
    options = parser.parse_args()
    with one_state(options.library) as folder:
        rows = folder.execute("SELECT e.vector FROM passages p JOIN embeddings e ON e.id = p.embedding")
        known = [row["vector"] for row in rows]
        model = tuple(folder.execute("SELECT * FROM models WHERE current = 1").fetchone())
    real = vectors_in(known, int(numbers_in(known[0]))).astype(np.float32)
    encoder = load_encoder()
    queries = [encoder.encode_query(each) for each in _questions(options.questions, options.at_most)]
    named = f"python {Path(__file__).resolve().relative_to(ROOT)} --library FOLDER --questions FILE..."
    sizes = " ".join(map(str, options.passages))
    result: dict[str, Any] = {
        "command": f"{named} --passages {sizes} --at-most {options.at_most}",
        "commit": commit(),
        "dirty": product_differs(),
        **describe("psycopg"),
        "data": f"{len(real):,} vectors of a library of news; those beyond are mixed of them; {len(queries)} questions",
        "k": K,
        "sizes": [],
    }
    with running("--no-data-checksums") as node:
        place = node.library("measured")
        made = _Made(real, model)
        for size in sorted(options.passages):
            # Without the index: rows are loaded before it is made, as the product does it.
            with writing(place) as (connection, tables):
                drop_indexes(connection)
                made.grow(connection, size)
                tables.settle()
            result["sizes"].append(measured(place, made, size, queries))
            result["load_at_end"] = round(load_now(), 1)
            RESULTS.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
            sys.stdout.write(json.dumps(result["sizes"][-1]) + "\n")
            sys.stdout.flush()


def _questions(files: Sequence[Path], at_most: int) -> list[str]:
    found: list[str] = []
    for path in files:
        with path.open(encoding="utf-8") as lines:
            some = itertools.islice(lines, at_most // len(files))
            found += [json.loads(line)["question"] for line in some]
    return found


class _Made:
    """The rows of a library that is made for this: only what vectors are found and scored by."""

    def __init__(self, real: Numbers, model: tuple[Any, ...]) -> None:
        self._real = real
        self._model = model
        self._random = np.random.default_rng(19)
        self.passages = 0

    def grow(self, connection: ServerConnection, size: int) -> None:
        if not self.passages:
            connection.execute("INSERT INTO models VALUES (?, ?, ?, ?, ?, ?)", list(self._model))
        first = self.passages
        with connection.transaction():
            self.add(connection, size - first)
        connection.execute("VACUUM ANALYZE embeddings, passages, versions, articles, vectors")

    def add(self, connection: ServerConnection, count: int) -> None:
        while count:
            some = self._next(min(count, AT_ONCE))
            numbers = range(self.passages + 1, self.passages + 1 + len(some))
            connection.copy_in(
                "embeddings",
                "id, model, sha, vector, sentence_vectors, crc, vector_crc",
                (
                    (n, self._model[0], n.to_bytes(32, "big"), data, b"", 0, vector_seal(data))
                    for n, data in zip(numbers, (row.tobytes() for row in some), strict=True)
                ),
            )
            # Numbers in half precision are short in decimal, and read back as they were.
            texts = (str(row.tolist()) for row in some)
            connection.copy_in("vectors", "passage, vector", zip(numbers, texts, strict=True))
            articles = sorted({(n - 1) // PASSAGES_OF_ARTICLE + 1 for n in numbers})
            days = self._random.integers(0, DAYS, len(articles))
            connection.execute(
                "INSERT INTO articles SELECT n, 'a' || n, 1, '', n::text::bytea, 0 FROM unnest(?::bigint[]) n "
                "ON CONFLICT DO NOTHING",
                [articles],
            )
            connection.execute(
                "INSERT INTO versions SELECT n, n, '', 1, 1, day, day, '', '', '', '', '', '', '', '', 0 "
                "FROM unnest(?::bigint[], ?::text[]) AS made(n, day) ON CONFLICT DO NOTHING",
                [articles, [(FIRST + timedelta(int(day))).isoformat() for day in days]],
            )
            connection.execute(
                f"INSERT INTO passages SELECT n, (n - 1) / {PASSAGES_OF_ARTICLE} + 1, n, n + 1, n, '', 0 "
                "FROM generate_series(?::bigint, ?::bigint) n",
                [numbers[0], numbers[-1]],
            )
            connection.execute("UPDATE state SET passages = passages + ?", [len(some)])
            self.passages += len(some)
            count -= len(some)

    def _next(self, count: int) -> NDArray[np.float16]:
        own = self._real[self.passages : self.passages + count]
        if len(own):
            return own.astype(np.float16)
        one, other, third, fourth = (
            self._real[self._random.integers(0, len(self._real), count)] for _ in range(4)
        )
        mixed = 0.8 * one + 0.35 * other + 0.25 * (third - fourth)
        return (mixed / np.linalg.norm(mixed, axis=1, keepdims=True)).astype(np.float16)


def measured(place: ServerLibrary, made: _Made, size: int, queries: Sequence[Vectors]) -> dict[str, Any]:
    row: dict[str, Any] = {"passages": size, "load": round(load_now(), 1)}
    _set(place, HNSW)
    row |= build(place)
    with _both_ways(place, queries) as (exact, index):
        row["everything"] = compare(exact, index, queries, lambda v, q: v.nearest(q, Scope(), K))
        for share in SHARES:
            scope = Scope(since=FIRST + timedelta(round(DAYS * (1 - share))))
            row[f"days_{share}"] = compare(
                exact, index, queries, lambda v, q, scope=scope: v.nearest(q, scope, K)
            )
    row["ids"] = ids(place, size, queries)
    row["seconds_to_add_200"] = updates(place, made, with_index=True)
    later = min(size, COMPARED_AT_MOST)
    with writing(place) as (connection, tables):
        made.grow(connection, size + later)
        tables.settle()
    with _both_ways(place, queries) as (exact, index):
        found = compare(exact, index, queries, lambda v, q: v.nearest(q, Scope(), K))
        row["with_later"] = {"later": later, **(found or {})}
    row["seconds_to_add_200_without_index"] = updates(place, made, with_index=False)
    return row


@contextmanager
def _both_ways(place: ServerLibrary, queries: Sequence[Vectors]) -> Iterator[tuple[ServerView, ServerView]]:
    """Open a view in which all vectors are compared, and one that asks the index."""
    _set(place, EXACT)
    with ServerArchive.open(place) as one, one.snapshot() as exact:
        # Read now, since it is read once a view.
        exact.nearest(queries[0], Scope(), K)
        _set(place, HNSW)
        with ServerArchive.open(place) as other, other.snapshot() as index:
            yield exact, index


def _set(place: ServerLibrary, rule: str) -> None:
    """Set how vectors are searched."""
    with writing(place) as (connection, _):
        connection.execute(
            "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            [KEY, rule],
        )


def drop_indexes(connection: ServerConnection) -> None:
    for name in vector_search(connection).made:
        connection.execute(f"DROP INDEX {name}")


def build(place: ServerLibrary) -> dict[str, Any]:
    with writing(place) as (connection, tables):
        started = time.perf_counter()
        tables.publish()
        seconds = time.perf_counter() - started
        search = vector_search(connection)
        assert search.uses_index
        (size,) = connection.execute("SELECT pg_relation_size(?::regclass)", [search.made[0]]).fetchone()
        (table,) = connection.execute("SELECT pg_relation_size('vectors')").fetchone()
        return {"seconds_to_build": round(seconds, 1), "index_bytes": size, "table_bytes": table}


def compare(
    exact: ServerView, index: ServerView, queries: Sequence[Vectors], ask: Ask
) -> dict[str, Any] | None:
    """Ask both each question in turn; return the recall of what the index gives, and both times."""
    taken: tuple[list[float], list[float]] = ([], [])
    shares = []
    for number, query in enumerate(queries):
        found: list[list[tuple[Any, float]]] = [[], []]
        for which in (0, 1) if number % 2 else (1, 0):
            view = (exact, index)[which]
            started = time.perf_counter()
            found[which] = ask(view, query)
            taken[which].append((time.perf_counter() - started) * 1000)
        right = {handle for handle, _ in found[0]}
        if right:
            shares.append(len(right & {handle for handle, _ in found[1]}) / len(right))
    return summary(shares, taken)


def ids(place: ServerLibrary, size: int, queries: Sequence[Vectors]) -> dict[str, Any] | None:
    """As `compare`, within 500 passages; what is proposed is counted."""
    within = np.sort(np.random.default_rng(7).choice(np.arange(1, size + 1), 500, replace=False))
    taken: tuple[list[float], list[float]] = ([], [])
    shares = []
    with writing(place) as (connection, _):
        search = vector_search(connection)
        for query in queries:
            found = []
            for which, rule in enumerate((EXACT, HNSW)):
                how = replace(search, rule=rule)
                started = time.perf_counter()
                found.append(set(nearest(connection, how, query, Scope(), K, within)))
                taken[which].append((time.perf_counter() - started) * 1000)
            shares.append(len(found[0] & found[1]) / len(found[0]))
    return summary(shares, taken)


def summary(shares: Sequence[float], taken: tuple[list[float], list[float]]) -> dict[str, Any] | None:
    """Return nothing where no passage was left in the scope."""
    if not shares:
        return None
    return {
        "recall_at_40": round(statistics.mean(shares), 4),
        "least_recall": round(min(shares), 3),
        "exact_ms": round(statistics.median(taken[0]), 1),
        "index_ms": round(statistics.median(taken[1]), 1),
        "exact_p95_ms": round(sorted(taken[0])[int(len(taken[0]) * 0.95)], 1),
        "index_p95_ms": round(sorted(taken[1])[int(len(taken[1]) * 0.95)], 1),
    }


def updates(place: ServerLibrary, made: _Made, *, with_index: bool) -> float:
    """Add 200 passages in a transaction, three times, and take them back; return the median of seconds."""
    found = []
    with writing(place) as (connection, _):
        before = made.passages
        if not with_index:
            drop_indexes(connection)
        for _each in range(3):
            connection.execute("BEGIN")
            started = time.perf_counter()
            made.add(connection, UPDATE)
            found.append(time.perf_counter() - started)
            connection.execute("ROLLBACK")
            made.passages = before
    return round(statistics.median(found), 2)


if __name__ == "__main__":
    main()
