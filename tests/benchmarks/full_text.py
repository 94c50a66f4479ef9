"""Compare full text by postings with the same question to FTS5, in libraries of several sizes, in one run.

    python tests/benchmarks/full_text.py --eval EVAL LIBRARY...

The libraries are made by `scale_corpus.py`; each is changed a little (articles are added). Both ways are asked all
questions in turn, once to warm up and then once for the time: what either keeps from one question to the next is then
also what it keeps of others. Times are of the thread, since other processes may compete, and by the clock. Both get
the numbers of passages that hold each term, both have the same module compute the scores. Then the postings are made
anew (and rolled back), and updates of 20 articles are written, without encoding.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from machine import ROOT, describe, load_now
from scale_corpus import put, recombined

from qa.datatypes import PassageHandle, Scope
from qa.embedded.database import Connection
from qa.embedded.search.full_text import best_by_words, matching
from qa.embedded.search.full_text_terms import any_of
from qa.embedded.search.segments import write_due
from qa.embedded.search.words import empty
from qa.embedded.snapshot import Library, Snapshot
from qa.embedded.writer import open_writer
from qa.ranking.question import question_terms
from qa.tables.tokens import token
from qa.tables.writing.writer import Writer

_RESULTS = Path(__file__).parent / "results" / "full_text.json"
_SETS = ("squad", "clapnq", "multihop_rag", "natural_news")
_CANDIDATES = 40
_UPDATES = 20
_ARTICLES = 20
_POSTINGS = (
    "word_segments",
    "word_lengths",
    "segment_versions",
    "word_postings",
    "words",
    "sqlite_autoindex_words_1",
)

Found = list[tuple[PassageHandle, float]]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("libraries", type=Path, nargs="+")
    parser.add_argument("--eval", type=Path, required=True)
    parser.add_argument("--questions", type=int, default=50, help="Of each set.")
    options = parser.parse_args()
    asked = list(questions(options.eval, options.questions))
    result: dict[str, Any] = {
        "command": f"python {Path(__file__).relative_to(ROOT)} --eval EVAL --questions {options.questions} LIBRARY...",
        **describe("numpy"),
        "data": f"sentences of real articles put together anew by scale_corpus.py; {len(asked)} questions of {_SETS}",
        "libraries": [],
    }
    for library in options.libraries:
        result["libraries"].append(measured(library, asked, options.eval))
        result["load_at_end"] = round(load_now(), 1)
        _RESULTS.write_text(json.dumps(result, indent=2) + "\n")
    sys.stdout.write(f"{_RESULTS.relative_to(ROOT)}\n")


def questions(evaluation: Path, of_each: int) -> list[list[str]]:
    """Return the terms that each question is searched by."""
    found = []
    for name in _SETS:
        with (evaluation / name / "questions.jsonl").open(encoding="utf-8") as lines:
            for line in islice(lines, of_each):
                terms = [term for _, _, term in question_terms(json.loads(line)["question"])]
                if terms:
                    found.append(list(dict.fromkeys(terms)))
    return found


def measured(library: Path, asked: Sequence[list[str]], evaluation: Path) -> dict[str, Any]:
    with Library.open(library) as opened, opened.snapshot() as snapshot:
        passages = snapshot.corpus().passages
        compared = compare(opened, snapshot, asked)
    with open_writer(library) as writer:
        return {
            "passages": passages,
            "load": round(load_now(), 1),
            **compared,
            "bytes_per_passage": sizes(writer.connection, passages),
            "build_seconds": build(writer.connection),
            "update_of_20_articles": updates(writer, evaluation),
        }


def compare(opened: Library, snapshot: Snapshot, asked: Sequence[list[str]]) -> dict[str, Any]:
    times: dict[str, list[tuple[float, float]]] = {"fts5": [], "postings": []}
    connection, scratch = snapshot._connection, opened._generations.scratch
    searches: list[tuple[Callable[[], Found], Callable[[], Found]]] = []
    for terms in asked:
        holding = snapshot.document_frequency(terms)
        words = {token(term): count for term, count in holding.items()}

        def by_postings(words: dict[str, int] = words) -> Found:
            return best_by_words(connection, scratch, words, _CANDIDATES, None)

        def by_fts5(words: dict[str, int] = words, terms: list[str] = terms) -> Found:
            phrases = [(word,) for word in words]
            return matching(connection, any_of(terms), phrases, list(words.values()), Scope(), _CANDIDATES)

        searches.append((by_postings, by_fts5))
    for by_postings, by_fts5 in searches:
        by_postings()
        by_fts5()
    found = [
        (timed(by_postings, times["postings"]), timed(by_fts5, times["fts5"]))
        for by_postings, by_fts5 in searches
    ]
    return {
        "questions": len(asked),
        "terms_a_question": statistics.mean(map(len, asked)),
        "same_candidates_and_scores": sum(one == other for one, other in found),
        "fts5": summary(times["fts5"]),
        "postings": summary(times["postings"]),
        "ratio": {
            "thread": ratios(times, 0),
            "clock": ratios(times, 1),
        },
    }


def ratios(times: Mapping[str, Sequence[tuple[float, float]]], clock: int) -> dict[str, float]:
    """Return how many times as long FTS5 takes."""
    fts5, postings = ([each[clock] for each in times[name]] for name in ("fts5", "postings"))
    return {
        "mean": round(statistics.mean(fts5) / statistics.mean(postings), 1),
        "p50": round(statistics.median(fts5) / statistics.median(postings), 1),
    }


def timed(search: Callable[[], Found], times: list[tuple[float, float]]) -> Found:
    thread, clock = time.thread_time(), time.perf_counter()
    found = search()
    times.append((time.thread_time() - thread, time.perf_counter() - clock))
    return found


def summary(times: Sequence[tuple[float, float]]) -> dict[str, dict[str, float]]:
    """Return milliseconds."""
    found = {}
    for at, name in enumerate(("thread", "clock")):
        ordered = sorted(1000 * each[at] for each in times)
        found[name] = {
            "p50": round(statistics.median(ordered), 2),
            "p95": round(ordered[int(len(ordered) * 0.95)], 2),
            "mean": round(statistics.mean(ordered), 2),
        }
    return found


def sizes(connection: Connection, passages: int) -> dict[str, float]:
    rows = connection.execute("SELECT name, sum(pgsize) AS size FROM dbstat GROUP BY name").fetchall()
    of = {row["name"]: row["size"] for row in rows}
    return {
        "postings": round(sum(of[name] for name in _POSTINGS) / passages, 1),
        "fts5_index": round(
            sum(of[f"passages_fts_{name}"] for name in ("data", "idx", "docsize")) / passages, 1
        ),
        "terms_of_passages": round(of["passage_terms"] / passages, 1),
    }


def build(connection: Connection) -> dict[str, float]:
    """Make all postings anew, and take it back."""
    connection.execute("BEGIN IMMEDIATE")
    thread, clock = time.thread_time(), time.perf_counter()
    empty(connection)
    write_due(connection)
    seconds = {
        "thread": round(time.thread_time() - thread, 1),
        "clock": round(time.perf_counter() - clock, 1),
    }
    connection.execute("ROLLBACK")
    return seconds


def updates(writer: Writer, evaluation: Path) -> dict[str, float]:
    """Add 20 articles at a time, and return the seconds by the clock: segments are merged now and then."""
    embedding = writer.connection.execute("SELECT id FROM embeddings").fetchone()["id"]
    known = writer.connection.execute("SELECT count(*) FROM articles").fetchone()[0]
    place, new = writer.places.all()[0].id, recombined(evaluation)
    found = []
    for number in range(_UPDATES):
        some = list(islice(new, _ARTICLES))
        started = time.perf_counter()
        with writer.transaction():
            for at, (article, parts) in enumerate(some):
                named = replace(article, id=f"update-{known}-{number}-{at}")
                put(writer, place, named, parts, embedding)
        found.append(time.perf_counter() - started)
    return {
        "updates": _UPDATES,
        "p50": round(statistics.median(found), 3),
        "most": round(max(found), 3),
    }


if __name__ == "__main__":
    main()
