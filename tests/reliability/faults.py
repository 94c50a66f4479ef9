"""Ends of a writer: killed at each of its system calls, at random moments, or by a disk that is full or fails."""

from __future__ import annotations

import random
import re
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

from workload import ROOT, Workload, environment, told

SYNCS = ("fsync", "fdatasync")
CHANGES = ("rename", "unlink", "pwrite64", "write", "ftruncate")

Run = Callable[[Path], tuple[list[str], bool]]
"""Given a library, returns the command that writes to it, and whether it must end well."""


def count_calls(work: Workload, scratch: Path, mode: str) -> dict[str, int]:
    """Return how often an undisturbed writer makes each of the calls that change files."""
    library = work.copy(scratch / "counted")
    log = scratch / "counted.txt"
    names = ",".join((*SYNCS, *CHANGES))
    trace = ["strace", "-f", "-qq", "-o", str(log), "-e", f"trace={names}"]
    subprocess.run(
        [*trace, *work.command(library, mode)], check=True, cwd=ROOT, env=environment(), capture_output=True
    )
    lines = log.read_text(errors="replace").splitlines()
    return {
        name: sum(bool(re.match(rf"\d+ +{name}\(", line)) for line in lines) for name in (*SYNCS, *CHANGES)
    }


def at_each_call(
    work: Workload, scratch: Path, *, mode: str, how: str, samples: int | None, seed: int = 0
) -> Iterator[tuple[str, str]]:
    """Yield (what was done, what is wrong) for a fault at every sync call, and at sampled other changes.

    Args:
        how: `signal=SIGKILL`, or `error=EIO` and the like.
        samples: How many of the other calls of each kind; None is all of them.
    """
    plans: list[tuple[str, int]] = []
    choose = random.Random(seed)
    for name, count in count_calls(work, scratch, mode).items():
        numbers = list(range(1, count + 1))
        if name not in SYNCS and samples is not None:
            numbers = sorted(choose.sample(numbers, min(samples, count)))
        plans += [(name, number) for number in numbers]

    def once(plan: tuple[str, int]) -> tuple[str, str]:
        name, number = plan
        inject = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={name}"]
        inject += ["-e", f"inject={name}:{how}:when={number}"]
        with tempfile.TemporaryDirectory(dir=scratch) as folder:
            library = work.copy(Path(folder) / "library")
            done = _run([*inject, *work.command(library, mode)])
            wrong = _judged(work, library, done, mode, killed="signal" in how)
        return f"{mode}: {name} {number} {how}", wrong

    yield from _all(once, plans)


def at_random(
    work: Workload, scratch: Path, *, rounds: int, mode: str, seed: int = 0
) -> Iterator[tuple[str, str]]:
    """Yield the same for writers killed at random moments, from their first to their last."""
    choose = random.Random(seed)
    whole = _seconds(work, scratch, mode)

    def once(after: float) -> tuple[str, str]:
        with tempfile.TemporaryDirectory(dir=scratch) as folder:
            library = work.copy(Path(folder) / "library")
            command = work.command(library, mode)
            with subprocess.Popen(
                command,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                cwd=ROOT,
                env=environment(),
            ) as writer:
                assert writer.stdout is not None
                first = writer.stdout.readline()
                with suppress(subprocess.TimeoutExpired):
                    writer.wait(after)
                writer.kill()
                output = first + writer.stdout.read()
            wrong = work.examine(library, told(output) if mode == "update" else 0, go_on=True)
        return f"{mode}: killed after {after:.3f} s", wrong

    yield from _all(once, [choose.uniform(0, whole) for _ in range(rounds)])


def without_room(
    work: Workload, scratch: Path, *, sizes: Sequence[int], mode: str
) -> Iterator[tuple[str, str]]:
    """Yield the same for files that may not grow beyond a size, as on a full disk."""

    def once(size: int) -> tuple[str, str]:
        def limit() -> None:
            import signal

            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

        with tempfile.TemporaryDirectory(dir=scratch) as folder:
            library = work.copy(Path(folder) / "library")
            done = _run(work.command(library, mode), before=limit)
            wrong = _judged(work, library, done, mode, killed=False)
        return f"{mode}: no file above {size} bytes", wrong

    yield from _all(once, sizes)


def on_a_small_disk(
    work: Workload, scratch: Path, *, sizes: Sequence[int], mode: str
) -> Iterator[tuple[str, str]]:
    """Yield the same on a file system in memory of so many kilobytes, where one can be mounted."""

    def once(size: int) -> tuple[str, str]:
        with tempfile.TemporaryDirectory(dir=scratch) as folder:
            disk, saved = Path(folder) / "disk", Path(folder) / "saved"
            disk.mkdir()
            command = " ".join(map(_quoted, work.command(disk / "library", mode)))
            script = (
                f"mount -t tmpfs -o size={size}k none {disk} && cp -a {work.base} {disk}/library && "
                f"{command}; code=$?; cp -a {disk}/library {saved}; exit $code"
            )
            done = _run(["unshare", "-rm", "sh", "-c", script])
            if not saved.exists():
                return f"{mode}: a disk of {size} kB", f"it could not be tried: {done.stderr[-200:]}"
            wrong = _judged(work, saved, done, mode, killed=False)
        return f"{mode}: a disk of {size} kB", wrong

    yield from _all(once, sizes)


def _run(command: list[str], before: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False, preexec_fn=before
    )


def _judged(
    work: Workload, library: Path, done: subprocess.CompletedProcess[str], mode: str, *, killed: bool
) -> str:
    if not killed and done.returncode and "Traceback" in done.stderr:
        return f"it ended with a traceback: {done.stderr.strip().splitlines()[-1]}"
    return work.examine(library, told(done.stdout) if mode == "update" else 0, go_on=True)


def _all(once: Callable[[Any], tuple[str, str]], plans: Sequence[Any]) -> Iterator[tuple[str, str]]:
    with ThreadPoolExecutor(2) as pool:
        yield from pool.map(once, plans)


def _seconds(work: Workload, scratch: Path, mode: str) -> float:
    """Return how long a writer works after it is ready."""
    import time

    library = work.copy(scratch / "timed")
    with subprocess.Popen(
        work.command(library, mode), stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment()
    ) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        started = time.monotonic()
        writer.wait()
        seconds = time.monotonic() - started
    shutil.rmtree(library)
    return seconds


def _quoted(text: str) -> str:
    import shlex

    return shlex.quote(text)
