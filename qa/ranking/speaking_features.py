"""Measure how much of each span is the asked speaker's words, somebody else's or nobody's, by the attributions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from qa.archive.protocol import Said
from qa.datatypes import Attribution, AttributionKind
from qa.ranking.speaking import Asked, whole_word

Column = NDArray[Any]
"""One feature of every span, shape (n,), of any type of number."""

NAMES: tuple[str, ...] = (
    "own_share", "own_confidence", "own_quoted", "own_whole", "own_declined", "own_second_hand",
    "about_in_own", "about_near_own", "maybe_share", "other_share", "nameless_share",
    "named_inside", "named_first", "named_before",
)  # fmt: skip

_BEFORE = 200
"""How far before a span its speaker may be named, in characters: about two sentences."""
_FIRST = 60
_ARTICLE = 32
"""A place in one of several articles is one number: the article's, and 32 bits for an offset into its text."""


class Spans(NamedTuple):
    """The candidate spans of some articles, n of them, of H places of the topic's words.

    `articles`, shape (n,), is the number of each span's article. `near`, shape (n,), is the share of the topic's words
    that its passage holds. `place_articles`, `places` and `words`, shape (H,), are the articles and the offsets of the
    topic's words, and which word each is.
    """

    articles: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    near: NDArray[np.float32]
    place_articles: NDArray[np.int64]
    places: NDArray[np.int64]
    words: NDArray[np.int64]


class _Pieces(NamedTuple):
    """The stretches that somebody says, m of them, with their places, and what is known of each, shape (m,)."""

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    own: NDArray[np.bool_]
    maybe: NDArray[np.bool_]
    other: NDArray[np.bool_]
    records: list[Attribution]


def measure_speaking(
    texts: Sequence[str],
    said: Sequence[Sequence[Said]],
    asked: Asked,
    spans: Spans,
    weights: NDArray[np.float32],
) -> NDArray[np.float32]:
    """Return one row of `NAMES` for each span.

    Args:
        texts: The articles' texts, by number.
        said: What is said in each article.
        weights: Those of the topic's words.
    """
    starts = (spans.articles << _ARTICLE) + spans.starts
    ends = (spans.articles << _ARTICLE) + spans.ends
    columns = _shares(_pieces(texts, said, asked, spans), starts, ends, spans, weights)
    if asked.word:
        columns |= _named(texts, asked.word, starts, ends)
    nothing = np.zeros(len(starts), np.float32)
    return np.stack([np.asarray(columns.get(name, nothing), np.float32) for name in NAMES], axis=1)


def _pieces(texts: Sequence[str], said: Sequence[Sequence[Said]], asked: Asked, spans: Spans) -> _Pieces:
    """Return each stretch that somebody says near a span, and whether it may be the asked speaker's."""
    first = np.full(len(texts), np.iinfo(np.int64).max)
    last = np.zeros(len(texts), np.int64)
    np.minimum.at(first, spans.articles, spans.starts)
    np.maximum.at(last, spans.articles, spans.ends)
    found: list[tuple[int, int, bool, bool, bool]] = []
    records = []
    for article, (text, records_of, low, high) in enumerate(
        zip(texts, said, first.tolist(), last.tolist(), strict=True)
    ):
        base = article << _ARTICLE
        for record, name in records_of:
            # Of a long article few records are near a candidate: whose the others are need not be known.
            near = [(start, end) for start, end in record.content if start < high and end > low]
            if near:
                own = asked.owns(record, name, text)
                maybe = asked.may_own(record, name, text)
                other = name is not None and not own
                found += [(base + start, base + end, own, maybe, other) for start, end in near]
                records += [record] * len(near)
    starts, ends = np.array([each[:2] for each in found], np.int64).reshape(-1, 2).T
    flags = np.array([each[2:] for each in found], bool).reshape(-1, 3)
    return _Pieces(starts, ends, flags[:, 0], flags[:, 1], flags[:, 2], records)


def _shares(
    pieces: _Pieces,
    starts: NDArray[np.int64],
    ends: NDArray[np.int64],
    spans: Spans,
    weights: NDArray[np.float32],
) -> dict[str, Column]:
    """Return, by feature, how much of each span is the asked speaker's words, somebody's or somebody else's."""
    span, piece = _touching(pieces, starts, ends)
    overlap = np.minimum(pieces.ends[piece], ends[span]) - np.maximum(pieces.starts[piece], starts[span])
    lengths = np.maximum(spans.ends - spans.starts, 1).astype(np.float32)
    whole = overlap.astype(np.float32) >= (pieces.ends - pieces.starts)[piece] * 0.95
    own, other = pieces.own[piece], pieces.other[piece]
    confidence = np.asarray([each.confidence for each in pieces.records], np.float32)
    kinds = (AttributionKind.DIRECT, AttributionKind.MIXED)
    quoted = np.asarray([each.kind in kinds for each in pieces.records], bool)
    declined = np.asarray([each.polarity != "said" for each in pieces.records], bool)
    second = np.asarray([each.second_hand for each in pieces.records], bool)
    about = _covers(pieces, spans, weights)

    def share(which: NDArray[np.bool_]) -> NDArray[np.float32]:
        # Whole numbers, so that the order in which they are added up does not matter.
        held = np.bincount(span[which], overlap[which], len(starts)).astype(np.float32)
        return np.asarray(np.minimum(held / lengths, 1.0), np.float32)

    def some(which: NDArray[np.bool_]) -> NDArray[np.bool_]:
        return np.bincount(span[which], minlength=len(starts)) > 0

    def most(values: NDArray[np.float32]) -> NDArray[np.float32]:
        best = np.zeros(len(starts), np.float32)
        np.maximum.at(best, span[own], values[piece[own]])
        return best

    return {
        "own_share": share(own),
        "own_confidence": most(confidence),
        "own_quoted": some(own & quoted[piece]),
        "own_whole": some(own & whole),
        "own_declined": some(own & declined[piece]),
        "own_second_hand": some(own & second[piece]),
        "about_in_own": most(about),
        "about_near_own": spans.near * some(own),
        "maybe_share": share(pieces.maybe[piece]),
        "other_share": share(other),
        "nameless_share": share(~own & ~other),
    }


def _touching(
    pieces: _Pieces, starts: NDArray[np.int64], ends: NDArray[np.int64]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the numbers of each span and piece that share a character.

    Not as a table of all spans by all pieces: a long text has ten thousand of each.
    """
    order = np.argsort(starts, kind="stable")
    first = np.searchsorted(np.maximum.accumulate(ends[order]), pieces.starts, "right")
    count = np.maximum(np.searchsorted(starts[order], pieces.ends) - first, 0)
    piece = np.repeat(np.arange(len(count)), count)
    span = order[np.arange(len(piece)) + np.repeat(first - np.cumsum(count) + count, count)]
    touches = ends[span] > pieces.starts[piece]
    return span[touches], piece[touches]


def _covers(pieces: _Pieces, spans: Spans, weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the share of the topic's words, by weight, that each of the speaker's own pieces holds; 0 for others."""
    places = (spans.place_articles << _ARTICLE) + spans.places
    order = np.argsort(places, kind="stable")
    first, last = (np.searchsorted(places[order], borders) for borders in (pieces.starts, pieces.ends))
    total = max(float(weights.sum()), 1e-6)
    covers = np.zeros(len(pieces.starts), np.float32)
    for at in np.flatnonzero(pieces.own):
        held = np.zeros(len(weights), bool)
        held[spans.words[order[first[at] : last[at]]]] = True
        covers[at] = float(weights[held].sum() / total)
    return covers


def _named(
    texts: Sequence[str], word: str, starts: NDArray[np.int64], ends: NDArray[np.int64]
) -> dict[str, Column]:
    """Return, by feature, whether the speaker is named inside each span, at its beginning, and shortly before it."""
    at = np.array(
        [
            (article << _ARTICLE) + match.start()
            for article, text in enumerate(texts)
            if word in text
            for match in whole_word(word).finditer(text)
        ],
        np.int64,
    )

    def holds(first: NDArray[np.int64], end: NDArray[np.int64]) -> NDArray[np.bool_]:
        # Counted, not compared one by one: a long text may name somebody a hundred thousand times.
        return np.asarray(np.searchsorted(at, end) > np.searchsorted(at, first))

    return {
        "named_inside": holds(starts, ends),
        "named_first": holds(starts, np.minimum(ends, starts + _FIRST)),
        "named_before": holds(starts - _BEFORE, starts),
    }
