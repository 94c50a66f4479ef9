"""Copy what can be read of a damaged database into a fresh one, and replace the damaged one with it."""

from __future__ import annotations

import logging
import os
import re
import shutil
from pathlib import Path

from qa.embedded.connections import connect_for_writing, open_unchecked, overwrite
from qa.embedded.database import Connection, begin_reading
from qa.embedded.database_errors import DATABASE, lacks_means, naming_damage
from qa.embedded.migrations import bring_up_to_date
from qa.embedded.schema_check import differences
from qa.embedded.writer_lock import writer_lock
from qa.errors import DamagedIndexError, QAError
from qa.tables.formats import keeps_corrections
from qa.tables.rows import VERSION_COLUMNS, vectors_are_whole, version_from
from qa.upkeep.last_backup import pointing_at_backup

logger = logging.getLogger(__name__)

_TRUTH = ("places", "forgotten", "forgotten_texts", "articles", "versions", "given", "models", "meta")
"""Tables that nothing else can bring back, in an order in which rows refer only to earlier ones."""

_ADDED = ("corrections", "name_pairs")
"""Tables of that kind which a library of an older format does not have."""

_SPARED = ("embeddings", "files", "skipped", "fetched")
"""Tables that save work. Where they cannot be read, the work is done again."""

_NUMBERED = ("versions", "models", "embeddings", "passages", "attributions", "generations")
_GENERATION = re.compile(r"vectors-(\d{8})\.faiss")


def salvage(folder: Path) -> None:
    """Copy what can be read into a fresh database, and replace the damaged one with it in one commit.

    Raises:
        DamagedIndexError: If a table that nothing else can bring back cannot be read; nothing is replaced then.
        LibraryBusyError: While another process writes.
    """
    try:
        with writer_lock(folder):
            remove_salvaged(folder)
            try:
                _replace(folder, _scratch(folder))
            finally:
                remove_salvaged(folder)
    except DamagedIndexError as error:
        raise DamagedIndexError(
            f"The library in {folder} is damaged where its texts are kept, so it cannot be repaired ({error}). "
            f"Run `qa restore FILE --force` with a backup. {pointing_at_backup(folder)}".rstrip()
        ) from error


def remove_salvaged(folder: Path) -> None:
    """Remove the copy that a salvage was killed over: it holds texts. Only for who holds the writer's lock."""
    shutil.rmtree(_scratch(folder), ignore_errors=True)


def _scratch(folder: Path) -> Path:
    # Without a process's number, so that whoever writes next finds it.
    return folder.with_name(f".{folder.name}.salvaged")


def _replace(folder: Path, scratch: Path) -> None:
    _fill_up(folder / DATABASE)
    source = open_unchecked(folder).connection
    # SQLite copies nothing over a file whose pages have another size.
    (page_size,) = source.execute("PRAGMA page_size").fetchone()
    fresh = connect_for_writing(scratch, page_size=page_size)
    try:
        bring_up_to_date(fresh, scratch)
        with naming_damage(folder), fresh.transaction():
            _copy_rows(source, fresh, folder)
        source.close()
        overwrite(folder, fresh)
    finally:
        source.close()
        fresh.close()


def _fill_up(path: Path) -> None:
    """Fill up a database whose end was cut off with zeros: SQLite reads nothing of a file that is too short.

    Source: https://sqlite.org/fileformat.html, "The Database Header": page size at 16, number of pages at 28.
    """
    with path.open("rb") as file:
        header = file.read(100)
    if not header.startswith(b"SQLite format 3\x00"):
        return
    page = int.from_bytes(header[16:18], "big")
    whole = (65_536 if page == 1 else page) * int.from_bytes(header[28:32], "big")
    size = path.stat().st_size
    # A header that gives more than twice the size of the file is itself damaged.
    if size < whole <= 2 * size:
        os.truncate(path, whole)


def _copy_rows(source: Connection, fresh: Connection, folder: Path) -> None:
    begin_reading(source)
    strange = {difference.name: difference.words for difference in differences(source)}
    fresh.execute("PRAGMA defer_foreign_keys = ON")
    for table in (*_TRUTH, *(_ADDED if keeps_corrections(source) else ())):
        if table in strange:
            # A view in its place would run what its maker wrote.
            raise DamagedIndexError(strange[table])
        try:
            _copy_table(source, fresh, table)
        except Exception as error:
            if isinstance(error, QAError) or lacks_means(error):
                raise
            # Such as a number that is given twice.
            raise DamagedIndexError(f"the table {table} cannot be copied: {error}") from error
    query = f"SELECT {VERSION_COLUMNS} FROM versions v JOIN articles a ON a.key = v.article"
    read = len([version_from(row).key for row in fresh.execute(query)])
    if read != fresh.execute("SELECT count(1) FROM versions").fetchone()[0]:
        raise DamagedIndexError("some texts belong to no article")
    for table in _SPARED:
        if table in strange:
            continue
        try:
            _copy_table(source, fresh, table)
        except Exception as error:
            if lacks_means(error):
                raise
            logger.warning("The table %s cannot be read, so what it holds is made again: %s", table, error)
            fresh.execute(f"DELETE FROM {table}")
    for row in fresh.execute("SELECT * FROM embeddings").fetchall():
        if not vectors_are_whole(row):
            fresh.execute("DELETE FROM embeddings WHERE id = ?", [row["id"]])
    for row in fresh.execute("PRAGMA foreign_key_check").fetchall():
        if row["table"] not in _SPARED:
            raise DamagedIndexError(f"some rows of {row['table']} belong to nothing")
        fresh.execute(f"DELETE FROM {row['table']}")
    _continue_numbering(source, fresh, folder)


def _copy_table(source: Connection, fresh: Connection, table: str) -> None:
    names = [row["name"] for row in fresh.execute(f"PRAGMA table_info({table})")]
    # By its rows alone: the damage may be in an index.
    rows = source.execute(f"SELECT {', '.join(names)} FROM {table} NOT INDEXED")
    marks = ", ".join("?" * len(names))
    fresh.execute(f"DELETE FROM {table}")
    fresh.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", map(tuple, rows))


def _continue_numbering(source: Connection, fresh: Connection, folder: Path) -> None:
    """Continue the numbering of rows, so that no number is given twice: files and running readers know the old ones."""
    numbers = dict.fromkeys(_NUMBERED, 0)
    try:
        numbers |= {
            row["name"]: row["seq"] for row in source.execute("SELECT name, seq FROM sqlite_sequence")
        }
    except Exception as error:
        if lacks_means(error):
            raise
        logger.warning("The numbers given so far cannot be read; only those of files go on from there.")
    files = [int(match[1]) for path in folder.iterdir() if (match := _GENERATION.fullmatch(path.name))]
    numbers["generations"] = max([numbers["generations"], *files])
    for name, number in numbers.items():
        highest = max(number, _sequence(fresh, name))
        fresh.execute("DELETE FROM sqlite_sequence WHERE name = ?", [name])
        fresh.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", [name, highest])


def _sequence(connection: Connection, name: str) -> int:
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", [name]).fetchone()
    return 0 if row is None else int(row["seq"])
