"""`qa serve` itself, as a program."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from bots.exit_codes import USAGE
from bots.terminal.app import run

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
CONFIGURATION = 78


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "SIGINT"])
def test_the_program_serves_pages_until_a_signal_and_logs_no_question(
    town: Path, number: signal.Signals
) -> None:
    command = [
        sys.executable,
        "-m",
        "bots.terminal",
        "serve",
        "-v",
        "--port",
        "0",
        "--library",
        str(town / "library"),
    ]
    serving = subprocess.Popen(
        command,
        cwd=town,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert serving.stdout is not None
        line = serving.stdout.readline()
        told = re.fullmatch(r"(http://127\.0\.0\.1:\d+/) serves 3 articles, .*\. Ctrl-C ends it\.\n", line)
        assert told is not None, line
        with urllib.request.urlopen(f"{told[1]}ask?q=Who+spoke+about+the+harbour") as reply:
            assert reply.headers["content-security-policy"].startswith("default-src 'none'")
            assert reply.headers["server"] is None
            assert "The harbour must stay open" in reply.read().decode()
    finally:
        serving.send_signal(number)
        out, errors = serving.communicate(timeout=120)

    assert serving.returncode == 0, errors
    assert "harbour" not in out + errors


def test_the_program_serves_several_libraries_each_below_its_name(town: Path) -> None:
    mounts = [part for name in ("one", "two") for part in ("--mount", f"{name}={town / 'library'}")]
    serving = subprocess.Popen(
        [sys.executable, "-m", "bots.terminal", "serve", "--port", "0", *mounts],
        cwd=town,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert serving.stdout is not None
        address, told = serving.stdout.readline().split(" serves ")
        with urllib.request.urlopen(f"{address}two/speakers") as reply:
            assert "Anna Lindqvist" in reply.read().decode()
    finally:
        serving.send_signal(signal.SIGTERM)
        _, errors = serving.communicate(timeout=120)

    assert serving.returncode == 0, errors
    assert told.startswith("one: 3 articles, 4 March 2024 to 1 June 2024, two: 3 articles,")


STUCK = """
import sys, threading
from pathlib import Path
from bots.web import running
from bots.archive_service import ArchiveService
from bots.web.visitors import Visitors

running.LONGEST_END = 1
service = ArchiveService(Path(sys.argv[1]), lambda: print("begun", flush=True) or threading.Event().wait())
running.run(
    {"": service},
    running.Endpoint("127.0.0.1", 0),
    quotes=3,
    visitors=Visitors(),
    ready=lambda address: print(address, flush=True),
)
"""


ENDED_AT_ONCE = """
import os, signal, sys
from pathlib import Path
from bots.archive_service import ArchiveService
from bots.web import running
from bots.web.visitors import Visitors

running.run(
    {"": ArchiveService(Path(sys.argv[1]), lambda: None)},
    running.Endpoint("127.0.0.1", 0),
    quotes=3,
    visitors=Visitors(),
    ready=lambda address: os.kill(os.getpid(), signal.SIGTERM),
)
"""


def test_a_signal_that_comes_with_the_address_ends_it_as_any_other(town: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", ENDED_AT_ONCE, str(town / "library")],
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert (ended.returncode, ended.stdout) == (0, "")
    assert "Traceback" not in ended.stderr


def test_what_never_ends_does_not_keep_the_program(town: Path) -> None:
    serving = subprocess.Popen(
        [sys.executable, "-c", STUCK, str(town / "library")],
        cwd=town,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert serving.stdout is not None
        assert serving.stdout.readline().startswith("http://127.0.0.1:")
        assert serving.stdout.readline() == "begun\n"
    finally:
        serving.send_signal(signal.SIGINT)
        _, errors = serving.communicate(timeout=120)

    assert serving.returncode == 0, errors
    assert "is given up" in errors


def test_a_missing_package_is_named_with_what_to_install(
    town: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)

    assert run(["serve", "--library", str(town / "library")]) == CONFIGURATION
    assert "needs uvicorn" in (said := capsys.readouterr().err)
    assert "pip install '.[serve]'" in said


def test_a_port_that_is_taken_is_told(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])

        assert run(["serve", "--port", port, "--library", str(town / "library")]) == USAGE
    assert "--port" in capsys.readouterr().err


def test_others_than_this_machine_need_a_name_for_it(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["serve", "--host", "0.0.0.0", "--port", "0", "--library", str(town / "library")]) == USAGE
    assert "--allowed-host NAME" in capsys.readouterr().err


def test_without_a_library_it_says_how_to_make_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["serve", "--json", "--library", str(tmp_path / "none")]) == 4
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "no_index"
