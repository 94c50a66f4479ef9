"""Migrate an older library to this program's format, step by step, after copying its database beside it."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping
from pathlib import Path

from embeddings.checksums import sha256_of, sync_folder
from qa.embedded.added_tables import ADDED, ADDED_COLUMNS_IN_2
from qa.embedded.database import Connection, copy_to
from qa.embedded.database_errors import DATABASE, naming_damage
from qa.embedded.schema import (
    APPLICATION_ID,
    FULL_TEXT,
    TABLES,
    newer,
    statements,
    stored_format,
)
from qa.tables.connection import Counted
from qa.tables.formats import LIBRARY_FORMAT

logger = logging.getLogger(__name__)

_AT_ONCE = 4096
"""How many passages are brought over between two reports of how far it is."""


def _seal_all(connection: Connection, _: Counted | None) -> None:
    """Add the columns that format 1 did not have, and fill them: with seals, so that damage shows from then on."""
    for table, columns in ADDED_COLUMNS_IN_2.items():
        for column in columns:
            connection.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    connection.execute("UPDATE embeddings SET vector_crc = vector_seal(vector)")
    connection.execute("UPDATE articles SET crc = article_seal(uid, place, path, id)")
    connection.execute("UPDATE versions SET crc = version_seal(article, sha256, day, reader, pages)")
    connection.execute('UPDATE passages SET crc = passage_seal(version, start, "end", embedding, sentences)')
    connection.execute(
        """
        UPDATE attributions
        SET crc = attribution_seal(version, ordinal, start, "end", speaker, kind, confidence, record)
        """
    )
    connection.execute(
        """
        UPDATE attributions SET link_crc = link_seal(crc, (SELECT name FROM speakers WHERE id = linked))
        """
    )
    connection.execute("UPDATE speakers SET crc = speaker_seal(name, kind, aliases)")


def _index_words(connection: Connection, counted: Counted | None) -> None:
    from qa.embedded.search.segments import add_new  # here: it loads numpy

    add_new(connection, counted)


def _note_versions(connection: Connection, _: Counted | None) -> None:
    from qa.embedded.search.segments import put_due_versions  # here: as above

    put_due_versions(connection)


def _keep_terms_apart(connection: Connection, counted: Counted | None) -> None:
    """Move the terms of all passages out of FTS5, which keeps none from then on."""
    from qa.tables.compressed import TERMS  # here, as above: mostly there is nothing to migrate

    (last,) = connection.execute("SELECT coalesce(max(rowid), 0) FROM passages_fts").fetchone()
    starts = range(0, last + 1, _AT_ONCE)
    for done, start in enumerate(starts, 1):
        rows = connection.execute(
            "SELECT rowid, terms FROM passages_fts WHERE rowid BETWEEN ? AND ?", [start, start + _AT_ONCE - 1]
        )
        connection.executemany(
            "INSERT INTO passage_terms (passage, terms) VALUES (?, ?)",
            ((row["rowid"], TERMS.compressed(_text(row["terms"]).encode())) for row in rows.fetchall()),
        )
        if counted is not None:
            counted(done, 2 * len(starts))
    for table in ("passages_vocabulary", "passages_fts"):
        connection.execute(f"DROP TABLE {table}")
    for statement in statements(FULL_TEXT):
        connection.execute(statement)
    for done, start in enumerate(starts, 1 + len(starts)):
        connection.execute(
            """
            INSERT INTO passages_fts (rowid, terms)
            SELECT passage, terms_in(terms) FROM passage_terms WHERE passage BETWEEN ? AND ?
            """,
            [start, start + _AT_ONCE - 1],
        )
        if counted is not None:
            counted(done, 2 * len(starts))


def _text(value: object) -> str:
    """Return a text, and for what is none an empty one: it is damage, and `qa doctor` finds it by that."""
    return value if isinstance(value, str) else ""


_ALL = (TABLES, FULL_TEXT, *ADDED.values())
_FILLED: Mapping[int, Callable[[Connection, Counted | None], None]] = {
    2: _seal_all,
    5: _index_words,
    8: _note_versions,
    9: _keep_terms_apart,
}
"""What fills the tables that a format added (`ADDED`), by its number. The next update makes the words of format 6 and
packs the rows as format 7 has them; until then what is older is read as it is."""


def bring_up_to_date(connection: Connection, folder: Path, counted: Counted | None = None) -> Path | None:
    """Create the tables, or migrate an older library step by step; return the path of its copy, if one was made.

    A step that is interrupted leaves the library as it was before this step.

    Args:
        counted: Called while a step goes through the whole library.

    Raises:
        NewerLibraryError: If the library is newer than this program.
        DamagedIndexError: If it is not whole.
    """
    with naming_damage(folder):
        found = stored_format(connection)
        if found > LIBRARY_FORMAT:
            raise newer(folder, found)
        if found == LIBRARY_FORMAT:
            return None
        if found == 0:
            with connection.transaction():
                for statement in statements("".join(_ALL)):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {LIBRARY_FORMAT}")
            return None
        copy = _keep_copy(connection, folder, found)
        for number in range(found + 1, LIBRARY_FORMAT + 1):
            with connection.transaction():
                for statement in statements(ADDED.get(number, "")):
                    connection.execute(statement)
                if number in _FILLED:
                    _FILLED[number](connection, counted)
                connection.execute(f"PRAGMA user_version = {number}")
    logger.warning(
        "The library was brought from format %d to %d. A copy of its database as it was is kept: %s. "
        "It can be deleted when everything is as expected.",
        found,
        LIBRARY_FORMAT,
        copy,
    )
    return copy


def old_copies(folder: Path) -> list[Path]:
    """Return the paths of the copies that migrations left in a library's folder."""
    return sorted(folder.glob(f"{Path(DATABASE).stem}-format-*.db"))


def _keep_copy(connection: Connection, folder: Path, found: int) -> Path:
    """Copy the database beside itself. A copy is never overwritten; an equal one is not kept twice."""
    stem = f"{Path(DATABASE).stem}-format-{found}"
    beside = folder / f".{stem}.{os.getpid()}.tmp"
    copy_to(connection, beside)
    number = 1
    while True:
        target = folder / (f"{stem}.db" if number == 1 else f"{stem}-{number}.db")
        if not target.exists():
            beside.rename(target)
            sync_folder(folder)
            return target
        # Left by a migration that was interrupted after this point.
        if sha256_of(target) == sha256_of(beside):
            beside.unlink()
            return target
        number += 1
