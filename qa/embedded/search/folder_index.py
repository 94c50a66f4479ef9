"""Keep what a folder's passages are found by: full text in the database, and vectors in files of generations."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Sequence
from pathlib import Path

from qa.datatypes import VersionHandle
from qa.embedded.database import Connection
from qa.embedded.database_errors import lacks_room_for_copy
from qa.embedded.schema import FULL_TEXT, statements
from qa.embedded.search.generations import is_due, latest, outside, remove_leftovers
from qa.embedded.search.stored_terms import delete_terms, put_terms
from qa.embedded.search.words import empty, segments_are_due
from qa.tables.connection import IndexedPassage

logger = logging.getLogger(__name__)

FEWEST = 2_000
"""With fewer passages outside the last generation, none is published before a run ends."""
MOST = 20_000
"""With more, one is published in any case: more are not kept in memory between two questions."""
_GROWN = 0.25
"""By what share of itself a library has grown when the next generation is due, within these bounds."""

FEWEST_PAGES = 512
"""With fewer (4 MB of a new library), a database is not written compactly because it has grown."""

_COMPACT_PAGES = "compact_pages"
"""The key of `meta` under which a library remembers how many pages it had when its rows were last written compactly, or
when that was first noted. It is of use to this engine only."""


class FolderIndex:
    """Full text and generations of a library in a folder, for its writer."""

    def __init__(self, connection: Connection, folder: Path) -> None:
        self._connection = connection
        self._folder = folder

    def add(self, passages: Sequence[IndexedPassage]) -> None:
        put_terms(self._connection, ((each.passage, each.terms) for each in passages))

    def drop(self, version: VersionHandle) -> None:
        from qa.embedded.search.segments import drop  # here, as below: it loads numpy

        drop(self._connection, version)
        rows = self._connection.execute("SELECT id FROM passages WHERE version = ?", [version])
        delete_terms(self._connection, [row["id"] for row in rows])

    def move(self, version: VersionHandle) -> None:
        # Written again when the transaction ends.
        self._connection.execute(
            """
            DELETE FROM segment_versions WHERE segment IN (
                SELECT s.n FROM passages p JOIN word_segments s ON p.id BETWEEN s.first AND s.last WHERE p.version = ?
            )
            """,
            [version],
        )

    def empty(self) -> None:
        # To delete from a damaged index may not be possible.
        for table in ("passages_vocabulary", "passages_fts"):
            self._connection.execute(f"DROP TABLE {table}")
        for statement in statements(FULL_TEXT):
            self._connection.execute(statement)
        self._connection.execute("DELETE FROM passage_terms")
        empty(self._connection)

    def settle(self) -> None:
        """Bring the postings up to date, as the last thing in a transaction."""
        if segments_are_due(self._connection):
            from qa.embedded.search.segments import write_due

            write_due(self._connection)

    def generation(self) -> int:
        last = latest(self._connection)
        return 0 if last is None else int(last["n"])

    def forget_vectors(self) -> None:
        self._connection.execute("DELETE FROM generations")

    def replace_vectors(self) -> None:
        from qa.embedded.search.publishing import (
            add_generation,  # here, as below: mostly nothing is published
        )

        add_generation(self._connection, self._folder, from_scratch=True)

    def is_grown(self) -> bool:
        last = latest(self._connection)
        published = 0 if last is None else int(last["count"])
        unpublished, _ = outside(self._connection, last)
        return unpublished >= max(FEWEST, min(MOST, published * _GROWN))

    def is_due(self) -> bool:
        return is_due(self._connection, self._folder)

    def publish(self, *, alone: bool = False) -> None:
        from qa.embedded.search.publishing import publish

        publish(self._connection, self._folder, from_scratch=alone)
        if alone:
            with self._connection.transaction():
                self._connection.execute("DELETE FROM generations WHERE n < (SELECT max(n) FROM generations)")
            remove_leftovers(self._connection, self._folder)

    def note_size(self) -> None:
        if self._noted_pages() is None:
            self._note_pages()

    def is_loose(self) -> bool:
        noted = self._noted_pages()
        return noted is not None and self._number("page_count") >= 2 * max(noted, FEWEST_PAGES)

    def shrink(self) -> bool:
        pages, unused, size = map(self._number, ("page_count", "freelist_count", "page_size"))
        # A copy beside it and one in the log.
        needed = 2 * (pages - unused) * size
        if shutil.disk_usage(self._folder).free < needed:
            logger.warning(
                "The library's file could be smaller. For that, %s MB have to be free on its disk for a while: make "
                "room, and run `qa index` again. Until then, what is added goes into the room inside the file.",
                f"{needed / 1e6:,.0f}",
            )
            return False
        try:
            self._write_compactly()
        except Exception as error:
            # The copy lies in the folder for temporary files, perhaps on another disk. Nothing is lost without it.
            if not lacks_room_for_copy(error):
                raise
            logger.warning(
                "The library's file could be smaller, but could not be written compactly (%s). Make room on its disk "
                "and in the folder for temporary files, and run `qa index` again.",
                error,
            )
            return False
        remove_leftovers(self._connection, self._folder)
        return True

    def erase(self) -> bool:
        from qa.embedded.search.segments import rewrite_without_dropped

        # Deleted terms stay in the full-text index until its parts are merged, or its segments are written again.
        with self._connection.transaction():
            self._connection.execute("INSERT INTO passages_fts (passages_fts) VALUES ('optimize')")
            rewrite_without_dropped(self._connection, share=0)
        whole = self._write_compactly()
        if not whole:
            logger.warning(
                "A process that is reading the library keeps parts of what was purged in its log. "
                "They are deleted when it has ended and the library is written to again."
            )
        if self._connection.execute("SELECT 1 FROM models WHERE current = 1").fetchone():
            # The generation before still holds the vectors.
            self.publish(alone=True)
        return whole

    def _write_compactly(self) -> bool:
        """Rewrite the database without gaps; return whether its log is empty now."""
        self._connection.execute("VACUUM")
        self._note_pages()
        busy, *_ = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    def _noted_pages(self) -> int | None:
        row = self._connection.execute(
            "SELECT CAST(value AS INTEGER) AS pages FROM meta WHERE key = ?", [_COMPACT_PAGES]
        ).fetchone()
        return None if row is None else int(row["pages"])

    def _note_pages(self) -> None:
        self._connection.execute(
            "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            [_COMPACT_PAGES, str(self._number("page_count"))],
        )

    def _number(self, pragma: str) -> int:
        return int(self._connection.execute(f"PRAGMA {pragma}").fetchone()[0])
