"""Fit the two models of confidence, and choose from which confidence on a question counts as answered."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from qa.answering.spans import confidence as answering_confidence

Floats = NDArray[np.float64]

USED = {
    "content": (
        "doubt", "dense_passage_max", "dense_top", "names_close_top", "rare_top", "rare_near_top",
        "rare_close_top", "rarity", "new_names_top", "new_digits_top", "asks_time", "asks_number", "asks_other",
        "window_top", "window_named_top", "terms",
    ),
    "said": (
        "margin", "dense_passage_max", "dense_top", "cover_top", "cover_near_top", "names_top",
        "own_share_top", "own_confidence_top", "about_in_own_max", "other_share_top",
        "beside_own_top", "named_inside_top",
    ),
}  # fmt: skip
FIXED = {"content": {"window_short_top": 0.15}, "said": dict[str, float]()}
"""Weights that are not fitted: most negatives of the fit lack the topic, and there the reader tells little that
similarity does not. Chosen by questions whose topic is there and whose answer is not (docs/decisions/0058)."""
NEGATIVE = {"doubt", "other_share_top"}
FREE = {"rarity", "terms", "new_names_top", "new_digits_top", "asks_time", "asks_number", "asks_other"}
SHRINK = {"content": 0.05, "said": 0.1}
COVERAGE = 0.9
"""The share of questions with an answer that are to be answered, held out, as a mean over the sets."""


@dataclass(frozen=True, slots=True)
class Row:
    features: NDArray[np.float32]
    right: bool
    answerable: bool
    fold: int


@dataclass(frozen=True, slots=True)
class Group:
    """Questions of one kind and set.

    `asked`: people asked them so; the others were made. `decides`: the threshold is chosen on them.
    """

    name: str
    rows: Sequence[Row]
    weight: float
    asked: bool = True
    decides: bool = True


@dataclass(frozen=True, slots=True)
class Fitted:
    names: Sequence[str]
    means: Floats
    scales: Floats
    weights: Floats
    constant: float

    def probabilities(self, rows: Sequence[Row]) -> Floats:
        scaled = (_table(rows, self.names) - self.means) / self.scales
        return np.asarray(1 / (1 + np.exp(-(scaled @ self.weights + self.constant))))


def _table(rows: Sequence[Row], names: Sequence[str]) -> Floats:
    columns = [answering_confidence.NAMES.index(name) for name in names]
    return np.stack([row.features for row in rows])[:, columns].astype(np.float64)


def fit(groups: Sequence[Group], kind: str) -> Fitted:
    """Fit the model of a kind of question to groups, and add the weights that are fixed."""
    names, shrink = USED[kind], SHRINK[kind]
    rows = [row for group in groups for row in group.rows]
    weight = np.concatenate([np.full(len(g.rows), g.weight / max(1, len(g.rows))) for g in groups])
    answer = np.asarray([float(row.right) for row in rows])
    table = _table(rows, names)
    means, scales = table.mean(0), table.std(0)
    scales[scales < 1e-3] = 1.0
    bounds = [(None, None) if n in FREE else (None, 0) if n in NEGATIVE else (0, None) for n in names]
    weights, constant = _logistic((table - means) / scales, answer, weight, shrink, bounds)
    # Shrinkage draws every probability to the mean, and questions that were made shift it: both are undone on what
    # people asked, by a factor and a constant.
    asked = np.concatenate([np.full(len(g.rows), g.asked) for g in groups])
    score = ((table - means) / scales @ weights)[asked, None]
    factor, constant = _logistic(score, answer[asked], weight[asked], 0.0, [(0, None)])
    fixed = FIXED[kind]
    return Fitted(
        (*names, *fixed),
        np.append(means, np.zeros(len(fixed))),
        np.append(scales, np.ones(len(fixed))),
        np.append(weights * factor[0], list(fixed.values())),
        constant,
    )


def _logistic(
    table: Floats,
    answer: Floats,
    weight: Floats,
    shrink: float,
    bounds: Sequence[tuple[float | None, float | None]],
) -> tuple[Floats, float]:
    weight = weight / weight.sum()

    def loss(w: Floats) -> tuple[float, Floats]:
        score = table @ w[:-1] + w[-1]
        value = (weight * (np.logaddexp(0, score) - answer * score)).sum() + shrink * (w[:-1] @ w[:-1])
        miss = weight * (1 / (1 + np.exp(-score)) - answer)
        return float(value), np.append(miss @ table + 2 * shrink * w[:-1], miss.sum())

    start = np.zeros(table.shape[1] + 1)
    w = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[*bounds, (None, None)]).x
    return w[:-1], float(w[-1])


def threshold(groups: Sequence[Group], kind: str) -> float:
    """Return the highest threshold that answers enough, each fold judged by a model that has not seen it."""
    folds = sorted({row.fold for group in groups for row in group.rows})
    answered: dict[str, list[float]] = {}
    refused: dict[str, list[float]] = {}
    for fold in folds:
        seen = [replace(g, rows=[r for r in g.rows if r.fold != fold]) for g in groups]
        model = fit(seen, kind)
        for group in groups:
            held = [row for row in group.rows if row.fold == fold]
            if not group.decides or not held:
                continue
            for row, sure in zip(held, model.probabilities(held).tolist(), strict=True):
                (answered if row.answerable else refused).setdefault(group.name, []).append(sure)
    best = 0.0
    for at in np.arange(0.01, 1.0, 0.005).tolist():
        if np.mean([np.mean(np.asarray(v) >= at) for v in answered.values()]) >= COVERAGE:
            best = at
    for name, sure in answered.items():
        lacking = np.asarray(refused[name])
        wins = np.mean(np.asarray(sure)[:, None] > lacking[None, :])
        print(  # noqa: T201
            f"{kind} {name}: auroc {wins:.3f}, at {best:.3f} coverage {np.mean(np.asarray(sure) >= best):.3f}, "
            f"refusal {np.mean(lacking < best):.3f}"
        )
    return best


def write(path: Path, fitted_on: Sequence[str], fitted: Fitted, threshold: float, unsure: float) -> None:
    """Write a model of confidence; `unsure` is chosen afterwards, by `fit_unsure.py`."""
    rows = [
        f'  "{name}": {{"mean": {mean:.5f}, "scale": {scale:.5f}, "weight": {weight:.4f}}}'
        for name, mean, scale, weight in zip(
            fitted.names, fitted.means, fitted.scales, fitted.weights, strict=True
        )
        if abs(weight) >= 5e-5
    ]
    head = f'{{\n "fitted_on": {json.dumps(fitted_on)},\n "constant": {fitted.constant:.5f},\n'
    limits = f' "threshold": {threshold:.5f},\n "unsure": {unsure},\n'
    body = ' "features": {\n' + ",\n".join(rows) + "\n }\n}\n"
    path.write_text(head + limits + body, encoding="utf-8")
