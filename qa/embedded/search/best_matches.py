"""Find the passages with the highest BM25 by their postings, without looking at those that cannot be among them.

MaxScore, on whole arrays: terms are added up from the weightiest to the lightest, and as soon as all terms that are
left together weigh less than the k-th best passage has, only passages are looked at that can still overtake it.
Source: Turtle & Flood (1995), doi:10.1016/0306-4573(95)00020-H.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from qa.archive.scoring import K1, B
from qa.embedded.database import Connection
from qa.embedded.search.postings import (
    Numbers,
    Posting,
    Segment,
    postings,
    segments,
)
from qa.embedded.search.scratch import Scores, Scratch
from qa.embedded.search.words import numbers_of
from qa.tables.passages import Ids
from qa.tables.seals import broken

_ROUNDING = 1e-9
"""More than a sum of double precision differs by, added up in another order: what is so near is left to `scoring`."""

_LOOKED_UP = 8
"""To look a place up in a list takes as long as to go through so many."""

_OFTEN = 31
"""What is gained by a term that a passage holds more often is not looked up in a table."""

_LONG = 1_000
"""To add up what the best passages gain by one more term takes as long as so many passages of a list."""


class Matches(NamedTuple):
    """Passages in ascending order, with how many words each has, and how often it holds each term, by column."""

    ids: Ids
    lengths: Numbers
    counts: NDArray[np.int64]


def best_matches(
    connection: Connection,
    scratch: Scratch,
    weights: Mapping[str, float],
    average_length: float,
    k: int,
    allowed: Ids | None,
) -> Matches:
    """Return the k passages with the highest BM25, and all that tie with the last of them.

    Args:
        weights: Each term with what it weighs.
        allowed: If given, only these passages, in ascending order.
    """
    some = segments(connection)
    borders = np.cumsum([0] + [each.span for each in some])
    own = scratch.lengths(connection, some)
    if not len(own):
        return Matches(np.empty(0, np.int64), own, np.empty((0, len(weights)), np.int64))
    inside = _inside(some, borders, allowed)
    every_length = np.arange(int(own.max()) + 1, dtype=np.float64)
    norms: Scores = K1 * (1 - B + B * every_length / max(average_length, 1e-9))
    terms = {number: term for term, number in numbers_of(connection, weights).items()}
    parts: dict[str, list[tuple[int, Posting]]] = {}
    for number, at, posting in postings(connection, some, list(terms)):
        parts.setdefault(terms[number], []).append((int(borders[at]), posting))
    lists = {term: _Weighed.of(found, weights[term], own, norms, inside) for term, found in parts.items()}
    with scratch.zeros(len(own)) as zeros:
        places = _best_of(list(lists.values()), zeros, k)
    columns = [_occurrences(lists.get(term), places) for term in weights]
    counts = np.stack(columns, axis=1) if columns else np.empty((0, 0), np.int64)
    segment = np.searchsorted(borders, places, "right") - 1
    firsts = np.array([each.first for each in some])
    return Matches(places - borders[segment] + firsts[segment], own[places], counts)


def _occurrences(each: _Weighed | None, places: NDArray[np.intp]) -> NDArray[np.int64]:
    """Return how often each of these places holds a term."""
    found = np.zeros(len(places), np.int64)
    if each is not None:
        hit, at = each.at(places)
        found[hit] = 1 if each.counts is None else each.counts[at]
    return found


class _Weighed(NamedTuple):
    """The places of a term's passages, how often each holds it (None: once), and the most that one can gain by it."""

    places: NDArray[np.intp]
    counts: Numbers | None
    weight: float
    most: float
    lengths: Numbers
    norms: Scores
    table: Scores
    """What a passage gains that holds the term 0, 1, 2... times, for each length; if `counts` is None, once only."""

    @classmethod
    def of(
        cls,
        parts: Sequence[tuple[int, Posting]],
        weight: float,
        lengths: Numbers,
        norms: Scores,
        inside: NDArray[np.bool_] | None,
    ) -> _Weighed:
        places = np.empty(sum(len(part.places) for _, part in parts), np.intp)
        at = 0
        for border, part in parts:
            end = at + len(part.places)
            places[at:end] = part.places
            places[at:end] += border
            at = end
        counts = None
        if any(part.counts is not None for _, part in parts):
            counts = np.concatenate(
                [
                    np.ones(len(part.places), np.uint8) if part.counts is None else part.counts
                    for _, part in parts
                ]
            )
        if inside is not None:
            kept = inside[places]
            places, counts = places[kept], None if counts is None else counts[kept]
        often = 1 if counts is None or not len(counts) else int(counts.max())
        most = weight * (often * (K1 + 1) / (often + norms[0]))
        if often >= len(norms):
            raise broken("A list of passages of full text")
        each = np.arange(min(often, _OFTEN) + 1)[:, None] if counts is not None else 1
        table = weight * (each * (K1 + 1) / (each + norms))
        return cls(places, counts, weight, most, lengths, norms, table.ravel())

    def at(self, places: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Return which of these places hold the term, and where they stand among its own."""
        if not len(self.places):
            return np.empty(0, np.intp), np.empty(0, np.intp)
        at = np.searchsorted(self.places, places)
        at[at == len(self.places)] = 0
        hit = np.flatnonzero(self.places[at] == places)
        return hit, at[hit]

    def gains(self, chosen: NDArray[np.intp] | slice = slice(None)) -> Scores:
        """Return what the passages gain by the term."""
        lengths = self.lengths[self.places[chosen]]
        if self.counts is None:
            return self.table[lengths]
        # A row of the table for each count.
        counts = self.counts[chosen]
        gained: Scores = self.table[np.minimum(counts, _OFTEN).astype(np.intp) * len(self.norms) + lengths]
        rare = np.flatnonzero(counts > _OFTEN)
        gained[rare] = self.weight * (counts[rare] * (K1 + 1) / (counts[rare] + self.norms[lengths[rare]]))
        return gained


def _best_of(lists: Sequence[_Weighed], scores: Scores, k: int) -> NDArray[np.intp]:
    """Return the places of the k best passages, and of all that tie with the last of them.

    Args:
        scores: A zero for each place, and so again afterwards.
    """
    lists = sorted(lists, key=lambda each: -each.most)
    # What all terms from each one on can add together.
    rest = np.cumsum([0.0] + [each.most for each in reversed(lists)])[::-1]
    best = np.empty(0, np.intp)
    places, gone_through, looked_through = None, [], 0
    least = 0.0
    for done, each in enumerate(lists, start=1):
        if places is None and rest[done - 1] < least:
            # Whatever has none of the terms so far cannot be among the best any more.
            places = np.flatnonzero(scores >= least - rest[done - 1])
        if places is None or len(places) * _LOOKED_UP > len(each.places):
            scores[each.places] += each.gains()
            gone_through.append(each)
        else:
            hit, at = each.at(places)
            scores[places[hit]] += each.gains(at)
        if places is not None:
            least = max(least, _least(scores[places], k))
            places = places[scores[places] >= least - rest[done]]
        elif done < len(lists) and len(lists[done].places) > _LONG * (len(lists) - done):
            # Added up to the end, the best so far show what a passage has to reach.
            high = [_highest(other.places, scores, k) for other in gone_through[looked_through:]]
            best = _highest(np.unique(np.concatenate([best, *high])), scores, k)
            looked_through = len(gone_through)
            least = max(least, _least(_whole(scores[best], best, lists[done:]), k))
    if places is None:
        places = np.flatnonzero(scores)
    found = places[scores[places] >= _least(scores[places], k)]
    for each in gone_through:
        scores[each.places] = 0
    return found


def _highest(places: NDArray[np.intp], scores: Scores, k: int) -> NDArray[np.intp]:
    """Return those k of some places that have the highest scores."""
    return places[np.argpartition(scores[places], -k)[-k:]] if len(places) > k else places


def _whole(scores: Scores, places: NDArray[np.intp], rest: Sequence[_Weighed]) -> Scores:
    """Return scores with what the places gain by the other terms."""
    for each in rest:
        hit, at = each.at(places)
        scores[hit] += each.gains(at)
    return scores


def _least(scores: Scores, k: int) -> float:
    """Return what a passage needs to be among the k best of these, which may only grow."""
    return float(np.partition(scores, -k)[-k]) * (1 - _ROUNDING) if len(scores) >= k else 0.0


def _inside(
    some: Sequence[Segment], borders: NDArray[np.int64], allowed: Ids | None
) -> NDArray[np.bool_] | None:
    """Return for each place whether its passage counts; None where all do."""
    if allowed is None and not any(len(each.dropped) for each in some):
        return None
    inside = np.full(borders[-1], allowed is None)
    for each, border in zip(some, borders, strict=False):
        own = inside[border : border + each.span]
        if allowed is not None:
            at, end = np.searchsorted(allowed, [each.first, each.last + 1])
            own[allowed[at:end] - each.first] = True
        if len(each.dropped):
            if each.dropped.max() >= each.span:
                raise broken("The list of segments of full text")
            own[each.dropped] = False
    return inside
