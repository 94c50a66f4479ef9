"""Commands that may have only so much memory: from less than the program itself needs to as much as it wants.

Each ends with the right result, or says that there was not enough memory, or is ended by a library (OpenBLAS, Rust and
the like take a signal). No answer is another one, nothing is called damaged, and the library is whole afterwards.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from workload import ROOT, Workload, environment

from bots.exit_codes import OUT_OF_MEMORY
from embeddings.cache import cache_folders
from embeddings.export import damaged_exports, exports
from qa.errors import OutOfMemoryError, QAError
from qa.reading.files import NO_MEMORY
from qa.upkeep.backup import backup
from qa.upkeep.backup_proof import verify_backup
from qa.upkeep.check import check

QUESTION = "What did Ruiz say about pier 3?"
PAGE, PAGE_WORD = "page.html", "zqacjnewx"

STEPS: Mapping[str, Sequence[int]] = {
    "index": (60, 300, 540, 700, 940),
    "ask": (60, 200, 320, 360, 560, 860),
    "verify": (60, 160, 220, 340, 540),
    "backup": (60, 160, 220, 340, 540),
}
"""Megabytes where something else ends the command each time: on two cores, with the libraries of `constraints.txt`."""
ENOUGH = 4_000
"""Megabytes that every command can do with."""
LEAST, LAST, STEP = 24, 1_000, 20
"""Megabytes of the first and last step of the whole proof, and from one to the next."""
MODELS = range(600, 3_000, 300)
"""Megabytes in which models are prepared, which takes torch."""
SIGNALS = {signal.SIGABRT, signal.SIGSEGV, signal.SIGBUS, signal.SIGKILL, signal.SIGILL, signal.SIGTRAP}
SECONDS = 120

Done = subprocess.CompletedProcess[str]


@dataclass(frozen=True, slots=True)
class Attempt:
    """A command that is run in little memory.

    `prepare` makes what it works on, in an empty folder, and returns its arguments; `judge` says what is wrong with the
    result of a run that ended with 0, `after` with what any run has left in the folder.
    """

    prepare: Callable[[Path], Sequence[str]]
    judge: Callable[[Any], str]
    after: Callable[[Path, Any], str]
    variables: Callable[[Path], dict[str, str]] = lambda folder: {}


def prove(work: Workload, scratch: Path, *, whole: bool) -> Iterator[tuple[str, str]]:
    """Yield (command and megabytes, what is wrong) for each step of each command."""
    page = work.folder / PAGE
    # It is read by the process for foreign formats.
    text = f"<p>The quay of {PAGE_WORD} is open, the harbour office of Harwick said in a statement on Monday.</p>"
    page.write_text(f"<html><body><article>{text * 3}</article></body></html>")
    with_page = replace(work, after={**work.after, PAGE: PAGE_WORD}, order=(*work.order, PAGE))
    try:
        yield from _all(_attempts(with_page, scratch), scratch, whole)
    finally:
        page.unlink()


def _all(attempts: Mapping[str, Attempt], scratch: Path, whole: bool) -> Iterator[tuple[str, str]]:
    ends: Counter[str] = Counter()

    def once(plan: tuple[str, int]) -> tuple[str, str]:
        name, megabytes = plan
        end, wrong = _tried(attempts[name], megabytes, scratch)
        ends[f"{name}: {end}"] += 1
        if megabytes == ENOUGH and end != "done":
            wrong = wrong or f"it did not end well with all the memory that it wants: {end}"
        return f"{name} in {megabytes} MB", wrong

    models = _models()
    steps = {**{name: range(LEAST, LAST, STEP) for name in STEPS}, "models": MODELS} if whole else STEPS
    with ThreadPoolExecutor(2) as pool:
        yield from pool.map(once, [(name, each) for name in steps for each in (ENOUGH, *steps[name])])
    yield "the prepared models", "" if _models() == models else "they were made again or removed"
    sys.stderr.write("".join(f"{end}, {count} times\n" for end, count in sorted(ends.items())))


def _attempts(work: Workload, scratch: Path) -> dict[str, Attempt]:
    library, file = scratch / "in-little-memory", scratch / "older.zip"
    work.copy(library)
    backup(library, file)
    whole, bytes_before = check(library), file.read_bytes()

    def of_library(*arguments: str) -> Callable[[Path], Sequence[str]]:
        return lambda folder: [*arguments, "--library", str(work.copy(folder / "library"))]

    def is_whole(folder: Path, _: Any) -> str:
        return "" if check(folder / "library") == whole else "the library is another one"

    def of_index(folder: Path, told: Any) -> str:
        skipped = [each["path"] for each in told["skipped"]] if told else []
        # What could not be read for lack of memory was named, and is read by the next update.
        known = replace(work, order=tuple(each for each in work.order if each != PAGE or not skipped))
        if wrong := known.examine(folder / "library", len(known.order) if told else 0):
            return wrong
        return work.examine(folder / "library", 0, go_on=True)

    def of_backup(folder: Path, told: Any) -> str:
        made = folder / "saved.zip"
        if not told and made.read_bytes() == bytes_before:
            return is_whole(folder, told)
        return "; ".join(verify_backup(made).problems) or is_whole(folder, told)

    def backed_up(folder: Path) -> Sequence[str]:
        shutil.copyfile(file, folder / "saved.zip")
        return of_library("backup", str(folder / "saved.zip"), "--force")(folder)

    asking = of_library("ask", QUESTION, "--today", "2025-01-21")
    with tempfile.TemporaryDirectory(dir=scratch) as folder:
        _, answer = _said(_run(asking(Path(folder)), None, {}))
    if answer is None or answer["outcome"] != "answered":
        raise QAError(f"The question has no answer, so nothing can be proved: {answer}")

    def is_the_answer(told: Any) -> str:
        return "" if told == answer else f"another answer: {told['outcome']}, {len(told['quotes'])} quotes"

    def is_clean(told: Any) -> str:
        return "" if told["problems"] == [] else f"a whole library has {told['problems']}"

    def no_damaged_model(folder: Path, told: Any) -> str:
        cache = folder / "cache" / "onrecord"
        return "a damaged model was left" if damaged_exports((cache,)) else is_whole(folder, told)

    return {
        "index": Attempt(of_library("index", str(work.folder)), _is_told_in_full, of_index),
        "ask": Attempt(asking, is_the_answer, is_whole),
        "verify": Attempt(of_library("verify"), is_clean, is_whole),
        "backup": Attempt(backed_up, lambda told: "", of_backup),
        "models": Attempt(
            asking,
            is_the_answer,
            no_damaged_model,
            lambda folder: {"XDG_CACHE_HOME": str(folder / "cache"), "TMPDIR": str(folder)},
        ),
    }


def _is_told_in_full(report: Any) -> str:
    others = [each for each in report["skipped"] if NO_MEMORY not in str(each)]
    return f"skipped: {others}" if others else ""


def _tried(attempt: Attempt, megabytes: int, scratch: Path) -> tuple[str, str]:
    """Return how a command ended in so much memory, and what is wrong with that."""
    with tempfile.TemporaryDirectory(dir=scratch) as made:
        folder = Path(made)
        arguments = attempt.prepare(folder)
        try:
            done = _run(arguments, megabytes, attempt.variables(folder))
        except subprocess.TimeoutExpired:
            return "hung", f"it did not end within {SECONDS} seconds"
        end, told = _said(done)
        wrong = _blames(done) or (attempt.judge(told) if end == "done" else _wrong_end(end, done))
        try:
            return end, wrong or attempt.after(folder, told if end == "done" else None)
        except Exception as error:
            return end, f"afterwards: {type(error).__name__}: {error}"


def _run(arguments: Sequence[str], megabytes: int | None, variables: dict[str, str]) -> Done:
    def limit() -> None:
        # Some libraries take memory for each core.
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if megabytes is not None:
            resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))

    own = {name: value for name, value in environment().items() if name != "OMP_NUM_THREADS"}
    return subprocess.run(
        [sys.executable, "-m", "bots.terminal", *arguments, "--json"],
        cwd=ROOT,
        env={**own, **variables},
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        timeout=SECONDS,
        preexec_fn=limit,
    )


def _said(done: Done) -> tuple[str, Any]:
    """Return how a run ended, and what it said on standard output."""
    if done.returncode < 0:
        return f"ended by {signal.Signals(-done.returncode).name}", None
    if "Fatal Python error" in done.stderr or done.returncode == 127:
        return "Python did not start", None
    try:
        told = json.loads(done.stdout)
    except ValueError:
        told = None
    if done.returncode == 0:
        return "done", told
    return ("not enough memory" if done.returncode == OUT_OF_MEMORY else f"code {done.returncode}"), told


def _blames(done: Done) -> str:
    blamed = [
        word for word in ("damaged", "cannot be used", "not found", "Unexpected") if word in done.stderr
    ]
    return f"it blames something else: {done.stderr.strip()}" if blamed else ""


def _wrong_end(end: str, done: Done) -> str:
    lines = done.stderr.strip().splitlines() or [""]
    if "Traceback" in done.stderr:
        return f"it ended with a traceback: {lines[-1]}"
    if done.returncode < 0:
        return "" if -done.returncode in SIGNALS else end
    if end == "Python did not start":
        return ""
    if end != "not enough memory":
        return f"{end}: {lines[-1]}"
    clear = lines[-1] == f"qa: {OutOfMemoryError()}" and done.stderr.count(str(OutOfMemoryError())) == 1
    return "" if clear else f"it does not say so: {lines}"


def _models() -> dict[str, tuple[int, int]]:
    """Return what tells whether a prepared model is still the one that it was."""
    files = [file for place in exports(cache_folders(None)) for file in place.iterdir() if file.is_file()]
    return {str(file): (file.stat().st_ino, file.stat().st_mtime_ns) for file in files}
