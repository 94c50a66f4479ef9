"""Put another quote first where what ranks first lacks what is asked for: a sum, or the event that it is asked of."""

from __future__ import annotations

from qa.answering.candidates import Considered
from qa.answering.premises import around, doubts
from qa.answering.sums import asks_for_sum, holds_sum
from qa.ranking.features import AT
from qa.ranking.selecting import Chosen

_NEAR = 3
"""Among how many of the best quotes one with a sum is looked for."""
_UNDOUBTED_NEAR = 4
"""Among how many of the best quotes one without a doubt is looked for."""
_READS = 0.0
"""The least logit of a window that may come before a better ranked quote."""
_BETTER = 1.0
"""By how much its logit must be higher than that of the first quote's."""


def sums_first(considered: Considered, chosen: tuple[Chosen, ...]) -> tuple[Chosen, ...]:
    """Put a quote with a sum before those without, where a sum is asked for: "How much did the bridge cost?"."""
    if considered.retrieved.asked is not None or not asks_for_sum(considered.retrieved.understood.standalone):
        return chosen
    having = [at for at, each in enumerate(chosen[:_NEAR]) if holds_sum(around(considered, each.row).quote)]
    return _first(chosen, having[0]) if having else chosen


def undoubted_first(considered: Considered, chosen: tuple[Chosen, ...]) -> tuple[Chosen, ...]:
    """Put a quote before one that something speaks against, where nothing speaks against it and the reader prefers it.

    "When was the ferry built?": "The ferry that was built of oak" has no time, and "Brandt's yard made it in 1978", to
    which the reader gives more, has one. Without the reader's word the first quote is more often right.
    """
    if considered.retrieved.asked is not None or not chosen:
        return chosen
    question, windows = (
        considered.retrieved.understood.standalone,
        considered.found.features[:, AT["read_window"]],
    )
    if not doubts(question, around(considered, chosen[0].row)):
        return chosen
    least = max(_READS, float(windows[chosen[0].row]) + _BETTER)
    for at, each in enumerate(chosen[1:_UNDOUBTED_NEAR], 1):
        if windows[each.row] >= least and not doubts(question, around(considered, each.row)):
            return _first(chosen, at)
    return chosen


def _first(chosen: tuple[Chosen, ...], at: int) -> tuple[Chosen, ...]:
    return (chosen[at], *chosen[:at], *chosen[at + 1 :])
