"""Another user, a read-only mount: who may only read sees at the next question what was written, or is told why not."""

from __future__ import annotations

import json
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import pytest

from qa.embedded.writer import open_writer
from qa.errors import LibraryBusyError
from qa.upkeep.backup import backup
from qa.upkeep.forget import forget
from qa.upkeep.restore import restore
from tests.qa.embedded.other_user import (
    ROOT,
    command,
    forbid_writing,
    on_a_read_only_mount,
    writing_allowed,
)

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from tests.qa.conftest import Archive

READER = """
import json, sys
from pathlib import Path
from qa.embedded.snapshot import Library
from qa.errors import QAError

rows = int(sys.argv[2])
with Library.open(Path(sys.argv[1])) as library:
    print(json.dumps("ready"), flush=True)
    for line in sys.stdin:
        try:
            with library.snapshot() as snapshot:
                marks = {snapshot.meta(f"mark {n}")[:9] for n in range(rows)}
                if line.strip() == "wait":
                    print(json.dumps("waiting"), flush=True)
                    sys.stdin.readline()
                    marks |= {snapshot.meta(f"mark {n}")[:9] for n in range(rows)}
                texts = [v.article.text for each in snapshot.articles() for v in snapshot.find_articles(each.uid)]
            print(json.dumps({"marks": sorted(marks), "texts": texts}), flush=True)
        except QAError as error:
            print(json.dumps({"error": type(error).__name__, "words": str(error)}), flush=True)
"""

SMALL, LARGE = 3, 1500
"""Rows of four kilobytes: SQLite keeps two megabytes of pages."""

SIZES = pytest.mark.parametrize("rows", [SMALL, LARGE], ids=["small", "larger than the page cache"])


def mark(library: Path, number: int, rows: int) -> None:
    """Put one number into all marks of a library, in one commit."""
    with writing_allowed(library), open_writer(library) as writer, writer.transaction():
        for row in range(rows):
            writer.set_meta(f"mark {row}", f"{number:09}" * 450)


def remove_log(library: Path) -> None:
    """Leave only the database, as an older program did, or a copy of one file."""
    with writing_allowed(library):
        for end in ("-wal", "-shm"):
            (library / f"library.db{end}").unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Reader:
    """A process that has the library open all the time."""

    process: subprocess.Popen[str]

    def ask(self, how: str = "") -> Any:
        self._stdin.write(f"{how}\n")
        self._stdin.flush()
        return self.told()

    def told(self) -> Any:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, "the reader has ended"
        return json.loads(line)

    @property
    def _stdin(self) -> IO[str]:
        assert self.process.stdin is not None
        return self.process.stdin


@contextmanager
def reader(library: Path, rows: int, *, mounted: bool = False) -> Iterator[Reader]:
    forbid_writing(library)
    to_run = command(READER, str(library), str(rows))
    if mounted:
        to_run = on_a_read_only_mount(library, to_run)
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(to_run, text=True, cwd=ROOT, **pipes) as process:  # type: ignore[call-overload]
        made = Reader(process)
        assert made.told() == "ready"
        yield made
        process.stdin.close()


def qa(library: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program once, as a user who may only read the library."""
    program = "import sys\nfrom bots.terminal.app import main\nsys.exit(main())"
    to_run = command(program, "--library", str(library), *arguments)
    return subprocess.run(to_run, text=True, capture_output=True, check=False, cwd=ROOT)


@pytest.fixture
def marked(archive: Archive, rows: int) -> Archive:
    archive.write("a.txt", '"The pier is shut," said Ada Quill.')
    archive.write("b.txt", "Rents fell in Harwick.")
    archive.index()
    mark(archive.library, 1, rows)
    return archive


@SIZES
@pytest.mark.parametrize("mounted", [False, True], ids=["another user", "read-only mount"])
@pytest.mark.parametrize("log", ["left", "removed"])
def test_every_update_and_purge_is_seen_at_the_next_question(
    marked: Archive, rows: int, mounted: bool, log: str
) -> None:
    if log == "removed":
        remove_log(marked.library)
    with reader(marked.library, rows, mounted=mounted) as asking:
        assert asking.ask()["marks"] == ["000000001"]
        for number in (2, 3, 4):
            mark(marked.library, number, rows)
            assert asking.ask()["marks"] == [f"{number:09}"]
        with writing_allowed(marked.library):
            assert forget(marked.library, "a.txt", purge=True).purged
        assert asking.ask()["texts"] == ["Rents fell in Harwick."]
        marked.write("c.txt", "The ferry is late.")
        with writing_allowed(marked.library):
            marked.index()
        assert sorted(asking.ask()["texts"]) == ["Rents fell in Harwick.", "The ferry is late."]


@SIZES
def test_no_state_is_mixed_or_goes_back_while_a_writer_opens_and_closes_the_library(
    marked: Archive, rows: int
) -> None:
    stop = threading.Event()

    def write() -> None:
        number = 1
        while not stop.is_set():
            number += 1
            mark(marked.library, number, rows)

    seen = []
    with reader(marked.library, rows) as asking:
        writing = threading.Thread(target=write)
        writing.start()
        try:
            end = time.monotonic() + 3
            while time.monotonic() < end:
                seen.append(asking.ask())
        finally:
            stop.set()
            writing.join()

    assert {len(each.get("marks", ())) for each in seen} == {1}, [each for each in seen if "error" in each][
        :1
    ]
    numbers = [each["marks"][0] for each in seen]
    assert numbers == sorted(numbers)
    assert len(set(numbers)) > 2


@SIZES
def test_what_was_read_while_sqlite_could_not_tell_of_a_writer_is_not_used(
    marked: Archive, rows: int
) -> None:
    remove_log(marked.library)
    with reader(marked.library, rows) as asking:
        assert asking.ask("wait") == "waiting"
        mark(marked.library, 2, rows)
        told = asking.ask()

        assert told["error"] == LibraryBusyError.__name__
        assert "changed while it was read" in told["words"]
        assert asking.ask()["marks"] == ["000000002"]


@pytest.mark.parametrize("rows", [SMALL])
def test_a_log_that_was_removed_by_hand_under_a_reader_does_not_freeze_it(marked: Archive, rows: int) -> None:
    with reader(marked.library, rows) as asking:
        asking.ask()
        remove_log(marked.library)
        mark(marked.library, 2, rows)

        assert asking.ask()["marks"] == ["000000002"]


@pytest.mark.parametrize("rows", [SMALL])
def test_all_commands_work_for_who_may_only_read_and_both_checks_say_so(marked: Archive, rows: int) -> None:
    forbid_writing(marked.library)

    asked, doctor, index, discord = (
        qa(marked.library, *words)
        for words in (["articles", "--list"], ["doctor"], ["index"], ["discord", "check"])
    )

    assert (asked.returncode, "a.txt" in asked.stdout) == (0, True), asked.stderr
    assert doctor.returncode == 0
    assert "read-only library" in doctor.stdout
    assert "read-only library" in discord.stdout
    assert index.returncode == 2
    assert "cannot be written to" in index.stderr


@pytest.mark.parametrize("rows", [SMALL])
def test_the_vector_index_is_used_on_a_read_only_mount(marked: Archive, rows: int) -> None:
    # As in a copy of the library: nothing tells yet that the file was read and found whole.
    for noted in marked.library.glob("*.verified"):
        noted.unlink()
    program = "import sys\nfrom bots.terminal.app import main\nsys.exit(main())"
    to_run = command(program, "--library", str(marked.library), "status", "--json")

    asked = subprocess.run(
        on_a_read_only_mount(marked.library, to_run), text=True, capture_output=True, check=False, cwd=ROOT
    )

    assert json.loads(asked.stdout)["vector_index"] == "whole", asked.stderr


@pytest.mark.parametrize("rows", [SMALL])
def test_changes_that_only_a_writer_can_read_end_with_what_to_do(marked: Archive, rows: int) -> None:
    with writing_allowed(marked.library), open_writer(marked.library) as writer:
        with writer.transaction():
            writer.set_meta("a", "b")
        log = (marked.library / "library.db-wal").read_bytes()
    remove_log(marked.library)
    with writing_allowed(marked.library):
        (marked.library / "library.db-wal").write_bytes(log)
    forbid_writing(marked.library)

    asked = qa(marked.library, "articles")

    assert asked.returncode == 2
    assert "Run `qa status` once as such a user." in asked.stderr


@pytest.mark.parametrize("rows", [SMALL])
def test_a_library_that_this_user_may_not_open_says_so(marked: Archive, rows: int) -> None:
    forbid_writing(marked.library)
    (marked.library / "library.db").chmod(0)

    asked = qa(marked.library, "articles")

    assert asked.returncode == 2
    assert "permission denied" in asked.stderr


@pytest.mark.parametrize("rows", [SMALL])
def test_every_way_to_a_library_leaves_its_log_for_readers(
    marked: Archive, rows: int, tmp_path: Path
) -> None:
    backup(marked.library, tmp_path / "kept.zip")
    restore(tmp_path / "kept.zip", tmp_path / "carried")

    for library in (marked.library, tmp_path / "carried"):
        assert {"library.db-wal", "library.db-shm"} <= {path.name for path in library.iterdir()}
        assert (library / "library.db-wal").stat().st_size == 0


@pytest.mark.parametrize("rows", [SMALL])
def test_new_files_may_be_read_by_whom_the_database_may_be_read(marked: Archive, rows: int) -> None:
    (marked.library / "library.db").chmod(0o640)
    marked.write("c.txt", "The ferry is late.")
    marked.index(rebuild=True)

    (newest,) = sorted(marked.library.glob("vectors-*.faiss"))[-1:]
    for name in (newest.name, "library.db-wal"):
        assert (marked.library / name).stat().st_mode & 0o777 == 0o640
