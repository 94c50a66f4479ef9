"""Compare a search in lists with one in all vectors, and what publishing either costs, in a library of any size.

    python tests/benchmarks/vector_search.py LIBRARY --real REAL... --eval EVAL

LIBRARY is made by `scale_corpus.py`, whose passages share one vector; here each gets one of its own, for good. They
are the vectors of passages and of sentences of the libraries REAL, made by the packaged model. Where these do not
suffice, others are made from three of them: one moved by half the difference of two others, and brought back to length
1. The questions are real. The best 40 of `qa.embedded.search.nearest`, which reads and scores what the index proposes,
are compared. Times are of the thread, since other processes may compete; those of publishing are by the clock, too.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

import numpy as np
from machine import ROOT, describe, load_now
from scale_corpus import put, recombined

from embeddings.encoder import EncodedText, Vectors
from embeddings.loading import load_encoder
from embeddings.vector_index import VectorIndex
from qa.datatypes import PassageHandle, Scope
from qa.embedded.connections import one_state
from qa.embedded.search.generations import EXACT_UP_TO, latest
from qa.embedded.search.publishing import publish
from qa.embedded.snapshot import Library
from qa.embedded.writer import open_writer
from qa.tables.passage_vectors import vectors_in
from qa.tables.sentence_vectors import unpacked_sentences
from qa.tables.writing.writer import Writer

_RESULTS = Path(__file__).parent / "results" / "vector_search.json"
_SETS = ("squad", "clapnq", "multihop_rag", "natural_news")
_K = 40
_SEED = 20261127
_AT_ONCE = 10_000
_ARTICLES = 20
SCOPES = {
    "everything": Scope(),
    "half of all days": Scope(since=date(2015, 1, 1), until=date(2020, 6, 22)),
    "one week": Scope(since=date(2020, 3, 2), until=date(2020, 3, 8)),
    "one of twelve outlets": Scope(sources=("Outlet C",)),
}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("library", type=Path)
    parser.add_argument("--real", type=Path, nargs="+", required=True)
    parser.add_argument("--eval", type=Path, required=True)
    parser.add_argument("--questions", type=int, default=30, help="Of each set.")
    options = parser.parse_args()
    queries = list(questions(options.eval, options.questions))
    with open_writer(options.library) as writer:
        real = give_vectors(writer, options.real)
        passages = int(writer.connection.execute("SELECT count(*) FROM passages").fetchone()[0])
        exact = published(writer, options.library, exact_up_to=1 << 62)
    found, times = asked(options.library, queries)
    with open_writer(options.library) as writer:
        lists = published(writer, options.library, exact_up_to=0)
    in_lists, times_in_lists = asked(options.library, queries)
    with open_writer(options.library) as writer:
        added = add_articles(writer, options.eval)
        extended = published(writer, options.library, exact_up_to=0)
    result = {
        "command": f"python {Path(__file__).relative_to(ROOT)} LIBRARY --real REAL... --eval EVAL "
        f"--questions {options.questions}",
        **describe("faiss-cpu", "numpy"),
        "load_at_end": round(load_now(), 1),
        "data": f"{passages:,} passages; vectors of {min(real, passages):,} real passages and sentences, the others "
        f"made from three real ones each; {len(queries)} questions of {_SETS}",
        "passages": passages,
        "exact_up_to": EXACT_UP_TO,
        "publishing": {"exact": exact, "lists": lists, f"lists, after {added} more passages": extended},
        "searching": {
            name: {
                "exact": milliseconds(times[name]),
                "lists": milliseconds(times_in_lists[name]),
                "recall_at_40": recall(in_lists[name], found[name]),
            }
            for name in SCOPES
        },
    }
    _RESULTS.write_text(json.dumps(result, indent=2) + "\n")
    sys.stdout.write(f"{_RESULTS.relative_to(ROOT)}\n")


def questions(evaluation: Path, of_each: int) -> Iterator[Vectors]:
    encoder = load_encoder()
    for name in _SETS:
        with (evaluation / name / "questions.jsonl").open(encoding="utf-8") as lines:
            for line in islice(lines, of_each):
                yield encoder.encode_query(json.loads(line)["question"])


def give_vectors(writer: Writer, libraries: Sequence[Path]) -> int:
    """Give each passage a vector of its own, if they share one; return how many of them are real."""
    connection = writer.connection
    model = connection.execute("SELECT id, dim FROM models WHERE current = 1").fetchone()
    real = real_vectors(libraries, model["dim"])
    ids = [row["id"] for row in connection.execute("SELECT id FROM passages ORDER BY id")]
    if connection.execute("SELECT count(*) FROM embeddings").fetchone()[0] > 1:
        return len(real)
    chosen = np.random.default_rng(_SEED)
    for first in range(0, len(ids), _AT_ONCE):
        some = ids[first : first + _AT_ONCE]
        vectors = real[first : first + len(some)]
        missing = len(some) - len(vectors)
        one, two, three = (real[chosen.integers(len(real), size=missing)] for _ in range(3))
        vectors = unit(np.concatenate([vectors, one + 0.5 * (two - three)]))
        with writer.transaction():
            for passage, vector in zip(some, vectors, strict=True):
                sha = passage.to_bytes(32, "big")
                (embedding,) = writer.models.put(
                    model["id"], {sha: EncodedText(vector, vector[None])}
                ).values()
                connection.execute(
                    """
                    UPDATE passages SET embedding = ?1, crc = passage_seal(version, start, "end", ?1, sentences)
                    WHERE id = ?2
                    """,
                    [embedding, passage],
                )
    return len(real)


def real_vectors(libraries: Sequence[Path], dim: int) -> Vectors:
    """Return the vectors of all passages of these libraries, then those of all sentences, each once, mixed."""
    of_passages: list[Vectors] = []
    of_sentences: list[Vectors] = []
    for library in libraries:
        with one_state(library) as connection:
            rows = connection.execute("SELECT vector, sentence_vectors FROM embeddings").fetchall()
        vectors = vectors_in([row["vector"] for row in rows], dim).astype(np.float32)
        of_passages.append(vectors)
        of_sentences.append(unpacked_sentences(vectors, [row["sentence_vectors"] for row in rows]))
    mixed = np.random.default_rng(_SEED)
    found = []
    for kept in (of_passages, of_sentences):
        each = np.unique(np.concatenate(kept), axis=0).astype(np.float32)
        found.append(mixed.permutation(each[each.any(axis=1)]))
    return unit(np.concatenate(found))


def unit(rows: Vectors) -> Vectors:
    found: Vectors = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return found


def published(writer: Writer, folder: Path, *, exact_up_to: int) -> dict[str, float]:
    thread, clock = time.thread_time(), time.perf_counter()
    publish(writer.connection, folder, exact_up_to=exact_up_to)
    seconds = {
        "thread_seconds": round(time.thread_time() - thread, 1),
        "clock_seconds": round(time.perf_counter() - clock, 1),
    }
    row = latest(writer.connection)
    if row is None:
        raise SystemExit("Nothing was published.")
    path, started, before = folder / row["file"], time.perf_counter(), private()
    index = VectorIndex.open(path, sha256=row["sha256"], size=row["size"])
    opened = 1000 * (time.perf_counter() - started)
    return {
        **seconds,
        "megabytes": round(row["size"] / 1e6, 1),
        "lists": index.lists,
        "open_ms": round(opened, 1),
        "private_megabytes_when_open": round((private() - before) / 1000, 1),
        "load": round(load_now(), 1),
    }


def private() -> int:
    """Return the kilobytes of this process's memory that belong to no file."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("RssAnon"))


def asked(
    library: Path, queries: Sequence[Vectors]
) -> tuple[dict[str, list[list[PassageHandle]]], dict[str, list[float]]]:
    found: dict[str, list[list[PassageHandle]]] = {name: [] for name in SCOPES}
    times: dict[str, list[float]] = {name: [] for name in SCOPES}
    with Library.open(library) as opened, opened.snapshot() as snapshot:
        for name, scope in SCOPES.items():
            snapshot.nearest(queries[0], scope, _K)
            for query in queries:
                started = time.thread_time()
                best = snapshot.nearest(query, scope, _K)
                times[name].append(time.thread_time() - started)
                found[name].append([passage for passage, _ in best])
    return found, times


def recall(
    found: Sequence[Sequence[PassageHandle]], wanted: Sequence[Sequence[PassageHandle]]
) -> dict[str, float]:
    each = [len({*one} & {*other}) / max(1, len(other)) for one, other in zip(found, wanted, strict=True)]
    return {"mean": round(statistics.mean(each), 4), "least": round(min(each), 3)}


def milliseconds(times: Sequence[float]) -> dict[str, float]:
    ordered = sorted(1000 * each for each in times)
    return {
        "p50": round(statistics.median(ordered), 2),
        "p95": round(ordered[int(len(ordered) * 0.95)], 2),
    }


def add_articles(writer: Writer, evaluation: Path) -> int:
    """Add 20 articles whose passages all have one vector that is there; return how many passages they have."""
    embedding = writer.connection.execute("SELECT max(id) FROM embeddings").fetchone()[0]
    place, number = writer.places.all()[0].id, 0
    known = writer.connection.execute("SELECT count(*) FROM articles").fetchone()[0]
    with writer.transaction():
        for at, (article, parts) in enumerate(islice(recombined(evaluation), _ARTICLES)):
            put(writer, place, replace(article, id=f"later-{known}-{at}"), parts, embedding)
            number += len(parts)
    return number


if __name__ == "__main__":
    main()
