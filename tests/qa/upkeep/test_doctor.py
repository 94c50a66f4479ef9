from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qa.embedded.snapshot import Library
from qa.embedded.writer import open_writer
from qa.errors import DamagedIndexError
from qa.upkeep.backup import backup
from qa.upkeep.check import check
from qa.upkeep.doctor import diagnose
from qa.upkeep.findings import Diagnosis
from qa.upkeep.repair import repair
from tests.qa.embedded.stored import passages_of

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from tests.qa.conftest import Archive

ARTICLE = """---
date: 2024-01-01
source: Tide
---
"The pier is shut," said Marta Ruiz, the mayor of the town.

Wheat is dear this year, farmers in the valley complain.
"""


def filled(archive: Archive) -> None:
    archive.write("a.md", ARTICLE)
    for number in range(30):
        archive.write(f"b{number}.txt", f"Rents fell in district {number}, the council of the city found.")
    archive.index()


def mended(archive: Archive) -> Diagnosis:
    return repair(archive.library, encoder_factory=lambda: archive.encoder)


def everything(archive: Archive) -> list[object]:
    """What answers are made of, without the numbers of rows."""
    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        found: list[object] = list(snapshot.speakers())
        for version, said in snapshot.all_attributions():
            passages = passages_of(snapshot, version)
            found.append((version.uid, version.sha256, said, [each.passage for each in passages]))
            found.append([each.vector.tobytes() + each.sentence_vectors.tobytes() for each in passages])
    return [*found, archive.found("Did rents fall?", k=5), archive.found("Who spoke about the pier?", k=3)]


def test_a_whole_library_needs_only_a_backup(archive: Archive, tmp_path: Path) -> None:
    filled(archive)

    assert [finding.do for finding in diagnose(archive.library).findings] == ["Run `qa backup FILE`."]

    backup(archive.library, tmp_path / "kept.zip")
    assert diagnose(archive.library).findings == ()


def test_a_library_that_others_can_read_is_named_and_closed_to_them(archive: Archive) -> None:
    filled(archive)
    archive.library.chmod(0o755)
    (archive.library / "library.db").chmod(0o644)

    words = " ".join(finding.words for finding in diagnose(archive.library).findings)

    assert "mode 755" in words
    assert "mode 644" in words
    assert any("permissions" in each for each in mended(archive).repaired)
    assert all(path.stat().st_mode & 0o077 == 0 for path in (archive.library, *archive.library.iterdir()))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE passages SET start = start + 1 WHERE id % 3 = 0",
        "DELETE FROM passages WHERE id = 1",
        "UPDATE passages_fts SET terms = 'other'",
        "DELETE FROM passages_fts WHERE rowid = 2",
        "UPDATE passages_fts_data SET block = zeroblob(length(block)) WHERE id > 10",
        "DELETE FROM passages_fts_data",
        "UPDATE embeddings SET vector_crc = vector_crc + 1 WHERE id < 4",
        "UPDATE embeddings SET vector = zeroblob(768) WHERE id < 4",
        "UPDATE embeddings SET sentence_vectors = zeroblob(7) WHERE id = 2",
        "UPDATE attributions SET speaker = CAST('Mario Ruiz' AS BLOB)",
        "UPDATE attributions SET record = CAST('{}' AS BLOB)",
        "UPDATE attributions SET linked = NULL",
        "UPDATE speakers SET name = CAST('Mario Ruiz' AS BLOB)",
        "DELETE FROM speaker_names",
        "UPDATE generations SET sha256 = 'other'",
        "DROP INDEX passages_by_version",
    ],
)
def test_whatever_is_derived_is_made_anew_from_the_texts(archive: Archive, statement: str) -> None:
    filled(archive)
    whole = everything(archive)
    with open_writer(archive.library) as writer:
        writer.connection.execute("PRAGMA foreign_keys = OFF")
        writer.connection.execute(statement)

    found = mended(archive)

    assert not found.damaged
    assert check(archive.library).problems == ()
    assert everything(archive) == whole


@pytest.mark.parametrize("how", ["flipped", "cut", "missing"])
def test_a_vector_index_that_cannot_be_used_is_written_anew(archive: Archive, how: str) -> None:
    filled(archive)
    whole = everything(archive)
    (file,) = archive.library.glob("vectors-*.faiss")
    data = bytearray(file.read_bytes())
    data[90] ^= 1
    file.unlink()
    if how != "missing":
        file.write_bytes(data if how == "flipped" else data[:-1])
    before = diagnose(archive.library)

    after = mended(archive)

    assert "answers are whole, but slower" in " ".join(finding.words for finding in before.findings)
    assert before.damaged
    assert not after.damaged
    assert everything(archive) == whole


def test_a_page_of_a_derived_table_can_be_lost(archive: Archive) -> None:
    filled(archive)
    whole = everything(archive)
    database = archive.library / "library.db"
    lost = 0
    for table in ("attributions", "passages_fts_data", "attributions_by_speaker", "speaker_names", "bands"):
        with open_writer(archive.library) as writer:
            writer.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
            (page,) = writer.connection.execute(query, [table]).fetchone()
        data = bytearray(database.read_bytes())
        data[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
        database.write_bytes(data)
        lost += not check_is_clean(archive)

        assert not mended(archive).damaged
        assert everything(archive) == whole
    assert lost == 5


def check_is_clean(archive: Archive) -> bool:
    try:
        return check(archive.library).clean
    except DamagedIndexError:
        return False


def test_a_lost_text_is_named_with_the_last_backup_and_left_alone(archive: Archive, tmp_path: Path) -> None:
    filled(archive)
    kept = tmp_path / "kept.zip"
    backup(archive.library, kept)
    with open_writer(archive.library) as writer:
        writer.connection.execute("UPDATE versions SET text = CAST('other' AS BLOB) WHERE key = 2")

    found = mended(archive)

    assert found.damaged
    assert found.beyond_repair
    assert found.last_backup is not None
    assert found.last_backup.file == str(kept)
    with open_writer(archive.library) as writer:
        (text,) = writer.connection.execute("SELECT text FROM versions WHERE key = 2").fetchone()
    assert text == b"other"


def test_a_database_whose_texts_cannot_be_read_is_not_repaired(archive: Archive, tmp_path: Path) -> None:
    filled(archive)
    backup(archive.library, tmp_path / "kept.zip")
    database = archive.library / "library.db"
    with open_writer(archive.library) as writer:
        writer.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'versions'"
        (page,) = writer.connection.execute(query).fetchone()
    data = bytearray(database.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    database.write_bytes(data)

    with pytest.raises(DamagedIndexError, match=r"kept\.zip"):
        mended(archive)
    assert database.read_bytes() == bytes(data)


def test_a_database_whose_last_page_was_cut_off_is_mended(archive: Archive) -> None:
    filled(archive)
    before = everything(archive)
    database = archive.library / "library.db"
    with database.open("rb+") as file:
        file.truncate(database.stat().st_size - 4096)

    told = mended(archive)

    assert not told.damaged
    assert everything(archive) == before
