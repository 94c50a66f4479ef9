"""Libraries of older formats, made from the tables as they were then, with real rows in them."""

from __future__ import annotations

import sqlite3
import stat
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qa.datatypes import Scope
from qa.embedded.migrations import old_copies
from qa.embedded.schema import APPLICATION_ID
from qa.embedded.search.phrases_across import versions_holding
from qa.embedded.search.scratch import Scratch
from qa.embedded.snapshot import Library
from qa.errors import DamagedIndexError
from qa.ingest.correct import correct
from qa.ingest.give import give
from qa.ingest.report import IndexRequest, Progress
from qa.ingest.update import update
from qa.quote_ids import quote_id
from qa.tables.compressed import terms_in
from qa.tables.formats import LIBRARY_FORMAT
from qa.tables.speaker_words import MADE_BY
from qa.upkeep.backup import backup
from qa.upkeep.check import check
from qa.upkeep.repair import repair
from qa.upkeep.restore import restore
from qa.upkeep.salvage import salvage
from qa.upkeep.status import status
from tests.qa.embedded.upgrades import derived

pytestmark = pytest.mark.slow

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
    connection.create_function("terms_in", 1, terms_in)
    connection.execute(
        "INSERT INTO main.passages_fts (rowid, terms) SELECT passage, terms_in(terms) FROM now.passage_terms"
    )
    if number == 1:
        # Such a library does not say by which rules its rows were made.
        connection.execute("DELETE FROM main.meta")
    # None of these has the words by which speakers are found.
    connection.execute("DELETE FROM main.meta WHERE key = ?", [MADE_BY])
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
    assert status(older.library).library_format == LIBRARY_FORMAT
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


@pytest.fixture
def of_format_2(archive: Archive) -> Archive:
    archive.write("a.txt", '"The pier is shut," said Ada Quill.')
    archive.index()
    give(archive.library, "a.txt", source="Gazette")
    make_older(archive.library, 2)
    return archive


def test_a_library_of_format_2_is_read_as_it_is(of_format_2: Archive, tmp_path: Path) -> None:
    seen = status(of_format_2.library)
    backup(of_format_2.library, tmp_path / "saved.zip")

    assert (seen.library_format, seen.corrections, seen.aliases, seen.articles) == (2, (), (), 1)
    assert of_format_2.found("pier", k=1) == ['"The pier is shut," said Ada Quill.']
    assert check(of_format_2.library).clean
    restore(tmp_path / "saved.zip", tmp_path / "carried")
    assert status(tmp_path / "carried").library_format == 2


def test_a_library_of_format_2_is_migrated_without_loss(of_format_2: Archive) -> None:
    before = derived(of_format_2.library)

    report = of_format_2.index()

    assert (report.articles, report.changed, report.encoded) == (1, 0, 0)
    assert derived(of_format_2.library) == before
    assert status(of_format_2.library).library_format == LIBRARY_FORMAT
    assert check(of_format_2.library).clean
    assert [path.name for path in old_copies(of_format_2.library)] == ["library-format-2.db"]
    with Library.open(of_format_2.library) as library, library.snapshot() as snapshot:
        assert [each.article.source for each in snapshot.find_articles("a.txt")] == ["Gazette"]


def test_the_first_correction_migrates_a_library_of_format_2(of_format_2: Archive) -> None:
    with Library.open(of_format_2.library) as library, library.snapshot() as snapshot:
        (version,) = snapshot.find_articles("a.txt")

    correct(of_format_2.library, quote_id(version.uid, version.sha256, 0, 19), "Una Strand")

    assert status(of_format_2.library).library_format == LIBRARY_FORMAT
    with Library.open(of_format_2.library) as library, library.snapshot() as snapshot:
        assert [speaker.name for speaker in snapshot.speakers()] == ["Una Strand"]


def test_a_damaged_library_of_format_2_is_saved(of_format_2: Archive) -> None:
    salvage(of_format_2.library)

    assert status(of_format_2.library).library_format == LIBRARY_FORMAT


@pytest.mark.parametrize("number", [3, 4])
def test_a_library_without_postings_is_searched_as_one_that_has_them(archive: Archive, number: int) -> None:
    archive.write("a.txt", '"The pier is shut," said Ada Quill. The pier was old.')
    archive.write("b.txt", "Rents fell near the pier.")
    archive.index()

    def found() -> list[object]:
        with Library.open(archive.library) as library, library.snapshot() as snapshot:
            return [
                snapshot.lexical(["pier", "rent", "quill"], Scope(), 5),
                snapshot.document_frequency(["pier", "rent", "ferri"]),
                snapshot.term_like("qill"),
                [len(snapshot.versions_holding([["the", "pier"]], Scope()))],
            ]

    with_postings = found()
    make_older(archive.library, number)

    assert found() == with_postings
    assert check(archive.library).clean
    archive.index()
    assert status(archive.library).library_format == LIBRARY_FORMAT
    assert check(archive.library).clean
    assert found() == with_postings


def test_a_scope_in_a_library_of_format_7_has_the_same_passages_as_in_one_of_this_format(
    archive: Archive,
) -> None:
    archive.write("old.jsonl", '{"id": "1", "text": "The pier is shut.", "date": "2023-05-01"}')
    archive.write("new.jsonl", '{"id": "2", "text": "The pier is open.", "date": "2024-05-01"}')
    archive.index()

    def found() -> list[object]:
        with Library.open(archive.library) as library, library.snapshot() as snapshot:
            return [
                snapshot.lexical(["pier"], scope, 5)
                for scope in (Scope(since=date(2024, 1, 1)), Scope(until=date(2024, 1, 1)))
            ]

    with_versions = found()
    make_older(archive.library, 7)

    assert found() == with_versions
    assert check(archive.library).clean
    archive.index()
    assert status(archive.library).library_format == LIBRARY_FORMAT
    assert check(archive.library).clean
    assert found() == with_versions
    assert [len(each) for each in with_versions] == [1, 1]


def test_a_library_whose_full_text_keeps_its_terms_is_searched_as_one_of_this_format(
    archive: Archive,
) -> None:
    for number in range(20):
        text = "The old pier of the harbour is shut. " * 60 + f"Rents fell by {number} near the old pier."
        archive.write(f"{number}.txt", text)
    archive.index()
    # The first is looked for among all words, the second also where a passage ends.
    phrases = [["old", "pier"], ["harbour", "is"]]

    def found() -> list[object]:
        with Library.open(archive.library) as library, library.snapshot() as snapshot:
            connection = snapshot._connection
            return [
                snapshot.lexical(["pier", "rent"], Scope(), 5),
                snapshot.phrase(["old", "pier"], Scope(), 5),
                [len(versions_holding(connection, Scratch(), [each], Scope())) for each in phrases],
            ]

    of_today = found()
    make_older(archive.library, 8)

    assert found() == of_today
    assert check(archive.library).clean
    archive.index()
    assert status(archive.library).library_format == LIBRARY_FORMAT
    assert check(archive.library).clean
    assert found() == of_today


@pytest.mark.parametrize("value", ["NULL", "7", "x'ff'"], ids=["nothing", "a number", "bytes"])
def test_terms_that_are_no_text_are_brought_over_as_damage_and_mended(archive: Archive, value: str) -> None:
    archive.write("a.txt", '"The pier is shut," said Ada Quill.')
    archive.write("b.txt", "Rents fell.")
    archive.index()
    make_older(archive.library, 8)
    connection = sqlite3.connect(archive.library / "library.db")
    with connection:
        connection.execute(f"UPDATE passages_fts_content SET c0 = {value} WHERE id = 2")
    connection.close()

    archive.index()

    assert status(archive.library).library_format == LIBRARY_FORMAT
    assert any("full-text index" in each for each in check(archive.library).problems)
    repair(archive.library, encoder_factory=lambda: archive.encoder)
    assert check(archive.library).clean
    assert archive.found("rents", k=1) == ["Rents fell."]


NAMED = (
    '"The pier is shut," said Ada Quill. "It is old," said Ada Quill. "Rents fell," said the Bank of Harwick.'
)


def test_speakers_of_a_library_of_format_5_are_found_as_of_one_that_has_their_words(archive: Archive) -> None:
    archive.write("a.txt", NAMED)
    archive.write("b.txt", '"It may open," said Bert Marsh.')
    archive.index()

    def found() -> list[object]:
        with Library.open(archive.library) as library, library.snapshot() as snapshot:
            like = [snapshot.speakers_like(name, wrong) for name, wrong in (("Quill", 0), ("Ada Qill", 1))]
            bodies = snapshot.speakers_like("bank of harwick"), snapshot.most_quoted(1, kind="group")
            return [
                *like,
                *bodies,
                snapshot.speaker("Ada Quill"),
                snapshot.speaker_count(),
                snapshot.most_quoted(2),
            ]

    with_words = found()
    make_older(archive.library, 5)

    assert found() == with_words
    assert check(archive.library).clean
    archive.index()
    assert status(archive.library).library_format == LIBRARY_FORMAT
    assert check(archive.library).clean
    assert found() == with_words
    assert [each.name for each in with_words[0]] == [each.name for each in with_words[1]] == ["Ada Quill"]


def test_an_upgrade_says_how_far_it_is(archive: Archive) -> None:
    archive.write("a.txt", NAMED)
    archive.index()
    make_older(archive.library, 4)
    steps: list[Progress] = []

    update(archive.library, IndexRequest(), encoder_factory=lambda: archive.encoder, progress=steps.append)

    # Its words are counted, its postings written; its terms are stored apart and indexed; its two speakers are read.
    shown = [(each.stage, each.done, each.total) for each in steps if each.stage in ("upgrading", "naming")]
    assert shown == [*[("upgrading", 1, 2), ("upgrading", 2, 2)] * 2, ("naming", 2, 2)]


@pytest.fixture
def of_format_3(archive: Archive) -> Archive:
    archive.write("a.txt", '"The pier is shut," said Ada Quill, a spokeswoman for the Ports Authority.')
    archive.index()
    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        (version,) = snapshot.find_articles("a.txt")
    correct(archive.library, quote_id(version.uid, version.sha256, 0, 19), "Una Strand")
    make_older(archive.library, 3)
    return archive


def test_a_library_of_format_3_is_read_as_it_is(of_format_3: Archive, tmp_path: Path) -> None:
    seen = status(of_format_3.library)
    backup(of_format_3.library, tmp_path / "saved.zip")

    assert (seen.library_format, [each.speaker for each in seen.corrections]) == (3, ["Una Strand"])
    assert check(of_format_3.library).clean
    with Library.open(of_format_3.library) as library, library.snapshot() as snapshot:
        (version,) = snapshot.find_articles("a.txt")
        assert [name for _, name in snapshot.attributions([version.key])[version.key]] == ["Una Strand"]
        assert len(snapshot.attributed_to("Una Strand", Scope())) == 1
        assert snapshot.descriptions([version.key]) == {version.key: []}
        assert snapshot.bearers(["mayor"], Scope()) == []


def test_a_library_of_format_3_is_migrated_without_loss(of_format_3: Archive) -> None:
    report = of_format_3.index()

    assert (report.articles, report.changed, report.encoded) == (1, 0, 0)
    assert status(of_format_3.library).library_format == LIBRARY_FORMAT
    assert check(of_format_3.library).clean
    with Library.open(of_format_3.library) as library, library.snapshot() as snapshot:
        assert [speaker.name for speaker in snapshot.speakers()] == ["Una Strand"]


def test_what_was_corrected_is_saved_from_a_damaged_library(archive: Archive) -> None:
    archive.write("a.txt", '"The pier is shut," said Ada Quill.')
    archive.index()
    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        (version,) = snapshot.find_articles("a.txt")
    correct(archive.library, quote_id(version.uid, version.sha256, 0, 19), "Una Strand")

    salvage(archive.library)

    assert [each.speaker for each in status(archive.library).corrections] == ["Una Strand"]
