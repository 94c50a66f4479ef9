"""Run `qa serve` and other commands as programs of their own, as people do."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[4]


def qa(*arguments: str, library: Path) -> subprocess.CompletedProcess[str]:
    """Run a command on a library to its end. Raises CalledProcessError if it fails."""
    return subprocess.run(
        _command(*arguments, library=library), env=_environment(), capture_output=True, text=True, check=True
    )


@contextmanager
def served(library: Path) -> Iterator[str]:
    """Serve a library on a free port of this machine; gives the address, without a slash at its end."""
    serving = subprocess.Popen(
        _command("serve", "--port", "0", library=library),
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert serving.stdout is not None
        line = serving.stdout.readline()
        assert line.startswith("http://127.0.0.1:"), line
        yield line.split()[0].rstrip("/")
    finally:
        serving.send_signal(signal.SIGTERM)
        _, errors = serving.communicate(timeout=120)
    # Whatever a test made of it: an unexpected error would stand in the log.
    assert (serving.returncode, errors) == (0, "")


def _command(*arguments: str, library: Path) -> list[str]:
    return [sys.executable, "-m", "bots.terminal", *arguments, "--library", str(library)]


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
