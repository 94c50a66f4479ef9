"""Propose the passages whose vectors are nearest to a question's: all are compared, or an approximate index proposes.

Whichever it is, `qa.archive.scoring` scores what is proposed, and cuts. The index serves where a question may be
answered by more passages than are compared one by one: where dates, outlets or somebody's words leave few, all of them
are compared.
"""

from __future__ import annotations

from typing import Any

from qa.datatypes import Scope, Vectors
from qa.server.connections import ServerConnection
from qa.server.full_text import inside
from qa.server.vector_index import COMPARED_AT_MOST, VectorSearch, index_condition, index_expression
from qa.tables.passages import Ids
from qa.tables.scope_conditions import conditions

_ROUNDING = 1e-5
"""More than single and double precision can differ in the inner product of two unit vectors."""
_CANDIDATES = 400
"""How many entries of the index are looked at. With fewer, more of the nearest are missed (docs/server.md)."""
_SLACK = 16
"""How many more are proposed than twice as many as are asked for: the index compares in half precision."""


def nearest(
    connection: ServerConnection,
    search: VectorSearch,
    vector: Vectors,
    scope: Scope,
    k: int,
    within: Ids | None,
) -> list[int]:
    """Return the passages that may be among the k nearest, with all that tie with the last.

    Args:
        within: If given, only these passages, which are in the scope.
    """
    condition, values = inside(connection, "n.passage", scope, within)
    query = str(vector.astype(float).tolist())
    if search.uses_index and search.dim == len(vector) and _are_many(connection, scope, within):
        found = _proposed_by_index(connection, search, query, k, condition, values)
        if found is not None:
            return found
    kind, product = connection.vector, connection.inner_product
    # pgvector's <#> is the inner product with its sign turned: the nearest is the least.
    rows = connection.planned_anew(
        f"""
        WITH compared AS (
            SELECT n.passage, n.vector {product} ?::{kind} AS distance FROM vectors n WHERE {condition}
        ), last AS (SELECT distance FROM compared ORDER BY distance OFFSET ? LIMIT 1)
        SELECT passage FROM compared
        WHERE distance <= coalesce((SELECT distance FROM last), 'Infinity') + ?::float8
        """,
        [query, *values, k - 1, _ROUNDING],
    )
    return [int(row["passage"]) for row in rows]


def _are_many(connection: ServerConnection, scope: Scope, within: Ids | None) -> bool:
    """Return whether more passages may answer than are compared one by one."""
    if within is not None:
        return len(within) > COMPARED_AT_MOST
    if scope.everything:
        return True
    condition, values = conditions(connection, scope)
    row = connection.planned_anew(
        f"""
        SELECT count(*) FROM (
            SELECT 1 FROM versions v JOIN passages o ON o.version = v.key WHERE {condition} LIMIT ?
        ) counted
        """,
        [*values, COMPARED_AT_MOST + 1],
    ).fetchone()
    return row is not None and row[0] > COMPARED_AT_MOST


def _proposed_by_index(
    connection: ServerConnection, search: VectorSearch, query: str, k: int, condition: str, values: list[Any]
) -> list[int] | None:
    """Return what the index proposes, and what is near of the passages that came after it, with all that tie with the
    last; None where the index cannot tell."""
    # A filter takes entries away; then it goes on to the next ones, in order.
    connection.execute(
        f"SET LOCAL hnsw.ef_search = {_CANDIDATES}; SET LOCAL hnsw.iterative_scan = strict_order"
    )
    kind, half, product = connection.vector, connection.half_vector, connection.inner_product
    fetch = 2 * k + _SLACK
    chosen = f"SELECT n.passage, n.vector {product} ?::{kind} AS distance FROM vectors n WHERE"
    by_index = connection.planned_anew(
        f"""
        {chosen} {index_condition(connection, search.dim, search.last)} AND {condition}
        ORDER BY {index_expression(connection, search.dim)} {product} ?::{half}({search.dim:d}) LIMIT ?
        """,
        [query, *values, query, fetch],
    ).fetchall()
    # It gives up after many entries that a filter takes away.
    if len(by_index) < fetch:
        return None
    later = connection.planned_anew(
        f"{chosen} n.passage > {search.last:d}::bigint AND {condition} ORDER BY distance LIMIT ?",
        [query, *values, fetch],
    ).fetchall()
    # Further than these, either may have others.
    known_to = min(
        max(float(row["distance"]) for row in some) for some in (by_index, later) if len(some) == fetch
    )
    found = sorted((float(row["distance"]), int(row["passage"])) for row in [*by_index, *later])
    last = found[k - 1][0] + _ROUNDING
    # Equal texts may go on after the last.
    if known_to <= last:
        return None
    return [passage for distance, passage in found if distance <= last]
