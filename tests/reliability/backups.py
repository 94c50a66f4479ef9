"""Backups of damaged libraries over good ones, backing up killed or without room, and restoring from damaged backups.

A library that is damaged at random places is backed up with --force or --keep N over a good backup; a whole one is
backed up by a process that is killed at a system call or at a random moment, or has no room. Whatever comes of it,
the backup's file must be whole, as `qa verify --backup` sees it, and hold texts that were indexed. A backup with a
flipped bit or without its end is refused, or restores to exactly what was backed up.
"""

from __future__ import annotations

import random
import re
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from bits import damaged_files
from workload import LEFT_OUT, ROOT, environment

from embeddings.loading import load_encoder
from qa.embedded.snapshot import Library
from qa.errors import QAError
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.upkeep.backup import backup
from qa.upkeep.backup_proof import verify_backup
from qa.upkeep.restore import restore
from tests.qa.embedded import other_user

BACKUP = """
import sys
from pathlib import Path
from qa.upkeep.backup import backup
from qa.errors import QAError

print("ready", flush=True)
try:
    backup(Path(sys.argv[1]), Path(sys.argv[2]), **({"keep": 3} if sys.argv[3] == "keep" else {"force": True}))
except QAError as error:
    sys.exit(f"qa: {error}")
"""
WAYS = ("force", "keep")
NAMED = ("rename", "link", "ftruncate", "sendfile", "copy_file_range")
"""Calls by which a file takes another's place, or loses what it held: each of them is tried in every run."""
CALLS = (*NAMED, "unlink", "fsync", "mkdir", "rmdir", "unlinkat", "pwrite64", "write")

Texts = list[str]


class _Good:
    """A library, a good backup of how it was before, and the texts of both."""

    def __init__(self, scratch: Path) -> None:
        articles, self.library, self.file = scratch / "articles", scratch / "library", scratch / "good.zip"
        articles.mkdir(parents=True)
        encoder = load_encoder()
        for number in range(6):
            text = f'"The pier of district {number} is shut until spring," said Ada Quill, the mayor.\n'
            (articles / f"{number}.txt").write_text(text * 3)
        update(self.library, IndexRequest((articles,)), encoder_factory=lambda: encoder)
        backup(self.library, self.file)
        self.before = _texts(self.library)
        (articles / "new.txt").write_text("Rents fell in Harwick, Ivo Brandt said.\n")
        update(self.library, IndexRequest(()), encoder_factory=lambda: encoder)
        self.after = _texts(self.library)

    def wrong(self, file: Path, scratch: Path, *, only_old: bool = False) -> str:
        """Return what is wrong with a backup's file, and with those of --keep beside it."""
        known = [self.before] if only_old else [self.before, self.after]
        try:
            for each in sorted(file.parent.glob("*.zip")):
                if not verify_backup(each).clean:
                    return f"{each.name} is not whole"
                with tempfile.TemporaryDirectory(dir=scratch) as folder:
                    restore(each, Path(folder) / "library")
                    if _texts(Path(folder) / "library") not in known:
                        return f"{each.name} has other texts"
        except Exception as error:
            return f"{type(error).__name__}: {error}"
        return "" if file.exists() else "the backup is gone"


def prove(scratch: Path, *, samples: int, all_calls: bool, seed: int = 0) -> Iterator[tuple[str, str]]:
    good = _Good(scratch / "backups")
    yield "backups: nothing", good.wrong(good.file, scratch)
    yield from _of_damaged_libraries(good, scratch, samples, seed)
    yield from _killed(good, scratch, samples, seed, all_calls=all_calls)
    yield from _without_room(good, scratch, max(3, samples // 10))
    yield from _on_a_small_disk(good, scratch, max(3, samples // 20))
    yield from _restored_from_damage(good, scratch, samples, seed)


def _of_damaged_libraries(good: _Good, scratch: Path, samples: int, seed: int) -> Iterator[tuple[str, str]]:
    changed = [one for one in damaged_files(good.library, samples * 4, seed) if one[1] == "library.db"]
    for number, (what, name, data) in enumerate(changed[:samples]):
        way = WAYS[number % 2]
        with tempfile.TemporaryDirectory(dir=scratch) as folder:
            library, file = Path(folder) / "library", Path(folder) / "kept.zip"
            shutil.copytree(good.library, library)
            (library / name).write_bytes(data)
            shutil.copy(good.file, file)
            try:
                backup(library, file, **({"keep": 3} if way == "keep" else {"force": True}))
            except QAError:
                wrong = good.wrong(file, scratch, only_old=True)
            except Exception as error:
                wrong = f"{type(error).__name__}: {error}"
            else:
                # The damage is where nothing is kept.
                wrong = good.wrong(file, scratch)
            yield f"backup --{way}: {what}", wrong


def _killed(
    good: _Good, scratch: Path, samples: int, seed: int, *, all_calls: bool
) -> Iterator[tuple[str, str]]:
    choose = random.Random(seed)

    def once(plan: tuple[str, str, int, float]) -> tuple[str, str]:
        way, name, number, after = plan
        with tempfile.TemporaryDirectory(dir=scratch) as folder:
            file = Path(folder) / "kept.zip"
            shutil.copy(good.file, file)
            if name:
                _run(_strace(f"inject={name}:signal=SIGKILL:when={number}"), good.library, file, way)
                what = f"backup --{way}: killed at {name} {number}"
            else:
                _killed_after(after, good.library, file, way)
                what = f"backup --{way}: killed after {after:.3f} s"
            wrong = good.wrong(file, scratch)
            if not wrong and (all_calls or name == "rename"):
                # What was left hinders no other one.
                _run((), good.library, file, way)
                wrong = good.wrong(file, scratch)
            return what, wrong

    plans: list[tuple[str, str, int, float]] = []
    for way in WAYS:
        for name, count in _counts(good, scratch, way).items():
            numbers = list(range(1, count + 1))
            if name in ("write", "pwrite64") and len(numbers) > 30:
                numbers = sorted(choose.sample(numbers, 30))
            if not all_calls and name not in NAMED:
                numbers = sorted(choose.sample(numbers, min(1, count)))
            plans += [(way, name, number, 0.0) for number in numbers]
        plans += [(way, "", 0, choose.uniform(0, 0.6)) for _ in range(samples // 8)]
    with ThreadPoolExecutor(2) as pool:
        yield from pool.map(once, plans)


def _without_room(good: _Good, scratch: Path, steps: int) -> Iterator[tuple[str, str]]:
    largest = (good.library / "library.db").stat().st_size
    for number in range(steps):
        size = largest * 2 * number // steps

        def limit(size: int = size) -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

        way = WAYS[number % 2]
        with tempfile.TemporaryDirectory(dir=scratch) as folder:
            file = Path(folder) / "kept.zip"
            shutil.copy(good.file, file)
            command = [sys.executable, "-c", BACKUP, str(good.library), str(file), way]
            done = subprocess.run(
                command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False,
                preexec_fn=limit, timeout=120,
            )  # fmt: skip
            wrong = "" if done.returncode == 0 or done.stderr.startswith("qa: ") else done.stderr[-300:]
            yield f"backup --{way}: no file above {size} bytes", wrong or good.wrong(file, scratch)


def _on_a_small_disk(good: _Good, scratch: Path, steps: int) -> Iterator[tuple[str, str]]:
    if not other_user.can_mount():
        yield f"{LEFT_OUT}backups on a file system that is too small: this user can mount nothing", ""
        return
    least = good.file.stat().st_size // 1024 + 8
    needed = least + 3 * (good.library / "library.db").stat().st_size // 1024
    for number in range(steps):
        size, way = least + (needed - least) * number // steps, WAYS[number % 2]
        with tempfile.TemporaryDirectory(dir=scratch) as folder:
            disk, saved = Path(folder) / "disk", Path(folder) / "saved"
            disk.mkdir()
            command = [sys.executable, "-c", BACKUP, str(good.library), str(disk / "kept.zip"), way]
            script = (
                f"mount -t tmpfs -o size={size}k none {disk} && cp {good.file} {disk}/kept.zip && "
                f"{shlex.join(command)}; code=$?; cp -a {disk} {saved}; exit $code"
            )
            done = subprocess.run(
                ["unshare", "-rm", "sh", "-c", script],
                cwd=ROOT, env=environment(), capture_output=True, text=True, check=False, timeout=120,
            )  # fmt: skip
            wrong = "" if done.returncode == 0 or done.stderr.startswith("qa: ") else done.stderr[-300:]
            if not wrong and list(saved.glob(".*.tmp")):
                wrong = "what did not fit was left there"
            wrong = wrong or good.wrong(saved / "kept.zip", scratch)
            yield f"backup --{way}: on a disk of {size} kB", wrong


def _restored_from_damage(good: _Good, scratch: Path, samples: int, seed: int) -> Iterator[tuple[str, str]]:
    whole, choose = good.file.read_bytes(), random.Random(seed)
    for number in range(samples):
        at, bit = choose.randrange(len(whole)), choose.randrange(8)
        cut = number % 3 == 0
        what = f"cut at {at}" if cut else f"bit {bit} of byte {at}"
        changed = bytearray(whole[:at] if cut else whole)
        if not cut:
            changed[at] ^= 1 << bit
        with tempfile.TemporaryDirectory(dir=scratch) as folder:
            file, target = Path(folder) / "damaged.zip", Path(folder) / "library"
            file.write_bytes(changed)
            try:
                restore(file, target)
            except QAError:
                wrong = "it was refused, and a library is there" if target.exists() else ""
            except Exception as error:
                wrong = f"{type(error).__name__}: {error}"
            else:
                wrong = "" if _texts(target) == good.before else "a library with other texts"
            yield f"restore: {what}", wrong


def _counts(good: _Good, scratch: Path, way: str) -> dict[str, int]:
    """Return how often an undisturbed backup makes each call."""
    with tempfile.TemporaryDirectory(dir=scratch) as folder:
        file, log = Path(folder) / "kept.zip", Path(folder) / "log"
        shutil.copy(good.file, file)
        _run(_strace("", log=log), good.library, file, way)
        lines = log.read_text(errors="replace").splitlines()
    return {name: sum(bool(re.match(rf"\d+ +{name}\(", line)) for line in lines) for name in CALLS}


def _strace(inject: str, *, log: Path = Path("/dev/null")) -> list[str]:
    given = ["-e", inject] if inject else []
    return ["strace", "-f", "-qq", "-o", str(log), "-e", f"trace={','.join(CALLS)}", *given]


def _run(around: Sequence[str], library: Path, file: Path, way: str) -> None:
    command = [*around, sys.executable, "-c", BACKUP, str(library), str(file), way]
    subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, check=False, timeout=120)


def _killed_after(seconds: float, library: Path, file: Path, way: str) -> None:
    command = [sys.executable, "-c", BACKUP, str(library), str(file), way]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, cwd=ROOT, env=environment(), **pipes) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
        process.kill()


def _texts(folder: Path) -> Texts:
    with Library.open(folder) as library, library.snapshot() as snapshot:
        return sorted(
            version.article.text
            for line in snapshot.articles()
            for version in snapshot.find_articles(line.uid)
        )
