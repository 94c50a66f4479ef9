"""A library in a folder and the same library on a server, in one run: how long a warm answer takes, and what rows take.

    python tests/benchmarks/server_library.py --library FOLDER --questions FILE [--today DATE] [--at-most N]

FILE has a JSON object a line with a `question`. The library is moved to a PostgreSQL server that is started for this
on the same machine, and each question is asked of both in turn, with model and reader loaded. The medians, the median
of the ratios, and the bytes that each table takes with its indexes are kept in `results/server_library.json`. Times are
of this machine and its load; only the ratios travel.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from machine import ROOT, commit, describe, product_differs

from embeddings.loading import load_encoder
from qa.answering.answerer import Answerer
from qa.encoding import open_span_reader
from qa.open_archive import open_archive
from qa.server.connections import connect
from qa.settings import LibraryPlace, ServerLibrary
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
    options = parser.parse_args()
    with options.questions.open(encoding="utf-8") as file:
        questions = [json.loads(line)["question"] for line in file][: options.at_most + WARMING]
    with running() as node:
        place = node.library("measured")
        started = time.perf_counter()
        moved = move(options.library, place)
        row: dict[str, Any] = {"articles": moved.articles, "passages": moved.passages}
        row["seconds_to_move"] = round(time.perf_counter() - started, 1)
        row |= answered(options.library, place, questions, options.today)
        row["bytes"] = sizes(place)
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
