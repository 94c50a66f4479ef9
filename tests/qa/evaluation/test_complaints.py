from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from qa.answers import Quote
from qa.datatypes import Article, Version
from qa.errors import UsageError
from qa.evaluation.complaints import asked_before, complain, last_question, remember, withdraw_reports
from qa.evaluation.questions import read_questions


@pytest.fixture
def quote() -> Quote:
    article = Article(id="pier.md", text="The pier is closed. It opens in May. \udc80")
    return Quote(Version(1, "abcdefghij", article.sha256(), article), 0, 19, 0.5)


def test_only_the_last_question_is_remembered_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    remember(tmp_path, "Who shut the pier? \ud800", ["a"])
    remember(tmp_path, "When does it open?", ["b", "c"])

    kept = (tmp_path / "last_question.json").read_text(encoding="ascii")
    last = last_question(tmp_path)

    assert last is not None
    assert (last.question, last.quotes) == ("When does it open?", ("b", "c"))
    assert "shut" not in kept
    assert stat.S_IMODE((tmp_path / "last_question.json").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["last_question.json"]


def test_a_library_that_is_not_there_remembers_nothing(tmp_path: Path) -> None:
    remember(tmp_path / "gone", "Who?", ["a"])

    assert last_question(tmp_path / "gone") is None


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"question": "x"}', "[" * 100_000],
    ids=["empty", "cut", "list", "half", "nested too deeply"],
)
def test_a_broken_memory_is_no_memory(tmp_path: Path, text: str) -> None:
    (tmp_path / "last_question.json").write_text(text)

    assert last_question(tmp_path) is None


def test_a_question_is_taken_only_with_a_quote_that_it_brought(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--question"):
        asked_before(tmp_path, "a")
    remember(tmp_path, "Who?", ["a"])

    assert asked_before(tmp_path, "a") == "Who?"
    with pytest.raises(UsageError, match="did not bring this quote"):
        asked_before(tmp_path, "b")


def test_a_complaint_is_a_question_that_can_be_measured(tmp_path: Path, quote: Quote) -> None:
    done = complain(tmp_path / "r.jsonl", "Is the pier open?", quote)

    (question,) = read_questions((tmp_path / "r.jsonl").read_bytes().splitlines())
    assert done.new
    assert (question.id, question.question) == (done.id, "Is the pier open?")
    assert question.not_answers == ("The pier is closed.",)
    assert question.answerable is None


def test_a_complaint_can_be_withdrawn_by_its_id_and_the_others_stay(tmp_path: Path, quote: Quote) -> None:
    file = tmp_path / "r.jsonl"
    mine, other = complain(file, "Is it open?", quote), complain(file, "Is it shut?", quote)

    withdraw_reports(file, [mine.id, "report-of-nobody"])
    withdraw_reports(tmp_path / "none.jsonl", [mine.id])

    assert [question.id for question in read_questions(file.read_bytes().splitlines())] == [other.id]


def test_complaining_twice_leaves_one_line(tmp_path: Path, quote: Quote) -> None:
    file = tmp_path / "r.jsonl"
    complain(file, "Is it open?", quote)

    assert not complain(file, "Is it open?", quote).new
    assert complain(file, "Is it shut?", quote).new
    assert len(file.read_bytes().splitlines()) == 2


def test_a_line_is_not_glued_to_one_without_an_end(tmp_path: Path, quote: Quote) -> None:
    file = tmp_path / "r.jsonl"
    file.write_text(json.dumps({"question": "By hand?"}))

    complain(file, "Is it open?", quote)

    assert len(read_questions(file.read_bytes().splitlines())) == 2


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path, quote: Quote) -> None:
    with pytest.raises(UsageError, match="could not be written"):
        complain(tmp_path / "gone" / "r.jsonl", "Is it open?", quote)
