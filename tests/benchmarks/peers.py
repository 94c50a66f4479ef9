"""This project beside others of its kind: the same articles, the same model, the same machine, in one run.

    python tests/benchmarks/peers.py --sets DIR --work FOLDER --python NAME=PATH... -- SET...

The others are no dependencies of this project. Each needs a virtual environment of its own outside the repository
(haiku.rag with Python 3.12 or newer), and `--python` says where; without one, the error names the versions that this
was run with. The plain script uses the environment of this program. SET is a folder in DIR, as for `answers.py`; the
articles of all sets go into one library.

All of them get the packaged model, from its folder (torch) or exported in full precision (onnxruntime), and but for
this project the same passages, made beforehand: its own, title in front. What each runs stands in `peer_sides.py`.
Each step is a process of its own, the systems take turns, and processor time stands beside the clock's, since others
may compete. Of a peer's first passage the sentence nearest to the question counts (`peer_quality.py`); this project
shows its first quote, whatever the outcome. What is measured is kept in FOLDER, so that the command goes on where it
stopped. Run from the root of the repository; the result is `results/peers.json`.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from machine import ROOT, commit, describe, load_now, product_differs

_RESULTS = Path(__file__).parent / "results" / "peers.json"
_SIDES = Path(__file__).parent / "peer_sides.py"
_QUALITY = Path(__file__).parent / "peer_quality.py"
_VERSIONS = {
    "txtai": ("txtai==9.14.0",),
    "chromadb": ("chromadb==1.5.9", "onnxruntime", "tokenizers"),
    "lancedb": ("lancedb==0.40.0", "onnxruntime", "tokenizers"),
    "haiku": ("haiku.rag-slim==0.101.1", "onnxruntime", "tokenizers"),
}
"""What was installed into the peers' environments when this was run; the peer's own package first."""
_PYTHONS = {"haiku": "python3.12"}
"""The least Python of a peer that needs a newer one than this program."""
_INDEXED = ("onrecord", "script", "txtai", "chromadb", "lancedb", "haiku")
_ASKED = {"lancedb text": "lancedb", "lancedb both": "lancedb"}
"""Further ways of asking, by whose index they use."""
_COLD = "Why did the company cut jobs?"


class Taken(NamedTuple):
    """What a process took to its end."""

    wall: float
    cpu: float
    peak_mb: float


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sets", nargs="+", metavar="SET")
    parser.add_argument("--sets", dest="folder", type=Path, required=True, metavar="DIR")
    parser.add_argument("--work", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--python", nargs="+", default=[], metavar="NAME=PATH")
    parser.add_argument("--at-most", type=int, default=120, help="Answerable questions of each set.")
    parser.add_argument("--rounds", type=int, default=2, help="How often each indexes.")
    parser.add_argument("--cold", type=int, default=3, help="How often each is asked in a new process.")
    options = parser.parse_args()
    pythons = dict(each.partition("=")[::2] for each in options.python)
    for name in _VERSIONS:
        require(name, pythons.get(name))
    options.work.mkdir(parents=True, exist_ok=True)
    result = compare(options, pythons)
    _RESULTS.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(result) + "\n")


def require(name: str, python: str | None) -> None:
    """End the program with what to do, if there is no Python with a peer installed."""
    if python is None or shutil.which(python) is None or not _version(name, python):
        raise SystemExit(
            f"{python or 'No Python given'}: {name} is not there. Make an environment outside the repository and name "
            f"its Python:\n  {_PYTHONS.get(name, 'python')} -m venv FOLDER"
            f" && FOLDER/bin/pip install {' '.join(_VERSIONS[name])}\n"
            f"  python tests/benchmarks/peers.py --python {name}=FOLDER/bin/python ..."
        )


def compare(options: argparse.Namespace, pythons: Mapping[str, str]) -> dict[str, Any]:
    work = options.work.resolve()
    sets = [str(options.folder.resolve()), str(options.at_most), *options.sets]
    if not (work / "model.json").exists():
        taken(_own(str(_QUALITY), "prepare", str(work), *sets))
    steps = _Steps(work / "steps.json")
    for turn in range(options.rounds):
        for name in _INDEXED:
            if steps.lacks(name, "index", turn):
                shutil.rmtree(work / name, ignore_errors=True)
                steps.keep(name, "index", taken(_index(name, work, pythons)))
    asked = [*_INDEXED, *_ASKED]
    for turn in range(options.cold):
        for name in asked:
            if steps.lacks(name, "cold", turn):
                steps.keep(name, "cold", taken(_ask(name, work, pythons)))
    for name in asked:
        if steps.lacks(name, "warm", 0):
            answers = work / f"{name}.answers"
            steps.keep(name, "warm", taken(_side(name, "warm", work, pythons), answers))
    output = work / "judged.json"
    taken(_own(str(_QUALITY), "judge", str(work), *sets), output)
    judged = json.loads(output.read_text(encoding="utf-8"))
    return {
        "command": "python tests/benchmarks/peers.py --sets DIR --work FOLDER --python NAME=PATH... "
        f"--at-most {options.at_most} --rounds {options.rounds} --cold {options.cold} -- {' '.join(options.sets)}",
        "commit": commit(),
        "dirty": product_differs(),
        **describe("onnxruntime", "faiss-cpu", "torch", "sentence-transformers"),
        "peers": {_package(name): _version(name, pythons[name]) for name in _VERSIONS},
        "load_range": [min(steps.loads), max(steps.loads)],
        "articles": _lines(work / "articles.jsonl"),
        "passages": _lines(work / "passages.jsonl"),
        "cold_question": _COLD,
        "systems": {
            name: _row(steps.of(name), work / f"{name}.answers")
            | {"disk_mb": _disk(work / _ASKED.get(name, name)), "quality": judged[name]}
            for name in asked
        },
    }


class _Steps:
    """What was measured, kept after each step: run again, the command goes on."""

    def __init__(self, path: Path) -> None:
        self._path = path
        kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
        self._rows: list[tuple[str, str, list[float]]] = [tuple(row) for row in kept]

    @property
    def loads(self) -> list[float]:
        """The load average after each."""
        return [row[2][-1] for row in self._rows]

    def of(self, name: str) -> dict[str, list[Taken]]:
        found: dict[str, list[Taken]] = defaultdict(list)
        for each, act, (wall, cpu, peak, _) in self._rows:
            if each == name:
                found[act].append(Taken(wall, cpu, peak))
        return found

    def lacks(self, name: str, act: str, turn: int) -> bool:
        return len(self.of(name)[act]) <= turn

    def keep(self, name: str, act: str, took: Taken) -> None:
        self._rows.append((name, act, [round(number, 2) for number in (*took, load_now())]))
        self._path.write_text(json.dumps(self._rows), encoding="utf-8")


def _lines(path: Path) -> int:
    return path.read_text(encoding="utf-8").count("\n")


def taken(command: Sequence[str], output: Path | None = None) -> Taken:
    """Run a program to its end, and return what it took; its output goes to a file where one is given."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    # A peer sees nothing of this repository.
    environment |= {"HF_HUB_OFFLINE": "1", "PYTHONPATH": str(ROOT) if command[0] == sys.executable else ""}
    log = (output or Path(os.devnull)).open("wb")
    with log, subprocess.Popen(command, stdout=log, stderr=subprocess.PIPE, env=environment) as running:
        started = time.perf_counter()
        assert running.stderr is not None
        said = running.stderr.read()
        _, status, usage = os.wait4(running.pid, 0)
        seconds = time.perf_counter() - started
        running.returncode = os.waitstatus_to_exitcode(status)
    # 1: this project found no answer, which takes as long.
    if running.returncode not in (0, 1) or (running.returncode and "bots.terminal" not in command):
        raise SystemExit(f"{command} ended with {running.returncode}:\n{said.decode(errors='replace')}")
    return Taken(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _own(*arguments: str) -> list[str]:
    return [sys.executable, *arguments]


def _side(name: str, act: str, work: Path, pythons: Mapping[str, str], *rest: str) -> list[str]:
    python = pythons.get(_ASKED.get(name, name), sys.executable)
    return [python, str(_SIDES), name, act, str(work), *rest]


def _index(name: str, work: Path, pythons: Mapping[str, str]) -> list[str]:
    if name == "onrecord":
        library = ["--library", str(work / name), "--quiet"]
        return _own("-m", "bots.terminal", *library, "index", str(work / "articles.jsonl"))
    return _side(name, "index", work, pythons)


def _ask(name: str, work: Path, pythons: Mapping[str, str]) -> list[str]:
    if name == "onrecord":
        return _own("-m", "bots.terminal", "--library", str(work / name), "ask", _COLD)
    return _side(name, "ask", work, pythons, _COLD)


def _row(steps: Mapping[str, Sequence[Taken]], answers: Path) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for step in ("index", "cold"):
        runs = steps[step]
        if runs:
            row[step] = {
                key: round(statistics.median(getattr(run, key) for run in runs), 2) for key in Taken._fields
            } | {"runs": [list(run) for run in runs]}
    told = [json.loads(line) for line in answers.read_text(encoding="utf-8").splitlines()]
    row["warm"] = {
        "n": len(told),
        "wall_ms": round(statistics.median(each["wall_ms"] for each in told), 1),
        "cpu_ms": round(statistics.median(each["cpu_ms"] for each in told), 1),
        "peak_mb": round(steps["warm"][0].peak_mb),
    }
    return row


def _disk(folder: Path) -> float:
    """Return the megabytes of all files in a folder."""
    return round(sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 2**20, 2)


def _package(name: str) -> str:
    return _VERSIONS[name][0].partition("==")[0]


def _version(name: str, python: str) -> str:
    """Return the version of a peer's package that a Python has; nothing if it has none."""
    # The metadata are read and nothing is run: some packages say something when they are imported.
    look = f"from importlib.metadata import version; print(version({_package(name)!r}))"
    return subprocess.run([python, "-c", look], check=False, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    main()
