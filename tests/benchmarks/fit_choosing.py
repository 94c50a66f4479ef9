"""Fit which words of earlier turns a follow-up means, and write qa/conversation/topics/word_choice.json.

    python tests/benchmarks/fit_choosing.py --sets DIR [--out FILE]

DIR holds the folder canard with its questions.jsonl: follow-up questions, the turns before them, and the words that
a person added so that they stand alone. Logistic regression over what `choosing.features` computes; the questions
are split by a hash of their subject in five, and what is printed is measured on the fifth that was left out. The
threshold is the lowest at which no more than `--words` words are added on average.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from qa.conversation.earlier.noun_phrases import lowered, phrases
from qa.conversation.topics.back_references import needs_context
from qa.conversation.topics.standalone import stand_alone
from qa.conversation.topics.word_choice import AskedFollowUp, ChoosingModel, features

FOLDS = 5
RIDGE = 1.0
HALF = 0.5
"""The share of a phrase's new words that a person added, from which on it counts as meant."""

Floats = NDArray[np.float64]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Example:
    values: dict[str, float]
    meant: bool
    fold: int


def turns_of(row: Row) -> list[tuple[str, str]]:
    history = row["history"]
    return list(zip(history[::2], [*history[1::2], ""], strict=False))


def fold_of(row: Row) -> int:
    return int(hashlib.sha256(row["subject"].encode()).hexdigest(), 16) % FOLDS


def examples(rows: list[Row]) -> list[Example]:
    found = []
    for row in rows:
        turns, asked = turns_of(row), AskedFollowUp.of(row["question"])
        met = phrases(turns)
        most = max((p.questions + p.answers for p in met if p.name), default=0)
        needed = {lowered(word) for word in row["needed_words"]}
        for phrase in met:
            if new := [word for word in phrase.words if word not in asked.words]:
                meant = sum(word in needed for word in new) / len(new) >= HALF
                found.append(Example(features(phrase, asked, most, len(turns)), meant, fold_of(row)))
    return found


def fit(given: list[Example], names: list[str]) -> tuple[Floats, float]:
    table = np.asarray([[each.values.get(name, 0.0) for name in names] for each in given])
    meant = np.asarray([float(each.meant) for each in given])

    def loss(w: Floats) -> tuple[float, Floats]:
        score = table @ w[:-1] + w[-1]
        value = (np.logaddexp(0, score) - meant * score).sum() + RIDGE * (w[:-1] @ w[:-1])
        miss = 1 / (1 + np.exp(-score)) - meant
        return float(value), np.append(miss @ table + 2 * RIDGE * w[:-1], miss.sum())

    found = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    return found[:-1], float(found[-1])


def measure(rows: list[Row], models: list[ChoosingModel]) -> dict[str, float]:
    """Return what the whole rewriting reaches, each question with the model of its fold."""
    needed = got = added = alone = left = 0
    for row in rows:
        told = stand_alone(row["question"], turns_of(row), models[fold_of(row)]).text
        after = set(re.findall(r"[\w’']+", told.casefold()))
        needed += len(row["needed_words"])
        got += sum(word in after for word in row["needed_words"])
        added += len(told.split()) - len(row["question"].split())
        if not row["needs_rewrite"]:
            alone += 1
            left += told == row["question"]
    return {
        "recovered": got / needed,
        "words added": added / len(rows),
        "left alone": left / alone,
        "rewritten": sum(needs_context(row["question"]) for row in rows) / len(rows),
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sets", type=Path, required=True)
    parser.add_argument("--words", type=float, default=4.5)
    parser.add_argument(
        "--out",
        type=Path,
        default=Path(__file__).parents[2] / "qa" / "conversation" / "topics" / "word_choice.json",
    )
    options = parser.parse_args()

    lines = (options.sets / "canard" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["history"]]
    given = examples(rows)
    names = sorted({name for each in given for name in each.values})
    fitted = [fit([each for each in given if each.fold != fold], names) for fold in range(FOLDS)]
    threshold = 0.5
    for step in range(30, 3, -1):
        threshold = step / 200
        models = [
            ChoosingModel(constant, threshold, dict(zip(names, weights, strict=True)))
            for weights, constant in fitted
        ]
        reached = measure(rows, models)
        print(threshold, {name: round(value, 3) for name, value in reached.items()}, flush=True)  # noqa: T201
        if reached["words added"] > options.words:
            threshold = (step + 1) / 200
            break
    weights, constant = fit(given, names)
    kept = {name: round(float(w), 3) for name, w in zip(names, weights, strict=True)}
    body = {"fitted_on": ["canard (CC BY-SA 4.0)"], "constant": round(constant, 4), "threshold": threshold}
    options.out.write_text(json.dumps({**body, "weights": kept}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
