"""Keep those apart who write to one library on a server, by locks that end with their session or transaction.

The process that decides what is in a library holds the first, as long as that takes: one process at a time. A process
that commits holds the second, so that nobody reads what another one is changing. One that needs both takes the first
before the second, or only tries for it, so that no two wait for each other. Who builds indexes of vectors, when others
may commit, holds a third, for which nobody waits.
"""

from __future__ import annotations

from qa.server.connections import ServerConnection

DECIDES, COMMITS, BUILDS = "onrecord {schema}", "onrecord {schema} commits", "onrecord {schema} builds"
"""The names of the locks."""


def lock(connection: ServerConnection, name: str) -> None:
    """Wait for a lock, and hold it until `unlock` or the end of the session."""
    _call(connection, "pg_advisory_lock", name)


def try_lock(connection: ServerConnection, name: str) -> bool:
    """Hold a lock as `lock` does, if nobody else has it; return whether that is so."""
    return _call(connection, "pg_try_advisory_lock", name)


def unlock(connection: ServerConnection, name: str) -> None:
    """Give up a lock that `lock` or `try_lock` took."""
    _call(connection, "pg_advisory_unlock", name)


def lock_in_transaction(connection: ServerConnection, name: str) -> None:
    """Wait for a lock, and hold it until the caller's transaction ends."""
    _call(connection, "pg_advisory_xact_lock", name)


def try_in_transaction(connection: ServerConnection, name: str) -> bool:
    """Hold a lock until the caller's transaction ends, if nobody else has it; return whether that is so."""
    return _call(connection, "pg_try_advisory_xact_lock", name)


def _call(connection: ServerConnection, function: str, name: str) -> bool:
    key = name.format(schema=connection.library.schema)
    row = connection.execute(f"SELECT {function}(hashtextextended(?, 0))", [key]).fetchone()
    return row is not None and bool(row[0])
