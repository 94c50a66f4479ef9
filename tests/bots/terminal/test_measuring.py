"""`qa eval`, `qa report` and `qa calibrate`, as people run them."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

Run = Callable[..., subprocess.CompletedProcess[str]]

QUESTION = "What did Anna Lindqvist say about the harbour?"
QUESTIONS = f"""{{"question": "{QUESTION}", "answers": "stay open to fishing", "article_ids": "harbour.md"}}
{{"question": "What did Anna Lindqvist say about elephants?", "answerable": false}}
"""


@pytest.fixture
def own(archive: Path, tmp_path: Path) -> Path:
    """A working folder with a copy of the library, to write to."""
    shutil.copytree(archive / ".qa", tmp_path / ".qa")
    (tmp_path / "questions.jsonl").write_text(QUESTIONS, encoding="utf-8")
    return tmp_path


def test_eval_prints_a_table_of_metrics(qa: Run, own: Path) -> None:
    done = qa("eval", "questions.jsonl", cwd=own)

    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0].split() == ["metric", "value", "over", "meaning"]
    assert lines[1].split()[:3] == ["quote@1", "1.000", "1"]
    assert "complaints  -" in done.stdout


def test_eval_reads_standard_input_and_prints_json(qa: Run, own: Path) -> None:
    told = json.loads(qa("eval", "-", "--json", cwd=own, stdin=QUESTIONS).stdout)

    assert (told["schema"], told["questions"], told["answerable"], told["unanswerable"]) == (2, 2, 1, 1)
    assert told["metrics"]["quote@1"] == 1
    assert told["metrics"]["speaker@1"] is None
    assert told["over"]["auroc"] == 2


def test_eval_fails_under_a_value_and_over_it_where_less_is_better(qa: Run, own: Path) -> None:
    good = qa("eval", "questions.jsonl", "--fail-under", "quote@1=1", "--fail-under", "ece=0.99", cwd=own)
    bad = qa("eval", "questions.jsonl", "--fail-under", "quote@1=1.1", "--fail-under", "ece=-1", cwd=own)
    unmeasured = qa("eval", "questions.jsonl", "--fail-under", "speaker@1=0", cwd=own)

    assert good.returncode == 0
    assert bad.returncode == 1
    assert "quote@1 is 1.000, under 1.1" in bad.stderr
    assert "ece is" in bad.stderr
    assert unmeasured.returncode == 1
    assert "could not be measured" in unmeasured.stderr


@pytest.mark.parametrize(
    "given", ["quotes=1", "quote@1", "quote@1=high"], ids=["no metric", "no value", "no number"]
)
def test_eval_refuses_a_bound_that_means_nothing(qa: Run, own: Path, given: str) -> None:
    assert qa("eval", "questions.jsonl", "--fail-under", given, cwd=own).returncode == 2


def test_eval_names_bad_lines_and_articles_that_are_not_there(qa: Run, own: Path) -> None:
    bad = qa("eval", "-", cwd=own, stdin='{"question": "Who?"}\nnonsense\n')
    gone = qa("eval", "-", cwd=own, stdin='{"question": "Who?", "article_ids": ["gone.md"]}\n')

    assert bad.returncode == 3
    assert "line 2: not JSON" in bad.stderr
    assert "gone.md" in gone.stderr
    assert qa("eval", "no-such-file", cwd=own).returncode == 3


def test_eval_shows_the_questions_that_went_wrong(qa: Run, own: Path) -> None:
    line = json.dumps({"question": QUESTION, "answers": ["closed for good"]})

    done = qa("eval", "-", "--misses", cwd=own, stdin=line)

    assert f"line 1: {QUESTION}" in done.stdout
    assert "no right quote" in done.stdout


def test_a_reported_quote_becomes_a_complaint(qa: Run, own: Path) -> None:
    first = json.loads(qa("ask", "--json", QUESTION, cwd=own).stdout)["quotes"][0]

    done = qa("report", first["id"], "--wrong", cwd=own)
    measured = json.loads(qa("eval", ".qa/reports.jsonl", "--json", cwd=own).stdout)

    assert done.returncode == 0
    assert "reports.jsonl" in done.stdout
    # The words bring their own marks.
    assert "““" not in done.stdout
    assert QUESTION in done.stdout
    assert measured["metrics"]["complaints"] == 0
    assert measured["metrics"]["coverage"] is None


def test_a_report_goes_to_a_file_with_a_question_of_its_own(qa: Run, own: Path) -> None:
    first = json.loads(qa("ask", "--json", QUESTION, cwd=own).stdout)["quotes"][0]

    done = qa(
        "report", first["id"], "--wrong", "--question", "Who?", "--file", "mine.jsonl", "--json", cwd=own
    )

    told = json.loads(done.stdout)
    assert (told["file"], told["question"], told["new"]) == ("mine.jsonl", "Who?", True)
    assert json.loads((own / "mine.jsonl").read_text())["not_answers"] == [first["text"]]


def test_questions_of_a_file_are_not_remembered(qa: Run, own: Path) -> None:
    (own / ".qa" / "last_question.json").unlink(missing_ok=True)

    qa("ask", "--questions", "questions.jsonl", cwd=own)

    assert not (own / ".qa" / "last_question.json").exists()


def test_a_report_needs_a_question_that_brought_the_quote_and_a_reason(qa: Run, own: Path) -> None:
    quote = json.loads(qa("ask", "--json", QUESTION, cwd=own).stdout)["quotes"][0]["id"]

    assert qa("report", quote, cwd=own).returncode == 2
    assert qa("report", "nonsense", "--wrong", cwd=own).returncode == 2
    (own / ".qa" / "last_question.json").unlink()
    assert qa("report", quote, "--wrong", cwd=own).returncode == 2


def test_calibrate_says_when_there_is_too_little_and_resets(qa: Run, own: Path) -> None:
    done = qa("calibrate", cwd=own)
    told = json.loads(qa("calibrate", "--json", cwd=own).stdout)

    assert done.returncode == 0
    assert "Too few questions" in done.stderr
    assert told["said"]["fitted"] is None
    assert "already apply" in qa("calibrate", "--reset", cwd=own).stdout
