"""Warm answers against the time that the packaged encoder takes for the same question, in turn, on one core.

    python tests/benchmarks/warm.py --library FOLDER --questions FILE [--today DATE] [--at-most N]

FILE has a JSON object a line with a `question`. Each question is encoded by the packaged model, in fp32 and on one
thread, and then asked of the library, with the model and the reader loaded and the first few questions left out. The
ratios of each kind of question (content, said, who_said) stand in `results/warm.json`, with the size of the library.
Times are of this machine; only the ratios travel.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

# Before numpy, faiss and onnxruntime are loaded: each reads it once.
os.environ["OMP_NUM_THREADS"] = "1"
os.environ["OPENBLAS_NUM_THREADS"] = "1"
sys.path.insert(0, str(Path(__file__).parents[2]))

from machine import ROOT, commit, describe, product_differs

from embeddings.loading import load_encoder
from qa.answering.answerer import Answerer
from qa.encoding import open_encoder, open_span_reader
from qa.open_archive import open_archive

RESULTS = Path(__file__).parent / "results" / "warm.json"
WARMING = 5
"""How many questions are asked before the first that counts."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--questions", type=Path, required=True)
    parser.add_argument("--today", type=date.fromisoformat)
    parser.add_argument("--at-most", type=int, default=120)
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[-1:])
    with options.questions.open(encoding="utf-8") as file:
        questions = [json.loads(line)["question"] for line in file][: options.at_most]
    row = measure(options.library, questions, options.today)
    # Where libraries and questions lie on this machine is nobody's business.
    command = f"python {Path(__file__).resolve().relative_to(ROOT)} --library FOLDER --questions FILE"
    about = {
        "command": command,
        "commit": commit(),
        "dirty": product_differs(),
        **describe("onnxruntime", "faiss-cpu"),
    }
    old = json.loads(RESULTS.read_text(encoding="utf-8"))["rows"] if RESULTS.exists() else []
    rows = [each for each in old if each["passages"] != row["passages"]] + [row | about]
    RESULTS.write_text(json.dumps({"rows": sorted(rows, key=_passages)}, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(row) + "\n")


def _passages(row: dict[str, Any]) -> int:
    return int(row["passages"])


def measure(library: Path, questions: list[str], today: date | None) -> dict[str, Any]:
    """Return the medians of the ratios and milliseconds, by kind of question."""
    encoder = load_encoder()
    ratios, asked, encoded = (defaultdict[str, list[float]](list) for _ in range(3))
    with open_archive(library) as archive:
        with archive.snapshot() as view:
            passages = view.corpus().passages
        answerer = Answerer(archive, open_encoder, open_span_reader, today=today)
        for number, question in enumerate(questions):
            started = time.perf_counter()
            encoder.encode_query(question)
            between = time.perf_counter()
            kind = answerer.ask(question).understood.kind.value
            ended = time.perf_counter()
            if number >= WARMING:
                encoded[kind].append(1000 * (between - started))
                asked[kind].append(1000 * (ended - between))
                ratios[kind].append((ended - between) / (between - started))
    kinds = {
        kind: {
            "n": len(found),
            "median_ratio": round(statistics.median(found), 1),
            "p50_ms": round(statistics.median(asked[kind]), 1),
            "encoder_p50_ms": round(statistics.median(encoded[kind]), 2),
        }
        for kind, found in sorted(ratios.items())
    }
    return {"passages": passages, "kinds": kinds}


if __name__ == "__main__":
    main()
