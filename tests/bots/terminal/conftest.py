from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
Run = Callable[..., subprocess.CompletedProcess[str]]

ARTICLES = {
    "harbour.md": """---
title: Council argues about the harbour
date: 2024-03-04
source: Coast Gazette
---
The council of Westerhaven met on Monday to speak about the old harbour.

“The harbour must stay open to fishing boats,” Mayor Anna Lindqvist said. “We will not sell it.”

Peter Okafor, who leads the opposition, called the repair plan “a hole in the budget”.
""",
    "library.md": """---
title: New opening hours for the town library
date: 2024-05-20
source: Inland Post
---
The town library will open on Sundays from June, according to its director, Maria Stein.

The new hours cost about 40,000 crowns a year.
""",
    "plain.txt": "Storm closes the coast road\n\nWind of 120 kilometres an hour closed it on Thursday.\n",
}


@pytest.fixture(scope="session")
def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


@pytest.fixture(scope="session")
def qa(environment: dict[str, str]) -> Run:
    """Run the real command line in a process of its own."""

    def run(
        *arguments: str, cwd: Path, stdin: str | bytes = "", env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "bots.terminal", *arguments],
            cwd=cwd,
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            check=False,
            env=environment | dict(env or {}),
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
        )

    return run


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory, qa: Run) -> Path:
    """A working folder with three articles and their library. Read only: tests that write make their own."""
    folder = tmp_path_factory.mktemp("archive")
    _write_articles(folder)
    done = qa("index", "news", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A working folder with the articles in news/, not indexed."""
    _write_articles(tmp_path)
    return tmp_path


def _write_articles(folder: Path) -> None:
    (folder / "news").mkdir()
    for name, text in ARTICLES.items():
        (folder / "news" / name).write_text(text, encoding="utf-8")
