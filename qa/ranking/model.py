"""The ranker's coefficients: a small readable file, and how a score comes from it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Linear:
    """A linear model over named features: weight * (value - mean) / scale, added up, plus a constant."""

    names: tuple[str, ...]
    means: NDArray[np.float64]
    scales: NDArray[np.float64]
    weights: NDArray[np.float64]
    constant: float
    threshold: float

    def score(self, features: NDArray[np.float32]) -> NDArray[np.float64]:
        """Return one score for each row of features, shape (n,); higher is better."""
        # Row by row and not a matrix product: BLAS adds up in an order that depends on a row's place.
        scaled = (features.astype(np.float64) - self.means) / self.scales
        return np.asarray((scaled * self.weights).sum(axis=1) + self.constant)


@cache
def load(name: str) -> Linear:
    """Load a model of the package by name: "ranking" or "confidence"."""
    data = json.loads(resources.files("qa.ranking").joinpath(f"{name}.json").read_text(encoding="utf-8"))
    features = data["features"]
    return Linear(
        names=tuple(features),
        means=np.asarray([row["mean"] for row in features.values()]),
        scales=np.asarray([row["scale"] for row in features.values()]),
        weights=np.asarray([row["weight"] for row in features.values()]),
        constant=float(data.get("constant", 0.0)),
        threshold=float(data.get("threshold", 0.0)),
    )
