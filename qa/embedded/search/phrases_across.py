"""Propose the versions that may hold a phrase, within a passage or across the border between two."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from qa.datatypes import Scope, VersionHandle
from qa.embedded.database import Connection
from qa.embedded.search.full_text_terms import phrase as as_query
from qa.embedded.search.words import holding
from qa.tables.scope_conditions import conditions

_FEW = 2_000
"""Where a term of a phrase stands in no more passages, all their articles are proposed: to read these is quick."""


def versions_holding(
    connection: Connection, phrases: Sequence[Sequence[str]], scope: Scope, *, few: int = _FEW
) -> list[VersionHandle]:
    """Return the current versions within a scope that may hold a phrase, newest first.

    Args:
        phrases: Tokens of the index, in order.
        few: How many passages may hold a phrase's rarest term for all their articles to be proposed.
    """
    passages = {passage for phrase in phrases for passage in _proposed(connection, phrase, few)}
    condition, values = conditions(connection, scope)
    rows = connection.execute(
        f"""
        SELECT DISTINCT v.key, v.day, v.date, a.uid FROM passages p
        CROSS JOIN versions v ON v.key = p.version CROSS JOIN articles a ON a.key = v.article
        WHERE p.id IN (SELECT value FROM json_each(?)) AND {condition}
        ORDER BY v.day DESC, v.date DESC, a.uid
        """,
        [json.dumps(sorted(passages)), *values],
    )
    return [VersionHandle(row["key"]) for row in rows]


def _proposed(connection: Connection, tokens: Sequence[str], few: int) -> Iterator[int]:
    counts = [holding(connection, token) for token in tokens]
    if not all(counts):
        return
    if min(counts) <= few:
        yield from _matching(connection, [tokens[counts.index(min(counts))]])
        return
    yield from _matching(connection, tokens)
    # Whatever runs over a border has a passage that ends with its first words, and one that begins with its last.
    across = _ending_with if counts[0] <= counts[-1] else _after_one_ending_with
    for at in range(1, len(tokens)):
        yield from across(connection, tokens, at)


def _matching(connection: Connection, tokens: Sequence[str]) -> Iterator[int]:
    rows = connection.execute("SELECT rowid FROM passages_fts WHERE passages_fts MATCH ?", [as_query(tokens)])
    return (row["rowid"] for row in rows)


def _ending_with(connection: Connection, tokens: Sequence[str], at: int) -> Iterator[int]:
    """Yield the passages that end with the tokens before `at`."""
    last = f" {' '.join(tokens[:at])}"
    rows = connection.execute(
        "SELECT rowid FROM passages_fts WHERE passages_fts MATCH ? AND substr(' ' || terms, ?) = ?",
        [as_query(tokens[:at]), -len(last), last],
    )
    return (row["rowid"] for row in rows)


def _after_one_ending_with(connection: Connection, tokens: Sequence[str], at: int) -> Iterator[int]:
    """Yield the passages that hold the tokens from `at` on, after a passage that ends with the token before."""
    last = f" {tokens[at - 1]}"
    rows = connection.execute(
        """
        SELECT f.rowid FROM passages_fts f CROSS JOIN passages p ON p.id = f.rowid
        CROSS JOIN passages_fts g ON g.rowid = (
            SELECT o.id FROM passages o WHERE o.version = p.version AND o.start < p.start
            ORDER BY o.start DESC LIMIT 1
        )
        WHERE f.passages_fts MATCH ? AND substr(' ' || g.terms, ?) = ?
        """,
        [as_query(tokens[at:]), -len(last), last],
    )
    return (row["rowid"] for row in rows)
