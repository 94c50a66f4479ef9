"""Articles without a date are named, and dated in bulk: by a table, or by the days of their files."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from bots.contract import SCHEMA

pytestmark = pytest.mark.slow

Run = Any


def test_a_table_is_tried_and_then_applied(qa: Run, desk: Path) -> None:
    qa("index", "news", cwd=desk)
    (desk / "dates.csv").write_text("path,date,source\nplain.txt,2024-06-01,Gazette\nnone.txt,2024-06-01,\n")

    tried = qa("set", "--from", "dates.csv", "--dry-run", cwd=desk)
    undated = qa("articles", "--undated", cwd=desk)
    done = qa("set", "--from", "dates.csv", cwd=desk)

    assert (tried.returncode, done.returncode) == (3, 3)
    assert tried.stdout == (
        "line 2: plain.txt: 2024-06-01, Gazette (set: date and source)\n"
        "1 article would be set, 0 already so or empty, 1 not matched (2 rows).\n"
    )
    assert "plain.txt" in undated.stdout
    assert done.stdout == "1 article set, 0 already so or empty, 1 not matched (2 rows).\n"
    assert done.stderr == "line 3: not matched: no article is called 'none.txt'\n"
    assert "Every article has a date." in qa("articles", "--undated", cwd=desk).stdout


def test_the_list_of_undated_articles_can_be_filled_in(qa: Run, desk: Path) -> None:
    qa("index", "news", cwd=desk)
    table = qa("articles", "--undated", "--format", "csv", cwd=desk).stdout
    rows = list(csv.DictReader(io.StringIO(table)))

    filled = table.replace("undated", "2024-06-01")
    done = qa("set", "--from", "-", "--json", cwd=desk, stdin=filled)

    assert [row["path"] for row in rows] == ["plain.txt"]
    assert done.returncode == 0
    report = json.loads(done.stdout)
    assert report["schema"] == SCHEMA
    assert [each["article"]["date"] for each in report["matched"]] == ["2024-06-01"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--from", "nowhere.csv"], 3),
        (["--from", "news/plain.txt"], 3),
        (["plain.txt", "--from", "dates.csv"], 2),
        (["--from", "dates.csv", "--unset"], 2),
        (["--dry-run", "plain.txt", "--date", "2024-06-01"], 2),
        ([], 2),
    ],
    ids=["no file", "no table", "an article too", "unset", "dry alone", "nothing"],
)
def test_wrong_usage_and_unreadable_tables_end_with_their_codes(
    qa: Run, desk: Path, arguments: list[str], code: int
) -> None:
    qa("index", "news", cwd=desk)
    (desk / "dates.csv").write_text("path,date\n")

    assert qa("set", *arguments, cwd=desk).returncode == code


def test_indexing_ends_with_what_has_no_date_and_what_to_do(qa: Run, desk: Path) -> None:
    undated = qa("index", "news", cwd=desk)
    dated = qa("index", "--date-from", "mtime", cwd=desk)

    assert (
        "1 article has no date, so questions about dates do not find it. `qa set --from FILE.csv` dates articles "
        "by a table, `qa index --date-from mtime` by their files.\n"
    ) in undated.stderr
    assert "no date" not in dated.stderr
    assert "undated: 0" in qa("status", cwd=desk).stdout
    assert "dated by the days of their files where they give none" in qa("status", cwd=desk).stdout
    assert qa("index", "--date-from", "name", cwd=desk).returncode == 2


def test_an_article_that_was_indexed_gets_a_note_and_is_not_called_skipped(qa: Run, desk: Path) -> None:
    (desk / "news" / "soon.md").write_text("---\ndate: soon\n---\nThe pier is shut.\n")
    (desk / "news" / "empty.txt").write_text("")

    done = qa("index", "news", cwd=desk)
    state = qa("status", cwd=desk).stdout

    assert f"note: {desk / 'news' / 'soon.md'}: its date is not clear" in done.stderr
    assert f"skipped: {desk / 'news' / 'empty.txt'}: it is empty" in done.stderr
    assert "skipped      1\n" in state
    assert "notes        1\n" in state
    (desk / "news" / "empty.txt").unlink()
    assert qa("index", cwd=desk).returncode == 0
