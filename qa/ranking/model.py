"""Load the ranker's coefficients from small readable files, and compute scores from them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

_AT_ONCE = 25
"""How many trees are gone down together: fewer steps of Python, and what they read still fits in the cache."""


class Linear(NamedTuple):
    """A linear model over named features: weight * (value - mean) / scale, added up, plus a constant."""

    names: tuple[str, ...]
    means: NDArray[np.float64]
    scales: NDArray[np.float64]
    weights: NDArray[np.float64]
    constant: float
    threshold: float
    unsure: float
    """The lowest probability at which something answers, and that at which it may answer."""

    def score(self, features: NDArray[np.float32]) -> NDArray[np.float64]:
        """Return one score for each row of features, shape (n,); higher is better."""
        # Row by row and not a matrix product: BLAS adds up in an order that depends on a row's place.
        scaled = (features.astype(np.float64) - self.means) / self.scales
        return np.asarray((scaled * self.weights).sum(axis=1) + self.constant)


class Trees(NamedTuple):
    """Small decision trees whose values are added up, plus fixed weights for some features.

    `columns`, `limits` and `values`, shape (trees, nodes): a tree is laid out so that the children of node i are
    2i + 1 (the feature's value is at most the limit) and 2i + 2. Where a tree ends early, its limits are infinite
    and its value goes on to the left. `values` holds the mean of what ends below a node, so that the step from a
    node to its child says what one feature added. `fixed` are the weights, one for each feature.
    """

    names: tuple[str, ...]
    columns: NDArray[np.int64]
    limits: NDArray[np.float64]
    values: NDArray[np.float64]
    depth: int
    fixed: NDArray[np.float64]

    def score(self, features: NDArray[np.float32]) -> NDArray[np.float64]:
        """Return one score for each row of features, shape (n,); higher is better."""
        n = len(features)
        total = np.asarray((features.astype(np.float64) * self.fixed).sum(axis=1))
        # One row a feature, all in one: `take` with a single index is much faster than with a row and a column.
        by_feature = np.ascontiguousarray(features.T).ravel()
        rows = np.arange(n)
        for first in range(0, len(self.columns), _AT_ONCE):
            some = slice(first, first + _AT_ONCE)
            columns = (self.columns[some] * n).ravel()
            limits, values = self.limits[some].ravel(), self.values[some].ravel()
            roots = np.arange(0, len(columns), self.columns.shape[1])[:, None]
            node = np.zeros((len(roots), n), np.int64)
            for _ in range(self.depth):
                at = roots + node
                above = by_feature.take(columns.take(at) + rows) > limits.take(at)
                node *= 2
                node += 1
                node += above
            # Added tree by tree: another order of sums would change their last digits.
            for value in values.take(roots + node):
                total += value
        return total

    def parts(self, row: NDArray[np.float32]) -> dict[str, float]:
        """Return what each feature adds to the score of one row, beyond what every row gets."""
        trees = np.arange(len(self.columns))
        node = np.zeros(len(trees), np.int64)
        columns, steps = [], []
        for _ in range(self.depth):
            column = self.columns[trees, node]
            child = 2 * node + 1 + (row[column] > self.limits[trees, node])
            columns.append(column)
            steps.append(self.values[trees, child] - self.values[trees, node])
            node = child
        found = row.astype(np.float64) * self.fixed
        if columns:
            # Tree by tree, and in each from its root: another order of sums would change their last digits.
            np.add.at(found, np.stack(columns, axis=1).ravel(), np.stack(steps, axis=1).ravel())
        return {name: part for name, part in zip(self.names, found.tolist(), strict=True) if part}


@cache
def load(kind: str) -> Trees:
    """Load the ranker for a kind of question: "said" for those about somebody's words, "content" for others."""
    data = _read(f"ranking_{kind}")
    return laid_out(data["trees"], data["fixed"], tuple(data["features"]))


@cache
def load_confidence(kind: str) -> Linear:
    """Load a model of confidence: "said" for questions about somebody's words, "content" for others."""
    data = _read(f"confidence_{kind}")
    features = data["features"]
    return Linear(
        names=tuple(features),
        means=np.asarray([row["mean"] for row in features.values()]),
        scales=np.asarray([row["scale"] for row in features.values()]),
        weights=np.asarray([row["weight"] for row in features.values()]),
        constant=float(data["constant"]),
        threshold=float(data["threshold"]),
        unsure=float(data["unsure"]),
    )


def laid_out(trees: list[Any], fixed: dict[str, float], names: tuple[str, ...]) -> Trees:
    """Lay out decision trees as arrays for scoring.

    Args:
        trees: Each node is [feature, limit, mean of what ends below, node at or below the limit, node above it],
            or a number where the tree ends.
        fixed: The weights of features outside the trees.
        names: All features, in the order of their columns.
    """
    depth = max(map(_depth, trees), default=0)
    shape = (len(trees), 2 ** (depth + 1) - 1)
    columns, limits, values = np.zeros(shape, np.int64), np.full(shape, np.inf), np.zeros(shape)
    place = {name: column for column, name in enumerate(names)}

    def fill(tree: int, at: int, node: Any) -> None:
        if not isinstance(node, list):
            values[tree, at] = node
            if 2 * at + 1 < shape[1]:
                fill(tree, 2 * at + 1, node)
            return
        columns[tree, at], limits[tree, at], values[tree, at] = place[node[0]], node[1], node[2]
        fill(tree, 2 * at + 1, node[3])
        fill(tree, 2 * at + 2, node[4])

    for number, node in enumerate(trees):
        fill(number, 0, node)
    weights = np.asarray([fixed.get(name, 0.0) for name in names])
    return Trees(names, columns, limits, values, depth, weights)


def _depth(node: Any) -> int:
    return 1 + max(_depth(node[3]), _depth(node[4])) if isinstance(node, list) else 0


def _read(name: str) -> dict[str, Any]:
    text = Path(__file__).with_name(f"{name}.json").read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(text)
    return data
