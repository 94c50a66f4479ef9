"""Check a library on a server: its tables, its rows, and what it is searched by."""

from __future__ import annotations

from collections.abc import Iterator

from qa.server.check_search_tables import search_troubles
from qa.server.check_tables import require_own_tables, table_troubles
from qa.server.connections import ServerConnection
from qa.upkeep.check_rows import TermsTable, row_troubles
from qa.upkeep.findings import Trouble


def server_troubles(connection: ServerConnection) -> Iterator[Trouble]:
    """Yield whatever does not fit together in a library on a server.

    Raises:
        DamagedIndexError: If it lacks a table.
    """
    require_own_tables(connection)
    troubles = [Trouble("database", f"database: {words}") for words in table_troubles(connection)]
    yield from troubles
    # As in a folder: rows that lead nowhere need not be checked in detail.
    if not troubles:
        yield from row_troubles(connection, TermsTable("full_text", "passage", "f.terms"))
        yield from (Trouble(part, words) for part, words in search_troubles(connection))
