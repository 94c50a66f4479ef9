from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from bots.exit_codes import OUT_OF_MEMORY
from qa.errors import OutOfMemoryError
from tests.little_memory import in_little_memory


@pytest.mark.parametrize("form", [[], ["--json"]], ids=["text", "json"])
@pytest.mark.parametrize("megabytes", [90, pytest.param(480, marks=pytest.mark.slow)], ids=str)
def test_a_command_without_memory_says_so(
    archive: Path, environment: dict[str, str], megabytes: int, form: list[str]
) -> None:
    # Numpy cannot be loaded, which would end the process with 1; nor faiss, which would crash.
    def limit() -> None:
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:1])
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))

    done = subprocess.run(
        [sys.executable, "-m", "bots.terminal", "ask", "What did Lindqvist say?", *form],
        capture_output=True,
        text=True,
        check=False,
        cwd=archive,
        env=environment,
        preexec_fn=limit,
    )

    assert done.returncode == OUT_OF_MEMORY, done
    assert done.stderr == f"qa: {OutOfMemoryError()}\n"
    if form:
        assert json.loads(done.stdout)["error"]["code"] == "memory"


def test_a_program_that_cannot_be_loaded_for_lack_of_memory_says_so() -> None:
    done = in_little_memory("from bots.terminal.__main__ import main\nleave(1)\nmain()")

    assert done.returncode == OUT_OF_MEMORY, done
    assert done.stderr == f"qa: {OutOfMemoryError()}\n"
