"""Several archives in one library, against each of them alone: do the same questions still find their quotes?

    python tests/benchmarks/one_library.py --score score.py --work FOLDER SET...

SET is a folder with `articles.jsonl` (or `.jsonl.gz`) and, where it is to be scored, `questions.jsonl`. `--score` is
called as `score.py SET ANSWERS --json` and prints the metrics. Libraries and answers are kept in `--work`, and are not
made again. Run from the root of the repository; for 11,000 articles it takes half an hour of one core.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from machine import describe

_RESULTS = Path(__file__).parent / "results" / "one_library.json"
_METRICS = ("quote@1", "quote@3", "coverage", "refusal", "precision", "false_speaker", "verbatim")

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
    for folder in sets:
        questions = folder / "questions.jsonl"
        if not questions.exists():
            continue
        alone = work / f"alone-{folder.name}"
        index(alone, [articles_of(folder)])
        answers = {}
        for name, library in (("alone", alone), ("together", together)):
            answers[name] = ask(library, questions, work / f"{folder.name}.{name}.ndjson", score, folder)
        rows.append(row_of(folder.name, answers["alone"], answers["together"]))
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


def ask(library: Path, questions: Path, answers: Path, score: Path, folder: Path) -> dict[str, Any]:
    if not answers.exists():
        text = qa("--library", str(library), "ask", "--questions", str(questions), "--json")
        answers.write_text(text)
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
