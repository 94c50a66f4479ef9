"""`qa set --show`, and every command that shows more of an article than a quote."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

Run = Any
ASKED = "What did Anna Lindqvist say about the harbour?"
WITHHELD = "The council of Westerhaven met on Monday"
LIMIT = "This archive shows quotes only."


@pytest.fixture(scope="module")
def limited(archive: Path, tmp_path_factory: pytest.TempPathFactory, qa: Run) -> Path:
    folder = Path(shutil.copytree(archive, tmp_path_factory.mktemp("limited") / "desk"))
    done = qa("set", "--show", "quotes", cwd=folder)
    assert (done.returncode, done.stdout) == (
        0,
        "This library shows quotes only, to everybody who asks it.\n",
    )
    return folder


def quote_of(qa: Run, folder: Path) -> str:
    return str(json.loads(qa("ask", ASKED, "--json", cwd=folder).stdout)["quotes"][0]["id"])


def test_the_status_says_what_may_be_shown(qa: Run, archive: Path, limited: Path) -> None:
    assert "\nshows        whole articles\n" in qa("status", cwd=archive).stdout
    assert "\nshows        quotes only\n" in qa("status", cwd=limited).stdout
    assert json.loads(qa("status", "--json", cwd=limited).stdout)["sentences_shown"] == 0


def test_a_number_of_sentences_and_whole_articles_can_be_set(qa: Run, archive: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(archive, tmp_path / "desk"))
    quote = quote_of(qa, folder)

    some = qa("set", "--show", "1", "--json", cwd=folder)
    around = json.loads(qa("show", quote, "--json", cwd=folder).stdout)
    told = qa("status", cwd=folder).stdout
    whole = qa("set", "--show", "whole", cwd=folder)

    assert json.loads(some.stdout) == {"schema": 2, "sentences_shown": 1}
    assert around["before"].strip() == f"{WITHHELD} to speak about the old harbour."
    assert around["withheld"] == "This archive shows quotes with one sentence before and after them."
    assert "\nshows        quotes, and 1 sentence before and after them\n" in told
    assert whole.stdout == "This library shows whole articles, to everybody who asks it.\n"
    assert json.loads(qa("show", quote, "--json", cwd=folder).stdout)["withheld"] is None


def test_a_quote_is_shown_alone_and_it_is_said(qa: Run, archive: Path, limited: Path) -> None:
    quote = quote_of(qa, limited)

    for options in ([], ["--format", "md"], ["--json"]):
        shown = qa("show", quote, *options, cwd=limited)
        assert shown.returncode == 0
        assert WITHHELD not in shown.stdout
        assert "must stay open to fishing boats" in shown.stdout
        assert LIMIT in shown.stdout
        assert WITHHELD in qa("show", quote, *options, cwd=archive).stdout


def test_found_words_are_shown_alone(qa: Run, limited: Path) -> None:
    shown = qa("find", "old harbour", cwd=limited)
    data = json.loads(qa("find", "old harbour", "--json", cwd=limited).stdout)
    rows = qa("find", "old harbour", "--format", "csv", cwd=limited)

    assert "speak about" not in shown.stdout + rows.stdout
    assert LIMIT in shown.stderr
    assert [(each["before"], each["text"], each["after"]) for each in data["places"]] == [
        ("", "old harbour", "")
    ]
    assert data["withheld"] == LIMIT


@pytest.mark.parametrize("form", ["md", "html", "csv"])
def test_a_brief_holds_quotes_only(qa: Run, limited: Path, form: str) -> None:
    made = qa("brief", "harbour", "--format", form, cwd=limited)

    assert "must stay open to fishing boats" in made.stdout
    assert WITHHELD not in made.stdout


def test_a_checked_draft_holds_quotes_only(qa: Run, archive: Path, limited: Path) -> None:
    for folder, shows in ((archive, True), (limited, False)):
        draft = "Lindqvist said: “The harbour must stay open to fishing boats.”\n"
        page = folder / "page.html"

        made = qa("check", "-", "--json", "--html", str(page), "--force", cwd=folder, stdin=draft)

        for written in (made.stdout, page.read_text(encoding="utf-8")):
            assert "must stay open to fishing boats" in written
            assert (WITHHELD in written) is shows
            assert ("This archive shows quotes only." in written) is not shows
        told = qa("check", "-", cwd=folder, stdin=draft)
        assert ("This archive shows quotes only." in told.stderr) is not shows


def test_the_article_of_an_answer_is_shown_as_its_quote(qa: Run, archive: Path, limited: Path) -> None:
    lines = f"{ASKED}\nshow me the article\n/show 1\n"
    said = qa("chat", cwd=limited, stdin=lines)
    whole = qa("chat", cwd=archive, stdin=lines)

    # As something related it is a quote of nobody's.
    assert (said.stdout.count(WITHHELD), whole.stdout.count(WITHHELD)) == (1, 3)
    assert said.stdout.count(LIMIT) == 2


def test_proving_and_saving_have_no_limit(qa: Run, limited: Path) -> None:
    assert qa("verify", quote_of(qa, limited), cwd=limited).returncode == 0
    assert qa("verify", cwd=limited).returncode == 0
    assert qa("backup", "saved.onrecord", cwd=limited).returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [["--show", "some"], ["--show", "0"], ["--show", "quotes", "plain.txt"], ["--show", "1", "--unset"]],
    ids=["no rule", "none", "an article too", "unset too"],
)
def test_what_cannot_be_set_is_refused(qa: Run, archive: Path, arguments: list[str]) -> None:
    refused = qa("set", *arguments, cwd=archive)

    assert refused.returncode == 2
    assert "whole" in refused.stderr
