"""Score the passages that an engine proposes, and put them in order: one way for every engine.

An engine finds candidates in whatever order its index has, and hands over what its rows hold of them. This module
computes the scores, keeps the best, and breaks ties by (article uid, start of the passage), so that an answer depends
neither on the engine nor on the numbers of its rows.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from qa.datatypes import PassageHandle, Vectors
from qa.language.terms import terms as terms_of

K1, B = 1.2, 0.75
"""BM25's usual constants, those of Lucene and of SQLite's FTS5."""
LEAST_WEIGHT = 1e-6
"""The weight of a term that more than half of the passages hold, as in FTS5: no weight is negative."""

SHORT_TERM = 4
"""Up to how many letters a term is too often another word with one letter exchanged."""


class Candidate(NamedTuple):
    """A passage that an engine proposes, and its place, which decides between equal scores."""

    handle: PassageHandle
    uid: str
    start: int


class TermStatistics(NamedTuple):
    """What BM25 needs to know of a whole archive.

    `average_length` is in terms; `holding` counts the passages that hold each of the terms (or phrases) of the query.
    """

    passages: int
    average_length: float
    holding: Sequence[int]


def by_bm25(
    found: Iterable[tuple[Candidate, Sequence[str]]],
    query: Sequence[Sequence[str]],
    statistics: TermStatistics,
    k: int,
) -> list[tuple[PassageHandle, float]]:
    """Return the k candidates with the highest BM25, best first, with their scores.

    Args:
        found: Each candidate with all of its terms, in order; there may be as many as an archive has passages.
        query: Phrases of one term or more; a phrase counts where its terms stand next to each other.

    """
    candidates: list[Candidate] = []
    lengths, counts = array("q"), array("q")
    for candidate, own in found:
        candidates.append(candidate)
        lengths.append(len(own))
        # Counted term by term: a question has few, and a table of all terms of a passage is mostly not looked at.
        counts.extend(own.count(each[0]) if len(each) == 1 else occurrences(each, own) for each in query)
    table = np.array(counts, np.int64).reshape(len(candidates), len(query))
    return best(candidates, bm25(np.array(lengths, np.int64), table, statistics).tolist(), k)


def bm25(
    lengths: NDArray[np.integer[Any]], counts: NDArray[np.integer[Any]], statistics: TermStatistics
) -> NDArray[np.float64]:
    """Return the BM25 of n passages, shape (n,), each the same to the last bit, whichever stand beside it.

    Args:
        lengths: How many terms each has, shape (n,).
        counts: How often each holds each term (or phrase) of the query, shape (n, terms).

    Source: Robertson & Zaragoza (2009), doi:10.1561/1500000019, equation 3.15, with the weights of FTS5: the logarithm
    of (N - n + 0.5) / (n + 0.5), or `LEAST_WEIGHT` where that is not above zero.
    """
    norms = K1 * (1 - B + B * lengths / max(statistics.average_length, 1e-9))
    scores = np.zeros(len(lengths))
    for holding, count in zip(statistics.holding, counts.T, strict=True):
        scores += term_weight(statistics.passages, holding) * (count * (K1 + 1) / (count + norms))
    return scores


def passage_terms(title: str, text: str) -> list[str]:
    """Return the terms under which a passage is found: those of its article's title, then its own."""
    return terms_of(f"{title} {text}")


def term_weight(passages: int, holding: int) -> float:
    """Return the weight of a term that `holding` of `passages` passages hold."""
    weight = math.log((passages - holding + 0.5) / (holding + 0.5))
    return weight if weight > 0 else LEAST_WEIGHT


def occurrences(phrase: Sequence[str], terms: Sequence[str]) -> int:
    """Count the places where the terms of a phrase stand next to each other, in its order."""
    beside = zip(*(terms[first:] for first in range(len(phrase))), strict=False)
    return list(beside).count(tuple(phrase))


def by_cosine(
    found: Iterable[tuple[Sequence[Candidate], NDArray[np.float16]]], query: Vectors, k: int
) -> list[tuple[PassageHandle, float]]:
    """Return the k candidates whose vectors are nearest to a query of shape (dim,), best first, with their cosines.

    Args:
        found: Some candidates at a time, with their vectors, shape (n, dim).
    """
    candidates: list[Candidate] = []
    scores: list[float] = []
    for some, vectors in found:
        candidates += some
        scores += inner_products(vectors, query).tolist()
    return best(candidates, scores, k)


def inner_products(vectors: NDArray[np.float16], query: Vectors) -> NDArray[np.float64]:
    """Return inner products, each the same to the last bit, whichever rows stand beside it."""
    # Not a matrix product: BLAS adds up in an order that depends on a row's place in the matrix.
    products: NDArray[np.float64] = (vectors.astype(np.float64) * query.astype(np.float64)).sum(axis=1)
    return products


def best(
    candidates: Sequence[Candidate], scores: Sequence[float], k: int
) -> list[tuple[PassageHandle, float]]:
    """Return the k candidates with the highest scores, ties by article uid and start."""
    order = sorted(range(len(candidates)), key=lambda i: (-scores[i], candidates[i].uid, candidates[i].start))
    return [(candidates[i].handle, scores[i]) for i in order[:k]]


def most_frequent_alike(term: str, known: Iterable[tuple[str, int]]) -> str | None:
    """Return the term that is one wrong letter away from another, ends alike, and stands in most passages.

    One of the same letters goes before the others. No letter of a short term is exchanged for another: "leve", the
    stem of "levee", is not "live" mistyped, but "feri" is "ferri" with a letter left out.

    Args:
        known: Terms with the number of passages that hold each.
    """
    from rapidfuzz.distance import OSA  # here: most questions need it not

    alike = [
        # "gogl" is "googl" with a letter left out once, rather than "goal".
        (set(other) != set(term), -count, other)
        for other, count in known
        if other[-1:] == term[-1:]
        and abs(len(other) - len(term)) <= 1
        and OSA.distance(term, other, score_cutoff=1) == 1
        and (len(term) > SHORT_TERM or len(other) > len(term) or set(other) == set(term))
    ]
    return min(alike)[2] if alike else None
