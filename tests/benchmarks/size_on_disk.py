"""Measure how many bytes of a library's database each table takes for a passage, with its indexes.

    python tests/benchmarks/size_on_disk.py NAME=LIBRARY...

Libraries are measured as they are: one of an older format and the same one after `qa index` has brought it up to date
can be compared. Those of the result file that are not named again stay there. Where sentences' vectors are still in
half precision, a thousand passages tell what two ways to store them lose: how far the cosine with another passage is
off. SQLite has to be built with DBSTAT_VTAB.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
from machine import ROOT, describe, load_now

from qa.datatypes import Vectors
from qa.tables.passage_vectors import vector_in
from qa.tables.sentence_vectors import are_packed, packed_sentences, unpacked_sentences

_TRIED = 1000
_RESULTS = Path(__file__).parent / "results" / "size_on_disk.json"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("libraries", metavar="NAME=LIBRARY", nargs="+")
    libraries = dict(each.split("=", 1) for each in parser.parse_args().libraries)
    known = json.loads(_RESULTS.read_text(encoding="utf-8"))
    described = describe("numpy")
    result: dict[str, Any] = {
        "command": f"python {Path(__file__).relative_to(ROOT)} NAME=LIBRARY...",
        **described,
        "load": round(load_now(), 1),
        "unit": "bytes for a passage; a table with its indexes",
        "libraries": {
            **{name: {"date": known["date"], **row} for name, row in known["libraries"].items()},
            **{
                name: {"date": described["date"], **measured(Path(folder))}
                for name, folder in libraries.items()
            },
        },
    }
    _RESULTS.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


def measured(library: Path) -> dict[str, Any]:
    """Return the sizes of a library that nobody writes to."""
    database = library / "library.db"
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        passages, articles, sentences = (
            connection.execute(query).fetchone()[0]
            for query in (
                "SELECT count(*) FROM passages",
                "SELECT count(*) FROM versions WHERE current = 1",
                "SELECT sum(length(sentences)) / 8 FROM passages",
            )
        )
        table_of = dict(connection.execute("SELECT name, tbl_name FROM sqlite_master"))
        sizes: Counter[str] = Counter()
        for name, size in connection.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name"):
            sizes[table_of.get(name, name)] += size
        lost = losses(connection)
        number = connection.execute("PRAGMA user_version").fetchone()[0]
    # The one before it is kept for its readers only.
    vectors = max(library.glob("vectors-*.faiss"), default=None)
    per_passage = {name: round(size / passages, 1) for name, size in sizes.most_common()}
    return {
        "format": number,
        "articles": articles,
        "passages": passages,
        "sentences": sentences,
        "database": round(database.stat().st_size / passages),
        "published vectors": 0 if vectors is None else round(vectors.stat().st_size / passages),
        **({"ways": lost} if lost else {}),
        "tables": {name: size for name, size in per_passage.items() if size >= 1},
    }


def losses(connection: sqlite3.Connection) -> dict[str, dict[str, float]]:
    """Return what each way to store the vectors of sentences takes and loses; nothing where they are packed already."""
    query = "SELECT vector, sentence_vectors FROM embeddings WHERE length(sentence_vectors) > 0 LIMIT ?"
    rows = connection.execute(query, [_TRIED]).fetchall()
    if any(are_packed(sentences) for _, sentences in rows):
        return {}
    passages = np.stack([vector_in(vector) for vector, _ in rows])
    dim = passages.shape[1]
    exact = (
        np.frombuffer(b"".join(sentences for _, sentences in rows), "<f2").astype(np.float32).reshape(-1, dim)
    )
    packed = [packed_sentences(vector, row[1]) for vector, row in zip(passages, rows, strict=True)]
    step = np.maximum(np.abs(exact).max(axis=1, keepdims=True), 1e-6) / 127
    ways = {
        "half precision": (2 * dim, exact),
        "eight bits and a scale": (dim + 2, np.round(exact / step) * step),
        "four bits of what differs from the passage": (
            round(sum(map(len, packed)) / len(exact)),
            unpacked_sentences(passages, packed),
        ),
    }
    return {
        name: {"bytes a sentence": size, **_off(made, exact, passages)} for name, (size, made) in ways.items()
    }


def _off(made: Vectors, exact: Vectors, passages: Vectors) -> dict[str, float]:
    others = passages[:: len(passages) // 50 or 1].T
    off = np.abs((made - exact) @ others)
    return {
        name: round(float(value), 5)
        for name, value in (
            ("cosine off, mean", off.mean()),
            ("in 99 of 100 below", np.percentile(off, 99)),
            ("most", off.max()),
        )
    }


if __name__ == "__main__":
    main()
