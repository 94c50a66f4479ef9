"""Add up rows of numbers by weights."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]


def weighed_sums(rows: Floats, weights: Floats) -> Floats:
    """Return the weighed sum of each row, shape (m,), of rows of shape (m, t) and weights of shape (t,)."""
    # For some processors OpenBLAS multiplies short rows together with what lies behind them in memory, and does not use
    # the result. Where that is no number, numpy would warn of an invalid value, though every sum is right.
    with np.errstate(invalid="ignore"):
        return np.asarray(rows @ weights)
