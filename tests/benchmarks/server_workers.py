"""Workers on a server, each pinned to one core: how much faster two take articles in than one does.

    python tests/benchmarks/server_workers.py --articles FOLDER [--at-most N]

The articles are filed in a library on a PostgreSQL server that is started for this on the same machine, once for one
worker and once for two; beside them one process that is pinned too indexes them without jobs. The time runs from when
each worker has found its library until all have ended, so it has the loading of the model in it. The server is not
pinned: with few cores it runs on those of the workers, also where there are two, so the ratio is the least that
there is. Seconds of the CPU are all that the workers used from their start to their end. Kept in
`results/server_workers.json`, with the load: on a busy machine the times say nothing.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from machine import ROOT, commit, describe, product_differs

from qa.server.connections import reading
from tests.qa.server.node import Node, running

RESULTS = Path(__file__).parent / "results" / "server_workers.json"
_COMMAND = [sys.executable, "-m", "bots.terminal"]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--at-most", type=int, default=300, help="files")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch, running() as node:
        folder = Path(scratch)
        for path in sorted(path for path in options.articles.rglob("*") if path.is_file())[: options.at_most]:
            shutil.copy(path, folder)
        row: dict[str, Any] = {}
        row["index_seconds"] = round(indexed(node, folder), 1)
        row["filing_seconds"] = round(filed(node, folder, "one"), 1)
        row |= worked(node, "one", [0])
        filed(node, folder, "two")
        row |= worked(node, "two", [0, 1])
        with reading(node.library("two")) as connection:
            row["passages"] = connection.totals[0]
            count = connection.execute("SELECT count(*) FROM versions WHERE current = 1").fetchone()
            row["articles"] = 0 if count is None else count[0]
    row["times_as_fast"] = round(row["one_seconds"] / row["two_seconds"], 2)
    # Where the articles lie on this machine is nobody's business.
    command = f"python {Path(__file__).resolve().relative_to(ROOT)} --articles FOLDER"
    about = {"command": command, "commit": commit(), "dirty": product_differs(), **describe("psycopg")}
    old = json.loads(RESULTS.read_text(encoding="utf-8"))["rows"] if RESULTS.exists() else []
    RESULTS.write_text(json.dumps({"rows": [*old, row | about]}, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(row) + "\n")


def indexed(node: Node, folder: Path) -> float:
    """Return how long one process takes that reads, encodes and stores the articles by itself."""
    return _timed(
        ["taskset", "-c", "0", *_COMMAND, "index", str(folder), "-q", "--library", node.address("alone")]
    )


def filed(node: Node, folder: Path, schema: str) -> float:
    """File the articles for workers; return how long that took."""
    return _timed(
        [
            "taskset",
            "-c",
            "0",
            *_COMMAND,
            "index",
            str(folder),
            "-q",
            "--queue",
            "--library",
            node.address(schema),
        ]
    )


def worked(node: Node, schema: str, cores: list[int]) -> dict[str, float]:
    """Let a worker on each of these cores take in all that waits; return how long that took, and their CPU seconds."""
    command = [*_COMMAND, "work", "--until-done", "--library", node.address(schema)]
    workers = [
        subprocess.Popen(["taskset", "-c", str(core), *command], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for core in cores
    ]
    for worker in workers:
        assert worker.stdout is not None
        worker.stdout.readline()
    started, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    for worker in workers:
        worker.communicate()
        if worker.returncode:
            raise SystemExit(f"A worker ended with {worker.returncode}.")
    seconds, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {f"{schema}_seconds": round(seconds, 1), f"{schema}_cpu_seconds": round(used, 1)}


def _timed(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
