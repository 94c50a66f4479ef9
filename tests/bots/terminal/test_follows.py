from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

Run = Any


@pytest.fixture
def own(archive: Path, tmp_path: Path) -> Path:
    """A copy of the archive that a test may write to."""
    return Path(shutil.copytree(archive, tmp_path / "own"))


def test_what_new_articles_say_is_shown_once(qa: Run, own: Path) -> None:
    assert qa("follow", "What does Anna Lindqvist say about ferries?", cwd=own).returncode == 0
    assert qa("follow", "--run", cwd=own).returncode == 1
    text = "“New ferries will come in spring,” Mayor Anna Lindqvist said.\n"
    (own / "later.txt").write_text(text, encoding="utf-8")
    assert qa("index", "later.txt", cwd=own).returncode == 0

    first, second = (qa("follow", "--run", "--json", cwd=own) for _ in range(2))

    told = json.loads(first.stdout)
    assert (told["follow"], told["quote"]["speaker"]) == (1, "Anna Lindqvist")
    assert "New ferries" in told["quote"]["text"]
    assert (second.stdout, second.returncode) == ("", 1)


def test_follows_are_listed_and_removed(qa: Run, own: Path) -> None:
    qa("follow", "What does Anna Lindqvist say?", cwd=own)

    assert (
        json.loads(qa("follow", "--list", "--json", cwd=own).stdout)["question"]
        == "What does Anna Lindqvist say?"
    )
    assert json.loads(qa("follow", "--remove", "1", "--json", cwd=own).stdout)["id"] == 1
    assert qa("follow", "--list", "--json", cwd=own).stdout == ""
    assert qa("follow", "--remove", "1", cwd=own).returncode == 1


def test_following_wants_one_thing_and_a_library(qa: Run, own: Path, tmp_path: Path) -> None:
    assert qa("follow", cwd=own).returncode == 2
    assert qa("follow", "A?", "--run", cwd=own).returncode == 2
    assert qa("follow", "--list", "--library", str(tmp_path / "none"), cwd=own).returncode == 4


def test_what_is_followed_is_listed_of_a_library_only(qa: Run, archive: Path, tmp_path: Path) -> None:
    assert qa("follow", "--list", cwd=archive).stdout == "Nothing is followed.\n"
    (tmp_path / "folder").mkdir()

    done = qa("follow", "--list", "--library", "folder", cwd=tmp_path)

    assert done.returncode == 4
    assert list((tmp_path / "folder").iterdir()) == []
