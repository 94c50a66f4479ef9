"""Several archives in one library, against each of them alone: do the same questions still find their quotes?

    python tests/benchmarks/one_library.py --score score.py --work FOLDER SET...

SET is a folder with `articles.jsonl` (or `.jsonl.gz`) and, where it is to be scored, `questions.jsonl`. `--score` is
called as `score.py FOLDER ANSWERS --json` and prints the metrics; FOLDER holds a set's questions and the articles of
all sets, so that a quote from another set's article can be compared with it. Libraries and answers are kept in
`--work`, and are not made again. Run from the root of the repository; for 11,000 articles it takes half an hour of one
core.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from machine import describe

_RESULTS = Path(__file__).parent / "results" / "one_library.json"
_METRICS = (
    "quote@1", "quote@3", "coverage", "refusal", "precision", "false_speaker", "verbatim",
    "median_ms", "p95_ms", "cpu_ms", "memory_mb",
)  # fmt: skip
"""The last four are the cost: a question's wall time, what each took of a core, and the most memory."""

MAY_DIFFER = 0.03
"""Of quote@1 and quote@3; or two questions, whichever is more."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sets", nargs="+", type=Path)
    parser.add_argument("--score", required=True, type=Path)
    parser.add_argument("--work", required=True, type=Path)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)

    result = compare(options.sets, options.score, options.work)
    _RESULTS.write_text(json.dumps(result, indent=2) + "\n")
    sys.stdout.write(json.dumps(result, indent=2) + "\n")


def compare(sets: list[Path], score: Path, work: Path) -> dict[str, Any]:
    result = {
        "command": "python tests/benchmarks/one_library.py --score score.py --work FOLDER "
        + " ".join(folder.name for folder in sets)
    }
    result |= describe("onnxruntime", "numpy", "faiss-cpu")
    together = work / "together"
    started = time.monotonic()
    report = index(together, [articles_of(folder) for folder in sets])
    if report:
        result["indexing_seconds"] = round(time.monotonic() - started)
        (work / "together.json").write_text(json.dumps(report))
    report = json.loads((work / "together.json").read_text())
    result["articles"], result["passages"] = report["articles"], report["passages"]
    result["skipped"] = [
        f"{Path(each['path']).name} {each['id']}: {each['reason']}" for each in report["skipped"]
    ]
    rows = []
    judged = [with_all_articles(folder, sets, work / "judged") for folder in sets]
    for folder, judging in zip(sets, judged, strict=True):
        questions = folder / "questions.jsonl"
        if not questions.exists():
            continue
        alone = work / f"alone-{folder.name}"
        index(alone, [articles_of(folder)])
        found = {}
        for name, library in (("alone", alone), ("together", together)):
            answers = work / f"{folder.name}.{name}.ndjson"
            cost = ask(library, questions, answers)
            found[name] = scored(score, judging, answers) | cost
        rows.append(row_of(folder.name, found["alone"], found["together"]))
    result["sets"] = rows
    return result


def articles_of(folder: Path) -> Path:
    return next(path for name in ("articles.jsonl", "articles.jsonl.gz") if (path := folder / name).exists())


def index(library: Path, places: list[Path]) -> dict[str, Any]:
    """Return the report of indexing; nothing if the library was there."""
    if (library / "done").exists():
        return {}
    report: dict[str, Any] = json.loads(
        qa("--library", str(library), "--json", "-q", "index", *map(str, places))
    )
    (library / "done").touch()
    return report


def with_all_articles(folder: Path, sets: list[Path], judged: Path) -> Path:
    """Make a set that has one set's questions and the articles of all."""
    made = judged / folder.name
    made.mkdir(parents=True, exist_ok=True)
    with (made / "articles.jsonl").open("wb") as out:
        for each in sets:
            path = articles_of(each)
            opener = gzip.open if path.suffix == ".gz" else open
            with opener(path, "rb") as lines:
                out.writelines(line.rstrip(b"\n") + b"\n" for line in lines)
    for name in ("questions.jsonl", "attributions.jsonl"):
        if (folder / name).exists():
            (made / name).write_bytes((folder / name).read_bytes())
    return made


def ask(library: Path, questions: Path, answers: Path) -> dict[str, Any]:
    """Answer the questions, unless that was done; return what it cost, start of the program included."""
    measured = answers.with_suffix(".cost.json")
    if not answers.exists():
        started = last = time.monotonic()
        seconds = []
        arguments = ["--library", str(library), "ask", "--questions", str(questions), "--json"]
        command = [sys.executable, "-m", "bots.terminal", *arguments]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as asking:
            assert asking.stdout is not None
            lines = []
            for line in asking.stdout:
                lines.append(line)
                seconds.append(time.monotonic() - last)
                last = time.monotonic()
            _, status, usage = os.wait4(asking.pid, 0)
            asking.returncode = os.waitstatus_to_exitcode(status)
        if asking.returncode:
            raise SystemExit(f"`qa ask` ended with {asking.returncode}")
        answers.write_text("".join(lines))
        # The first question waits for the program and the model as well.
        seconds.sort()
        cost = {
            "median_ms": round(1000 * statistics.median(seconds)),
            "p95_ms": round(1000 * seconds[int(0.95 * (len(seconds) - 1))]),
            "cpu_ms": round(1000 * (usage.ru_utime + usage.ru_stime) / len(seconds)),
            "memory_mb": round(usage.ru_maxrss / 1024),
            "whole_seconds": round(last - started, 1),
        }
        measured.write_text(json.dumps(cost))
    found: dict[str, Any] = json.loads(measured.read_text())
    return found


def scored(score: Path, folder: Path, answers: Path) -> dict[str, Any]:
    command = [sys.executable, str(score), str(folder), str(answers), "--json"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def row_of(name: str, alone: dict[str, Any], together: dict[str, Any]) -> dict[str, Any]:
    asked = alone["answerable"]
    allowed = max(MAY_DIFFER, 2 / asked)
    row: dict[str, Any] = {"set": name, "answerable": asked, "unanswerable": alone["unanswerable"]}
    for metric in _METRICS:
        row[metric] = [alone[metric], together[metric]]
    row["holds"] = all(
        alone[metric] - together[metric] <= allowed + 1e-9 for metric in ("quote@1", "quote@3")
    )
    return row


def qa(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "bots.terminal", *arguments], check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout


if __name__ == "__main__":
    main()
