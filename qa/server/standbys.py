"""Wait until the standbys of an address show what was just written: whoever asks one of them next finds it."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import suppress

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from qa.server.connections import ServerConnection
from qa.server.watched_connection import silence_of
from qa.settings import ServerLibrary

logger = logging.getLogger(__name__)

_TICK = 0.05
"""Seconds until a standby is asked again."""


def position(connection: ServerConnection) -> str:
    """Return up to where a primary has written its log."""
    row = connection.execute("SELECT pg_current_wal_lsn()::text").fetchone()
    return "" if row is None else str(row[0])


def wait_for_standbys(library: ServerLibrary, written: str) -> None:
    """Wait until every standby that the address names shows what was written up to a position.

    For each, at most as long as a server of the address may be silent; what is behind then is named in the log. One
    that does not answer is not waited for: nobody can ask it.
    """
    limit = silence_of(library.dsn)
    for name, server in _servers(library.dsn):
        with suppress(psycopg.OperationalError):
            with psycopg.connect(server, autocommit=True, connect_timeout=limit) as connection:
                behind = _behind(connection, written, limit)
            if behind:
                logger.warning(
                    "%s does not show yet what was written: it is %s behind, and shows it once it has caught up.",
                    name,
                    behind,
                )


def _behind(connection: psycopg.Connection, written: str, limit: float) -> str:
    """Wait until a server shows what was written; return how far it is behind when the time is over, if it is."""
    ends = time.monotonic() + limit
    while True:
        # A primary replays nothing, and has what it wrote.
        row = connection.execute(
            """
            SELECT NOT pg_is_in_recovery() OR pg_last_wal_replay_lsn() >= %(written)s::pg_lsn,
                pg_size_pretty(%(written)s::pg_lsn - pg_last_wal_replay_lsn())
            """,
            {"written": written},
        ).fetchone()
        if row is None or row[0]:
            return ""
        if time.monotonic() >= ends:
            return str(row[1])
        time.sleep(_TICK)


def _servers(address: str) -> Iterator[tuple[str, str]]:
    """Yield the host of each server that an address names, and the address of this one alone."""
    given = conninfo_to_dict(address)
    hosts = str(given.get("host") or "").split(",")
    ports = str(given.get("port") or "").split(",")
    if len(hosts) == 1:
        return
    for host, port in zip(hosts, ports * len(hosts) if len(ports) == 1 else ports, strict=False):
        yield host, make_conninfo(address, host=host, port=port or None, target_session_attrs="any")
