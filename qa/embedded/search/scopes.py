"""Find the passages of versions, and the versions of passages, by what the segments of full text have of both."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from qa.datatypes import Scope
from qa.embedded.database import Connection
from qa.embedded.search.postings import segments
from qa.embedded.search.scratch import Scratch
from qa.embedded.search.words import has_versions, numbers_of
from qa.tables.passages import Ids
from qa.tables.scope_conditions import conditions


def allowed_in(connection: Connection, scratch: Scratch, scope: Scope) -> Ids:
    """Return the passages within a scope, in ascending order."""
    condition, values = conditions(connection, scope)
    if not has_versions(connection):
        rows = connection.execute(
            f"SELECT p.id FROM versions v JOIN passages p ON p.version = v.key WHERE {condition}", values
        )
        return np.array(sorted(passage for (passage,) in rows), dtype=np.int64)
    some = segments(connection)
    own = scratch.versions(connection, some)
    # As one text: tens of thousands of rows, one by one, take three times as long.
    query = f"SELECT {connection.collected('v.key')} FROM versions v WHERE {condition}"
    within = np.fromstring(connection.execute(query, values).fetchone()[0] or "", np.int64, sep=" ")
    wanted = np.zeros(int(max(own.max(initial=0), within.max(initial=0))) + 1, bool)
    wanted[within] = True
    inside, found, at = wanted[own], [], 0
    for each in some:
        # A version that came back has new passages: those that it had are still in their segment.
        inside[at : at + each.span][each.dropped] = False
        found.append(np.flatnonzero(inside[at : at + each.span]) + each.first)
        at += each.span
    return np.concatenate(found) if found else np.empty(0, np.int64)


def versions_with(connection: Connection, scratch: Scratch, tokens: Sequence[str]) -> list[int]:
    """Return the versions, in ascending order, one of whose passages holds one of some tokens of the index."""
    some = segments(connection)
    lists = scratch.lists(connection, some, list(numbers_of(connection, tokens).values()))
    # Of a version that came back, the passages that it had before hold the same words.
    own = scratch.versions(connection, some)
    held = np.zeros(int(own.max(initial=0)) + 1, bool)
    for listed in lists.values():
        held[own.take(listed.places)] = True
    held[0] = False
    found: list[int] = np.flatnonzero(held).tolist()
    return found
