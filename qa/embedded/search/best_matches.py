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

from qa.embedded.database import Connection
from qa.embedded.search.gains import Gained, Scores
from qa.embedded.search.lists import Listed
from qa.embedded.search.postings import (
    Numbers,
    Segment,
    segments,
)
from qa.embedded.search.scratch import Scratch
from qa.embedded.search.words import numbers_of
from qa.tables.passages import Ids
from qa.tables.seals import broken

_ROUNDING = 1e-5
"""More than a sum of single precision differs by: what is so near is left to `scoring`."""

_LOOKED_UP = 40
"""To look a place up in a list takes as long as to see for so many of the list whether they are wanted."""

_LONG = 20_000
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
    terms = {number: term for term, number in numbers_of(connection, weights).items()}
    listed = scratch.lists(connection, some, list(terms))
    gains = scratch.gains(some, listed, own, average_length)
    lists = {
        terms[number]: _Weighed.of(each, gains[number], weights[terms[number]], inside)
        for number, each in listed.items()
    }
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
    """The places of a term's passages, how often each holds it (None: once), and what each gains by a weight of 1.

    `most`: what a passage gains by the term at most, by its own weight.
    """

    places: NDArray[np.uint32]
    counts: Numbers | None
    gains: Scores
    weight: np.float32
    most: float

    @classmethod
    def of(cls, listed: Listed, gained: Gained, weight: float, inside: NDArray[np.bool_] | None) -> _Weighed:
        """Weigh a list, or what is inside of it."""
        (places, counts), (gains, most) = listed, gained
        if inside is not None:
            kept = inside[places]
            places, gains = places[kept], gains[kept]
            counts = None if counts is None else counts[kept]
            most = gains.max(initial=0)
        single = np.float32(weight)
        return cls(places, counts, gains, single, float(most * single))

    def at(self, places: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Return which of these places hold the term, and where they stand among its own."""
        if not len(self.places):
            return np.empty(0, np.intp), np.empty(0, np.intp)
        wanted = places.astype(np.uint32)
        at = self.places.searchsorted(wanted)
        hit = np.flatnonzero(self.places.take(at, mode="clip") == wanted)
        return hit, at[hit]

    def add(self, places: NDArray[np.intp], scores: Scores) -> Scores:
        """Add what some places gain by the term to their scores, and return these."""
        hit, at = self.at(places)
        scores[hit] += self.gains[at] * self.weight
        return scores

    def among(self, wanted: NDArray[np.bool_]) -> tuple[NDArray[np.intp], Scores]:
        """Return those of the term's places that are wanted, with what each gains by it."""
        at = np.flatnonzero(wanted.take(self.places))
        return self.places[at].astype(np.intp), self.gains[at] * self.weight


def _best_of(lists: Sequence[_Weighed], scores: Scores, k: int) -> NDArray[np.intp]:
    """Return the places of the k best passages, and of all that tie with the last of them.

    Args:
        scores: A zero for each place, and so again afterwards.
    """
    lists = sorted(lists, key=lambda each: -each.most)
    # What all terms from each one on can add together.
    rest = np.cumsum([0.0] + [each.most for each in reversed(lists)])[::-1].tolist()
    best = _Best(k)
    least, done, gone_through = 0.0, 0, 0
    while done < len(lists) and rest[done] >= least:
        each = lists[done]
        done += 1
        places = each.places.astype(np.intp)
        # A list has each place once.
        gained = scores.take(places)
        gained += each.gains * each.weight
        scores[places] = gained
        best.see(places, gained)
        gone_through += len(places)
        left = lists[done:]
        if left and min(gone_through, len(left[0].places)) > _LONG * len(left):
            # Added up to the end, the best so far show what a passage has to reach.
            least = max(least, best.reached(left))
            gone_through = 0
    # Whatever has none of the terms so far cannot be among the best any more.
    least = max(least, best.least)
    wanted = scores >= max(least - rest[done], np.finfo(np.float32).tiny)
    places = np.flatnonzero(wanted)
    for number in range(done, len(lists)):
        each = lists[number]
        if len(places) * _LOOKED_UP < len(each.places):
            scores[places] = each.add(places, scores.take(places))
        else:
            held, gained = each.among(wanted)
            scores[held] += gained
        whole = scores.take(places)
        least = max(least, _least(whole, k))
        places = places[whole >= least - rest[number + 1]]
    whole = scores.take(places)
    scores[:] = 0
    return places[whole >= _least(whole, k)]


class _Best:
    """The places of the k best so far, by what was added up for them."""

    def __init__(self, k: int) -> None:
        self._k = k
        self._places = np.empty(0, np.intp)
        self._scores: Scores = np.empty(0, np.float32)
        self.least = 0.0
        """What the last of the k has, less what rounding can differ; 0 while they are fewer."""

    def see(self, places: NDArray[np.intp], scores: Scores) -> None:
        """Take in some places with their scores so far, which may only have grown."""
        if self.least:
            higher = np.flatnonzero(scores > self.least)
            places, scores = places[higher], scores[higher]
        if not len(places):
            return
        if len(places) > self._k:
            kept = np.argpartition(scores, -self._k)[-self._k :]
            places, scores = places[kept], scores[kept]
        # The latest score of a place is its highest.
        every = np.concatenate([places, self._places])
        every, first = np.unique(every, return_index=True)
        whole = np.concatenate([scores, self._scores])[first]
        if len(every) > self._k:
            kept = np.argpartition(whole, -self._k)[-self._k :]
            every, whole = every[kept], whole[kept]
        self._places, self._scores = every, whole
        self.least = _least(whole, self._k)

    def reached(self, left: Sequence[_Weighed]) -> float:
        """Return what the last of the best has when the other terms are added."""
        whole = self._scores.copy()
        for each in left:
            whole = each.add(self._places, whole)
        return _least(whole, self._k)


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
