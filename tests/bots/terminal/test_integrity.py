from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

Run = Callable[..., Any]

TEXT = "Wind of 120 kilometres an hour closed the coast road on Thursday.\n"


@pytest.fixture
def home(qa: Run, tmp_path: Path) -> Path:
    """A folder with articles and a library over them."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "storm.txt").write_text(TEXT)
    assert qa("index", "articles", cwd=tmp_path).returncode == 0
    return tmp_path


def a_quote(qa: Run, home: Path) -> str:
    answer = json.loads(qa("ask", "--json", "How strong was the wind?", cwd=home).stdout)
    quote: str = answer["quotes"][0]["id"]
    return quote


def test_quotes_are_verified_by_their_ids(qa: Run, home: Path) -> None:
    quote = a_quote(qa, home)

    told = qa("verify", quote, cwd=home)
    as_json = json.loads(qa("verify", "--json", quote, cwd=home).stdout)
    (home / "articles" / "storm.txt").write_text("Calm seas.")
    changed = qa("verify", "--json", quote, cwd=home)

    assert told.returncode == 0
    assert told.stdout.startswith("identical")
    assert as_json["schema"] == 2
    assert [each["state"] for each in as_json["quotes"]] == ["identical"]
    assert changed.returncode == 1
    assert json.loads(changed.stdout)["quotes"][0]["state"] == "changed"
    assert qa("verify", "nonsense", cwd=home).returncode == 2


def test_of_an_article_that_is_gone_no_newer_text_is_claimed(qa: Run, home: Path) -> None:
    quote = a_quote(qa, home)
    (home / "articles" / "storm.txt").unlink()
    qa("index", cwd=home)

    told = qa("verify", quote, cwd=home)

    assert told.returncode == 1
    assert told.stdout.startswith("gone")
    assert told.stdout.endswith("(its file is not there)  (the article has changed since, or is gone)\n")


def test_a_whole_library_is_clean_until_it_is_damaged_and_mended(qa: Run, home: Path) -> None:
    assert qa("verify", cwd=home).stdout.startswith(
        "Clean: 1 article, 1 version, 1 passage, 1 generation checked"
    )
    (file,) = (home / ".qa").glob("vectors-*.faiss")
    file.unlink()

    damaged = qa("verify", "--json", cwd=home)
    answered = qa("ask", "How strong was the wind?", cwd=home)
    doctor = qa("doctor", cwd=home)
    mended = qa("doctor", "--repair", "--json", cwd=home)

    assert damaged.returncode == 5
    assert not json.loads(damaged.stdout)["clean"]
    assert "120 kilometres" in answered.stdout
    assert "qa doctor --repair" in answered.stderr
    assert doctor.returncode == 5
    assert "Run `qa doctor --repair`" in doctor.stdout
    assert mended.returncode == 0
    assert json.loads(mended.stdout)["repaired"] == ["the vector index's file"]
    assert qa("verify", cwd=home).returncode == 0


def test_a_backup_carries_the_archive_elsewhere(qa: Run, home: Path) -> None:
    made = json.loads(qa("backup", "kept.zip", "--json", cwd=home).stdout)
    again = qa("backup", "kept.zip", cwd=home)
    restored = qa("restore", "kept.zip", "--library", "carried", cwd=home)
    (home / "articles").rename(home / "elsewhere")
    answer = qa("ask", "--library", "carried", "How strong was the wind?", cwd=home)

    assert made["articles"] == 1
    assert again.returncode == 2
    assert restored.returncode == 0
    assert restored.stdout.startswith("1 article of ")
    assert qa("backup", "kept.zip", "--force", cwd=home).stdout.startswith("1 article in ")
    assert "120 kilometres" in answer.stdout
    assert qa("verify", "--library", "carried", cwd=home).returncode == 0
    assert qa("restore", "articles.zip", "--library", "carried", cwd=home).returncode == 2
    (home / "torn.zip").write_bytes((home / "kept.zip").read_bytes()[:-50])
    assert qa("restore", "torn.zip", "--library", "new", cwd=home).returncode == 3


def test_a_damaged_database_is_named_with_the_last_backup(qa: Run, home: Path) -> None:
    qa("backup", "kept.zip", cwd=home)
    database = home / ".qa" / "library.db"
    database.write_bytes(b"no database at all" * 500)

    for command in (("ask", "How strong was the wind?"), ("status",), ("verify",), ("doctor",)):
        done = qa(*command, cwd=home)
        assert done.returncode == 5, command
        assert "kept.zip" in done.stdout + done.stderr, command
    assert qa("doctor", "--repair", cwd=home).returncode == 5
    assert qa("restore", "kept.zip", "--force", cwd=home).returncode == 0
    assert "120 kilometres" in qa("ask", "How strong was the wind?", cwd=home).stdout


def test_a_purge_that_ended_early_is_named_with_the_command_that_finishes_it(qa: Run, home: Path) -> None:
    (home / ".qa" / "library-format-0.db").mkdir()  # It cannot be removed, which stands for a kill.
    assert qa("forget", "--purge", "articles/storm.txt", cwd=home).returncode not in (0, 2)
    (home / ".qa" / "library-format-0.db").rmdir()

    for command in ("status", "verify", "doctor", "index"):
        done = qa(command, cwd=home)

        assert "Run `qa forget --purge` again with the same name" in done.stdout + done.stderr, command
        assert done.returncode == 0, command
    assert qa("forget", "--purge", "articles/storm.txt", cwd=home).returncode == 0
    assert "A purge ended early" not in qa("status", cwd=home).stdout
