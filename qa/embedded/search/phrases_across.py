"""Propose the versions that may hold a phrase, within a passage or across the border between two."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from qa.datatypes import Scope, VersionHandle
from qa.embedded.database import Connection
from qa.embedded.search.full_text_terms import phrase as as_query
from qa.embedded.search.scopes import versions_with
from qa.embedded.search.scratch import Scratch
from qa.embedded.search.stored_terms import terms_table
from qa.embedded.search.words import has_versions, holding
from qa.tables.scope_conditions import conditions

_FEW = 2_000
"""Where a term of a phrase stands in no more passages, all their articles are proposed: to read these is quick."""


def versions_holding(
    connection: Connection,
    scratch: Scratch,
    phrases: Sequence[Sequence[str]],
    scope: Scope,
    *,
    few: int = _FEW,
) -> list[VersionHandle]:
    """Return the current versions within a scope that may hold a phrase, newest first.

    Args:
        phrases: Tokens of the index, in order.
        few: How many passages may hold a phrase's rarest term for all their articles to be proposed.
    """
    single, longer = [], []
    for phrase in phrases:
        counts = holding(connection, phrase)
        if all(counts):
            rarest = phrase[counts.index(min(counts))]
            if len(phrase) == 1 or min(counts) <= few:
                single.append(rarest)
            else:
                longer.append((phrase, counts[0] <= counts[-1]))
    passages = {passage for each in longer for passage in _proposed(connection, *each)}
    versions: list[int] = []
    if has_versions(connection):
        versions = versions_with(connection, scratch, single)
    else:
        passages.update(passage for token in single for passage in _matching(connection, [token]))
    condition, values = conditions(connection, scope)
    rows = connection.execute(
        f"""
        WITH held (version) AS (
            SELECT value FROM json_each(?)
            UNION SELECT version FROM passages WHERE id IN (SELECT value FROM json_each(?))
        )
        SELECT v.key FROM held CROSS JOIN versions v ON v.key = held.version
        CROSS JOIN articles a ON a.key = v.article WHERE {condition}
        ORDER BY v.day DESC, v.date DESC, a.uid
        """,
        [json.dumps(versions), json.dumps(sorted(passages)), *values],
    )
    return [VersionHandle(row["key"]) for row in rows]


def _proposed(connection: Connection, tokens: Sequence[str], rarer_first: bool) -> Iterator[int]:
    """Yield the passages that hold a phrase, and one of each two that it may run over.

    Args:
        rarer_first: Whether its first term is the rarer one of first and last.
    """
    yield from _matching(connection, tokens)
    # Whatever runs over a border has a passage that ends with its first words, and one that begins with its last.
    across = _ending_with if rarer_first else _after_one_ending_with
    for at in range(1, len(tokens)):
        yield from across(connection, tokens, at)


def _matching(connection: Connection, tokens: Sequence[str]) -> Iterator[int]:
    rows = connection.execute("SELECT rowid FROM passages_fts WHERE passages_fts MATCH ?", [as_query(tokens)])
    return (row["rowid"] for row in rows)


def _ending_with(connection: Connection, tokens: Sequence[str], at: int) -> Iterator[int]:
    """Yield the passages that end with the tokens before `at`."""
    last = f" {' '.join(tokens[:at])}"
    rows = connection.execute(
        f"""
        SELECT f.rowid FROM passages_fts f CROSS JOIN {terms_table(connection)} t ON t.rowid = f.rowid
        WHERE f.passages_fts MATCH ? AND substr(' ' || terms_in(t.terms), ?) = ?
        """,
        [as_query(tokens[:at]), -len(last), last],
    )
    return (row["rowid"] for row in rows)


def _after_one_ending_with(connection: Connection, tokens: Sequence[str], at: int) -> Iterator[int]:
    """Yield the passages that hold the tokens from `at` on, after a passage that ends with the token before."""
    last = f" {tokens[at - 1]}"
    rows = connection.execute(
        f"""
        SELECT f.rowid FROM passages_fts f CROSS JOIN passages p ON p.id = f.rowid
        CROSS JOIN {terms_table(connection)} g ON g.rowid = (
            SELECT o.id FROM passages o WHERE o.version = p.version AND o.start < p.start
            ORDER BY o.start DESC LIMIT 1
        )
        WHERE f.passages_fts MATCH ? AND substr(' ' || terms_in(g.terms), ?) = ?
        """,
        [as_query(tokens[at:]), -len(last), last],
    )
    return (row["rowid"] for row in rows)
