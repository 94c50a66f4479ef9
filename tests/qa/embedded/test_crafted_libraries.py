"""A library or backup from somebody else is refused, or read without harm: no code of theirs runs, nothing hangs."""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from embeddings.encoder import Encoder
from qa.datatypes import Scope
from qa.embedded import bounded_connection
from qa.embedded.connections import one_state
from qa.embedded.snapshot import Library
from qa.embedded.writer import open_writer
from qa.errors import DamagedIndexError, InputProblem, QAError
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.upkeep.backup import backup
from qa.upkeep.backup_proof import verify_backup
from qa.upkeep.check import check
from qa.upkeep.doctor import diagnose
from qa.upkeep.repair import repair
from qa.upkeep.restore import restore
from qa.upkeep.status import status
from tests.qa.embedded.crafted import PAGES, ROWS, SCHEMAS, change, change_page, packed

pytestmark = pytest.mark.slow

SECONDS = 20
"""On a machine that does much else at the same time; alone each takes less than three."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Path:
    root = tmp_path_factory.mktemp("whole")
    (root / "articles").mkdir()
    for name in "ab":
        text = f'"The pier of {name} is shut," said Ada Quill, a minister.\n\nRents fell, Ivo Brandt said.'
        (root / "articles" / f"{name}.txt").write_text(text)
    update(root / "library", IndexRequest((root / "articles",)), encoder_factory=lambda: encoder)
    return root / "library"


@pytest.fixture
def library(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / "library"))


@contextmanager
def in_seconds() -> Iterator[None]:
    started = time.monotonic()
    yield
    assert time.monotonic() - started < SECONDS


def read(folder: Path) -> None:
    with Library.open(folder) as opened, opened.snapshot() as snapshot:
        list(snapshot.articles(Scope()))
        snapshot.speakers()
        snapshot.corpus()


def evil_was_run(library: Path) -> bool:
    with closing(sqlite3.connect(library / "library.db")) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        try:
            return (
                connection.execute("SELECT 1 FROM meta NOT INDEXED WHERE key = 'evil' LIMIT 1").fetchone()
                is not None
            )
        except sqlite3.DatabaseError:
            return False


@pytest.mark.parametrize("how", SCHEMAS)
def test_a_schema_that_this_program_does_not_make_is_refused_before_anything_is_read(
    library: Path, tmp_path: Path, encoder: Encoder, how: str
) -> None:
    change(library / "library.db", SCHEMAS[how])
    uses: list[Callable[[], object]] = [
        lambda: read(library),
        lambda: status(library),
        lambda: check(library),
        lambda: update(library, IndexRequest(()), encoder_factory=lambda: encoder),
    ]
    before = (library / "library.db").read_bytes()

    with in_seconds():
        for use in uses:
            with pytest.raises(DamagedIndexError):
                use()
        assert (library / "library.db").read_bytes() == before
        assert diagnose(library).damaged
        with pytest.raises(InputProblem, match="Nothing was changed"):
            restore(packed(library, tmp_path / "evil.zip"), tmp_path / "carried")
        with pytest.raises(DamagedIndexError):
            verify_backup(tmp_path / "evil.zip")

    assert not (tmp_path / "carried").exists()
    assert "view that never ends in the place of meta" in how or not evil_was_run(library)


@pytest.mark.parametrize("how", ROWS)
def test_rows_that_this_program_does_not_write_end_in_its_own_errors(
    library: Path, tmp_path: Path, encoder: Encoder, how: str
) -> None:
    change(library / "library.db", ROWS[how])
    uses: list[Callable[[], object]] = [
        lambda: read(library),
        lambda: status(library),
        lambda: check(library),
        lambda: diagnose(library),
        lambda: update(library, IndexRequest(()), encoder_factory=lambda: encoder),
        lambda: restore(packed(library, tmp_path / "evil.zip"), tmp_path / "carried"),
        # Last, since it may change the library.
        lambda: repair(library, encoder_factory=lambda: encoder),
    ]

    with in_seconds():
        for use in uses:
            try:
                use()
            except QAError as error:
                assert type(error) is not QAError


@pytest.mark.parametrize("how", ["article with bytes for its uid", "version with bytes for its date"])
def test_bytes_where_a_text_should_be_are_not_listed(library: Path, how: str) -> None:
    change(library / "library.db", ROWS[how])

    with pytest.raises(DamagedIndexError, match="not what was stored"):
        read(library)


@pytest.mark.parametrize("how", PAGES)
def test_pages_that_no_program_writes_are_damage_in_seconds(library: Path, tmp_path: Path, how: str) -> None:
    table = change_page(library / "library.db", how)

    with in_seconds():
        for use in (read, status):
            with suppress(DamagedIndexError):
                # Not each question comes to such a page.
                use(library)
        with pytest.raises(DamagedIndexError), one_state(library) as connection:
            for _ in connection.execute(f"SELECT rowid FROM {table} NOT INDEXED"):
                pass
        with pytest.raises(DamagedIndexError), one_state(library) as connection:
            connection.execute(f"SELECT count(1) FROM {table} NOT INDEXED").fetchone()
        assert diagnose(library).damaged
        with pytest.raises(DamagedIndexError, match=r"(?i)no backup was made"):
            backup(library, tmp_path / "kept.zip")
        with pytest.raises(InputProblem):
            restore(packed(library, tmp_path / "evil.zip"), tmp_path / "carried")


def test_a_value_larger_than_any_of_this_program_is_not_read(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(library / "library.db", "UPDATE places SET path = zeroblob(3000000)")
    monkeypatch.setattr(bounded_connection, "_LONGEST_VALUE", 2_000_000)

    with pytest.raises(DamagedIndexError, match="too big"):
        status(library)


def test_other_spaces_and_comments_are_no_other_schema(library: Path) -> None:
    spaced = "replace(sql, 'NOT NULL', 'NOT  /* as ever */ NULL')"
    change(
        library / "library.db",
        f"PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = {spaced} "
        "WHERE type = 'table' AND name IN ('places', 'versions')",
    )

    assert check(library).clean


@pytest.mark.parametrize("how", ["trigger on versions", "index missing", "table beside", "statistics"])
def test_a_strange_schema_around_whole_tables_is_repaired(library: Path, encoder: Encoder, how: str) -> None:
    change(library / "library.db", SCHEMAS[how])

    assert not repair(library, encoder_factory=lambda: encoder).damaged

    assert check(library).clean
    with open_writer(library) as writer:
        assert writer.meta("evil") is None


def test_a_view_in_the_place_of_a_table_is_not_read_by_a_repair(library: Path, encoder: Encoder) -> None:
    change(library / "library.db", SCHEMAS["view that never ends in the place of places"])

    with in_seconds(), pytest.raises(DamagedIndexError, match="cannot be repaired"):
        repair(library, encoder_factory=lambda: encoder)


def test_articles_of_no_place_are_not_repaired(library: Path, encoder: Encoder) -> None:
    change(library / "library.db", "PRAGMA foreign_keys = OFF; UPDATE places SET id = -1")

    with pytest.raises(DamagedIndexError, match="cannot be repaired"):
        repair(library, encoder_factory=lambda: encoder)


@pytest.mark.parametrize("how", ["articles without end", "places without end", "versions without end"])
def test_rows_that_are_there_twice_are_not_repaired(library: Path, encoder: Encoder, how: str) -> None:
    change_page(library / "library.db", how)

    with in_seconds(), pytest.raises(DamagedIndexError, match="cannot be repaired"):
        repair(library, encoder_factory=lambda: encoder)


def test_what_only_saves_work_is_left_out_of_a_repair_where_it_belongs_to_nothing(
    library: Path, encoder: Encoder
) -> None:
    change(
        library / "library.db",
        "PRAGMA foreign_keys = OFF; UPDATE files SET place = 77; DROP INDEX passages_by_version",
    )

    assert not repair(library, encoder_factory=lambda: encoder).damaged
