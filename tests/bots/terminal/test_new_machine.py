"""The first commands on a machine, while the model is still being prepared."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

Run = Any


def a_new_machine(folder: Path) -> dict[str, str]:
    """Return an environment in which no exported model is found, also not among the temporary files."""
    return {"XDG_CACHE_HOME": str(folder), "TMPDIR": str(folder)}


def test_an_error_on_a_new_machine_waits_for_the_model_that_is_being_prepared(
    archive: Path, qa: Run, tmp_path: Path
) -> None:
    done = qa("compare", "Okafor", "Okafor", cwd=archive, env=a_new_machine(tmp_path))

    assert done.returncode == 2
    assert done.stderr == "qa: Give two different speakers to compare.\n"
    assert list(tmp_path.glob("onrecord/models/*/export.json"))


def test_the_first_question_of_a_new_machine_is_answered_without_a_complaint(
    archive: Path, qa: Run, tmp_path: Path
) -> None:
    done = qa("ask", "What did Okafor say?", cwd=archive, env=a_new_machine(tmp_path))

    assert done.returncode == 0
    assert done.stderr == ""


def test_a_later_question_finds_the_expressions_that_earlier_ones_compiled(
    archive: Path, qa: Run, tmp_path: Path
) -> None:
    asked = "ask", "How many people did Okafor speak to?"

    # The second of two has an earlier question to compare itself with.
    qa(*asked, cwd=archive, env={"XDG_CACHE_HOME": str(tmp_path)})
    first = qa(*asked, cwd=archive, env={"XDG_CACHE_HOME": str(tmp_path)})
    (kept,) = tmp_path.glob("onrecord/expressions/*")
    written = kept.stat()
    again = qa(*asked, cwd=archive, env={"XDG_CACHE_HOME": str(tmp_path)})

    assert written.st_size > 100_000
    assert kept.stat().st_ino == written.st_ino
    assert (again.stdout, again.stderr, again.returncode) == (first.stdout, first.stderr, first.returncode)
