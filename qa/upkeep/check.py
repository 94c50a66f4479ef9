"""Check everything in a library: its structure, all rows with their checksums, and what it is searched by."""

from __future__ import annotations

from collections.abc import Iterable

from qa.embedded.connections import one_state
from qa.settings import LibraryPlace, ServerLibrary
from qa.tables.connection import Connection
from qa.tables.purging import is_purge_unfinished
from qa.upkeep.check_folder import folder_troubles
from qa.upkeep.findings import CheckReport, Trouble
from qa.upkeep.status import count


def check(library: LibraryPlace) -> CheckReport:
    """Check the whole library and report what does not fit together.

    Raises:
        NoIndexError: If there is no library.
        DamagedIndexError: If it cannot be opened at all, or read.
        UnreachableError: If the server that keeps it does not answer.
    """
    if isinstance(library, ServerLibrary):
        from qa.server.connections import reading  # here, as below: it needs a package of an extra
        from qa.upkeep.check_server import server_troubles

        with reading(library) as connection:
            # It has no files, so no generations of them.
            return _report(connection, server_troubles(connection), 0)
    with one_state(library) as opened:
        troubles = tuple(folder_troubles(opened, library))
        return _report(opened, troubles, count(opened, "generations"))


def _report(connection: Connection, troubles: Iterable[Trouble], generations: int) -> CheckReport:
    return CheckReport(
        tuple(troubles),
        articles=count(connection, "versions WHERE current = 1"),
        versions=count(connection, "versions"),
        passages=count(connection, "passages"),
        generations=generations,
        unfinished_purge=is_purge_unfinished(connection),
    )
