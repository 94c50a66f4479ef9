"""The real program: under a terminal of its own, and with its input from a pipe."""

from __future__ import annotations

import json
import re
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pexpect
import pytest

pytestmark = pytest.mark.slow

Run = Callable[..., CompletedProcess[str]]

TIMEOUT = 30
ESCAPES = re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-z]|[()][A-Z0-9]|[=>78])")


Start = Callable[[], "pexpect.spawn[str]"]


@pytest.fixture
def start(archive: Path, environment: dict[str, str], tmp_path: Path) -> Start:
    # This terminal shows nothing, so it cannot say where its cursor stands.
    own = environment | {
        "TERM": "xterm",
        "PROMPT_TOOLKIT_NO_CPR": "1",
        "XDG_STATE_HOME": str(tmp_path / "state"),
    }
    arguments = ["-m", "bots.terminal", "chat", "--library", str(archive / ".qa")]

    def run() -> pexpect.spawn[str]:
        program = pexpect.spawn(
            sys.executable,
            arguments,
            env=own,
            encoding="utf-8",
            timeout=TIMEOUT,
            dimensions=(40, 100),
            use_poll=True,  # select() takes no file of a number above 1,023
        )
        program.expect("3 articles")
        program.expect(">")
        return program

    return run


def test_who_leaves_at_once_waits_for_nothing(start: Start) -> None:
    program = start()
    program.send("/quit\r")
    program.expect(pexpect.EOF)
    program.close()

    # The model is still being loaded on a thread, which must neither be waited for nor end in a crash.
    assert (program.exitstatus, program.signalstatus) == (0, None)


def test_a_conversation_on_a_terminal(start: Start, tmp_path: Path) -> None:
    program = start()
    program.send("What did Lind")
    program.expect("Anna Lindqvist")
    program.send("\t say about the harbour?\r")
    program.expect("The harbour must stay open")
    program.expect("answers it")
    program.expect(">")
    program.send("half of a question")
    program.expect("half")
    program.sendintr()
    program.send("/show 1\r")
    program.expect("Westerhaven")
    program.send("/quit\r")
    program.expect(pexpect.EOF)
    program.close()

    assert program.exitstatus == 0
    [history] = (tmp_path / "state").rglob("chat-history")
    assert stat.S_IMODE(history.stat().st_mode) == 0o600
    assert "What did Anna Lindqvist say about the harbour?" in history.read_text(encoding="utf-8")


def test_lines_from_a_pipe_are_answered_without_a_prompt(qa: Run, archive: Path) -> None:
    lines = "What did Lindqvist say about the harbour?\n\n/sources\n/shwo\n/quit\nWho spoke?\n"

    done = qa("chat", cwd=archive, stdin=lines)

    assert done.returncode == 0, done.stderr
    assert "The harbour must stay open" in done.stdout
    assert "Coast Gazette" in done.stdout
    assert "Did you mean /show?" in done.stdout
    assert "Who spoke" not in done.stdout
    assert not ESCAPES.search(done.stdout)
    assert "> " not in done.stdout.splitlines()


def test_json_is_a_line_for_each_line(qa: Run, archive: Path) -> None:
    lines = b"What did Lindqvist say about the harbour?\nmore\n/sources\n/shwo\n\xff\xfe\n"

    done = qa("chat", "--json", cwd=archive, stdin=lines)

    first, more, sources, unknown, _ = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 0
    assert first["quotes"][0]["speaker"] == "Anna Lindqvist"
    assert not {quote["id"] for quote in more["quotes"]} & {quote["id"] for quote in first["quotes"][:3]}
    assert sources["command"] == "/sources"
    assert unknown["error"]["code"] == "usage"


def test_without_a_library_it_says_so(qa: Run, tmp_path: Path) -> None:
    done = qa("chat", cwd=tmp_path, stdin="Who spoke?\n")

    assert done.returncode == 4
    assert "qa index" in done.stderr
