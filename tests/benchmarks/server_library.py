"""A library in a folder and the same library on a server, in one run: how long a warm answer takes, and what rows take.

    python tests/benchmarks/server_library.py --library FOLDER --questions FILE [--today DATE] [--at-most N]
        [--moved ADDRESS] [--update N]

FILE has a JSON object a line with a `question`. The library is moved to a PostgreSQL server that is started for this
on the same machine, or was moved to ADDRESS before, and each question is asked of both in turn, with model and reader
loaded. The medians, the median of the ratios, and the bytes that each table takes with its indexes are kept in
`results/server_library.json`. Times are of this machine and its load; only the ratios travel.

With `--update`, N articles are then taken in on the server, where they stay, and each is changed: how long that took,
how much of it the encoder, and what this process used of the CPU beyond that.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from machine import ROOT, commit, describe, product_differs
from updating import story

from embeddings.encoder import Encoded, Encoder, Span, Vectors
from embeddings.loading import load_encoder
from qa.answering.answerer import Answerer
from qa.encoding import open_span_reader
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.open_archive import open_archive
from qa.server.connections import connect, reading
from qa.settings import LibraryPlace, ServerLibrary, server_library
from qa.upkeep.move import move
from tests.qa.server.node import running

RESULTS = Path(__file__).parent / "results" / "server_library.json"
WARMING = 5
"""How many questions are asked of each before the first that counts."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--questions", type=Path, required=True)
    parser.add_argument("--today", type=date.fromisoformat)
    parser.add_argument("--at-most", type=int, default=60)
    parser.add_argument(
        "--moved", type=server_library, help="the address that the library was moved to before"
    )
    parser.add_argument("--update", type=int, default=0, help="articles")
    options = parser.parse_args()
    with options.questions.open(encoding="utf-8") as file:
        questions = [json.loads(line)["question"] for line in file][: options.at_most + WARMING]
    with running() if options.moved is None else nullcontext() as node:
        row: dict[str, Any] = {}
        if node is None:
            place = options.moved
            with reading(place) as connection:
                row["articles"] = connection.execute("SELECT count(*) FROM articles").fetchone()[0]
                row["passages"] = connection.totals[0]
        else:
            place = node.library("measured")
            started = time.perf_counter()
            moved = move(options.library, place)
            row |= {"articles": moved.articles, "passages": moved.passages}
            row["seconds_to_move"] = round(time.perf_counter() - started, 1)
        row |= answered(options.library, place, questions, options.today)
        row["bytes"] = sizes(place)
        if options.update:
            row["update"] = updated(place, options.update)
    # Where libraries and questions lie on this machine is nobody's business.
    command = f"python {Path(__file__).resolve().relative_to(ROOT)} --library FOLDER --questions FILE"
    about = {"command": command, "commit": commit(), "dirty": product_differs(), **describe("psycopg")}
    old = json.loads(RESULTS.read_text(encoding="utf-8"))["rows"] if RESULTS.exists() else []
    rows = [each for each in old if each["passages"] != row["passages"]] + [row | about]
    rows.sort(key=lambda each: int(each["passages"]))
    RESULTS.write_text(json.dumps({"rows": rows}, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(row) + "\n")


def answered(
    folder: LibraryPlace, place: LibraryPlace, questions: list[str], today: date | None
) -> dict[str, Any]:
    """Ask both the same questions in turn; return the medians."""
    encoder, reader = load_encoder(), open_span_reader()
    taken: tuple[list[float], list[float]] = ([], [])
    with open_archive(folder) as one, open_archive(place) as other:
        both = [Answerer(each, lambda: encoder, lambda: reader, today=today) for each in (one, other)]
        for number, question in enumerate(questions):
            # Each is first for every second question: the machine is not always equally busy.
            for which in (0, 1) if number % 2 else (1, 0):
                started = time.perf_counter()
                both[which].ask(question)
                if number >= WARMING:
                    taken[which].append((time.perf_counter() - started) * 1000)
    ratios = [server / local for local, server in zip(*taken, strict=True)]
    return {
        "questions": len(ratios),
        "folder_ms": round(statistics.median(taken[0])),
        "server_ms": round(statistics.median(taken[1])),
        "median_ratio": round(statistics.median(ratios), 2),
        "ratio_of_sums": round(sum(taken[1]) / sum(taken[0]), 2),
    }


class Timed:
    """An encoder that counts how long its caller waits for it, and what the process uses of the CPU then."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.identity = encoder.identity
        self.seconds = self.cpu = 0.0

    def encode_query(self, text: str) -> Vectors:
        return self._encoder.encode_query(text)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return self._encoder.count_tokens(texts)

    def encode_passages(self, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> Encoded:
        encoded = self._encoder.encode_passages(texts, spans)
        while True:
            started, used = time.perf_counter(), time.process_time()
            each = next(encoded, None)
            self.seconds += time.perf_counter() - started
            self.cpu += time.process_time() - used
            if each is None:
                return
            yield each


def updated(place: ServerLibrary, articles: int) -> list[dict[str, Any]]:
    """Take in new articles, then all of them changed; return how long each took, and in the encoder."""
    found, encoder = [], Timed(load_encoder())
    with tempfile.TemporaryDirectory() as scratch:
        for what, first in (("new", 0), ("changed", articles)):
            for number in range(articles):
                (Path(scratch) / f"{number}.txt").write_text(story(2_000 + first + number), "utf-8")
            started, waited = time.perf_counter(), encoder.seconds
            used = time.process_time() - encoder.cpu
            report = update(place, IndexRequest((Path(scratch),)), encoder_factory=lambda: encoder)
            seconds, encoding = time.perf_counter() - started, encoder.seconds - waited
            found.append(
                {
                    "articles": f"{report.added + report.changed} {what}",
                    "encoded": report.encoded,
                    "seconds": round(seconds, 2),
                    "encoding": round(encoding, 2),
                    "beyond_encoding": round(seconds - encoding, 2),
                    "cpu_beyond_encoding": round(time.process_time() - encoder.cpu - used, 2),
                }
            )
    return found


def sizes(place: ServerLibrary) -> dict[str, int]:
    """Return the bytes of each table, with its indexes and its large values."""
    connection = connect(place)
    try:
        rows = connection.execute(
            "SELECT c.relname, pg_total_relation_size(c.oid) FROM pg_class c "
            "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ? AND c.relkind = 'r' ORDER BY 2 DESC",
            [place.schema],
        )
        return {str(row[0]): int(row[1]) for row in rows}
    finally:
        connection.close()


if __name__ == "__main__":
    main()
