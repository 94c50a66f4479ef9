"""Warm answers against the time that the packaged encoder takes for the same question, in turn, on one core.

    python tests/benchmarks/warm.py --library FOLDER --questions FILE... [--today DATE] [--at-most N]

FILE has a JSON object a line with a `question`; those with a `history` are left out. N of each file are taken. Each
question is encoded by the packaged model, in fp32 and on one thread, and then asked of the library, with the model and
the reader loaded and the first few questions left out. What is taken is the processor time of the whole process, since
others may compete; the clock's is given beside it. For each kind of question (content, said, who_said) the median of
the ratios stands in `results/warm.json`, and what each stage takes, with the size of the library and the memory of the
process after all questions, without what the compared model takes. Times are of this machine; only the ratios travel.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

# Before numpy, faiss and onnxruntime are loaded: each reads it once.
os.environ["OMP_NUM_THREADS"] = "1"
os.environ["OPENBLAS_NUM_THREADS"] = "1"
sys.path.insert(0, str(Path(__file__).parents[2]))

from answer_stages import REST, Stages
from machine import ROOT, commit, describe, load_now, product_differs

from embeddings.cache import cache_folders
from embeddings.export import export_in_full
from embeddings.model_files import packaged_model
from embeddings.onnx import OnnxEncoder
from qa.answering.answerer import Answerer
from qa.encoding import open_encoder, open_span_reader
from qa.language.patterns import keep_compiled
from qa.open_archive import open_archive

RESULTS = Path(__file__).parent / "results" / "warm.json"
WARMING = 10
"""How many questions are asked before the first that counts."""
_SEED = 20261127


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--questions", type=Path, nargs="+", required=True)
    parser.add_argument("--today", type=date.fromisoformat)
    parser.add_argument("--at-most", type=int, default=30, help="Of each file.")
    options = parser.parse_args()
    keep_compiled()  # as `qa serve` does: with what earlier runs compiled
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[-1:])
    row = measure(options.library, chosen(options.questions, options.at_most), options.today)
    # Where libraries and questions lie on this machine is nobody's business.
    about = {
        "command": f"python {Path(__file__).resolve().relative_to(ROOT)} --library FOLDER --questions FILE...",
        "data": f"questions of {', '.join(path.parent.name for path in options.questions)}",
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


def chosen(files: Sequence[Path], of_each: int) -> list[str]:
    """Return so many questions of each file, in one random order that stays the same."""
    random_order = random.Random(_SEED)
    found: list[str] = []
    for path in files:
        with path.open(encoding="utf-8") as file:
            rows = [json.loads(line) for line in file]
        alone = [row["question"] for row in rows if not row.get("history")]
        found += random_order.sample(alone, min(of_each, len(alone)))
    random_order.shuffle(found)
    return found


def in_full_precision() -> OnnxEncoder:
    """Return the packaged model as others run it: the program's own multiplies whole numbers."""
    model = packaged_model(cache_folders(None))
    with tempfile.TemporaryDirectory() as scratch:
        return OnnxEncoder(model, export_in_full(model.path, Path(scratch)), threads=1)


def measure(library: Path, questions: list[str], today: date | None) -> dict[str, Any]:
    """Return the medians of the ratios and milliseconds, and the means of the stages, by kind of question."""
    before = private_megabytes()
    encoder = in_full_precision()
    compared = private_megabytes() - before
    taken: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
    spent: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    load = load_now()
    with open_archive(library) as archive, Stages() as stages:
        with archive.snapshot() as view:
            corpus = view.corpus()
        answerer = Answerer(archive, open_encoder, open_span_reader, today=today)
        for number, question in enumerate(questions):
            started = time.process_time()
            encoder.encode_query(question)
            encoded = time.process_time() - started
            stages.clear()
            clock, started = time.perf_counter(), time.process_time()
            kind = answerer.ask(question).understood.kind.value
            asked = time.process_time() - started
            if number >= WARMING:
                taken[kind].append((asked, encoded, time.perf_counter() - clock))
                for name, seconds in stages.of(asked).items():
                    spent[kind][name] += seconds
    return {
        "articles": corpus.articles,
        "passages": corpus.passages,
        "load": [round(load, 1), round(load_now(), 1)],
        "private_megabytes": private_megabytes() - compared,
        "kinds": {kind: _summary(found, spent[kind]) for kind, found in sorted(taken.items())},
    }


def private_megabytes() -> int:
    """Return the memory that is this process's alone, without pages of files that it reads. For Linux."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return round(sum(int(line.split()[1]) for line in lines if line.startswith("Private_Dirty:")) / 1000)


def _summary(taken: Sequence[tuple[float, float, float]], spent: dict[str, float]) -> dict[str, Any]:
    asked, encoded, clock = ([1000 * each for each in column] for column in zip(*taken, strict=True))
    ratios = sorted(one / other for one, other in zip(asked, encoded, strict=True))
    stages = sorted(spent.items(), key=lambda each: (each[0] == REST, -each[1]))
    return {
        "n": len(taken),
        "median_ratio": round(statistics.median(ratios), 1),
        "p95_ratio": round(ratios[int(0.95 * len(ratios))], 1),
        "p50_ms": round(statistics.median(asked), 1),
        "encoder_p50_ms": round(statistics.median(encoded), 2),
        "clock_p50_ms": round(statistics.median(clock), 1),
        "mean_ms": round(statistics.mean(asked), 1),
        "mean_ms_of_stages": {name: round(1000 * seconds / len(taken), 2) for name, seconds in stages},
    }


if __name__ == "__main__":
    main()
