"""Propose the versions that may hold a phrase, within a passage or across the border between two."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence

from qa.datatypes import Scope, VersionHandle
from qa.embedded.database import Connection
from qa.embedded.search.full_text_terms import phrase as as_query
from qa.embedded.search.scopes import versions_with
from qa.embedded.search.scratch import Scratch
from qa.embedded.search.stored_terms import terms_table
from qa.embedded.search.words import has_versions, holding
from qa.tables.scope_conditions import conditions

_DEARER = 50
"""How many times as long it takes to read the terms of a passage as to list one that holds a token."""


def versions_holding(
    connection: Connection,
    scratch: Scratch,
    phrases: Sequence[Sequence[str]],
    scope: Scope,
) -> list[VersionHandle]:
    """Return the current versions within a scope that may hold a phrase, newest first.

    Args:
        phrases: Tokens of the index, in order.
    """
    single, longer = [], []
    for phrase in phrases:
        counts = holding(connection, phrase)
        if all(counts):
            if len(phrase) == 1:
                single.append(phrase[0])
            else:
                longer.append((phrase, counts))
    passages = {passage for each in longer for passage in _proposed(connection, *each)}
    versions: Collection[int] = ()
    if has_versions(connection):
        versions = versions_with(connection, scratch, single)
    else:
        passages.update(passage for token in single for passage in _matching(connection, [token]))
    return _newest_first(connection, versions, passages, scope)


def versions_with_all(
    connection: Connection, scratch: Scratch, groups: Sequence[Sequence[str]], scope: Scope
) -> list[VersionHandle]:
    """Return the current versions within a scope that hold a token of each group, newest first.

    Of frequent words each is in many versions, and all of them are in few: only these are looked up and ordered.
    """
    if not has_versions(connection):
        found = [versions_holding(connection, scratch, [[each] for each in group], scope) for group in groups]
        held = set(found[0]).intersection(*found[1:]) if found else ()
        return [version for version in found[0] if version in held] if held else []
    versions: set[int] | None = None
    for group in groups:
        own = versions_with(connection, scratch, group)
        versions = set(own) if versions is None else versions.intersection(own)
        if not versions:
            return []
    return _newest_first(connection, versions or (), (), scope)


def _newest_first(
    connection: Connection, versions: Collection[int], passages: Collection[int], scope: Scope
) -> list[VersionHandle]:
    """Return those of some versions, and of the versions of some passages, that are current and within a scope."""
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
        [json.dumps(list(versions)), json.dumps(sorted(passages)), *values],
    )
    return [VersionHandle(row["key"]) for row in rows]


def _proposed(connection: Connection, tokens: Sequence[str], counts: Sequence[int]) -> Iterator[int]:
    """Yield the passages that hold a phrase, and the second of each two that it may run over.

    Args:
        counts: How many passages hold each token.
    """
    yield from _matching(connection, tokens)
    for at in range(1, len(tokens)):
        listed = counts[at - 1] < _DEARER * min(counts[at:])
        yield from _over_a_border(connection, tokens[at - 1], tokens[at:], listed=listed)


def _matching(connection: Connection, tokens: Sequence[str]) -> Iterator[int]:
    rows = connection.execute("SELECT rowid FROM passages_fts WHERE passages_fts MATCH ?", [as_query(tokens)])
    return (row["rowid"] for row in rows)


def _over_a_border(
    connection: Connection, before: str, tokens: Sequence[str], *, listed: bool
) -> Iterator[int]:
    """Yield the passages that hold some tokens, after a passage that ends with the token before these.

    The passages of a version are put one after the other (`Writer.put_passages`), so that the number of each but the
    first is one more than that of the passage before. The first may follow another version's: so it is only proposed.

    Args:
        listed: Whether the passages that hold the token before are listed first, so that the end of these alone is
            read. Else the end of each passage before is.
    """
    within = (
        "AND f.rowid - 1 IN (SELECT rowid FROM passages_fts WHERE passages_fts MATCH ?)" if listed else ""
    )
    rows = connection.execute(
        f"""
        SELECT f.rowid FROM passages_fts f CROSS JOIN {terms_table(connection)} b ON b.rowid = f.rowid - 1
        WHERE f.passages_fts MATCH ? {within} AND substr(' ' || terms_in(b.terms), ?) = ?
        """,
        [as_query(tokens), *([as_query([before])] if listed else []), -len(before) - 1, f" {before}"],
    )
    return (row["rowid"] for row in rows)
