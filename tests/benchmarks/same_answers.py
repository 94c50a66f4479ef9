"""The same questions of a library in a folder and of the same library on a server: is each answer the same to the byte?

    python tests/benchmarks/same_answers.py --work FOLDER SET...

SET is a folder with `articles.jsonl` and `questions.jsonl`. Each is indexed into a folder in `--work` (not again, if
it is there), moved to a PostgreSQL server that is started for this in a temporary folder, and asked both ways. Only
`corpus.generation` and `article.path` may differ. What is printed is kept in `results/same_answers.json`, beside what
is there of other sets. Run from the root of the repository.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from machine import commit, describe, product_differs
from question_sets import ROOT, TODAY

sys.path.insert(0, str(ROOT))
from tests.qa.server.node import Node, running

_RESULTS = Path(__file__).parent / "results" / "same_answers.json"
_SHOWN = 3
"""How many questions with different answers are named."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sets", nargs="+", type=Path)
    parser.add_argument("--work", required=True, type=Path)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    different = 0
    with running() as node:
        for each in options.sets:
            row = compared(each, options.work, node)
            different += row["different"]
            kept(each.name, row)
    sys.exit(bool(different))


def kept(name: str, row: dict[str, Any]) -> None:
    """Keep what was found of a set, in the place of what was found of it before."""
    about = {
        "command": f"python tests/benchmarks/same_answers.py --work FOLDER {name}",
        "commit": commit(),
        "dirty": product_differs(),
        "today": TODAY,
        **describe("psycopg"),
    }
    sets = json.loads(_RESULTS.read_text(encoding="utf-8"))["sets"] if _RESULTS.exists() else {}
    sets[name] = row | about
    result = {"questions": sum(each["questions"] for each in sets.values()), "sets": sets}
    _RESULTS.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(sets[name]) + "\n")
    sys.stdout.flush()


def compared(questions: Path, work: Path, node: Node) -> dict[str, Any]:
    """Ask all questions of a set both ways."""
    folder, address = work / questions.name, node.address(questions.name)
    if not folder.exists():
        qa("index", questions / "articles.jsonl", "--library", folder, "--quiet")
    moved = json.loads(qa("move", "--from", folder, "--to", address, "--json"))
    one, other = (asked(each, questions) for each in (folder, address))
    differ = [
        first["question"] for first, second in zip(one, other, strict=True) if same(first) != same(second)
    ]
    return {
        "articles": moved["articles"],
        "passages": moved["passages"],
        "questions": len(one),
        "different": len(differ),
        "of_those": differ[:_SHOWN],
    }


def asked(library: Path | str, questions: Path) -> list[dict[str, Any]]:
    """Return a library's answers to all questions of a set."""
    file = questions / "questions.jsonl"
    printed = qa("ask", "--questions", file, "--library", library, "--today", TODAY, "--json")
    return [json.loads(line) for line in printed.splitlines()]


def same(answer: dict[str, Any]) -> str:
    """Return an answer as text, without what may differ."""

    def without(value: Any) -> Any:
        if isinstance(value, list):
            return [without(each) for each in value]
        if not isinstance(value, dict):
            return value
        left_out = {"corpus": "generation", "article": "path"}
        return {
            key: without(
                {k: v for k, v in each.items() if k != left_out.get(key)} if isinstance(each, dict) else each
            )
            for key, each in value.items()
        }

    return json.dumps(without(answer), sort_keys=True)


def qa(*arguments: object) -> str:
    """Run the command line and return what it printed; a question without an answer is no failure."""
    with tempfile.TemporaryFile("w+") as said:
        done = subprocess.run(
            [sys.executable, "-m", "bots.terminal", *map(str, arguments)],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=said, text=True, check=False,
        )  # fmt: skip
        if done.returncode > 1:
            said.seek(0)
            raise RuntimeError(said.read())
    return done.stdout


if __name__ == "__main__":
    main()
