"""Note in a library that a purge has begun, until no copy of the purged texts is left in it."""

from __future__ import annotations

from qa.tables.connection import Connection

PURGING = "purging"
"""The key of `meta` under which the purged articles are kept, and a digest of what each purge named."""


def is_purge_unfinished(connection: Connection) -> bool:
    """Return whether a purge ended early, on a full disk or killed, so that parts of its texts may be left."""
    return connection.execute("SELECT 1 FROM meta WHERE key = ?", [PURGING]).fetchone() is not None
