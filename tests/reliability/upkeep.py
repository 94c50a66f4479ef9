"""Purges, repairs and upgrades of old libraries, killed at the calls that change files or names.

After each kill the library answers with its old or its new texts, or says in an error of ours what to do; the next
command finishes what was begun; then `qa verify` finds nothing, no text is lost, and no file has the purged words.
"""

from __future__ import annotations

import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from workload import ROOT, environment

from embeddings.loading import load_encoder
from qa.embedded.snapshot import Library
from qa.errors import QAError, UsageError
from qa.ingest.libraries import open_writer
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.upkeep.check import check
from qa.upkeep.forget import forget
from qa.upkeep.repair import repair
from qa.upkeep.status import status
from tests.qa.embedded.damage import damage
from tests.qa.embedded.test_migrations import make_older

SECRET = "zqsecretx"
PURGED, KEPT = f"The {SECRET} pier is shut, said Ada Quill.", "Rents fell in Harwick, said Tom Brandt."
SYNCS = ("fsync", "fdatasync")
CHANGES = ("rename", "renameat2", "unlink", "unlinkat", "rmdir", "mkdir", "ftruncate", "pwrite64", "write")
OLD_COPY = "library-format-8.db"

BEGIN = "import sys\nfrom pathlib import Path\nlibrary = Path(sys.argv[1])\n"
PURGE = "from qa.upkeep.forget import forget\nforget(library, sys.argv[2], purge=True)"
REPAIR = "from embeddings.loading import load_encoder\nfrom qa.upkeep.repair import repair\n"
REPAIR += "repair(library, encoder_factory=load_encoder)"
UPGRADE = "from qa.ingest.libraries import open_writer\nwith open_writer(library): pass"

Judge = Callable[[Path], str]
"""Says what is wrong with a library after its command was killed; it lets the next command finish the work."""


@dataclass(frozen=True, slots=True)
class Command:
    name: str
    code: str
    base: Path
    judged: Judge
    argument: str = ""

    def run(self, library: Path, log: Path, *options: str) -> subprocess.CompletedProcess[str]:
        names = ",".join((*SYNCS, *CHANGES))
        trace = ["strace", "-f", "-qq", "-o", str(log), "-e", f"trace={names}", *options]
        command = [*trace, sys.executable, "-c", BEGIN + self.code, str(library), self.argument]
        return subprocess.run(
            command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False
        )


def prove(scratch: Path, *, samples: int | None, seed: int = 0) -> Iterator[tuple[str, str]]:
    """Yield (what was done, what is wrong) for a kill at every sync, and at sampled other changes.

    Args:
        samples: How many of the other calls of each kind, and of the syncs of all but a purge; None is all of them.
    """
    scratch.mkdir()
    choose = random.Random(seed)
    for command in _commands(scratch, whole=samples is None):
        plans = []
        for name, count in _counts(command, scratch).items():
            numbers = list(range(1, count + 1))
            if samples is not None and (command.code is not PURGE or name not in SYNCS):
                numbers = sorted(choose.sample(numbers, min(samples, count)))
            plans += [(command, scratch, name, number) for number in numbers]
        yield f"{command.name}: there are calls to be killed at", "" if plans else "none"
        with ThreadPoolExecutor(2) as pool:
            yield from pool.map(_killed, plans)


def _commands(scratch: Path, *, whole: bool) -> Iterator[Command]:
    base, folder = scratch / "base", scratch / "articles"
    folder.mkdir()
    for name, text in (("a.txt", PURGED), ("b.txt", KEPT)):
        (folder / name).write_text(f"{text}\n", encoding="utf-8")
    encoder = load_encoder()
    update(base, IndexRequest((folder,)), encoder_factory=lambda: encoder)
    _close(base)
    to_purge = shutil.copytree(base, scratch / "to-purge")
    (to_purge / OLD_COPY).write_bytes(SECRET.encode())
    what = str(folder / "a.txt")
    yield Command("purge", PURGE, to_purge, lambda library: _purged(library, what), what)
    damages = (
        "index of passages missing",
        "some vectors zeroed",
        "full-text index zeroed",
        "postings zeroed",
    )
    for name in damages if whole else damages[:2]:
        broken = shutil.copytree(base, scratch / f"broken-{damages.index(name)}")
        damage(broken, name)
        yield Command(f"repair of {name}", REPAIR, broken, _repaired)
    for number in (1, 2, 5, 8) if whole else (2, 8):
        older = shutil.copytree(base, scratch / f"format-{number}")
        make_older(older, number)
        yield Command(f"upgrade of format {number}", UPGRADE, older, _upgraded)


def _close(library: Path) -> None:
    """Leave the library without a log, so that its database can be replaced by hand."""
    with closing(sqlite3.connect(library / "library.db")) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for path in library.glob("library.db-*"):
        path.unlink()


def _counts(command: Command, scratch: Path) -> Mapping[str, int]:
    """Return how often an undisturbed run makes each call."""
    with tempfile.TemporaryDirectory(dir=scratch) as folder:
        library, log = Path(folder) / "library", Path(folder) / "log"
        shutil.copytree(command.base, library)
        done = command.run(library, log)
        if done.returncode:
            raise RuntimeError(f"{command.name} fails undisturbed: {done.stderr[-500:]}")
        lines = log.read_text(errors="replace").splitlines()
    return {
        name: sum(bool(re.match(rf"\d+ +{name}\(", line)) for line in lines) for name in (*SYNCS, *CHANGES)
    }


def _killed(plan: tuple[Command, Path, str, int]) -> tuple[str, str]:
    command, scratch, name, number = plan
    with tempfile.TemporaryDirectory(dir=scratch) as folder:
        library = Path(folder) / "library"
        shutil.copytree(command.base, library)
        command.run(library, Path(folder) / "log", "-e", f"inject={name}:signal=SIGKILL:when={number}")
        try:
            wrong = command.judged(library)
        except Exception as error:
            wrong = f"{type(error).__name__}: {error}"
        beside = sorted(path.name for path in Path(folder).iterdir() if path.name not in ("library", "log"))
        return f"{command.name}: killed at {name} {number}", wrong or (
            f"left beside it: {beside}" if beside else ""
        )


def _purged(library: Path, what: str) -> str:
    if (texts := _texts(library)) not in ([KEPT], sorted([KEPT, PURGED])):
        return f"after the kill it holds {texts}"
    if troubles := check(library).problems:
        return f"after the kill: {troubles[:3]}"
    # Nothing is called so where it had come to its end.
    with suppress(UsageError):
        forget(library, what, purge=True)
    if status(library).unfinished_purge:
        return "the next purge did not finish it"
    left = [
        path.name for path in library.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()
    ]
    if left:
        return f"purged and still in {left}"
    return _whole(library, [KEPT])


def _repaired(library: Path) -> str:
    # It was damaged before: an error is no fault, other texts are.
    if (texts := _texts_or_refused(library)) not in (None, sorted([KEPT, PURGED])):
        return f"after the kill it holds {texts}"
    encoder = load_encoder()
    repair(library, encoder_factory=lambda: encoder)
    return _whole(library, sorted([KEPT, PURGED]))


def _upgraded(library: Path) -> str:
    if (texts := _texts_or_refused(library)) not in (None, sorted([KEPT, PURGED])):
        return f"after the kill it holds {texts}"
    with open_writer(library):
        pass
    return _whole(library, sorted([KEPT, PURGED]))


def _texts_or_refused(library: Path) -> list[str] | None:
    try:
        return _texts(library)
    except QAError as error:
        if "`qa " not in str(error):
            raise
        return None


def _texts(library: Path) -> list[str]:
    with Library.open(library) as opened, opened.snapshot() as snapshot:
        return sorted(
            version.article.text.strip()
            for line in snapshot.articles()
            for version in snapshot.find_articles(line.uid)
        )


def _whole(library: Path, texts: list[str]) -> str:
    if (held := _texts(library)) != texts:
        return f"the next command left {held}"
    return "; ".join(check(library).problems[:3])
