"""Measure follow-ups: articles found at the last turn (mtrag), words recovered for reading alone (canard).

    python tests/benchmarks/conversation.py MTRAG CANARD [--library DIR] [--out FILE]

MTRAG and CANARD are folders with questions.jsonl (`question`, `history`), the first with articles.jsonl and
`article_ids`, the second with `needed_words` and `needs_rewrite`. For mtrag three ways are measured: the question
alone, with the previous question in front, and in its conversation. Numbers of canard on the questions that the
coefficients were fitted on flatter; `fit_choosing.py` prints those of questions left out.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from machine import describe

from qa.answering.answerer import Answerer
from qa.answers import Answer
from qa.conversation.earlier.turns import Conversation
from qa.conversation.followups import follow
from qa.encoding import open_encoder
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.open_archive import open_answerer
from qa.speakers.known import ListedSpeakers
from qa.understanding.understand import understand

Row = dict[str, Any]
NOBODY = ListedSpeakers(())


def rows_of(folder: Path) -> list[Row]:
    lines = (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def found_at(answer: Answer, row: Row) -> int | None:
    """The place of the first quote from an article of the gold."""
    gold = set(row["article_ids"])
    places = ({quote.version.article.id, *quote.also_in} for quote in answer.quotes)
    return next((place for place, ids in enumerate(places) if ids & gold), None)


def shares(ranks: list[int | None]) -> dict[str, float]:
    first = sum(rank == 0 for rank in ranks) / len(ranks)
    among = sum(rank is not None and rank < 3 for rank in ranks) / len(ranks)
    return {"first": round(first, 4), "among three": round(among, 4)}


def measure_finding(answerer: Answerer, rows: list[Row]) -> dict[str, object]:
    asked = [row for row in rows if row["answerable"]]
    ways: dict[str, Callable[[Row], Answer]] = {
        "alone": lambda row: answerer.ask(row["question"]),
        "previous question in front": lambda row: answerer.ask(
            " ".join([*row["history"][::2][-1:], row["question"]])
        ),
        "in its conversation": lambda row: answerer.ask(
            row["question"], conversation=Conversation.of(row["history"])
        ),
    }
    measured: dict[str, object] = {"questions": len(asked)}
    for name, ask in ways.items():
        measured[name] = shares([found_at(ask(row), row) for row in asked])
    return measured


def measure_reading_alone(rows: list[Row]) -> dict[str, object]:
    from datetime import date

    def read(text: str) -> Any:
        return understand(text, today=date(2025, 1, 1), speakers=NOBODY, sources=())

    needed = got = added = followed = alone = left = 0
    for row in rows:
        told = follow(row["question"], Conversation.of(row["history"]), read, NOBODY).understood.standalone
        words = set(re.findall(r"[\w’']+", told.casefold()))
        needed += len(row["needed_words"])
        got += sum(word in words for word in row["needed_words"])
        if row["history"]:
            followed += 1
            added += len(told.split()) - len(row["question"].split())
            if not row["needs_rewrite"]:
                alone += 1
                left += told == row["question"]
    return {
        "questions": len(rows),
        "with a history": followed,
        "needed words recovered": round(got / needed, 4),
        "words added, of those with a history": round(added / followed, 2),
        "left alone that need nothing": round(left / alone, 4),
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("mtrag", type=Path)
    parser.add_argument("canard", type=Path)
    parser.add_argument("--library", type=Path, help="Of mtrag's articles; made if it is not there.")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / "results" / "conversation.json")
    options = parser.parse_args()

    with tempfile.TemporaryDirectory() as scratch:
        library = options.library or Path(scratch) / "library"
        if not (library / "library.db").exists():
            request = IndexRequest((options.mtrag / "articles.jsonl",))
            update(library, request, encoder_factory=lambda: open_encoder(None))
        result = describe("numpy") | {
            "mtrag": measure_finding(open_answerer(library), rows_of(options.mtrag)),
            "canard": measure_reading_alone(rows_of(options.canard)),
        }
    options.out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(result, indent=1))  # noqa: T201


if __name__ == "__main__":
    main()
