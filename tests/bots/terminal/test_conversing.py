from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

Run = Any
ANNA, PETER = "Anna Lindqvist", "Peter Okafor"


@pytest.fixture
def own(archive: Path, tmp_path: Path) -> Path:
    """A copy of the archive that a test may write to."""
    return Path(shutil.copytree(archive, tmp_path / "own"))


def test_compare_prints_each_speaker_with_their_own_words(qa: Run, archive: Path) -> None:
    done = qa("compare", "Lindqvist", "Okafor", cwd=archive)

    anna, peter = done.stdout.split(PETER, 1)
    assert anna.startswith(ANNA)
    assert "The harbour must stay open" in anna
    assert "a hole in the budget" in peter
    assert done.returncode == 0


def test_a_side_without_words_says_so_and_exits_with_1(qa: Run, archive: Path) -> None:
    done = qa("compare", "Lindqvist", "Stein", "--about", "fishing boats", cwd=archive)

    assert done.returncode == 1
    assert "Not found: Maria Stein is quoted in these articles, though not on fishing boats." in done.stdout


def test_a_comparison_in_plain_words_has_the_same_sides(qa: Run, archive: Path) -> None:
    told = qa("ask", "--json", "compare Lindqvist with Okafor on fishing boats", cwd=archive)
    done = qa("compare", "--json", "Lindqvist", "Okafor", "--about", "fishing boats", cwd=archive)

    answer, comparison = json.loads(told.stdout), json.loads(done.stdout)
    sides = [[side["understood"]["speaker"], side["outcome"], side["quotes"]] for side in answer["sides"]]
    assert sides == [[s["understood"]["speaker"], s["outcome"], s["quotes"]] for s in comparison["sides"]]
    # One side is answered; each says for itself how it ended.
    assert (answer["outcome"], told.returncode) == ("answered", 0)


@pytest.mark.parametrize("form", ["csv", "md", "text"])
def test_compare_and_timeline_print_every_format(qa: Run, archive: Path, form: str) -> None:
    compared = qa("compare", "Lindqvist", "Okafor", "--format", form, cwd=archive)
    over_time = qa("timeline", "Lindqvist", "--about", "harbour", "--format", form, cwd=archive)

    assert "a hole in the budget" in compared.stdout
    assert "The harbour must stay open" in over_time.stdout
    if form == "csv":
        assert {row["side"] for row in csv.DictReader(compared.stdout.splitlines())} >= {ANNA, PETER}
        assert next(row["mark"] for row in csv.DictReader(over_time.stdout.splitlines())) == "first"


def test_a_timeline_of_nothing_says_why(qa: Run, archive: Path) -> None:
    done = qa("timeline", "Lindqvist", "--about", "elephants", cwd=archive)
    outside = qa("timeline", "Lindqvist", "--about", "harbour", "--until", "2020-01-01", cwd=archive)

    assert done.returncode == outside.returncode == 1
    assert "not on elephants" in done.stdout
    assert "outside the dates asked for" in outside.stdout


def test_the_same_speaker_twice_is_wrong_usage(qa: Run, archive: Path) -> None:
    assert qa("compare", "Lindqvist", "Anna Lindqvist", cwd=archive).returncode == 2


def test_understanding_needs_no_library_and_follows_the_history(qa: Run, tmp_path: Path) -> None:
    row = {"id": 7, "question": "and about Taiwan?", "history": ["What did Rubio say about China?", "..."]}

    done = qa("understand", "--questions", "-", cwd=tmp_path, stdin=json.dumps(row))

    told = json.loads(done.stdout)
    assert (told["id"], told["question"], told["standalone"]) == (
        7,
        "and about Taiwan?",
        "What did Rubio say about Taiwan?",
    )
    assert done.returncode == 0


def test_a_broken_line_is_reported_and_the_others_are_understood(qa: Run, tmp_path: Path) -> None:
    done = qa("understand", "--questions", "-", cwd=tmp_path, stdin='nonsense\n{"question": "Who won?"}\n')

    broken, told = map(json.loads, done.stdout.splitlines())
    assert broken["error"]["code"] == "input"
    assert told["standalone"] == "Who won?"
    assert done.returncode == 3


@pytest.mark.parametrize("arguments", [(), ("a", "--questions", "b"), (" ",)], ids=["none", "both", "blank"])
def test_understand_wants_one_question_or_a_file(qa: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert qa("understand", *arguments, cwd=tmp_path).returncode == 2


def test_the_history_of_a_question_file_is_used(qa: Run, archive: Path) -> None:
    row = {"question": "and Okafor?", "history": ["What did Anna Lindqvist say?", "..."]}

    done = qa("ask", "--questions", "-", cwd=archive, stdin=json.dumps(row))

    answer = json.loads(done.stdout)
    assert answer["understood"]["speaker"] == PETER
    assert answer["quotes"][0]["speaker"] == PETER


def test_what_new_articles_say_is_shown_once(qa: Run, own: Path) -> None:
    assert qa("follow", "What does Anna Lindqvist say about ferries?", cwd=own).returncode == 0
    assert qa("follow", "--run", cwd=own).returncode == 1
    text = "“New ferries will come in spring,” Mayor Anna Lindqvist said.\n"
    (own / "later.txt").write_text(text, encoding="utf-8")
    assert qa("index", "later.txt", cwd=own).returncode == 0

    first, second = (qa("follow", "--run", "--json", cwd=own) for _ in range(2))

    told = json.loads(first.stdout)
    assert (told["follow"], told["quote"]["speaker"]) == (1, ANNA)
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
