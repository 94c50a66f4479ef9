"""Ask every question set through the command line, score the answers, and keep the numbers.

    python tests/benchmarks/answers.py --sets DIR --work FOLDER [--only SET...] [--floor | --compare OLD.json]
    python tests/benchmarks/answers.py --floor | --compare OLD.json

A set is a folder in DIR with `questions.jsonl` and its articles: `articles.jsonl`, `.jsonl.gz` or a folder `articles`.
The yardsticks (`score.py`, `score_attributions.py`, `score_natural.py`, `score_talk.py` with `talk.py`) are looked for
in DIR, in its parent, and beside what links in DIR lead to; without any, `qa eval` measures. Libraries and answers are
kept in FOLDER: run again, the command goes on after the last set that the same code has finished. It refuses to
measure while the load average is above the number of cores, and keeps off one core itself. Rows of other sets stay as
they are.

`--only` measures some of the sets. `--floor` compares the results with the committed
ones, `--compare` with another file; both end with 1 if something fell by more than two questions of its kind.
`python tests/benchmarks/tables.py` writes the tables of the documents.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from asking import Desk
from floor import fallen
from machine import (
    ROOT,
    commit,
    describe,
    leave_a_core_free,
    load_now,
    product_differs,
    refuse_if_busy,
    usable_cores,
)
from question_sets import find_sets, fitted_sets, in_sample

RESULTS = Path(__file__).parent / "results" / "answers.json"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sets", type=Path, metavar="DIR")
    parser.add_argument("--work", type=Path, metavar="FOLDER")
    parser.add_argument("--only", nargs="+", metavar="SET")
    against = parser.add_mutually_exclusive_group()
    against.add_argument("--floor", action="store_true")
    against.add_argument("--compare", type=Path, metavar="OLD.json")
    options = parser.parse_args()
    if (options.sets is None) != (options.work is None) or (options.only and options.sets is None):
        parser.error("give --sets and --work together, and --only with them")
    if options.sets is None and not options.floor and options.compare is None:
        parser.error("give --sets and --work, or --floor, or --compare")

    if options.sets is not None:
        cores = usable_cores()
        refuse_if_busy(load_now(), cores)
        measure(options.sets.resolve(), options.work.resolve(), options.only, cores)
    if options.floor or options.compare is not None:
        old = options.compare.read_text(encoding="utf-8") if options.compare else committed()
        told = fallen(json.loads(old), json.loads(RESULTS.read_text(encoding="utf-8")))
        sys.stdout.write("".join(f"{line}\n" for line in told) or "Nothing fell.\n")
        raise SystemExit(1 if told else 0)


def measure(folder: Path, work: Path, only: list[str] | None, cores: int) -> None:
    """Measure sets one after the other, and write the results when all are done."""
    sets, left_out = find_sets(folder)
    for name in left_out:
        sys.stderr.write(f"{name} is left out: it has no articles.\n")
    chosen = [each for each in sets if only is None or each.name in only]
    unknown = set(only or ()) - {each.name for each in chosen}
    if unknown:
        raise SystemExit(f"No such set in the folder: {', '.join(sorted(unknown))}.")
    head = head_of_results(only)
    leave_a_core_free()
    desk = Desk(work, sets, cores)
    rows = {}
    for each in chosen:
        sys.stderr.write(f"{each.name}: asking {len(each.rows())} questions\n")
        rows[each.name] = desk.measure(each) | {"in_sample": in_sample(each, sets)}
    refuse_if_busy(load_now(), cores)
    RESULTS.write_text(json.dumps(head | {"sets": merged(rows)}, indent=1) + "\n", encoding="utf-8")
    sys.stderr.write(f"Written: {RESULTS.relative_to(ROOT)}\n")


def head_of_results(only: list[str] | None) -> dict[str, Any]:
    """Return what stands above the rows: by which command, code and machine the last run was made."""
    # Where sets and libraries lie on this machine is nobody's business.
    command = "python tests/benchmarks/answers.py --sets DIR --work FOLDER"
    return {
        "command": " ".join([command, *(["--only", *only] if only else [])]),
        "commit": commit(),
        "dirty": product_differs(),
        **describe("onnxruntime", "numpy", "faiss-cpu", "tokenizers"),
        "fitted_on": sorted(fitted_sets()),
    }


def merged(rows: dict[str, Any]) -> dict[str, Any]:
    """Return new rows, and beside them the old ones of sets that were not measured; each names its commit."""
    old = json.loads(RESULTS.read_text(encoding="utf-8"))["sets"] if RESULTS.exists() else {}
    return dict(sorted((old | rows).items()))


def committed() -> str:
    """Return the results as they were committed last."""
    name = RESULTS.relative_to(ROOT).as_posix()
    done = subprocess.run(
        ["git", "show", f"HEAD:{name}"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{name} is not committed yet: there is no floor.")
    return done.stdout


if __name__ == "__main__":
    main()
