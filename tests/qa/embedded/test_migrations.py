"""Libraries of older formats, made from the tables as they were then, with real rows in them."""

from __future__ import annotations

import sqlite3
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qa.embedded.migrations import old_copies
from qa.embedded.schema import APPLICATION_ID, SCHEMA
from qa.embedded.snapshot import Library
from qa.errors import DamagedIndexError
from qa.upkeep.check import check
from qa.upkeep.status import status

if TYPE_CHECKING:
    from tests.qa.conftest import Archive

FORMATS = Path(__file__).parent / "formats"


def make_older(library: Path, number: int) -> None:
    """Put a library's rows into the tables of an older format, in the library's place."""
    current, older = library / "library.db", library / "older.db"
    connection = sqlite3.connect(older, isolation_level=None)
    connection.executescript((FORMATS / f"format-{number}.sql").read_text("utf-8"))
    connection.execute("ATTACH ? AS now", [str(current)])
    tables = connection.execute(
        "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'passages_fts%' "
        "AND name NOT LIKE 'sqlite_%' AND name != 'passages_vocabulary'"
    ).fetchall()
    for (table,) in tables:
        columns = ", ".join(f'"{row[1]}"' for row in connection.execute(f"PRAGMA main.table_info({table})"))
        connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM now.{table}")
    connection.execute(
        "INSERT INTO main.passages_fts (rowid, terms) SELECT rowid, terms FROM now.passages_fts"
    )
    # Such a library does not say by which rules its rows were made.
    connection.execute("DELETE FROM main.meta")
    connection.execute("DETACH now")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {number}")
    connection.close()
    older.replace(current)


@pytest.fixture
def older(archive: Archive) -> Archive:
    archive.write("a.txt", '"The pier is shut," said Ada Quill.')
    archive.write("b.txt", "Rents fell.")
    archive.index()
    make_older(archive.library, 1)
    return archive


def test_an_older_library_is_migrated_by_the_next_update_and_encodes_nothing(older: Archive) -> None:
    report = older.index()

    assert (report.articles, report.added, report.changed, report.encoded) == (2, 0, 0, 0)
    assert status(older.library).schema == SCHEMA
    assert check(older.library).clean
    assert older.found("pier", k=1) == ['"The pier is shut," said Ada Quill.']
    with Library.open(older.library) as library, library.snapshot() as snapshot:
        assert [speaker.name for speaker in snapshot.speakers()] == ["Ada Quill"]


def test_a_private_copy_is_kept_of_what_is_migrated(older: Archive, caplog: pytest.LogCaptureFixture) -> None:
    report = older.index()

    (copy,) = old_copies(older.library)
    assert copy.name == "library-format-1.db"
    assert str(copy) == report.old_copy
    assert str(copy) in caplog.text
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    connection = sqlite3.connect(copy)
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert connection.execute("SELECT count(*) FROM versions").fetchone() == (2,)
    connection.close()
    older.index()
    assert old_copies(older.library) == [copy]


def test_a_copy_that_is_there_is_never_overwritten(older: Archive) -> None:
    other = older.library / "library-format-1.db"
    other.write_bytes(b"something of an earlier time")

    older.index()

    assert other.read_bytes() == b"something of an earlier time"
    assert [path.name for path in old_copies(older.library)] == [
        "library-format-1-2.db",
        "library-format-1.db",
    ]


def test_a_reader_of_an_older_library_is_told_what_to_run(older: Archive) -> None:
    with pytest.raises(DamagedIndexError, match=r"older format 1\. Run `qa index`"):
        Library.open(older.library)
