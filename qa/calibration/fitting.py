"""Fit a threshold to asked probes, by how much is answered at each threshold, and how often wrongly."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from qa.calibration.asking import AskedProbe

FEWEST = 20
"""The fewest probes with an answer, and without one, that a threshold is fitted to."""

_PRIOR = 50
"""How many answerable probes the shipped threshold counts as: few probes say little."""


@dataclass(frozen=True, slots=True)
class Trade:
    """What a threshold gives: how much is answered, how much refused, and how much is wrong.

    Attributes:
        coverage: Share of the answerable probes that are answered.
        refusal: Share of the unanswerable ones that are not.
        risk: Share of all answers that are wrong; 0 where nothing is answered.
    """

    threshold: float
    coverage: float
    refusal: float
    risk: float


def trade(asked: Sequence[AskedProbe], threshold: float) -> Trade:
    """Return the coverage, refusal and risk of a threshold on probes, of which some must be unanswerable, some not."""
    answerable = [each for each in asked if each.probe.answerable]
    refused = [each.confidence < threshold for each in asked if not each.probe.answerable]
    shown = [each for each in asked if each.confidence >= threshold]
    return Trade(
        threshold=threshold,
        coverage=sum(each.confidence >= threshold for each in answerable) / len(answerable),
        refusal=sum(refused) / len(refused),
        risk=sum(not each.right for each in shown) / len(shown) if shown else 0.0,
    )


def enough(asked: Sequence[AskedProbe]) -> bool:
    """Return whether there are enough answerable and unanswerable probes to fit a threshold."""
    answerable = sum(each.probe.answerable for each in asked)
    return min(answerable, len(asked) - answerable) >= FEWEST


def covering(asked: Sequence[AskedProbe], coverage: float) -> float:
    """Return the highest threshold at which at least this share of the answerable probes is answered."""
    ordered = sorted((each.confidence for each in asked if each.probe.answerable), reverse=True)
    return ordered[max(0, math.ceil(coverage * len(ordered) - 1e-9) - 1)]


def refusing(asked: Sequence[AskedProbe], refusal: float) -> float:
    """Return the lowest threshold at which at least this share of the unanswerable probes is not answered."""
    ordered = sorted(each.confidence for each in asked if not each.probe.answerable)
    last = ordered[max(0, math.ceil(refusal * len(ordered) - 1e-9) - 1)]
    return math.nextafter(last, math.inf) if refusal > 0 else 0.0


def fit(asked: Sequence[AskedProbe], *, coverage: float, refusal: float, shipped: float) -> float | None:
    """Return the lowest threshold with this refusal that keeps enough coverage, drawn towards the shipped one.

    Args:
        coverage: The share to keep of the answerable probes that the shipped threshold answers. Not of all:
            those about somebody's words are made from attributions that were found, and are easier than what
            people ask; those about content ask for details, and are harder.

    Returns:
        None with too few probes.
    """
    if not enough(asked):
        return None
    count = sum(each.probe.answerable for each in asked)
    kept = covering(asked, coverage * trade(asked, shipped).coverage)
    wanted = min(refusing(asked, refusal), max(kept, shipped))
    own = count / (count + _PRIOR)
    return _probability(own * _odds(wanted) + (1 - own) * _odds(shipped))


def _odds(probability: float) -> float:
    kept = min(max(probability, 1e-4), 1 - 1e-4)
    return math.log(kept / (1 - kept))


def _probability(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))
