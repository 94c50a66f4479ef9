"""Compute the metrics, as pure functions of plain lists; None where there is nothing to count."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

BINS = 10


def share(values: Sequence[bool]) -> float | None:
    """Return the share of values that are true."""
    return sum(values) / len(values) if values else None


def found_by(ranks: Sequence[int | None], k: int) -> float | None:
    """Return quote@k: the share of questions with a right quote among the first k.

    Args:
        ranks: For each question the place of its first right quote, counted from 1; None without one.
    """
    return share([rank is not None and rank <= k for rank in ranks])


def auroc(positive: Sequence[float], negative: Sequence[float]) -> float | None:
    """Return the probability that a positive is above a negative, a tie counting half; 0.5 is chance.

    Source:
        Mann & Whitney (1947), doi:10.1214/aoms/1177730491, by ranks.
    """
    if not positive or not negative:
        return None
    pooled = sorted([(value, True) for value in positive] + [(value, False) for value in negative])
    rank_sum, below = 0.0, 0
    for _, tied in groupby(pooled, key=lambda pair: pair[0]):
        group = [is_positive for _, is_positive in tied]
        # All members of a tie share the mean of the ranks that they take up.
        rank_sum += sum(group) * (below + (len(group) + 1) / 2)
        below += len(group)
    wins = rank_sum - len(positive) * (len(positive) + 1) / 2
    return wins / (len(positive) * len(negative))


def refusal_at(coverage: float, positive: Sequence[float], negative: Sequence[float]) -> float | None:
    """Return the share of negatives below the threshold that keeps this share of the positives."""
    if not positive or not negative:
        return None
    threshold = sorted(positive, reverse=True)[max(0, int(coverage * len(positive)) - 1)]
    return sum(value < threshold for value in negative) / len(negative)


def calibration_error(pairs: Sequence[tuple[float, bool]]) -> float | None:
    """Return the expected calibration error of (confidence, right) in ten bins of equal width.

    Source:
        Naeini, Cooper & Hauskrecht (2015), Obtaining Well Calibrated Probabilities Using Bayesian Binning.
    """
    if not pairs:
        return None
    gaps = [0.0] * BINS
    for confidence, right in pairs:
        gaps[min(BINS - 1, int(confidence * BINS))] += confidence - right
    return sum(map(abs, gaps)) / len(pairs)
