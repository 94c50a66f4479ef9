"""The models that multiply whole numbers of eight bits against the same ones in full precision, in turn, on one core.

    python tests/benchmarks/whole_numbers.py --sets DIR [--only SET...] [--texts 60]

A set is a folder in DIR with `articles.jsonl` and `questions.jsonl`. Its first questions are encoded and read with the
first 350 characters of an article that answers them, or of any; the first 700 characters of its articles are encoded
as passages. What is taken is the median processor time of a text, what cosine a vector has with that in full
precision, and by how many logits the reader's "this text answers" differs.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

# Before numpy and onnxruntime are loaded: it is read once.
os.environ["OMP_NUM_THREADS"] = "1"
sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np
from machine import describe

from embeddings.adaptation import SPAN_READER, adapted, unadapted
from embeddings.cache import cache_folders
from embeddings.export import export_in_full, exported, write_graph
from embeddings.model_files import ModelFolder, packaged_model
from embeddings.onnx import OnnxEncoder, span_scores
from embeddings.span_reader import SpanReader

RESULTS = Path(__file__).parent / "results" / "whole_numbers.json"
BLOCK = 20
SETS = ("squad", "clapnq", "natural_news", "rgb")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sets", type=Path, required=True)
    parser.add_argument("--only", nargs="+", default=SETS)
    parser.add_argument("--texts", type=int, default=60, help="of each set")
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[-1:])
    about = {
        "command": "python tests/benchmarks/whole_numbers.py --sets DIR",
        **describe("onnxruntime", "torch"),
    }
    pairs, passages = texts(options.sets, options.only, options.texts)
    result = about | compare(packaged_model(cache_folders(None)), pairs, passages)
    RESULTS.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(result, indent=1) + "\n")


def texts(sets: Path, names: Sequence[str], most: int) -> tuple[list[tuple[str, str]], list[str]]:
    """Return questions with a text each, and passages."""
    pairs, passages = [], []
    for name in names:
        articles, questions = (_rows(sets / name / f"{what}.jsonl") for what in ("articles", "questions"))
        by_id = {row["id"]: row["text"] for row in articles}
        passages += [row["text"][:700] for row in articles[:most]]
        for question, other in zip(questions[:most], articles, strict=False):
            text = next((by_id[id_] for id_ in question["article_ids"] if id_ in by_id), other["text"])
            pairs.append((question["question"], text[:350]))
    return pairs, passages


def _rows(file: Path) -> list[dict[str, Any]]:
    with file.open(encoding="utf-8") as opened:
        return [json.loads(line) for line in opened]


def compare(model: ModelFolder, pairs: Sequence[tuple[str, str]], passages: Sequence[str]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as scratch:
        full = OnnxEncoder(model, export_in_full(model.path, Path(scratch)))
        whole = OnnxEncoder(model, _exported(model, None))
        tokenizer = model.path / "tokenizer.json"
        whole_reader = SpanReader(tokenizer, span_scores(_exported(model, SPAN_READER)))
        full_reader = SpanReader(tokenizer, _in_full(model, Path(scratch)))
        questions = [question for question, _ in pairs]
        encoded = [_in_turn(full.encode_query, whole.encode_query, texts) for texts in (questions, passages)]
        read = _in_turn(
            lambda pair: full_reader.read(pair[0], [pair[1]])[0].answers,
            lambda pair: whole_reader.read(pair[0], [pair[1]])[0].answers,
            pairs,
        )
    result = {}
    for name, (times, results) in zip(("questions", "passages"), encoded, strict=True):
        cosines = [float(one @ other) for one, other in results]
        result[name] = times | {"cosine_mean": np.mean(cosines), "cosine_least": min(cosines)}
    changes = np.asarray([other - one for one, other in read[1]])
    spread = np.std([one for one, _ in read[1]])
    result["reader"] = read[0] | {
        "change_mean": changes.mean(), "size_of_change_mean": np.abs(changes).mean(),
        "size_of_change_greatest": np.abs(changes).max(), "spread_in_full": spread,
    }  # fmt: skip
    return {
        name: {key: round(float(number), 4) for key, number in row.items()} for name, row in result.items()
    }


def _exported(model: ModelFolder, adaptation: Path | None) -> Path:
    graph = exported(model, cache_folders(None), adaptation)
    if graph is None:
        raise SystemExit("The model cannot be exported on this machine.")
    return graph


def _in_full(model: ModelFolder, scratch: Path) -> Any:
    """Return the scoring function of the reader in full precision."""
    folder = scratch / "reader"
    folder.mkdir()
    return span_scores(write_graph(adapted(unadapted(model.path), SPAN_READER), "scores", folder))


def _in_turn(
    full: Callable[[Any], Any], whole: Callable[[Any], Any], inputs: Sequence[Any]
) -> tuple[dict[str, float], list[tuple[Any, Any]]]:
    """Run both on each input, twice; return median milliseconds of the faster runs, and what both gave.

    They take turns after a block of inputs: each finds its weights in the processor's cache, as where one of them runs.
    """
    spent: dict[str, list[float]] = {"full_ms": [], "whole_ms": []}
    results: dict[str, list[Any]] = {name: [] for name in spent}
    for first in range(0, len(inputs), BLOCK):
        block = inputs[first : first + BLOCK]
        best = {name: [np.inf] * len(block) for name in spent}
        found: dict[str, list[Any]] = {}
        for _ in range(2):
            for name, function in (("full_ms", full), ("whole_ms", whole)):
                found[name] = []
                for place, each in enumerate(block):
                    started = time.process_time()
                    found[name].append(function(each))
                    taken = 1000 * (time.process_time() - started)
                    best[name][place] = min(best[name][place], taken)
        for name in spent:
            spent[name] += best[name]
            results[name] += found[name]
    medians = {name: statistics.median(values) for name, values in spent.items()}
    row = {"n": len(inputs), **medians, "times_as_fast": medians["full_ms"] / medians["whole_ms"]}
    return row, list(zip(*results.values(), strict=True))


if __name__ == "__main__":
    main()
