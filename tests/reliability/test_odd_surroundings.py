"""A writer that is stopped for a while, a clock set back, folders that are missing: each has a clear end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qa.upkeep.check import check
from tests.reliability.workload import WRITER, environment

if TYPE_CHECKING:
    from tests.qa.conftest import Archive

pytestmark = pytest.mark.slow

Qa = Callable[..., subprocess.CompletedProcess[str]]
STOPPED = 1.5
"""Seconds for which a writer is stopped: longer than any wait for a lock would be."""
BUSY, NO_MODEL = 2, 6
NOWHERE = "/proc/nowhere"
"""Can be made by nobody, root included."""


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    from embeddings.loading import load_encoder
    from tests.qa.conftest import Archive

    (tmp_path / "articles").mkdir()
    made = Archive(tmp_path / "articles", tmp_path / "library", load_encoder())
    made.write("pier.txt", "“The pier stays open,” said Ada Quill, the mayor of Harwick.")
    made.index()
    yield made


@pytest.fixture
def qa(archive: Archive) -> Qa:
    def run(
        *arguments: str,
        env: Mapping[str, str] | None = None,
        program: tuple[str, ...] = ("-m", "bots.terminal"),
    ) -> subprocess.CompletedProcess[str]:
        command = [
            sys.executable,
            *program,
            *arguments,
            "--library",
            str(archive.library),
        ]
        return subprocess.run(
            command, env=environment() | dict(env or {}), stdin=subprocess.DEVNULL,
            capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip

    return run


def states_of(process: int) -> set[str]:
    """Return the state of each of a process's threads, by the kernel's letters."""
    tasks = Path(f"/proc/{process}/task").glob("*/stat")
    return {task.read_text().rpartition(")")[2].split()[0] for task in tasks}


@contextmanager
def stopped(process: subprocess.Popen[str]) -> Iterator[None]:
    process.send_signal(signal.SIGSTOP)
    deadline = time.monotonic() + 30
    while states_of(process.pid) != {"T"}:
        assert time.monotonic() < deadline
        os.sched_yield()
    try:
        yield
    finally:
        process.send_signal(signal.SIGCONT)


def test_while_a_writer_is_stopped_questions_are_answered_and_writing_is_refused(
    archive: Archive, qa: Qa
) -> None:
    for number in range(60):
        archive.write(
            f"{number}.txt", f"Quay {number} is shut since the storm, the council of Harwick found."
        )
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(archive.library), str(archive.folder), "update"],
        stdout=subprocess.PIPE, text=True, env=environment(),
    )  # fmt: skip
    assert writer.stdout is not None
    told = ""
    while told != "8\n":
        told = writer.stdout.readline()
        assert told

    with stopped(writer):
        end, answers, articles = time.monotonic() + STOPPED, [], []
        while time.monotonic() < end:
            answers.append(qa("ask", "What did Ada Quill say?"))
            articles.append(check(archive.library).articles)
        refused = [
            qa("index", str(archive.folder)),
            qa("forget", "--purge", str(archive.folder / "pier.txt")),
        ]
    rest, _ = writer.communicate(timeout=120)

    assert {answer.returncode for answer in answers} == {0}
    assert all("The pier stays open" in answer.stdout for answer in answers)
    assert min(articles) >= 1 + 8
    assert [each.returncode for each in refused] == [BUSY, BUSY]
    assert all("Another process is writing to the library" in each.stderr for each in refused)
    assert writer.returncode == 0
    assert rest.split()[-1] == "done"
    seen = check(archive.library)
    assert (seen.articles, seen.problems) == (61, ())


def test_what_changes_after_the_clock_was_set_back_is_noticed(archive: Archive, qa: Qa) -> None:
    tomorrow = time.time() + 86_400
    changed, same = archive.folder / "pier.txt", archive.write("quay.txt", "The quay is shut.")
    for path in (changed, same):
        os.utime(path, (tomorrow, tomorrow))
    archive.index()

    # The same length, and a time a day before that of the text that is known.
    changed.write_text("“The pier stays shut,” said Ada Quill, the mayor of Harwick.", encoding="utf-8")
    report = archive.index()
    again = archive.index()

    assert (report.changed, report.removed) == (1, 0)
    assert (again.changed, again.added) == (0, 0)
    assert "The pier stays shut" in qa("ask", "What did Ada Quill say?").stdout


@pytest.mark.parametrize("variable", ["TMPDIR", "HOME"])
def test_a_folder_that_cannot_be_made_stops_no_work(
    qa: Qa, archive: Archive, tmp_path: Path, variable: str
) -> None:
    # Without these, the user's folders are those below HOME.
    surroundings = dict.fromkeys(("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"), "")
    surroundings[variable] = NOWHERE
    archive.write(
        "page.html", "<p>The quay is shut since the storm, the council of Harwick found on Monday.</p>"
    )

    done = [
        qa(*command, env=surroundings)
        for command in (
            ("index", str(archive.folder)), ("ask", "What did Ada Quill say?"), ("verify",), ("doctor",),
            ("backup", str(tmp_path / "kept.bk")), ("chat",),
        )
    ]  # fmt: skip

    assert [each.returncode for each in done] == [0] * 6, [each.stderr for each in done]
    assert "The pier stays open" in done[1].stdout


NO_TEMPORARY_FOLDER = (
    "import runpy, tempfile\n"
    f"tempfile._candidate_tempdir_list = lambda: ['{NOWHERE}']\n"
    "runpy.run_module('bots.terminal', run_name='__main__', alter_sys=True)"
)
"""The program, where none of the folders that Python would take for temporary files can be written to."""


def test_without_any_folder_for_temporary_files_a_prepared_model_answers_and_another_says_why_not(
    qa: Qa, archive: Archive
) -> None:
    def ask(**env: str) -> subprocess.CompletedProcess[str]:
        program = ("-c", NO_TEMPORARY_FOLDER)
        return qa("ask", "What did Ada Quill say?", env={"TMPDIR": NOWHERE, **env}, program=program)

    # The models were prepared when the archive was made, in the folder of this user.
    prepared, unprepared = ask(), ask(HOME=NOWHERE, XDG_CACHE_HOME="")

    assert "The pier stays open" in prepared.stdout
    assert unprepared.returncode == NO_MODEL
    assert "Set TMPDIR to one that can be written to" in unprepared.stderr


def test_the_check_of_the_bot_names_a_state_folder_that_cannot_be_made(qa: Qa) -> None:
    done = qa("discord", "check", env={"HOME": NOWHERE, "XDG_STATE_HOME": "", "QA_DISCORD_TOKEN": ""})

    assert f"problem state: {NOWHERE}" in done.stdout
    assert "QA_DISCORD_STATE" in done.stdout


def test_two_processes_that_prepare_the_models_at_once_make_them_once(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom embeddings.loading import load_encoder, load_span_reader\n"
        "print('ready', flush=True)\nsys.stdin.read()\n"
        "load_span_reader()\nvector = load_encoder().encode_query('Which pier is shut?')\n"
        "print(vector.tobytes().hex())"
    )
    surroundings = environment() | {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    # Both wait for the end of one pipe, so that neither is ahead.
    waits, ends = os.pipe()
    both = [
        subprocess.Popen(
            [sys.executable, "-c", program],
            stdin=waits, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=surroundings,
        )
        for _ in range(2)
    ]  # fmt: skip
    os.close(waits)
    for each in both:
        assert each.stdout is not None
        each.stdout.readline()
    os.close(ends)
    told = [each.communicate(timeout=300) for each in both]

    assert [each.returncode for each in both] == [0, 0], told
    assert told[0][0] == told[1][0] != ""
    models = list((tmp_path / "cache" / "onrecord" / "models").iterdir())
    assert len(models) == 2
    for model in models:
        left = {path.name for path in model.iterdir()} - {"checked"}
        assert left == {"export.json", "lock", "model.onnx", "model.weights"}
