from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

Run = Any


def test_an_overview_says_when_where_who_and_what_has_no_date(qa: Run, archive: Path) -> None:
    done = qa("overview", cwd=archive)

    assert done.returncode == 0
    for words in ("3 articles, 4 March 2024 to 20 May 2024", "Coast Gazette", "Anna Lindqvist", "2024-05"):
        assert words in done.stdout
    assert "1 of 3 articles has no date" in done.stdout
    assert "qa ask" in done.stdout


def test_an_overview_as_json_has_the_same(qa: Run, archive: Path) -> None:
    found = json.loads(qa("overview", "--json", cwd=archive).stdout)

    assert (found["corpus"]["articles"], found["undated"]) == (3, 1)
    assert [each["name"] for each in found["periods"]] == ["2024-03", "2024-04", "2024-05"]
    assert {each["source"] for each in found["outlets"]} == {"Coast Gazette", "Inland Post", None}
    assert "Anna Lindqvist" in [each["name"] for each in found["people"]]
    for question in found["questions"]:
        assert qa("ask", question, cwd=archive).returncode == 0


def test_an_overview_of_nothing_ends_with_4(qa: Run, desk: Path) -> None:
    assert qa("overview", cwd=desk).returncode == 4


def test_a_topic_is_shown_with_who_speaks_on_it(qa: Run, archive: Path) -> None:
    done = qa("topic", "the harbour", cwd=archive)

    assert done.returncode == 0
    assert "Anna Lindqvist (1)" in done.stdout
    assert "We will not sell it" in done.stdout
    assert "Looked through 3 articles" in done.stdout


def test_a_name_alone_is_a_page_about_that_person(qa: Run, archive: Path) -> None:
    found = json.loads(qa("topic", "Anna Lindqvist", "--json", cwd=archive).stdout)

    assert found["person"]["name"] == "Anna Lindqvist"
    assert len(found["person"]["latest"]) == 1


@pytest.mark.parametrize("command", ["topic", "brief"])
def test_a_topic_that_nobody_speaks_on_ends_with_1_and_says_so(qa: Run, archive: Path, command: str) -> None:
    nowhere = qa(command, "helicopters", cwd=archive)
    outside = qa(command, "harbour", "--since", "2024-05-01", cwd=archive)

    assert (nowhere.returncode, outside.returncode) == (1, 1)
    assert "No article of this archive has the word “helicopters”." in nowhere.stdout
    assert "outside them" in outside.stdout


def test_a_brief_is_written_in_each_format_by_the_ending_of_its_file(qa: Run, desk: Path) -> None:
    qa("index", "news", cwd=desk)

    for name, begins in (
        ("b.md", "# What is said on harbour"),
        ("b.html", "<!doctype html>"),
        ("b.csv", "speaker,"),
    ):
        assert qa("brief", "harbour", "-o", name, cwd=desk).returncode == 0
        assert (desk / name).read_text(encoding="utf-8").startswith(begins)
    again = qa("brief", "harbour", "-o", "b.md", cwd=desk)
    assert again.returncode == 2
    assert "--force" in again.stderr


def test_a_brief_has_the_format_that_is_asked_for_before_or_after_its_name(qa: Run, archive: Path) -> None:
    after = qa("brief", "harbour", "--format", "csv", cwd=archive)
    before = qa("--format", "csv", "brief", "harbour", cwd=archive)

    assert after.stdout == before.stdout
    (row,) = [r for r in csv.DictReader(io.StringIO(after.stdout)) if r["speaker"] == "Anna Lindqvist"]
    assert qa("show", row["id"], cwd=archive).returncode == 0
    assert qa("brief", "harbour", "--format", "pdf", cwd=archive).returncode == 2


def test_every_quote_of_a_brief_is_a_slice_of_its_article(qa: Run, archive: Path) -> None:
    made = json.loads(qa("brief", "harbour", "--json", cwd=archive).stdout)

    quotes = [quote for speaker in made["speakers"] for quote in speaker["quotes"]]
    text = (archive / "news" / "harbour.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    assert quotes
    assert all(quote["text"] in text for quote in quotes)
    assert made["searched"]["articles"] == 3
