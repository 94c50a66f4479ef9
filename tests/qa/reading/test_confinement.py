"""What the process that reads foreign formats can reach: as little as this kernel lets it be kept to."""

from __future__ import annotations

import ctypes
import platform
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qa.reading.parsing.intruder import FILES, NETWORK
from qa.reading.sandbox import Sandbox
from qa.reading.stories import Story
from qa.upkeep.doctor import diagnose

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from tests.qa.conftest import Archive

COULD = {FILES: "could read this user's other files", NETWORK: "could connect to other machines"}
LANDLOCK, PRCTL = 444, {"x86_64": 157, "aarch64": 167}

ROOT = Path(__file__).parents[3]
ATTEMPTS = {
    FILES: [
        "open('/etc/passwd')",
        "os.listdir('/etc')",
        "open('/proc/self/environ')",
        f"open({str(ROOT / 'README.md')!r})",
        "open('new.txt', 'x')",
        "os.rename('old.txt', 'other.txt')",
        "os.unlink('old.txt')",
    ],
    NETWORK: [
        "socket.socket()",
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
        "socket.socket(socket.AF_UNIX)",
        "os.execv('/bin/true', ['true'])",
    ],
}


def offered() -> set[str]:
    """Ask this machine's kernel, by itself, which of the two it can keep a process from."""
    if sys.platform != "linux":
        return set()
    kernel = ctypes.CDLL(None)
    landlock = kernel.syscall(LANDLOCK, None, ctypes.c_size_t(0), 1) > 0
    # Whether a filter may be set is asked with none: a kernel that knows seccomp cannot read it (EFAULT, 14).
    asked = "import ctypes; k = ctypes.CDLL(None, use_errno=True); k.prctl(38, 1, 0, 0, 0);"
    asked += "k.prctl(22, 2, None, 0, 0); print(ctypes.get_errno())"
    answer = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    seccomp = platform.machine() in PRCTL and answer.strip() == "14"
    return {what for what, has in ((FILES, landlock), (NETWORK, seccomp)) if has}


def named_by_doctor(archive: Archive) -> set[str]:
    words = " ".join(finding.words for finding in diagnose(archive.library).findings)
    return {what for what, said in COULD.items() if said in words}


def tried(attempt: str, folder: Path) -> str:
    program = (
        f"import os, socket\nfrom qa.reading.confinement import confine\nconfine()\n{attempt}\nprint('done')"
    )
    (folder / "old.txt").touch()
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.stdout or done.stderr.splitlines()[-1]


def test_the_doctor_names_what_the_reader_can_reach_and_nothing_else(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut.")
    archive.index()

    assert named_by_doctor(archive) == {FILES, NETWORK} - offered()


@pytest.mark.parametrize("what", ATTEMPTS)
def test_what_the_doctor_does_not_name_is_refused(what: str, archive: Archive, tmp_path: Path) -> None:
    archive.write("a.txt", "The pier is shut.")
    archive.index()
    done = [
        attempt for attempt in ATTEMPTS[what] if not tried(attempt, tmp_path).startswith("PermissionError")
    ]

    assert what in named_by_doctor(archive) or not done


@pytest.mark.parametrize(("taken", "left"), [("landlock", {FILES}), ("prctl", {FILES, NETWORK})])
def test_an_older_kernel_reads_as_before_and_the_doctor_says_what_it_cannot_keep(
    taken: str, left: set[str], archive: Archive
) -> None:
    archive.write(
        "page.html", "<p>The pier is shut since the storm, said Ada Quill, the mayor of Harwick.</p>"
    )
    number = LANDLOCK if taken == "landlock" else PRCTL[platform.machine()]
    program = (
        f"import sys\nfrom qa.reading.confinement import forbid\nforbid([{number}])\n"
        "from bots.terminal.app import main\nsys.exit(main())"
    )

    def qa(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", program, *arguments, "--library", str(archive.library)],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        return done.stdout

    qa("index", str(archive.folder))
    shown = " ".join(qa("doctor").split())

    assert "1 article" in qa("status")
    assert {what for what, said in COULD.items() if said in shown} == left | ({FILES, NETWORK} - offered())


def test_the_reader_does_not_know_the_passwords_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_DISCORD_TOKEN", "secret")
    worker = (
        "import json, os, sys\nsys.stdin.buffer.readline()\n"
        "print(json.dumps({'story': {'text': ' '.join(os.environ), 'pages': []}}))\n"
        "print(json.dumps({'end': True}), flush=True)\n"
    )
    with Sandbox(command=[sys.executable, "-c", worker]) as sandbox:
        (story,) = sandbox.parse("html", b"", max_characters=10_000)

    assert isinstance(story, Story)
    assert "PYTHONPATH" in story.text
    assert "QA_DISCORD_TOKEN" not in story.text
