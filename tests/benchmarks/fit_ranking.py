"""Fit the coefficients of ranking and confidence, and write them as the small readable files that the program uses.

    python tests/benchmarks/fit_ranking.py --sets DIR [--out FOLDER]

DIR holds the folders gum_news, multihop_rag, clapnq and squad, each with articles.jsonl and questions.jsonl in the
form that `qa eval` reads. Nothing in the product or its tests needs them.

Ranking is a linear model over `qa.ranking.features.ALL_NAMES`, fitted listwise: the softmax over a question's
candidate spans, any right span counting as right. Sets weigh the same whatever their size, but for gum_news, which has
13 articles and weighs a twentieth. The weights of a speaker's own words are not fitted: there is too little to fit
them on. They follow the tiers (own words about the topic, own words near it, never another's), and their scale was
chosen on gum_news: of 2, 3, 4 and 5, three was best.

Confidence is logistic, one model for questions about somebody's words (gum_news) and one for all others, with the sign
of every coefficient fixed by what the feature means and strong shrinkage. The shrinkage of the first, the features
left out of it and both thresholds are given here, not fitted: they were chosen with six sets in view, two of which
(polnear, rgb) serve only to measure. docs/evaluation.md says what that means for their numbers.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from qa import endings
from qa.answering import Answerer, Considered, open_answerer
from qa.datatypes import Scope
from qa.encoding import open_encoder
from qa.evaluation.matching import covers
from qa.indexing import update
from qa.ranking.features import ALL_NAMES
from qa.ranking.features import NAMES as GENERAL
from qa.ranking.selecting import select
from qa.ranking.speaking import NAMES as SPEAKING
from qa.reports import IndexRequest
from qa.store import Library

Floats = NDArray[np.float64]

LICENCES = {
    "gum_news": "CC BY 2.5, CC BY 4.0",
    "multihop_rag": "ODC-BY 1.0",
    "clapnq": "Apache-2.0, CC BY-SA 3.0",
    "squad": "CC BY-SA 4.0",
}
WEIGHTS = {"gum_news": 0.05, "multihop_rag": 1.0, "clapnq": 1.0, "squad": 1.0}
CONTENT = ("multihop_rag", "clapnq", "squad")
SAID = ("gum_news",)
SCALE = 3.0
TIERS = {
    "own_share": 1.5, "own_confidence": 2.0, "own_quoted": 0.3, "own_whole": 0.3, "about_in_own": 3.0,
    "about_near_own": 1.0, "maybe_share": 1.0, "other_share": -2.0, "named_inside": 0.5, "named_first": 0.7,
    "named_before": 0.3,
}  # fmt: skip
NEGATIVE = {"unknown_share", "numbers_lacking", "type_lacks", "negation_differs", "other_share_top"}
FREE = {"terms"}
# "Whether anybody is quoted at all" tells the 127 questions of gum_news apart by chance, not by sense.
UNUSED_WHERE_SAID = {"own_any", "own_or_maybe_any", "terms"}
RIDGE = 3e-3
SHRINK = {"confidence_content": 3e-2, "confidence_said": 3e-1}
# The least confidence that counts as an answer: coverage of 0.9 and a refusal of 0.6, as a mean over the sets.
THRESHOLDS = {"confidence_content": 0.38, "confidence_said": 0.335}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a set, what was considered for it, and which candidate spans are right, shape (n,)."""

    row: Mapping[str, Any]
    considered: Considered
    right: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Fitted:
    means: Floats
    scales: Floats
    weights: Floats
    constant: float = 0.0


def ask_all(folder: Path, scratch: Path) -> list[Asked]:
    library = scratch / folder.name
    update(library, IndexRequest(places=(folder / "articles.jsonl",)), encoder_factory=open_encoder)
    answerer: Answerer = open_answerer(library, today=date(2026, 11, 24))
    asked = []
    with Library.open(library) as opened, opened.snapshot() as snapshot:
        for line in (folder / "questions.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            considered = answerer.consider(snapshot, answerer.understand(row["question"], snapshot), Scope())
            asked.append(Asked(row, considered, _right(row, considered)))
    return asked


def _right(row: Mapping[str, Any], considered: Considered) -> NDArray[np.bool_]:
    retrieved, found = considered.retrieved, considered.found
    right = np.zeros(len(found.starts), bool)
    if row["answerable"]:
        for at in range(len(right)):
            article = retrieved.versions[retrieved.passages[int(found.passage[at])].version_key].article
            text = article.text[int(found.starts[at]) : int(found.ends[at])]
            right[at] = article.id in row["article_ids"] and covers(text, row["answers"])
    return right


def fit_ranking(sets: Mapping[str, Sequence[Asked]]) -> Fitted:
    tiers = np.asarray([SCALE * TIERS.get(name, 0.0) for name in SPEAKING])
    tables, rights, offsets, weights = [], [], [], []
    for name, asked in sets.items():
        useful = [each for each in asked if each.right.any() and not each.right.all()]
        for each in useful:
            features = each.considered.found.features.astype(np.float64)
            tables.append(features[:, : len(GENERAL)])
            offsets.append(features[:, len(GENERAL) :] @ tiers)
            rights.append(each.right)
            weights.append(WEIGHTS[name] / len(useful))
    table, offset, right = np.concatenate(tables), np.concatenate(offsets), np.concatenate(rights)
    means, scales = table.mean(0), table.std(0)
    scales[scales < 1e-3] = 1.0
    table = (table - means) / scales
    sizes = np.asarray([len(each) for each in rights])
    first = np.cumsum([0, *sizes[:-1]])
    question = np.repeat(np.arange(len(sizes)), sizes)
    weight = np.asarray(weights) / sum(weights)

    def loss(w: Floats) -> tuple[float, Floats]:
        score = table @ w + offset
        odds = np.exp(score - np.maximum.reduceat(score, first)[question])
        total, hit = np.add.reduceat(odds, first), np.add.reduceat(odds * right, first) + 1e-300
        value = -(weight * (np.log(hit) - np.log(total))).sum() + RIDGE * (w @ w)
        slope = -(weight[question] * (odds * right / hit[question] - odds / total[question])) @ table
        return float(value), slope + 2 * RIDGE * w

    found = minimize(loss, np.zeros(len(GENERAL)), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    plain = np.zeros(len(SPEAKING))
    return Fitted(np.append(means, plain), np.append(scales, plain + 1), np.append(found, tiers))


def fit_confidence(
    sets: Sequence[Sequence[Asked]], ranking: Fitted, names: Sequence[str], shrink: float, unused: set[str]
) -> Fitted:
    tables, answers, weights = [], [], []
    for asked in sets:
        for each in asked:
            retrieved, candidates = each.considered.retrieved, each.considered.found
            scaled = (candidates.features - ranking.means) / ranking.scales
            scores = (scaled * ranking.weights).sum(1)
            chosen = select(retrieved, candidates, scores, 10)
            tables.append(
                endings.measure(retrieved, candidates, scores, chosen)[: len(names)].astype(np.float64)
            )
            answers.append(float(bool(chosen) and bool(each.right[chosen[0].row])))
            weights.append(1 / len(asked))
    table, answer = np.stack(tables), np.asarray(answers)
    table[:, [at for at, name in enumerate(names) if name in unused]] = 0.0
    weight = np.asarray(weights) / sum(weights)
    means, scales = table.mean(0), table.std(0)
    scales[scales < 1e-3] = 1.0
    table = (table - means) / scales

    def loss(w: Floats) -> tuple[float, Floats]:
        score = table @ w[:-1] + w[-1]
        value = (weight * (np.logaddexp(0, score) - answer * score)).sum() + shrink * (w[:-1] @ w[:-1])
        miss = weight * (1 / (1 + np.exp(-score)) - answer)
        return float(value), np.append(miss @ table + 2 * shrink * w[:-1], miss.sum())

    bounds = [(None, None) if n in FREE else (None, 0) if n in NEGATIVE else (0, None) for n in names]
    start = np.zeros(len(names) + 1)
    w = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[*bounds, (None, None)]).x
    return Fitted(means, scales, w[:-1], float(w[-1]))


def write(
    path: Path, sets: Sequence[str], names: Sequence[str], fitted: Fitted, threshold: float = 0.0
) -> None:
    rows = [
        f'  "{name}": {{"mean": {mean:.5f}, "scale": {scale:.5f}, "weight": {weight:.4f}}}'
        for name, mean, scale, weight in zip(names, fitted.means, fitted.scales, fitted.weights, strict=True)
    ]
    licences = json.dumps([f"{name} ({LICENCES[name]})" for name in sets])
    head = f'{{\n "fitted_on": {licences},\n "constant": {fitted.constant:.5f},\n "threshold": {threshold:.5f},\n'
    path.write_text(head + ' "features": {\n' + ",\n".join(rows) + "\n }\n}\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sets", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[2] / "qa" / "ranking")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        sets = {name: ask_all(options.sets / name, Path(scratch)) for name in LICENCES}
    # What squad has from elsewhere is all answerable: telling those apart would be telling two sources apart.
    unsure = [
        [each for each in sets[name] if each.row.get("from", "squad2-sample") == "squad2-sample"]
        for name in CONTENT
    ]
    ranking = fit_ranking(sets)
    write(options.out / "ranking.json", list(LICENCES), ALL_NAMES, ranking)
    content = fit_confidence(unsure, ranking, endings.NAMES, SHRINK["confidence_content"], set())
    write(
        options.out / "confidence_content.json",
        CONTENT,
        endings.NAMES,
        content,
        THRESHOLDS["confidence_content"],
    )
    names = (*endings.NAMES, *endings.SPEAKING_NAMES)
    said = fit_confidence(
        [sets[name] for name in SAID], ranking, names, SHRINK["confidence_said"], UNUSED_WHERE_SAID
    )
    write(options.out / "confidence_said.json", SAID, names, said, THRESHOLDS["confidence_said"])


if __name__ == "__main__":
    main()
