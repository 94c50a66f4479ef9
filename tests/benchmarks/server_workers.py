"""Workers on a server, each pinned to one core: how much faster two take articles in than one does.

    python tests/benchmarks/server_workers.py --articles FOLDER [--at-most N] [--rounds N] [--alone | --folder]

The articles are filed in a library on a PostgreSQL server that is started for this on the same machine, in each round
once for one worker and once for two, in turn; with `--alone`, one process that is pinned too indexes them without
jobs. With `--folder`, in each round one process indexes them into a library in a folder, and one worker takes them in:
how many times the folder's time and CPU filing and taking in cost, with what the server's sessions used. The two take
turns of some seconds, in which the other is stopped, so that what else the machine does falls on both. The time
(`seconds`) runs from when each worker has found its library until all have ended, so it has the loading of the model
in it. The server is not pinned: with few cores it runs on those of the workers, also where there are two.

Where other work runs on the machine, workers get a share of their core that changes, and times say little: each is in
a session of its own, so that Linux gives two of them two shares. So there is also what each worker and all their
sessions in the server used of the CPU in that time (`cpu`, `sessions_cpu`), and how often, in so many `looks`, a
session was seen waiting in the server, and for what (`waits`). On cores of their own, one would take its CPU and its
session's, and two half of theirs if nobody waits: `by_cpu` is what comes of that. Kept in
`results/server_workers.json`, with the load.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import closing, suppress
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from machine import ROOT, commit, describe, product_differs

from qa.server.connections import connect, reading
from tests.qa.server.node import Node, running

RESULTS = Path(__file__).parent / "results" / "server_workers.json"
_COMMAND = [sys.executable, "-m", "bots.terminal"]
_TICK = 0.2
"""Seconds between two looks at where the time goes."""
_TURN = 3.0
"""Seconds of a turn."""
_SESSIONS = """
    SELECT pid, CASE WHEN wait_event_type <> 'Client' THEN wait_event_type || ' ' || wait_event END
    FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
"""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--at-most", type=int, default=300, help="files")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--alone", action="store_true", help="index them in one process, too")
    parser.add_argument("--folder", action="store_true", help="compare one worker with a library in a folder")
    options = parser.parse_args()
    before = os.getloadavg()
    with tempfile.TemporaryDirectory() as scratch, running() as node:
        folder = Path(scratch)
        for path in sorted(path for path in options.articles.rglob("*") if path.is_file())[: options.at_most]:
            shutil.copy(path, folder)
        row: dict[str, Any] = {"rounds": options.rounds}
        if options.folder:
            row["against_folder"] = [against_folder(node, folder, number) for number in range(options.rounds)]
            keep(row, before)
            return
        if options.alone:
            row["alone_seconds"] = round(indexed(node, folder), 1)
        found: dict[str, list[dict[str, Any]]] = {"one": [], "two": []}
        for number in range(options.rounds):
            # In turn, so that what else the machine does falls on both.
            for name, cores in sorted({"one": [number % 2], "two": [0, 1]}.items(), reverse=number % 2 == 1):
                schema = f"{name}_{number}"
                filed(node, folder, schema)
                found[name].append(worked(node, schema, cores))
        row |= found
        with reading(node.library("two_0")) as connection:
            row["passages"] = connection.totals[0]
            count = connection.execute("SELECT count(*) FROM versions WHERE current = 1").fetchone()
            row["articles"] = 0 if count is None else count[0]
    one, two = ([run["seconds"] for run in found[name]] for name in ("one", "two"))
    row["times_as_fast"] = round(median(one) / median(two), 2)
    undisturbed = {name: median(map(_undisturbed, runs)) for name, runs in found.items()}
    row["by_cpu"] = round(undisturbed["one"] / undisturbed["two"], 2)
    keep(row, before)


def keep(row: dict[str, Any], before: tuple[float, ...]) -> None:
    """Keep a row beside those of earlier runs, and print it."""
    row["load_before"] = [round(load, 1) for load in before]
    # Where the articles lie on this machine is nobody's business.
    command = f"python {Path(__file__).resolve().relative_to(ROOT)} --articles FOLDER"
    about = {"command": command, "commit": commit(), "dirty": product_differs(), **describe("psycopg")}
    old = json.loads(RESULTS.read_text(encoding="utf-8"))["rows"] if RESULTS.exists() else []
    RESULTS.write_text(json.dumps({"rows": [*old, row | about]}, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(row) + "\n")


def against_folder(node: Node, articles: Path, number: int) -> dict[str, Any]:
    """Index articles into a folder, and let one worker take them in; return times and CPU of both."""
    had, filing = _cpu_of_ended(), filed(node, articles, f"only_{number}")
    filing_cpu = _cpu_of_ended() - had
    with tempfile.TemporaryDirectory() as place:
        command = ["index", str(articles), "-q", "--library", str(Path(place) / "library")]
        turns = Turns(["taskset", "-c", "0", *_COMMAND, *command])
        worker = worked(node, f"only_{number}", [0], turns)
        clock, cpu = turns.finish()
    worker["seconds"] = round(turns.seconds_of_other, 1)
    return {
        "folder_seconds": round(clock, 1),
        "folder_cpu": round(cpu, 1),
        "filing_seconds": round(filing, 1),
        "filing_cpu": round(filing_cpu, 1),
        "worker": worker,
        # Loading the model is in both; only starting Python is not in the worker's.
        "times_the_folder": round((filing + worker["seconds"]) / clock, 2),
        "times_the_folder_by_cpu": round((filing_cpu + sum(worker["cpu"]) + worker["sessions_cpu"]) / cpu, 2),
    }


class Turns:
    """Lets a process run by turns with another one, and takes the time of each."""

    def __init__(self, command: list[str]) -> None:
        # In a session of its own: its readers stop with it.
        self._process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, start_new_session=True)
        self._signal(self._process, signal.SIGSTOP)
        self._seconds = self._cpu = self.seconds_of_other = self.cpu_of_other = 0.0

    def take(self, other: subprocess.Popen[str]) -> None:
        """Let this process run for a turn while the other one is stopped, and then the other one again."""
        if not self._cpu:
            self._signal(other, signal.SIGSTOP)
            self._signal(self._process, signal.SIGCONT)
            self._run(_TURN)
            self._signal(self._process, signal.SIGSTOP)
            self._signal(other, signal.SIGCONT)
        started, had = time.perf_counter(), _cpu_of_ended()
        with suppress(subprocess.TimeoutExpired):
            other.wait(_TURN)
            self.cpu_of_other = _cpu_of_ended() - had
        self.seconds_of_other += time.perf_counter() - started

    def finish(self) -> tuple[float, float]:
        """Let it run to its end; return the seconds in which it ran, and those of the CPU that it used."""
        self._signal(self._process, signal.SIGCONT)
        self._run(None)
        if self._process.returncode:
            raise SystemExit(f"A process that indexes ended with {self._process.returncode}.")
        return self._seconds, self._cpu

    def _run(self, seconds: float | None) -> None:
        started, had = time.perf_counter(), _cpu_of_ended()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)
            self._cpu = self._cpu or _cpu_of_ended() - had
        self._seconds += time.perf_counter() - started

    def _signal(self, process: subprocess.Popen[Any], number: signal.Signals) -> None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, number)


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


def worked(node: Node, schema: str, cores: list[int], turns: Turns | None = None) -> dict[str, Any]:
    """Let a worker on each of these cores take in all that waits; return how long that took, and on what.

    Args:
        turns: What the only worker takes turns with.
    """
    command = [*_COMMAND, "work", "--until-done", "--library", node.address(schema)]
    workers = [
        subprocess.Popen(
            ["taskset", "-c", str(core), *command],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        for core in cores
    ]
    for worker in workers:
        assert worker.stdout is not None
        worker.stdout.readline()
        # Read on, or a worker that has told much would wait for it.
        threading.Thread(target=worker.stdout.read, daemon=True).start()
    started, before = time.perf_counter(), [_cpu_of(worker.pid) for worker in workers]
    ended = dict.fromkeys(range(len(workers)), 0.0)
    used: dict[int, float] = {}
    sessions: dict[int, float] = {}
    waits: Counter[str] = Counter()
    looks = 0
    # Each look is a transaction of its own: what others do is shown as it was at the beginning of one.
    with closing(connect(node.library(schema))) as connection:
        while not all(ended.values()):
            for number, worker in enumerate(workers):
                if worker.poll() is None:
                    used[number] = _cpu_of(worker.pid) or used.get(number, 0.0)
                elif not ended[number]:
                    ended[number] = time.perf_counter() - started
            looks += 1
            for process, waits_for in connection.execute(_SESSIONS).fetchall():
                sessions[process] = _cpu_of(process) or sessions.get(process, 0.0)
                waits.update([waits_for] if waits_for else [])
            if turns is None:
                time.sleep(_TICK)
            else:
                turns.take(workers[0])
                used[0] = turns.cpu_of_other or used[0]
    for worker in workers:
        worker.wait()
        if worker.returncode:
            raise SystemExit(f"A worker ended with {worker.returncode}.")
    return {
        "seconds": round(max(ended.values()), 1),
        "cpu": [round(each - had, 1) for each, had in zip(used.values(), before, strict=True)],
        "sessions_cpu": round(sum(sessions.values()), 1),
        "waits": dict(waits),
        "looks": looks,
    }


def _cpu_of(process: int) -> float:
    """Return the seconds of the CPU that a process and its threads have used; 0 when it has ended."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _cpu_of_ended() -> float:
    """Return the seconds of the CPU that all processes used that this one started and that have ended."""
    used = os.times()
    return used.children_user + used.children_system


def _undisturbed(run: dict[str, Any]) -> float:
    """Return how long a run would take on cores of its own, if nobody waits for the other."""
    return float((sum(run["cpu"]) + run["sessions_cpu"]) / len(run["cpu"]))


def _timed(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
