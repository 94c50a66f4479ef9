"""Notice that a server has stopped without a word: its machine hangs, or the way to it is cut.

The system keeps such a connection open for as long as it likes, and a statement would wait with it.
"""

from __future__ import annotations

from collections.abc import Generator
from time import monotonic
from typing import Any, TypeVar

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.rows import RowFactory

Result = TypeVar("Result")

_SILENCE = 10
"""Seconds."""


class WatchedConnection(psycopg.Connection[Any]):
    """A connection whose statements may take long, but not on a server that no longer lets anybody in."""

    address = ""
    silence = _SILENCE

    def wait(self, gen: Generator[Any, Any, Result], *settings: Any, **named: Any) -> Result:
        return super().wait(self._watched(gen), *settings, **named)

    def _watched(self, gen: Generator[Any, Any, Result]) -> Generator[Any, Any, Result]:
        """Pass on what a statement waits for. The driver says every tenth of a second that nothing has come."""
        heard = monotonic()
        try:
            waits_for = next(gen)
            while True:
                something = yield waits_for
                if something:
                    heard = monotonic()
                elif monotonic() - heard > self.silence:
                    self._knock()
                    heard = monotonic()
                waits_for = gen.send(something)
        except StopIteration as done:
            result: Result = done.value
            return result

    def _knock(self) -> None:
        """Raise an OperationalError, and end this connection, unless its server takes another one."""
        info = self.info
        there = make_conninfo(
            self.address, host=info.host, hostaddr=info.hostaddr, port=info.port, target_session_attrs="any"
        )
        try:
            psycopg.connect(there, connect_timeout=self.silence).close()
        except psycopg.OperationalError:
            # At once, so that nobody tries to tell the server that the transaction is over.
            self.pgconn.finish()
            raise


def silence_of(address: str) -> int:
    """Return for how many seconds a server of an address may be silent."""
    given = str(conninfo_to_dict(address).get("connect_timeout") or "")
    # As libpq has it, 1 is too short; no limit is not on offer here.
    return max(int(given), 2) if given.isascii() and given.isdecimal() and int(given) else _SILENCE


def connect_watched(address: str, row_factory: RowFactory[Any]) -> WatchedConnection:
    """Connect to the first server of an address that answers and is of the kind asked for.

    Each of them, and later each statement, may be silent for `connect_timeout` of the address, else for ten seconds.

    Raises:
        psycopg.ProgrammingError: If the address is none. It may repeat what is written there.
        psycopg.OperationalError: If no server answers.
    """
    silence = silence_of(address)
    opened = WatchedConnection.connect(
        address, autocommit=True, connect_timeout=silence, row_factory=row_factory
    )
    opened.address, opened.silence = address, silence
    return opened
