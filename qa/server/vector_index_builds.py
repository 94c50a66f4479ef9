"""Make the approximate index of a library's vectors, and delete those that serve nobody; one process at a time.

It is made while workers go on (`CREATE INDEX CONCURRENTLY`): what they add meanwhile comes after it. A build that is
killed leaves nothing, or an index that nobody uses and the next builder deletes. Readers use the one before until it
is whole. Only a library that is itself made in one transaction gets its index there.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from qa.server.connections import ServerConnection
from qa.server.failures import first_line
from qa.server.locks import BUILDS, try_lock, unlock
from qa.server.vector_index import VectorSearch, index_condition, index_expression, vector_search

logger = logging.getLogger(__name__)

_GRAPH = "m = 24, ef_construction = 200"
"""To how many others each entry leads, and of how many they are chosen. With pgvector's own 16 and 64 too many are
missed where questions are unlike passages: 3.8 of 100 at 100,000 passages, and 0.8 with these."""
_PATIENCE = "5s"
"""So long readers of an index that is deleted are waited for; others are not kept waiting."""
_MEMORY_OF_ENTRY = 900
"""Bytes that a vector takes while an index is made, beside two for each of its numbers."""
_MOST_MEMORY = 1 << 30


def bring_indexes_up_to_date(connection: ServerConnection) -> bool:
    """Make and delete what is due, outside any transaction, unless somebody else is at it.

    The caller may keep nobody from committing: everybody who looks at the database meanwhile is waited for.

    Returns:
        Whether all that was due is done, or somebody else is at it. Where it is not, the log says why.
    """
    with _building(connection) as alone:
        if not alone:
            return True
        dropped = _drop_useless(connection)
        made = _made(connection, vector_search(connection), "CONCURRENTLY")
        connection.execute("RESET statement_timeout; RESET maintenance_work_mem")
        return dropped and made and _drop_useless(connection)


def make_index(connection: ServerConnection) -> bool:
    """Make the index if it is lacking or outgrown, in the caller's transaction, in which nobody else writes.

    Returns:
        Whether nothing failed. Where the server cannot make it, the log says so, and nothing else changes.
    """
    connection.execute("SAVEPOINT making_index")
    done = _made(connection, vector_search(connection), "")
    connection.execute(f"{'RELEASE' if done else 'ROLLBACK TO'} making_index")
    return done


@contextmanager
def _building(connection: ServerConnection) -> Iterator[bool]:
    """Keep others from building meanwhile; what is given is whether nobody else was."""
    alone = try_lock(connection, BUILDS)
    try:
        yield alone
    finally:
        if alone and not connection.is_broken():
            unlock(connection, BUILDS)


def _made(connection: ServerConnection, search: VectorSearch, how: str) -> bool:
    """Make the index if it is lacking or outgrown; return whether nothing failed."""
    if not (search.lacks_index or search.is_outgrown) or search.next_name in search.made:
        return True
    needed = search.passages * (2 * search.dim + _MEMORY_OF_ENTRY)
    condition = index_condition(connection, search.dim, search.newest).replace("n.", "")
    expression = index_expression(connection, search.dim).replace("n.", "")
    try:
        # A graph that does not fit takes several times as long. Whoever runs the server may allow more.
        connection.execute(
            """
            SELECT set_config('statement_timeout', '0', in_transaction), set_config('maintenance_work_mem', greatest(
                pg_size_bytes(current_setting('maintenance_work_mem')), bytes) / 1024 || 'kB', in_transaction)
            FROM (SELECT ?::bigint AS bytes, ?::boolean AS in_transaction) given
            """,
            [min(needed, _MOST_MEMORY), not how],
        )
        connection.execute(
            f"CREATE INDEX {how} {search.next_name} ON vectors USING hnsw "
            f'(({expression}) "{connection.extension}".halfvec_ip_ops) WITH ({_GRAPH}) WHERE {condition}'
        )
    except psycopg.Error as error:
        if connection.is_broken():
            raise
        logger.warning(
            "The approximate index of vectors could not be made (%s). Vectors are compared without it until the next "
            "run can make it; answers are the same, only slower.",
            first_line(error),
        )
        return False
    return True


def _drop_useless(connection: ServerConnection) -> bool:
    """Delete the indexes that serve nobody, outside any transaction; who uses one is waited for, but not for long.

    Returns:
        Whether none is left.
    """
    useless = vector_search(connection).useless
    if not useless:
        return True
    connection.execute(f"SET lock_timeout = '{_PATIENCE}'")
    try:
        for name in useless:
            connection.execute(f'DROP INDEX CONCURRENTLY "{name}"')
    except psycopg.errors.LockNotAvailable:
        logger.warning(
            "Somebody reads the library and is not done, so an index of vectors that serves nobody was not deleted. "
            "The next run tries again."
        )
        return False
    finally:
        if not connection.is_broken():
            connection.execute("SET lock_timeout = 0")
    return True
