"""A library on a server whose disk fills up while one process indexes, or a worker takes in what was filed.

The server's data lie on a file system in memory, in which a file takes all room but a few kilobytes; in half of the
rounds the server's log lies elsewhere, as on a disk of its own. In the others, another program fills the log, which
ends a server; one with room for its log ends only where it comes to write a checkpoint, and then says so. Whoever
writes has to end with a clear error, or to wait for a server that ended. What was acknowledged is there, nothing is
half, and questions are answered as before, or not at all where the server ended; with room again, all of it goes on.

    unshare -m python tests/reliability/full_disk.py FOLDER ROUNDS    what `prove.py nodes` runs, as root
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from workers import Workers
from workload import LEFT_OUT, ROOT, environment

from embeddings.loading import load_encoder
from qa.datatypes import Scope
from qa.errors import QAError, UnreachableError
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.server.connections import connect
from qa.server.snapshot import ServerArchive
from qa.server.write_failures import naming_write_failures
from qa.settings import ServerLibrary, server_library
from tests.qa.embedded.other_user import NOBODY
from tests.qa.server.node import Node, installed, stopped

_DISK = "192m"
_MOST_LEFT = 600_000
"""Bytes that are left on the disk at most: what takes in one batch of articles needs about as many."""
_SMALL = {"min_wal_size": "2MB", "max_wal_size": "4MB", "autovacuum": "off"}
_ENDS = {70: "has no room left on its disk", 69: "does not answer"}
"""What is said on a full disk, by exit code; the second only where the server itself ended."""
_LONGEST = 6.0
"""Seconds from the start of who writes until the server's log is filled."""


def prove(scratch: Path, *, rounds: int) -> Iterator[tuple[str, str]]:
    """Yield (what was done, what is wrong), from a process that may mount a file system of its own."""
    unshare = ["unshare", "-m"]
    if (
        os.getuid() != 0
        or not shutil.which("unshare")
        or subprocess.run([*unshare, "true"], check=False).returncode
    ):
        yield f"{LEFT_OUT}a server on a full disk: no file system can be mounted here", ""
        return
    command = [*unshare, sys.executable, __file__, str(scratch), str(rounds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment()) as process:
        assert process.stdout is not None
        for line in process.stdout:
            what, trouble = json.loads(line)
            yield what, trouble
    if process.returncode:
        yield "a server on a full disk", f"the proof itself ended with {process.returncode}"


@dataclass(frozen=True, slots=True)
class Disk:
    """A server whose data lie on a small disk."""

    node: Node
    data: Path

    @property
    def _filler(self) -> Path:
        return self.data / "filler"

    def fill(self, left: int) -> None:
        found = os.statvfs(self.data)
        with self._filler.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(1, found.f_bavail * found.f_frsize - left))

    def make_room(self) -> None:
        """Make room, and see to it that the server runs again if it ended."""
        self._filler.unlink()
        while not self.answers():
            if not self.node.is_running():
                (self.data / "postmaster.pid").unlink(missing_ok=True)
                self.node.start()

    def ends(self) -> int:
        """Return how often the server has ended itself, since it lacked room for what it cannot do without."""
        said = (self.node.folder / "log").read_text().splitlines()
        return sum("PANIC" in line and "No space left on device" in line for line in said)

    def answers(self) -> bool:
        try:
            connect(self.node.library("any")).close()
        except UnreachableError:
            return False
        return True


@contextmanager
def small_disk(*, own_log: bool) -> Iterator[Disk]:
    with installed() as programs, stopped(programs) as node:
        disk, log, memory = Disk(node, node.folder / "data"), node.folder / "changes", node.folder / "memory"
        for folder in (disk.data, log, memory):
            folder.mkdir()
            os.chown(folder, NOBODY, NOBODY)
        options = f"size={_DISK},uid={NOBODY},gid={NOBODY},mode=700"
        subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", str(disk.data)], check=True)
        try:
            node.initialise("--wal-segsize=1", *([f"--waldir={log}"] if own_log else []), settings=_SMALL)
            # What its processes share is no data, and elsewhere on other servers: without room there, they would crash.
            (disk.data / "pg_dynshmem").rmdir()
            (disk.data / "pg_dynshmem").symlink_to(memory)
            node.start()
            yield disk
        finally:
            if node.is_running():
                node.stop()
            subprocess.run(["umount", "-l", str(disk.data)], check=True)


def _rounds(scratch: Path, rounds: int, *, own_log: bool) -> Iterator[tuple[str, str]]:
    choose, encoder = random.Random(rounds), load_encoder()
    folder = scratch / ("log elsewhere" if own_log else "log there too")
    folder.mkdir()
    with small_disk(own_log=own_log) as disk:
        work = Workers(disk.node.address("filled"), folder, encoder)
        place = server_library(work.address)
        index, take_in = ("index", str(folder)), ("work", "--until-done")
        work.write_more()
        if trouble := _ended_well(work, *index):
            raise SystemExit(trouble)
        for number in range(rounds):
            # From nothing at all to all that is needed.
            left = round(choose.uniform(0, 1) ** 2 * _MOST_LEFT)
            work.write_more()
            if by_worker := number % 2 == 1:
                update(place, IndexRequest((folder,), queue=True), encoder_factory=lambda: encoder)
            ends = disk.ends()
            disk.fill(left)
            process, said = work.begin(*(take_in if by_worker else index))
            if not own_log:
                with suppress(subprocess.TimeoutExpired):
                    process.wait(choose.uniform(0, _LONGEST))
                _fill_log(place)
            # A worker whose server ended waits for it, and says so.
            while process.poll() is None and b'"error"' not in said.read_bytes():
                with suppress(subprocess.TimeoutExpired):
                    process.wait(0.1)
            trouble = _asked(place, may_have_ended=lambda: not own_log or disk.ends() > ends)  # noqa: B023 - called at once
            disk.make_room()
            code, words = process.wait(), said.read_text()
            lives = own_log and disk.ends() == ends
            if code and (_ENDS.get(code, "?") not in words or (lives and code != 70)):
                trouble = trouble or f"it ended with {code}: {words[-300:]}"
            trouble = trouble or work.trouble(place) or _ended_well(work, *(take_in if by_worker else index))
            trouble = (
                trouble or work.trouble(place, all_of_it=True) or _asked(place, may_have_ended=lambda: False)
            )
            who = "a worker" if by_worker else "one process"
            yield (
                f"a full disk, {folder.name}: {left:,} bytes left for {who}, which ended with {code}",
                trouble,
            )


def _asked(place: ServerLibrary, *, may_have_ended: Callable[[], bool]) -> str:
    """Ask for the first article; return what is wrong with the answer."""
    try:
        with ServerArchive.open(place) as archive, archive.snapshot() as view:
            found = view.lexical(["zqtern"], Scope(), 10)
            (version,) = view.find_articles("0.txt")
    except UnreachableError as error:
        return "" if may_have_ended() else f"no answer: {error}"
    right = "Jetty 0 stays shut" in version.article.text and found
    return "" if right else f"another answer: {version.article.text}, {len(found)} found"


def _fill_log(place: ServerLibrary) -> None:
    """Write to the server's log what changes nothing, until it ends or takes no more."""
    try:
        with naming_write_failures(place):
            connection = connect(place)
            while True:
                connection.execute("SELECT pg_logical_emit_message(false, 'full', repeat('x', 100000))")
    except QAError:
        pass


def _ended_well(work: Workers, *command: str) -> str:
    process, said = work.begin(*command)
    code = process.wait()
    return f"with room again {command[0]} ended with {code}: {said.read_text()[-300:]}" if code else ""


def main() -> None:
    scratch, rounds = Path(sys.argv[1]), int(sys.argv[2])
    for own_log in (True, False):
        for each in _rounds(scratch, rounds, own_log=own_log):
            sys.stdout.write(json.dumps(each) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
