from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qa.datatypes import Scope
from qa.embedded.replacement import replace
from qa.embedded.snapshot import Library
from qa.embedded.writer import open_writer
from qa.errors import (
    DamagedIndexError,
    InputProblem,
    LibraryBusyError,
    NoIndexError,
    QAError,
    UsageError,
)
from qa.tables.formats import LIBRARY_FORMAT
from qa.upkeep.backup import backup
from qa.upkeep.backup_file import MANIFEST, rotate
from qa.upkeep.backup_proof import verify_backup
from qa.upkeep.check import check
from qa.upkeep.forget import forget
from qa.upkeep.last_backup import last_backup
from qa.upkeep.restore import restore
from tests.qa.embedded.damage import damage

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from tests.qa.conftest import Archive


def filled(archive: Archive, count: int = 12) -> None:
    archive.write("a.md", '"The pier is shut," said Marta Ruiz.')
    for number in range(count):
        archive.write(f"b{number}.txt", f"Rents fell in district {number}.")
    archive.index()


def articles(folder: Path) -> list[str]:
    with Library.open(folder) as library, library.snapshot() as snapshot:
        return [line.uid for line in snapshot.articles(Scope())]


def test_what_comes_back_is_what_was_there(archive: Archive, tmp_path: Path) -> None:
    filled(archive)
    (archive.library / "reports.jsonl").write_text('{"question": "q"}\n')
    question = "Which pier is shut?"
    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        before = snapshot.nearest(archive.encoder.encode_query(question), Scope(), 5)

    made = backup(archive.library, tmp_path / "kept.zip")
    done = restore(tmp_path / "kept.zip", tmp_path / "carried")

    assert made.articles == done.articles == 13
    assert articles(tmp_path / "carried") == articles(archive.library)
    assert check(tmp_path / "carried").clean
    with Library.open(tmp_path / "carried") as library, library.snapshot() as snapshot:
        assert snapshot.nearest(archive.encoder.encode_query(question), Scope(), 5) == before
    assert (tmp_path / "carried" / "reports.jsonl").read_text() == '{"question": "q"}\n'
    known = last_backup(archive.library)
    assert known == made
    assert known.sha256 == hashlib.sha256((tmp_path / "kept.zip").read_bytes()).hexdigest()


def test_a_restored_library_and_a_backup_are_readable_by_their_owner_only(
    archive: Archive, tmp_path: Path
) -> None:
    filled(archive)
    backup(archive.library, tmp_path / "kept.zip")
    restore(tmp_path / "kept.zip", tmp_path / "carried")

    assert stat.S_IMODE((tmp_path / "kept.zip").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "carried").stat().st_mode) == 0o700
    files = list((tmp_path / "carried").iterdir())
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    assert not [path.name for path in tmp_path.iterdir() if path.name.endswith(".tmp")]


def test_where_the_sources_are_gone_nothing_is_removed(archive: Archive, tmp_path: Path) -> None:
    filled(archive)
    backup(archive.library, tmp_path / "kept.zip")
    restore(tmp_path / "kept.zip", tmp_path / "carried")
    archive.folder.rename(tmp_path / "elsewhere")

    carried = type(archive)(archive.folder, tmp_path / "carried", archive.encoder)
    report = carried.index()

    assert report.missing_places == (str(archive.folder),)
    assert report.articles == 13


def test_it_is_made_while_another_process_writes(archive: Archive, tmp_path: Path) -> None:
    filled(archive)
    with open_writer(archive.library) as writer, writer.transaction():
        writer.set_meta("half", "done")
        backup(archive.library, tmp_path / "kept.zip")

    restore(tmp_path / "kept.zip", tmp_path / "carried")

    assert check(tmp_path / "carried").clean
    with Library.open(tmp_path / "carried") as library, library.snapshot() as snapshot:
        assert snapshot.meta("half") is None


def test_a_backup_is_not_overwritten_unless_that_is_asked_for(archive: Archive, tmp_path: Path) -> None:
    filled(archive)
    kept = tmp_path / "kept.zip"
    kept.write_text("mine")

    with pytest.raises(UsageError, match="exists already"):
        backup(archive.library, kept)
    assert kept.read_text() == "mine"

    backup(archive.library, kept, force=True)
    assert zipfile.is_zipfile(kept)


def test_a_backup_that_cannot_be_written_leaves_what_was_there(archive: Archive, tmp_path: Path) -> None:
    import resource

    filled(archive)
    kept = tmp_path / "kept.zip"
    kept.write_text("mine")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, limits[1]))
    try:
        with pytest.raises(QAError, match="written"):
            backup(archive.library, kept, force=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert kept.read_text() == "mine"
    assert not [path.name for path in tmp_path.iterdir() if path.name.endswith(".tmp")]


def test_a_folder_that_takes_no_backup_is_a_wrong_name_for_it(archive: Archive) -> None:
    filled(archive)

    with pytest.raises(UsageError, match="could not be written"):
        backup(archive.library, Path("/proc/kept.zip"))


def test_a_damaged_library_is_not_backed_up(archive: Archive, tmp_path: Path) -> None:
    filled(archive)
    damage(archive.library, "article missing")

    with pytest.raises(DamagedIndexError, match="no backup was made"):
        backup(archive.library, tmp_path / "kept.zip")
    assert not (tmp_path / "kept.zip").exists()


def test_a_damaged_vector_index_is_left_out_and_rebuilt(archive: Archive, tmp_path: Path) -> None:
    filled(archive)
    (file,) = archive.library.glob("vectors-*.faiss")
    file.unlink()
    backup(archive.library, tmp_path / "kept.zip")

    restore(tmp_path / "kept.zip", tmp_path / "carried")

    assert check(tmp_path / "carried").clean
    assert len(articles(tmp_path / "carried")) == 13


@pytest.mark.parametrize("where", ["folder", "inside", "absent"])
def test_where_a_backup_cannot_be_is_refused(archive: Archive, tmp_path: Path, where: str) -> None:
    filled(archive, 1)
    file = {
        "folder": tmp_path,
        "inside": archive.library / "kept.zip",
        "absent": tmp_path / "no" / "kept.zip",
    }[where]

    with pytest.raises(UsageError):
        backup(archive.library, file)


def test_there_is_no_backup_of_nothing(tmp_path: Path) -> None:
    with pytest.raises(NoIndexError):
        backup(tmp_path / "library", tmp_path / "kept.zip")


def test_a_library_is_replaced_only_when_asked_and_kept_beside(archive: Archive, tmp_path: Path) -> None:
    filled(archive)
    backup(archive.library, tmp_path / "kept.zip")
    archive.write("new.txt", "A rocket has landed on the moon.")
    archive.index()
    with Library.open(archive.library) as running:
        with running.snapshot() as snapshot:
            assert snapshot.corpus().articles == 14

        with pytest.raises(UsageError, match="not empty"):
            restore(tmp_path / "kept.zip", archive.library)
        done = restore(tmp_path / "kept.zip", archive.library, force=True)

        # A process that goes on running sees the library that is there now.
        with running.snapshot() as snapshot:
            assert snapshot.corpus().articles == 13
    assert done.kept is not None
    assert len(articles(Path(done.kept))) == 14


def test_a_folder_that_is_no_library_is_never_replaced(archive: Archive, tmp_path: Path) -> None:
    filled(archive)
    backup(archive.library, tmp_path / "kept.zip")

    with pytest.raises(UsageError, match="is no library"):
        restore(tmp_path / "kept.zip", archive.folder, force=True)
    with pytest.raises(UsageError):
        restore(tmp_path / "absent.zip", tmp_path / "carried")

    assert (archive.folder / "a.md").exists()


def test_a_library_that_is_being_written_is_not_replaced(archive: Archive, tmp_path: Path) -> None:
    filled(archive)
    backup(archive.library, tmp_path / "kept.zip")
    before = articles(archive.library)
    program = (
        "import sys, pathlib\nfrom qa.embedded.writer import open_writer\n"
        f"with open_writer(pathlib.Path({str(archive.library)!r})):\n"
        "    print('writing', flush=True)\n    sys.stdin.read()\n"
    )
    root = Path(__file__).parents[3]
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root
    ) as writing:
        assert writing.stdout is not None
        assert writing.stdin is not None
        writing.stdout.readline()
        with pytest.raises(LibraryBusyError):
            restore(tmp_path / "kept.zip", archive.library, force=True)
        writing.stdin.close()

    assert articles(archive.library) == before


def test_every_cut_and_flipped_backup_is_refused_before_anything_is_touched(
    archive: Archive, tmp_path: Path
) -> None:
    filled(archive, 2)
    kept = tmp_path / "kept.zip"
    backup(archive.library, kept)
    whole = kept.read_bytes()
    harmless = 0
    for number in range(60):
        data = bytearray(whole)
        at = number * (len(data) - 1) // 59
        if number % 2:
            data[at] ^= 1 << (number % 8)
        else:
            del data[at:]
        kept.write_bytes(data)
        target = tmp_path / "carried" / str(number)
        try:
            restore(kept, target)
        except (InputProblem, UsageError):
            assert not target.exists()
        else:
            # A bit that nobody reads, such as a file's date.
            harmless += 1
            assert articles(target) == articles(archive.library)
    assert harmless < 6
    assert not list((tmp_path / "carried").glob(".*"))


Members = Mapping[str, bytes]


def written(path: Path, files: Members, **changes: object) -> Path:
    """Write an archive whose manifest fits its members, except for the changes."""
    described = [
        {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in files.items()
    ]
    manifest = {
        "onrecord": "backup",
        "format": 1,
        "schema": LIBRARY_FORMAT,
        "articles": 1,
        "generation": 0,
        "made_at": "2025-01-01T00:00:00+00:00",
        "members": described,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        archive.writestr(MANIFEST, json.dumps({**manifest, **changes}))
    return path


@pytest.mark.parametrize(
    "name",
    [
        "../outside",
        "/tmp/outside",
        "folder/library.db",
        "..\\outside",
        "cache/model.onnx",
        "config.toml",
        ".lock",
    ],
)
def test_nothing_but_a_librarys_own_files_comes_out_of_a_backup(
    archive: Archive, tmp_path: Path, name: str
) -> None:
    filled(archive, 1)
    database = (archive.library / "library.db").read_bytes()
    before = sorted(tmp_path.rglob("*"))
    file = written(tmp_path / "evil.zip", {"library.db": database, name: b"evil"})

    with pytest.raises(InputProblem, match="Nothing was changed"):
        restore(file, tmp_path / "carried")

    file.unlink()
    assert sorted(tmp_path.rglob("*")) == before


def test_a_link_in_a_backup_becomes_no_link(archive: Archive, tmp_path: Path) -> None:
    filled(archive, 1)
    file = tmp_path / "evil.zip"
    link = zipfile.ZipInfo("reports.jsonl")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    backup(archive.library, file)
    with zipfile.ZipFile(file) as kept:
        members = {name: kept.read(name) for name in kept.namelist() if name != MANIFEST}
    written(file, {**members, "reports.jsonl": b"/etc/passwd"}, articles=2)
    with zipfile.ZipFile(file) as kept:
        manifest = kept.read(MANIFEST)
    with zipfile.ZipFile(file, "w") as evil:
        for name, data in members.items():
            evil.writestr(name, data)
        evil.writestr(link, b"/etc/passwd")
        evil.writestr(MANIFEST, manifest)

    restore(file, tmp_path / "carried")

    assert not (tmp_path / "carried" / "reports.jsonl").is_symlink()
    assert (tmp_path / "carried" / "reports.jsonl").read_text() == "/etc/passwd"


@pytest.mark.parametrize(
    "changes",
    [
        {"format": 2},
        {"schema": LIBRARY_FORMAT + 1},
        {"onrecord": "other"},
        {"members": []},
        {"members": [{"name": "library.db", "size": 10, "sha256": "0"}]},
        {"members": [{"name": "library.db", "size": -1, "sha256": "0"}]},
        {"members": "library.db"},
        {"members": [{"name": "library.db", "size": 10**15, "sha256": "0"}]},
        {"made_at": "\x1b[31m"},
        {"articles": "many"},
    ],
    ids=lambda changes: json.dumps(changes)[:40],
)
def test_a_manifest_that_does_not_fit_is_refused(
    archive: Archive, tmp_path: Path, changes: Mapping[str, object]
) -> None:
    filled(archive, 1)
    database = (archive.library / "library.db").read_bytes()
    file = written(tmp_path / "evil.zip", {"library.db": database}, **changes)

    with pytest.raises(InputProblem):
        restore(file, tmp_path / "carried")
    assert not (tmp_path / "carried").exists()


def test_a_bomb_goes_off_nowhere(tmp_path: Path) -> None:
    bomb = b"\0" * 50_000_000
    file = written(
        tmp_path / "bomb.zip",
        {"library.db": bomb},
        members=[{"name": "library.db", "size": 1_000, "sha256": hashlib.sha256(bomb).hexdigest()}],
    )

    with pytest.raises(InputProblem, match="larger than the manifest says"):
        restore(file, tmp_path / "carried")


@pytest.mark.parametrize("database", [b"", b"no database" * 500, b"SQLite format 3\0" + b"\1" * 8000])
def test_a_database_that_is_none_is_refused_whatever_its_checksum(tmp_path: Path, database: bytes) -> None:
    file = written(tmp_path / "evil.zip", {"library.db": database})

    with pytest.raises(InputProblem):
        restore(file, tmp_path / "carried")
    assert not (tmp_path / "carried").exists()


@pytest.mark.parametrize("data", [b"", b"PK\3\4", b"\x1f\x8b" * 100, b"{}"])
def test_a_file_that_is_no_archive_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "other.zip").write_bytes(data)

    with pytest.raises(InputProblem, match="not a whole backup"):
        restore(tmp_path / "other.zip", tmp_path / "carried")


def test_a_replacement_that_was_interrupted_between_two_names_is_finished_by_who_opens_it(
    archive: Archive, tmp_path: Path
) -> None:
    filled(archive)
    # As a crash leaves it where the disk cannot exchange two names at once.
    archive.library.rename(tmp_path / ".library.incoming")

    assert len(articles(archive.library)) == 13
    archive.library.rename(tmp_path / ".library.incoming")
    archive.write("new.txt", "A rocket has landed on the moon.")
    assert archive.index(archive.folder).added == 1
    archive.library.rename(tmp_path / ".library.incoming")
    assert forget(archive.library, "new.txt").articles == 1


def test_a_new_library_is_whole_at_every_moment_while_it_takes_an_old_ones_place(tmp_path: Path) -> None:
    for name in ("library", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "which").write_text(name)
    seen: set[str] = set()
    stop = threading.Event()

    def look() -> None:
        while not stop.is_set():
            try:
                seen.add((tmp_path / "library" / "which").read_text())
            except OSError:
                seen.add("nothing")

    watching = threading.Thread(target=look)
    watching.start()
    try:
        for _ in range(200):
            new = tmp_path / "new"
            replace(new, tmp_path / "library").rename(new)
    finally:
        stop.set()
        watching.join()

    assert seen == {"library", "new"}


def test_what_a_killed_process_left_beside_is_removed_a_day_later(archive: Archive, tmp_path: Path) -> None:
    filled(archive, 1)
    old, new, other = (
        tmp_path / name for name in (".kept.zip.1.tmp", ".kept.zip.2.tmp", ".kept.zip.old.tmp")
    )
    for folder in (old, new, other):
        folder.mkdir()
        (folder / "library.db").write_text("half of it")
    yesterday = time.time() - 25 * 3600
    for path in (old / "library.db", old, new, other / "library.db", other):
        os.utime(path, (yesterday, yesterday))

    backup(archive.library, tmp_path / "kept.zip")

    # One whose file was written to just now is another process's.
    assert [path.exists() for path in (old, new, other)] == [False, True, True]


@pytest.mark.parametrize(
    "what",
    [
        "texts changed",
        "second text changed",
        "passages moved",
        "vectors zeroed",
        "attribution records emptied",
        "speaker names changed",
        "full-text terms changed",
    ],
)
def test_a_damaged_library_replaces_no_backup_and_a_backup_of_one_is_not_restored(
    archive: Archive, tmp_path: Path, what: str
) -> None:
    filled(archive, 2)
    kept = tmp_path / "kept.zip"
    backup(archive.library, kept)
    good = kept.read_bytes()
    damage(archive.library, what)

    for ways in ({"force": True}, {"keep": 3}):
        with pytest.raises(DamagedIndexError, match=r"no backup was made.*Run `qa doctor`"):
            backup(archive.library, kept, **ways)  # type: ignore[arg-type]
    assert kept.read_bytes() == good
    assert [path.name for path in tmp_path.glob("kept*")] == ["kept.zip"]

    with zipfile.ZipFile(kept) as before:
        manifest = json.loads(before.read(MANIFEST))
    connection = sqlite3.connect(archive.library / "library.db")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("DELETE FROM generations")
    connection.commit()
    connection.close()
    bad = written(
        tmp_path / "bad.zip",
        {"library.db": (archive.library / "library.db").read_bytes()},
        articles=manifest["articles"],
    )
    with pytest.raises(InputProblem, match="Nothing was changed"):
        restore(bad, tmp_path / "carried")
    assert not verify_backup(bad).clean
    assert verify_backup(kept).clean


def test_a_backup_with_another_count_than_it_lists_is_not_restored(archive: Archive, tmp_path: Path) -> None:
    filled(archive, 2)
    kept = tmp_path / "kept.zip"
    backup(archive.library, kept)
    with zipfile.ZipFile(kept) as before:
        members = {name: before.read(name) for name in before.namelist() if name != MANIFEST}
    written(kept, members, articles=4, generation=1)

    with pytest.raises(InputProblem, match="it lists format and articles"):
        restore(kept, tmp_path / "carried")


def test_so_many_backups_as_asked_for_are_kept_and_the_oldest_goes_last(
    archive: Archive, tmp_path: Path
) -> None:
    filled(archive, 1)
    kept = tmp_path / "nightly.zip"

    made = []
    for number in range(5):
        archive.write(f"night{number}.txt", f"Night {number} was calm.")
        archive.index()
        made.append(backup(archive.library, kept, keep=3).sha256)

    names = ["nightly.zip", "nightly.1.zip", "nightly.2.zip"]
    assert sorted(path.name for path in tmp_path.glob("nightly*")) == sorted(names)
    assert [sha256(tmp_path / name) for name in names] == made[:-4:-1]
    newest = backup(archive.library, kept, keep=2).sha256
    assert [sha256(tmp_path / name) for name in names[:2]] == [newest, made[-1]]
    assert not (tmp_path / names[2]).exists()


def test_a_rotation_that_was_interrupted_loses_no_backup(tmp_path: Path) -> None:
    file, packed = tmp_path / "nightly.zip", tmp_path / "packed"
    for name in ("nightly.zip", "nightly.2.zip", "nightly.3.zip"):
        (tmp_path / name).write_text(name)
    packed.write_text("new")

    # Number 1 is free: the last rotation ended after it had moved it.
    rotate(packed, file, 4)

    found = {path.name: path.read_text() for path in tmp_path.iterdir()}
    assert found == {
        "nightly.zip": "new",
        "nightly.1.zip": "nightly.zip",
        "nightly.2.zip": "nightly.2.zip",
        "nightly.3.zip": "nightly.3.zip",
    }


def sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_a_path_that_is_too_long_for_sqlite_is_not_called_damage(archive: Archive, tmp_path: Path) -> None:
    filled(archive, 1)
    folder = tmp_path / ("a" * 200) / ("b" * 200) / ("c" * 100)
    folder.parent.mkdir(parents=True)
    shutil.copytree(archive.library, folder)

    for use in (check, lambda library: open_writer(library).__enter__()):
        with pytest.raises(UsageError, match="no path longer than 512 bytes"):
            use(folder)
