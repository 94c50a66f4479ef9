"""Propose passages by full text: postings or FTS5 find them, `qa.archive.scoring` scores what their rows hold."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from qa.archive.scoring import Candidate, TermStatistics, best, bm25, by_bm25, term_weight
from qa.datatypes import PassageHandle, Scope
from qa.embedded.database import Connection
from qa.embedded.search.best_matches import best_matches
from qa.embedded.search.scratch import Scratch
from qa.embedded.search.stored_terms import terms_of, terms_table
from qa.tables.passages import Ids
from qa.tables.scope_conditions import conditions
from qa.tables.seals import broken

_SLACK = 40
"""How many more are fetched than asked for: FTS5 must not decide the order among equal scores."""


def best_by_words(
    connection: Connection, scratch: Scratch, holding: Mapping[str, int], k: int, allowed: Ids | None
) -> list[tuple[PassageHandle, float]]:
    """Return (passage, BM25) of the k best matches of some words, best first.

    Args:
        holding: How many passages hold each of these tokens of the index.
        allowed: If given, only these passages, in ascending order.
    """
    passages, total = _totals(connection)
    average = total / max(passages, 1)
    weights = {word: term_weight(passages, count) for word, count in holding.items() if count}
    matches = best_matches(connection, scratch, weights, average, k, allowed)
    statistics = TermStatistics(passages, average, [holding[word] for word in weights])
    scores = bm25(matches.lengths, matches.counts, statistics)
    return best(_placed(connection, matches.ids, scores), scores.tolist(), k)


def matching(
    connection: Connection,
    query: str,
    phrases: Sequence[Sequence[str]],
    holding: Sequence[int],
    scope: Scope,
    k: int,
    within: Ids | None = None,
) -> list[tuple[PassageHandle, float]]:
    """Return (passage, BM25) of the k best matches of an FTS5 query, best first.

    Args:
        phrases: What the query looks for, as tokens of the index.
        holding: How many passages hold each of these phrases.
    """
    ids = _proposed(connection, query, scope, k, within)
    passages, total = _totals(connection)
    statistics = TermStatistics(passages, total / max(passages, 1), holding)
    return by_bm25(_with_terms(connection, ids), phrases, statistics, k)


def _placed(connection: Connection, ids: Ids, scores: NDArray[np.float64]) -> list[Candidate]:
    """Return the passages of some scores, with the places of those that share theirs: no other's decides anything."""
    _, which, times = np.unique(scores, return_inverse=True, return_counts=True)
    tied = ids[times[which] > 1].tolist()
    places: dict[int, tuple[str, int]] = {}
    if tied:
        rows = connection.execute(
            """
            SELECT p.id, a.uid, p.start FROM passages p
            JOIN versions v ON v.key = p.version JOIN articles a ON a.key = v.article
            WHERE p.id IN (SELECT value FROM json_each(?))
            """,
            [json.dumps(tied)],
        )
        places = {passage: (uid, start) for passage, uid, start in rows}
    if len(places) < len(tied):
        raise broken("A list of passages of the full text")
    return [Candidate(PassageHandle(each), *places.get(each, ("", 0))) for each in ids.tolist()]


def _with_terms(connection: Connection, ids: Sequence[int]) -> Iterator[tuple[Candidate, list[str]]]:
    rows = connection.execute(
        f"""
        SELECT p.id, terms_in(f.terms) AS terms, a.uid, p.start FROM {terms_table(connection)} f
        JOIN passages p ON p.id = f.rowid JOIN versions v ON v.key = p.version JOIN articles a ON a.key = v.article
        WHERE f.rowid IN (SELECT value FROM json_each(?))
        """,
        [json.dumps(ids)],
    )
    found = 0
    # One row at a time: where a text repeats, all of its passages tie, and their terms are longer than the text.
    for row in rows:
        found += 1
        yield Candidate(PassageHandle(row["id"]), row["uid"], row["start"]), terms_of(row).split(" ")
    if found < len(ids):
        raise broken("A full-text row without its passage")


def _proposed(connection: Connection, query: str, scope: Scope, k: int, within: Ids | None) -> list[int]:
    """Return the rows that match best by FTS5's own rank, with all that tie with the last of the k best."""
    inside = ""
    values: list[str | bytes] = []
    if not scope.everything:
        condition, values = conditions(connection, scope)
        # The plus keeps SQLite from running the match once for each allowed row.
        inside = f"""
            AND +rowid IN (
                SELECT p.id FROM versions v JOIN passages p ON p.version = v.key WHERE {condition}
            )
        """
    if within is not None:
        inside += " AND +rowid IN (SELECT value FROM json_each(?))"
        values.append(json.dumps(within.tolist()))
    rows = connection.execute(
        f"SELECT rowid, rank FROM passages_fts WHERE passages_fts MATCH ? {inside} ORDER BY rank",
        [query, *values],
    )
    ids: list[int] = []
    last = math.inf
    for passage, rank in rows:
        # While a tie goes on after the last row, which of the tied are seen depends on their row numbers.
        if len(ids) >= k + _SLACK and rank > last:
            break
        ids.append(passage)
        if len(ids) == k:
            last = rank
    return ids


def _totals(connection: Connection) -> tuple[int, int]:
    """Return the number of passages in the full-text index, and of their terms.

    FTS5 keeps both in row 1 of its table of data, as variable-length integers: the number of rows, then the number
    of tokens in each column (sqlite.org, fts5_index.c, "averages record").
    """
    row = connection.execute("SELECT block FROM passages_fts_data WHERE id = 1").fetchone()
    numbers = _numbers(bytes(row["block"])) if row is not None else []
    return (numbers[0], sum(numbers[1:])) if numbers else (0, 0)


def _numbers(data: bytes) -> list[int]:
    """Read SQLite's variable-length integers: seven bits a byte, high bits first, the top bit set where more follow."""
    found, value = [], 0
    for byte in data:
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            found.append(value)
            value = 0
    return found
