"""What an archive of many passages would need on a server, by arithmetic from what was measured on small ones.

    python tests/benchmarks/hundred_million.py [--passages N] [--years N]

Reads the bytes that rows take from `results/server_library.json` (the largest library there), those of the approximate
index from `results/vectors_on_server.json` and the speed of encoding from `results/encoding.json`, and prints the
table of docs/server.md. Nothing of that size was ever run: rows are taken to grow in proportion.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results"
GIGABYTE = 1e9
PARTS = {
    "texts, records, names": (
        "versions",
        "articles",
        "passages",
        "attributions",
        "descriptions",
        "spoken_for",
    ),
    "vectors of passages and sentences, with checksums": ("embeddings",),
    "vectors as pgvector compares them": ("vectors",),
    "full text: tokens, vocabulary, postings": ("full_text", "vocabulary", "postings"),
    "near-duplicates (`bands`)": ("bands",),
}
"""What of a library lies in which tables; the others are small."""
VECTORS, FULL_TEXT = "vectors as pgvector compares them", "full text: tokens, vocabulary, postings"
INDEX = "the approximate index of vectors, in halves"
MEMORY = 64e9
"""Bytes that a server is taken to have."""
MEMORY_A_SECOND = 10e9
"""Bytes that one core reads from memory in a second: assumed, not measured."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--passages", type=int, default=100_000_000)
    parser.add_argument("--years", type=int, default=20, help="into so many partitions the archive is split")
    options = parser.parse_args()
    sys.stdout.write("".join(f"| {' | '.join(row)} |\n" for row in rows(options.passages, options.years)))


def rows(passages: int, years: int) -> Iterator[tuple[str, str, str]]:
    """Yield the rows of the table: what, all of it, and of one partition by year."""
    library = json.loads((RESULTS / "server_library.json").read_text(encoding="utf-8"))["rows"][-1]
    speed = json.loads((RESULTS / "encoding.json").read_text(encoding="utf-8"))["ours"]["passages_per_second"]
    parts = {name: _bytes_each(library, tables) for name, tables in PARTS.items()}
    index = json.loads((RESULTS / "vectors_on_server.json").read_text(encoding="utf-8"))["sizes"][-1]
    parts[INDEX] = index["index_bytes"] / index["passages"]
    whole = sum(library["bytes"].values()) / library["passages"] + parts[INDEX]
    yield (
        f"on paper, from {library['passages']:,} passages",
        f"{passages:,} passages",
        f"one of {years} years",
    )
    yield "---", "---", "---"
    for name, each in parts.items():
        yield f"{name}: {each / 1000:.2f} kB a passage", *_sizes(each, passages, years)
    yield f"all tables with their indexes: {whole / 1000:.2f} kB a passage", *_sizes(whole, passages, years)
    # Questions read through them.
    memory = parts[FULL_TEXT] + parts[INDEX]
    yield "to be kept in memory, for words and the index", *_sizes(memory, passages, years)
    compared = parts[VECTORS] / MEMORY_A_SECOND
    seconds = (f"{compared * count:,.1f} s" for count in (passages, passages / years))
    yield "without the index: comparing every vector, on one core", *seconds
    hours = passages / speed / 3600
    yield f"encoding at {speed} passages a second (2 cores)", *(f"{n:,.0f} h" for n in (hours, hours / years))
    yield (
        f"without the index breaks first: a second for vectors alone, at {_millions(1 / compared)} passages",
        _yes(1 / compared, passages),
        _yes(1 / compared, passages / years),
    )
    yield (
        f"with it: {MEMORY / GIGABYTE:.0f} GB of memory, at {_millions(MEMORY / memory)} passages",
        _yes(MEMORY / memory, passages),
        _yes(MEMORY / memory, passages / years),
    )


def _bytes_each(library: dict[str, Any], tables: tuple[str, ...]) -> float:
    return float(sum(library["bytes"][table] for table in tables) / library["passages"])


def _sizes(each: float, passages: int, years: int) -> tuple[str, str]:
    return f"{each * passages / GIGABYTE:,.0f} GB", f"{each * passages / years / GIGABYTE:,.0f} GB"


def _millions(passages: float) -> str:
    return f"{passages / 1e6:,.1f} million"


def _yes(most: float, passages: float) -> str:
    return "yes" if passages > most else "no"


if __name__ == "__main__":
    main()
