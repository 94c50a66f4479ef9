"""A backup of a library on a server is one of a folder's kind: it is restored here and there."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from embeddings.encoder import Encoder
from qa.datatypes import Scope
from qa.errors import DamagedIndexError, InputProblem, LibraryBusyError, NoIndexError, UsageError
from qa.ingest.libraries import is_library, open_writer
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.server.connections import connect
from qa.server.snapshot import ServerArchive
from qa.settings import ServerLibrary, server_library
from qa.upkeep.backup import backup
from qa.upkeep.backup_proof import verify_backup
from qa.upkeep.check import check
from qa.upkeep.doctor import diagnose
from qa.upkeep.grant import grant
from qa.upkeep.last_backup import last_backup
from qa.upkeep.move import move
from qa.upkeep.restore import restore
from tests.qa.conftest import Archive
from tests.qa.server.damage import as_somebody_with_all_rights, damage
from tests.qa.server.node import Node
from tests.qa.server.test_writing import everything
from tests.qa.upkeep.test_move import rows_of
from tests.releases.release import FILES, unpacked

pytestmark = pytest.mark.slow


@pytest.fixture
def filled(archive: Archive) -> Archive:
    archive.write("pier.md", '"The pier stays shut," said Marta Ruiz, the mayor.')
    archive.write("odd.txt", "A café with a \N{GRINNING FACE}, 3.5 per cent.")
    archive.index()
    archive.write("pier.md", '"The pier opens again," said Marta Ruiz, the mayor. Gulls came.')
    archive.index()
    return archive


@pytest.fixture
def place(node: Node, filled: Archive, request: pytest.FixtureRequest) -> ServerLibrary:
    place = node.library(f"kept_{abs(hash(request.node.nodeid)) % 10_000_000_000}")
    move(filled.library, place)
    return place


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """What a user keeps beside a library on a server."""
    own = tmp_path / "own"
    own.mkdir()
    return own


def schemas_of(place: ServerLibrary) -> list[str]:
    """Return the schemas of the database whose names hold that of a library."""
    connection = connect(place)
    rows = connection.execute(
        "SELECT nspname FROM pg_namespace WHERE position(? IN nspname) > 0 ORDER BY 1", [place.schema]
    )
    found = [row["nspname"] for row in rows]
    connection.close()
    return found


def add(place: ServerLibrary, archive: Archive, name: str, text: str) -> None:
    archive.write(name, text)
    update(place, IndexRequest((archive.folder,)), encoder_factory=lambda: archive.encoder)


def test_a_backup_of_a_server_is_restored_into_a_folder_row_by_row(
    place: ServerLibrary, filled: Archive, tmp_path: Path, own: Path
) -> None:
    (own / "reports.jsonl").write_text('{"question": "q"}\n')

    made = backup(place, tmp_path / "kept.zip", own=own)
    done = restore(tmp_path / "kept.zip", tmp_path / "carried")

    assert verify_backup(tmp_path / "kept.zip").clean
    assert rows_of(tmp_path / "carried") == rows_of(filled.library)
    assert made.articles == done.articles == 2
    assert (tmp_path / "carried" / "reports.jsonl").read_text() == '{"question": "q"}\n'
    assert last_backup(own) == made
    # It is what doctor misses otherwise.
    advice = {known: {each.do for each in diagnose(place, own=known).findings} for known in (own, None)}
    assert advice[None] - advice[own] == {"Run `qa backup FILE`."}
    assert not list(tmp_path.glob(".*.tmp"))


def test_a_backup_of_a_folder_is_restored_to_a_server(
    filled: Archive, node: Node, tmp_path: Path, own: Path
) -> None:
    (filled.library / "reports.jsonl").write_text('{"question": "q"}\n')
    made = backup(filled.library, tmp_path / "kept.zip")
    place = node.library("from_a_folder")

    done = restore(tmp_path / "kept.zip", place, own=own)

    assert (done.library, done.articles, done.kept) == (str(place), 2, None)
    assert check(place).clean
    assert everything(place, filled.encoder) == everything(filled.library, filled.encoder)
    known = last_backup(own)
    assert known is not None
    assert known.sha256 == made.sha256
    assert (own / "reports.jsonl").read_text() == '{"question": "q"}\n'
    assert (own / "reports.jsonl").stat().st_mode & 0o077 == 0
    add(place, filled, "mole.txt", "The mole was built before the pier.")
    assert check(place).clean


def test_a_library_is_replaced_only_when_asked_and_kept_beside_with_its_roles(
    place: ServerLibrary, filled: Archive, node: Node, tmp_path: Path
) -> None:
    for role, writes in (("asks_it", False), ("fills_it", True)):
        grant(place, role, writes=writes)
    backup(place, tmp_path / "kept.zip")
    before = everything(place, filled.encoder)
    add(place, filled, "mole.txt", "The mole was built before the pier.")
    after = everything(place, filled.encoder)
    # As a replacement leaves it that was killed.
    as_somebody_with_all_rights(place, f"CREATE SCHEMA _incoming_{place.schema}")

    with pytest.raises(UsageError, match="--force"):
        restore(tmp_path / "kept.zip", place)
    assert everything(place, filled.encoder) == after
    done = restore(tmp_path / "kept.zip", place, force=True)

    assert done.kept is not None
    assert done.kept.endswith(f"?schema={place.schema}_replaced_1")
    assert schemas_of(place) == [place.schema, f"{place.schema}_replaced_1"]
    assert everything(place, filled.encoder) == before
    assert everything(node.library(f"{place.schema}_replaced_1"), filled.encoder) == after
    reads, writes_ = (
        server_library(node.address(place.schema, user=each)) for each in ("asks_it", "fills_it")
    )
    assert check(reads).clean
    with open_writer(writes_) as writer, writer.transaction():
        writer.set_meta("show", "quotes")
    with pytest.raises(UsageError, match="may not"), open_writer(reads) as writer, writer.transaction():
        writer.set_meta("show", "quotes")
    assert restore(tmp_path / "kept.zip", place, force=True).kept == done.kept[:-1] + "2"


def test_who_reads_on_sees_the_old_library_until_it_is_done_and_then_the_new_one(
    place: ServerLibrary, filled: Archive, tmp_path: Path
) -> None:
    backup(place, tmp_path / "kept.zip")
    add(place, filled, "mole.txt", "The mole was built before the pier.")

    with ServerArchive.open(place) as archive:
        with archive.snapshot() as view:
            states = [view.generation]
            assert len(view.lexical(["mole"], Scope(), 5)) == 1
            with pytest.raises(LibraryBusyError, match="reads the library"):
                restore(tmp_path / "kept.zip", place, force=True)
            assert len(view.lexical(["mole"], Scope(), 5)) == 1
        assert schemas_of(place) == [place.schema]

        restore(tmp_path / "kept.zip", place, force=True)
        with archive.snapshot() as view:
            assert view.lexical(["mole"], Scope(), 5) == []
            assert len(view.lexical(["gull"], Scope(), 5)) == 1
            # What was cached of the old one is not taken for what is there now.
            assert view.generation not in states


def test_a_backup_is_of_one_state_while_another_process_writes(
    place: ServerLibrary, filled: Archive, tmp_path: Path
) -> None:
    with open_writer(place) as writer, writer.transaction():
        writer.set_meta("show", "quotes")
        writer.connection.execute("DELETE FROM attributions")
        backup(place, tmp_path / "kept.zip")

    restore(tmp_path / "kept.zip", tmp_path / "carried")
    assert rows_of(tmp_path / "carried") == rows_of(filled.library)


@pytest.mark.parametrize(
    "name", ["a byte of a text", "a byte of a vector", "passage of no version", "full-text terms changed"]
)
def test_a_damaged_library_is_not_backed_up(
    place: ServerLibrary, tmp_path: Path, own: Path, name: str
) -> None:
    backup(place, tmp_path / "kept.zip", own=own)
    kept = (tmp_path / "kept.zip").read_bytes()
    damage(place, name)

    with pytest.raises(DamagedIndexError, match=r"(?i)no backup was made"):
        backup(place, tmp_path / "kept.zip", own=own, force=True)
    assert (tmp_path / "kept.zip").read_bytes() == kept


def test_what_is_not_a_whole_backup_leaves_the_server_as_it_is(
    place: ServerLibrary, filled: Archive, node: Node, tmp_path: Path
) -> None:
    file = tmp_path / "kept.zip"
    backup(place, file)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    before = everything(place, filled.encoder)

    with pytest.raises(InputProblem, match="not a whole backup"):
        restore(file, place, force=True)
    with pytest.raises(InputProblem, match="not a whole backup"):
        restore(file, node.library("never_made"))
    assert everything(place, filled.encoder) == before
    assert schemas_of(place) == [place.schema]
    assert not is_library(node.library("never_made"))


def test_a_role_that_reads_may_back_up_and_not_restore(
    place: ServerLibrary, filled: Archive, node: Node, tmp_path: Path
) -> None:
    grant(place, "saves_it", writes=True)
    other = server_library(node.address(place.schema, user="saves_it"))
    before = everything(place, filled.encoder)

    assert backup(other, tmp_path / "kept.zip").articles == 2
    with pytest.raises(UsageError, match="belongs to the role onrecord"):
        restore(tmp_path / "kept.zip", other, force=True)
    assert everything(place, filled.encoder) == before
    assert schemas_of(place) == [place.schema]


def test_a_library_that_is_being_written_is_not_replaced(place: ServerLibrary, tmp_path: Path) -> None:
    backup(place, tmp_path / "kept.zip")

    with open_writer(place), pytest.raises(LibraryBusyError, match="Another process is writing"):
        restore(tmp_path / "kept.zip", place, force=True)
    assert schemas_of(place) == [place.schema]


def test_articles_that_wait_for_workers_are_not_left_out_of_a_backup(
    place: ServerLibrary, tmp_path: Path
) -> None:
    as_somebody_with_all_rights(
        place,
        "INSERT INTO jobs (uid, place, path, id, text_sha, article) VALUES ('a', 1, 'a', 'a', 'a', 'a')",
    )

    with pytest.raises(UsageError, match="qa work --until-done"):
        backup(place, tmp_path / "kept.zip")
    assert not (tmp_path / "kept.zip").exists()


def test_a_value_that_no_server_takes_makes_no_library(filled: Archive, node: Node, tmp_path: Path) -> None:
    # Nothing checks the name of a model, and SQLite takes a zero in it.
    with sqlite3.connect(filled.library / "library.db") as connection:
        connection.execute("UPDATE models SET name = 'a' || char(0) || 'b'")
    connection.close()
    backup(filled.library, tmp_path / "kept.zip")
    place = node.library("of_a_strange_model")

    with pytest.raises(DamagedIndexError, match="none that this program writes"):
        restore(tmp_path / "kept.zip", place)
    assert not is_library(place)


def test_what_no_repair_brings_back_a_backup_does(
    place: ServerLibrary, filled: Archive, tmp_path: Path
) -> None:
    backup(place, tmp_path / "kept.zip")
    before = everything(place, filled.encoder)
    as_somebody_with_all_rights(place, "DROP TABLE versions", "DROP TABLE postings")

    restore(tmp_path / "kept.zip", place, force=True)

    assert everything(place, filled.encoder) == before
    assert check(place).clean


def test_there_is_no_backup_of_nothing(node: Node, tmp_path: Path) -> None:
    with pytest.raises(NoIndexError):
        backup(node.library("nothing_at_all"), tmp_path / "kept.zip")
    assert list(tmp_path.iterdir()) == []


def test_a_backup_of_an_older_program_is_restored_to_a_server(
    node: Node, tmp_path: Path, encoder: Encoder
) -> None:
    old = unpacked(FILES[0], tmp_path / "old")
    place = node.library("of_an_older_program")

    done = restore(old.backup, place)

    assert done.articles > 0
    restore(old.backup, tmp_path / "carried")
    with open_writer(tmp_path / "carried"):
        pass
    assert everything(place, encoder) == everything(tmp_path / "carried", encoder)
