"""Choose from which confidence on an answer "may answer": the threshold `unsure` of qa/ranking/confidence_*.json.

    python tests/benchmarks/fit_unsure.py --sets DIR --answers FOLDER

DIR holds the folders of the sets that thresholds may be fitted to (those of fit_ranking.py), FOLDER their answers as
`answers.py` keeps them, `SET.ndjson`. For each kind of question it prints, step by step, how many of the questions
without an answer would end as unsure, and how many of the answerable ones with what was nearest. Chosen is the lowest
step at which no set has more than a quarter of the former. It writes nothing.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from fit_ranking import LICENCES

STEPS = {"said": (0.03, 0.06, 0.09, 0.12), "content": (0.15, 0.2, 0.25, 0.3, 0.35)}
MOST = 0.25
LEAST_QUESTIONS = 10


def rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def unsure(answer: Mapping[str, Any], step: float) -> bool:
    """Return whether an answer would end as unsure at a step; one that answers stays what it is."""
    return answer["outcome"] not in ("answered", "meta") and answer["confidence"] >= step


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sets", type=Path, required=True)
    parser.add_argument("--answers", type=Path, required=True)
    options = parser.parse_args()
    for kind, steps in STEPS.items():
        worst = dict.fromkeys(steps, 0.0)
        for name in sorted(LICENCES):
            questions = {row["id"]: row for row in rows(options.sets / name / "questions.jsonl")}
            answers = [
                answer
                for answer in rows(options.answers / f"{name}.ndjson")
                if answer["understood"]["kind"] == kind
            ]
            lacking = [each for each in answers if not questions[each["id"]]["answerable"]]
            having = [each for each in answers if questions[each["id"]]["answerable"]]
            for step in steps:
                asked, found = (sum(unsure(each, step) for each in some) for some in (lacking, having))
                if len(lacking) >= LEAST_QUESTIONS:
                    worst[step] = max(worst[step], asked / len(lacking))
                sys.stdout.write(
                    f"{kind} {step:.2f} {name}: {asked} of {len(lacking)} without an answer, "
                    f"{found} of {len(having)} with one\n"
                )
        chosen = next((step for step in steps if worst[step] <= MOST), steps[-1])
        sys.stdout.write(f"{kind}: {chosen}\n")


if __name__ == "__main__":
    main()
