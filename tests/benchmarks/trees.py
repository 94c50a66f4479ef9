"""Grow the ranker's trees with LightGBM, and lay them out as the program reads them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Node = list[Any]
"""[feature, limit, mean of what ends below, node at or below the limit, node above it]; a leaf is a number."""

TREES = 100
DEPTH = 4
SETTINGS: dict[str, Any] = {
    "objective": "lambdarank",
    "lambdarank_truncation_level": 10,
    "num_leaves": 12,
    "max_depth": DEPTH,
    "learning_rate": 0.08,
    "min_data_in_leaf": 100,
    "lambda_l2": 5,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "verbose": -1,
    "num_threads": 2,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
}


def grow(
    tables: Sequence[NDArray[np.float32]],
    rights: Sequence[NDArray[np.bool_]],
    weights: Sequence[float],
    names: Sequence[str],
) -> list[Node]:
    """Fit trees that put right spans first.

    Args:
        tables: For each question, the features of its candidate spans, shape (n, len(names)).
        rights: For each question, which of them are right, shape (n,).
        weights: What each question counts.
    """
    import lightgbm  # here, so that the rest of the script can be read and tested without it

    sizes = [len(right) for right in rights]
    weight = np.repeat(np.asarray(weights), sizes)
    data = lightgbm.Dataset(
        np.concatenate(tables),
        label=np.concatenate(rights).astype(int),
        group=sizes,
        weight=weight / weight.mean(),
    )
    model = lightgbm.train(SETTINGS, data, TREES).dump_model()
    return [_laid_out(tree["tree_structure"], names)[0] for tree in model["tree_info"]]


def _laid_out(node: dict[str, Any], names: Sequence[str]) -> tuple[Any, float]:
    if "leaf_value" in node and "split_feature" not in node:
        return round(float(node["leaf_value"]), 4), float(node.get("leaf_count", 1))
    left, left_count = _laid_out(node["left_child"], names)
    right, right_count = _laid_out(node["right_child"], names)
    count = left_count + right_count
    # LightGBM's own inner values leave the learning rate out.
    mean = (_value(left) * left_count + _value(right) * right_count) / count
    # A limit is the double after a value that occurred: rounding must not put it below that value.
    limit = float(np.format_float_positional(float(node["threshold"]), precision=6, fractional=False))
    return [names[node["split_feature"]], limit, round(mean, 4), left, right], count


def _value(node: Any) -> float:
    return float(node[2]) if isinstance(node, list) else float(node)
