from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from qa.embedded.added_tables import ADDED
from qa.embedded.connections import connect_for_writing
from qa.embedded.schema import FULL_TEXT, TABLES, statements
from qa.embedded.schema_check import is_same, made_by
from qa.embedded.snapshot import Library
from qa.embedded.writer import open_writer
from qa.errors import DamagedIndexError, NoIndexError
from qa.tables.formats import LIBRARY_FORMAT


def test_a_folder_without_a_library_is_no_index(tmp_path: Path) -> None:
    with pytest.raises(NoIndexError):
        Library.open(tmp_path)
    with pytest.raises(NoIndexError):
        Library.open(tmp_path / "absent")


def test_a_library_that_was_only_begun_is_no_index(tmp_path: Path) -> None:
    connect_for_writing(tmp_path).close()

    with pytest.raises(NoIndexError):
        Library.open(tmp_path)


def test_a_library_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    before = os.umask(0)
    try:
        with open_writer(folder) as writer, writer.transaction():
            writer.set_meta("a", "b")
            modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    finally:
        os.umask(before)

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert modes == dict.fromkeys(modes, 0o600)
    assert "library.db-wal" in modes


def test_a_newer_library_is_refused(tmp_path: Path) -> None:
    with open_writer(tmp_path) as writer:
        writer.connection.execute(f"PRAGMA user_version = {LIBRARY_FORMAT + 1}")

    with pytest.raises(DamagedIndexError, match="newer version"):
        Library.open(tmp_path)
    with pytest.raises(DamagedIndexError, match="newer version"), open_writer(tmp_path):
        pass


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE theirs (a)")
    other.close()

    with pytest.raises(DamagedIndexError, match="not an Onrecord library"):
        Library.open(tmp_path)
    before = path.read_bytes()
    with pytest.raises(DamagedIndexError, match="not an Onrecord library"), open_writer(tmp_path):
        pass
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"SQLite format 3\0" + b"\1" * 5000])
def test_a_file_that_is_no_database_is_damage(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "library.db").write_bytes(content)

    with pytest.raises(DamagedIndexError):
        Library.open(tmp_path)


def test_a_schema_that_is_no_text_is_damage(tmp_path: Path) -> None:
    with open_writer(tmp_path) as writer:
        writer.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    path = tmp_path / "library.db"
    whole = path.read_bytes()
    at = whole.index(b"CREATE TABLE versions")
    for offset in (7, 14, 20):
        data = bytearray(whole)
        data[at + offset] ^= 0x80
        path.write_bytes(data)

        with (
            pytest.raises(DamagedIndexError),
            Library.open(tmp_path) as library,
            library.snapshot() as snapshot,
        ):
            snapshot.corpus()


@pytest.mark.parametrize(
    "later",
    [
        "",
        "-- A remark.\nALTER TABLE given ADD COLUMN remark TEXT; ALTER TABLE meta ADD COLUMN n INTEGER DEFAULT 0;",
        "CREATE TABLE remarks (uid TEXT PRIMARY KEY) WITHOUT ROWID; ALTER TABLE remarks ADD COLUMN said TEXT;",
    ],
    ids=["as it is", "columns of older tables", "a column of a new table"],
)
def test_what_a_later_format_adds_is_compared_as_sqlite_keeps_it(later: str) -> None:
    script = statements("".join((TABLES, FULL_TEXT, *ADDED.values(), later)))
    database = sqlite3.connect(":memory:")
    for statement in script:
        database.execute(statement)

    made = made_by(script)

    kept = {
        tuple(entry): sql
        for *entry, sql in database.execute("SELECT type, name, tbl_name, sql FROM sqlite_master")
    }
    assert made.keys() <= kept.keys()
    assert [entry for entry, sql in made.items() if not is_same(kept[entry], sql)] == []


def test_a_column_that_this_program_does_not_add_is_another_schema() -> None:
    made = made_by(["CREATE TABLE remarks (uid TEXT PRIMARY KEY)"])

    assert not is_same("CREATE TABLE remarks (uid TEXT PRIMARY KEY, said TEXT)", *made.values())
