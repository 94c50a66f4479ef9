"""`qa correct`, `qa alias`, what `qa status` lists of them, and `qa report --wrong-speaker`, as people run them."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

Run = Callable[..., subprocess.CompletedProcess[str]]

QUESTION = "What did Anna Lindqvist say about the harbour?"


@pytest.fixture
def own(archive: Path, tmp_path: Path) -> Path:
    """A working folder with a copy of the library, to write to."""
    shutil.copytree(archive / ".qa", tmp_path / ".qa")
    return tmp_path


def asked(qa: Run, own: Path, question: str = QUESTION) -> dict[str, Any]:
    """Return the first quote that answers a question."""
    quote: dict[str, Any] = json.loads(qa("ask", "--json", question, cwd=own).stdout)["quotes"][0]
    return quote


def test_a_corrected_name_is_shown_everywhere_with_its_mark(qa: Run, own: Path) -> None:
    quote = asked(qa, own)
    assert quote["attribution"]["corrected"] is False

    done = qa("correct", quote["id"], "--speaker", "Una Strand", cwd=own)

    assert done.returncode == 0, done.stderr
    assert "now     Una Strand (set by hand)" in done.stdout
    assert "before  Anna Lindqvist" in done.stdout
    shown = json.loads(qa("show", "--json", quote["id"], cwd=own).stdout)["quote"]
    assert (shown["speaker"], shown["attribution"]["corrected"]) == ("Una Strand", True)
    question = "What did Una Strand say about the harbour?"
    assert asked(qa, own, question)["speaker"] == "Una Strand"
    for command in (("ask", question), ("quotes", "--speaker", "Strand"), ("show", quote["id"])):
        assert "Una Strand (set by hand)" in qa(*command, cwd=own).stdout
    assert "Una Strand (set by hand)" in qa("ask", question, "--format", "md", cwd=own).stdout
    assert "set by hand" in qa("quotes", "--speaker", "Strand", "--format", "csv", cwd=own).stdout
    records = [json.loads(line) for line in qa("attributions", "--json", cwd=own).stdout.splitlines()]
    assert [each["speaker"] for each in records if each["corrected"]] == ["Una Strand"]
    assert "set by hand" in qa("attributions", cwd=own).stdout


def test_a_quote_that_is_nobodys_says_so(qa: Run, own: Path) -> None:
    quote = asked(qa, own)

    done = json.loads(qa("correct", quote["id"], "--nobody", "--json", cwd=own).stdout)

    assert (done["schema"], done["speaker"], done["before"]) == (2, None, "Anna Lindqvist")
    assert "Speaker: speaker not known (set by hand)" in qa("show", quote["id"], cwd=own).stdout


def test_a_correction_says_where_the_same_words_keep_another_speaker(qa: Run, tmp_path: Path) -> None:
    text = "“The pier will be mended before the winter comes,” said Ada Quill."
    for name, more in (("first", ""), ("again", " Rain fell."), ("later", " Snow fell.")):
        (tmp_path / f"{name}.txt").write_text(f"The harbour of Dene.\n\n{text}{more}")
    qa("index", "first.txt", "again.txt", "later.txt", cwd=tmp_path)
    places = json.loads(qa("find", "before the winter comes", "--json", cwd=tmp_path).stdout)["places"]
    one = next(each["id"] for each in places if each["article"]["path"] == "first.txt")

    told = qa("correct", one, "--speaker", "Una Strand", cwd=tmp_path).stdout
    other = json.loads(qa("correct", one, "--speaker", "Una Strand", "--json", cwd=tmp_path).stdout)[
        "elsewhere"
    ][0]
    qa("correct", told.rsplit("qa correct ", 1)[1].strip(), "--speaker", "Una Strand", cwd=tmp_path)
    left = json.loads(qa("correct", one, "--speaker", "Una Strand", "--json", cwd=tmp_path).stdout)[
        "elsewhere"
    ]

    assert (
        "2 more places with these words, where this does not hold (`--everywhere` also corrects these)"
        in told
    )
    assert "\n  Ada Quill, undated, " in told
    assert other["speaker"] == "Ada Quill"
    assert other["article"] in ("again.txt", "later.txt")
    assert len(left) == 1


def test_a_correction_holds_everywhere_if_asked_for_and_is_taken_back_everywhere(
    qa: Run, tmp_path: Path
) -> None:
    text = "“The pier will be mended before the winter comes,” said Ada Quill."
    for name, more in (("first", ""), ("again", " Rain fell."), ("later", " Snow fell.")):
        (tmp_path / f"{name}.txt").write_text(f"The harbour of Dene.\n\n{text}{more}")
    qa("index", "first.txt", "again.txt", "later.txt", cwd=tmp_path)

    def speakers() -> list[str]:
        found = json.loads(qa("find", "before the winter comes", "--json", cwd=tmp_path).stdout)
        return [each["speaker"] for each in found["places"]]

    one = json.loads(qa("find", "before the winter comes", "--json", cwd=tmp_path).stdout)["places"][0]["id"]
    told = qa("correct", one, "--speaker", "Una Strand", "--everywhere", cwd=tmp_path).stdout
    set_now = speakers()
    back = json.loads(qa("correct", one, "--undo", "--everywhere", "--json", cwd=tmp_path).stdout)

    assert "Also in 2 other places with these words, where it was before:\n  Ada Quill, " in told
    assert "more place" not in told
    assert set_now == ["Una Strand"] * 3
    assert [each["speaker"] for each in back["also"]] == ["Una Strand"] * 2
    assert back["elsewhere"] == []
    assert speakers() == ["Ada Quill"] * 3


def test_a_correction_is_listed_and_taken_back(qa: Run, own: Path) -> None:
    quote = asked(qa, own)
    qa("correct", quote["id"], "--speaker", "Una Strand", cwd=own)

    brief, whole = qa("status", cwd=own).stdout, qa("status", "-v", cwd=own).stdout
    (listed,) = json.loads(qa("status", "--json", cwd=own).stdout)["corrections"]
    done = qa("correct", listed["quote"], "--undo", cwd=own)

    assert "corrections  1 by hand" in brief
    assert "Una Strand" not in brief
    assert f"{listed['quote']}  Una Strand: " in whole
    assert listed["applied"] is True
    assert "now     Anna Lindqvist (as extracted)" in done.stdout
    assert json.loads(qa("status", "--json", cwd=own).stdout)["corrections"] == []
    assert asked(qa, own)["speaker"] == "Anna Lindqvist"


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--nobody", "--undo"),
        ("--speaker", "Una", "--nobody"),
        ("--speaker", ""),
        ("--speaker", "\x1b[2J"),
    ],
    ids=["nothing", "two", "a name and nobody", "an empty name", "control characters"],
)
def test_wrong_options_are_refused(qa: Run, own: Path, options: tuple[str, ...]) -> None:
    done = qa("correct", asked(qa, own)["id"], *options, cwd=own)

    assert done.returncode == 2
    assert "\x1b" not in done.stderr


def test_another_librarys_quote_is_not_found(qa: Run, own: Path) -> None:
    done = qa("correct", "lk6xkmx3pz8b1d5f20a1c92f546x2d9", "--speaker", "Una Strand", cwd=own)

    assert done.returncode == 1
    assert "No quote" in done.stderr


def test_two_names_are_joined_listed_and_parted_again(qa: Run, own: Path) -> None:
    done = qa("alias", "Peter Okafor", "Anna Lindqvist", cwd=own)
    again = json.loads(qa("alias", "Peter Okafor", "Anna Lindqvist", "--json", cwd=own).stdout)

    assert done.stdout == "One speaker (set by hand): Anna Lindqvist.\n"
    assert (again["schema"], again["speakers"], again["apart"]) == (2, ["Anna Lindqvist"], False)
    assert "also as Peter Okafor" in qa("speakers", "Anna Lindqvist", cwd=own).stdout
    assert "Peter Okafor is Anna Lindqvist" in qa("status", "-v", cwd=own).stdout
    assert "aliases      1 by hand" in qa("status", cwd=own).stdout
    undone = qa("alias", "--undo", "Anna Lindqvist", "Peter Okafor", cwd=own)
    assert undone.stdout == "Taken back: Peter Okafor, Anna Lindqvist.\n"


def test_names_are_held_apart(qa: Run, desk: Path) -> None:
    (desk / "news" / "vane.txt").write_text(
        "“The mill must go,” said Robin Vane.\n\n“The mill must go soon,” Robin Vane said.\n",
        encoding="utf-8",
    )
    (desk / "news" / "lord.txt").write_text("“The mill must stay,” said Lord Vane.\n", encoding="utf-8")
    qa("index", "news", cwd=desk)

    done = qa("alias", "--apart", "Lord Vane", "Robin Vane", cwd=desk)

    assert done.stdout == "Two speakers (set by hand): Lord Vane, Robin Vane.\n"
    assert "must stay" in asked(qa, desk, "What did Lord Vane say about the mill?")["text"]
    assert "must go" in asked(qa, desk, "What did Robin Vane say about the mill?")["text"]
    assert "Vane is not Robin Vane" in qa("status", "-v", cwd=desk).stdout


def test_an_alias_of_nobody_says_what_to_do(qa: Run, own: Path) -> None:
    done = qa("alias", "Nobody Known", "Anna Lindqvist", cwd=own)

    short = qa("alias", "Okafor", "Anna Lindqvist", cwd=own)

    assert (done.returncode, short.returncode) == (1, 1)
    assert "qa speakers" in done.stderr
    assert "Did you mean Peter Okafor?" in short.stderr


def test_a_wrong_speaker_is_a_line_that_is_measured(qa: Run, own: Path) -> None:
    quote = asked(qa, own)

    done = qa("report", quote["id"], "--wrong-speaker", cwd=own)
    again = json.loads(qa("report", quote["id"], "--wrong-speaker", "--json", cwd=own).stdout)
    wrong = json.loads(qa("eval", ".qa/reports.jsonl", "--json", cwd=own).stdout)
    qa("correct", quote["id"], "--speaker", "Una Strand", cwd=own)
    right = json.loads(qa("eval", ".qa/reports.jsonl", "--json", cwd=own).stdout)

    assert done.returncode == 0, done.stderr
    assert "not said by      Anna Lindqvist" in done.stdout
    assert again["new"] is False
    line = json.loads((own / ".qa" / "reports.jsonl").read_text())
    assert (line["question"], line["not_speaker"], line["words"]) == (
        QUESTION,
        "Anna Lindqvist",
        quote["text"],
    )
    assert (wrong["metrics"]["complaints"], wrong["over"]["complaints"]) == (0, 1)
    assert "reported as wrong" in wrong["misses"][0]["why"]
    assert right["metrics"]["complaints"] == 1


def test_without_a_question_a_wrong_speaker_is_asked_for_by_the_words(qa: Run, own: Path) -> None:
    quote = asked(qa, own)
    (own / ".qa" / "last_question.json").unlink()

    qa("report", quote["id"], "--wrong-speaker", cwd=own)

    question = json.loads((own / ".qa" / "reports.jsonl").read_text())["question"]
    assert question.startswith("Who said “")
    assert asked(qa, own, question)["id"] == quote["id"]


def test_a_report_says_one_thing_and_needs_a_speaker(qa: Run, own: Path) -> None:
    quote = asked(qa, own)
    qa("correct", quote["id"], "--nobody", cwd=own)

    assert qa("report", quote["id"], "--wrong", "--wrong-speaker", cwd=own).returncode == 2
    assert qa("report", quote["id"], "--wrong-speaker", cwd=own).returncode == 2
