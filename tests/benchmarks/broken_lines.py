"""The same articles with a line for each paragraph, and with lines broken to a width: is each answer the same?

    python tests/benchmarks/broken_lines.py --work FOLDER SET...

SET is a folder with `articles.jsonl` and `questions.jsonl`. Its articles are indexed as they are and with every line
broken at the last space before the 73rd character, as mail and agency copy have theirs (not again, if they are in
`--work`), and asked both ways. Compared are how each answer ends and, but for line breaks, its first quote and who says
that. What is printed is kept in `results/broken_lines.json`. Run from the root of the repository.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from machine import ROOT, commit, describe, product_differs
from question_sets import TODAY

_RESULTS = Path(__file__).parent / "results" / "broken_lines.json"
_WIDTH = 72


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sets", nargs="+", type=Path)
    parser.add_argument("--work", required=True, type=Path)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    sets = {each.name: compared(each, options.work) for each in options.sets}
    result = {
        "command": f"python tests/benchmarks/broken_lines.py --work FOLDER {' '.join(sets)}",
        "commit": commit(),
        "dirty": product_differs(),
        "today": TODAY,
        **describe("onnxruntime", "faiss-cpu"),
        "sets": sets,
    }
    _RESULTS.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(sets, indent=1) + "\n")


def compared(asked: Path, work: Path) -> dict[str, int]:
    """Ask all questions of a set of both archives; return for how many each part of the answer is the same."""
    broken = work / f"{asked.name}.jsonl"
    broken.write_text("\n".join(with_broken_lines(asked / "articles.jsonl")), encoding="utf-8")
    answers = []
    for name, articles in ((asked.name, asked / "articles.jsonl"), (f"{asked.name}_broken", broken)):
        qa("index", articles, "--library", work / name, "--quiet")
        answers.append([parts(row) for row in rows_of(work / name, asked / "questions.jsonl")])
    same: Counter[str] = Counter(questions=len(answers[0]))
    for one, other in zip(*answers, strict=True):
        same.update({part: int(one[part] == other[part]) for part in one})
        same["all"] += one == other
    return dict(same)


def with_broken_lines(articles: Path) -> Iterator[str]:
    """Yield the lines of a file of articles, with each line of each text broken to the width."""
    for row in map(json.loads, articles.read_text(encoding="utf-8").splitlines()):
        lines = (
            textwrap.wrap(line, _WIDTH, break_long_words=False, break_on_hyphens=False) or [""]
            for line in row["text"].split("\n")
        )
        yield json.dumps(row | {"text": "\n".join("\n".join(each) for each in lines)})


def parts(answer: dict[str, Any]) -> dict[str, str | None]:
    """Return what is compared of an answer: how it ends, its first quote and who says it."""
    first = next(iter(answer["quotes"]), None)
    return {
        "outcome": answer["outcome"],
        "quote": " ".join(first["text"].split()) if first else None,
        "speaker": first["speaker"] if first else None,
    }


def rows_of(library: Path, questions: Path) -> Sequence[dict[str, Any]]:
    printed = qa("ask", "--questions", questions, "--library", library, "--today", TODAY, "--json")
    return [json.loads(line) for line in printed.splitlines()]


def qa(*arguments: str | Path) -> str:
    command = [sys.executable, "-m", "bots.terminal", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1, 3):  # 1: no answer; 3: something was left out
        raise SystemExit(f"{command} ended with {done.returncode}:\n{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    main()
