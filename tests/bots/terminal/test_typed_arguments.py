from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[str]]


@pytest.mark.parametrize(
    "arguments",
    [
        ["understand", "What", "did", "Lindqvist", "say", "about", "harbours", "--json"],
        ["understand", "--json", "What did Lindqvist", "say about harbours"],
        ["understand", "What", "did", "--json", "Lindqvist", "say", "about", "harbours"],
    ],
    ids=["words", "two parts", "an option between"],
)
def test_a_question_without_quotation_marks_is_one_question(
    qa: Run, tmp_path: Path, arguments: list[str]
) -> None:
    asked = qa("understand", "What did Lindqvist say about harbours", "--json", cwd=tmp_path)

    assert qa(*arguments, cwd=tmp_path).stdout == asked.stdout


def test_words_without_quotation_marks_are_found_together(qa: Run, archive: Path) -> None:
    assert "a hole in the budget" in qa("find", "hole", "in", "the", "budget", cwd=archive).stdout


def test_an_unknown_option_in_a_question_is_wrong_usage(qa: Run, tmp_path: Path) -> None:
    done = qa("ask", "What", "did", "--sinse", "2024", "Lindqvist", "say", cwd=tmp_path)

    assert (done.returncode, "No such option: --sinse" in done.stderr) == (2, True)


def test_a_question_in_the_place_of_a_command_is_told_where_it_belongs(qa: Run, tmp_path: Path) -> None:
    done = qa("What's new in Westerhaven?", cwd=tmp_path)

    assert done.returncode == 2
    assert done.stderr.startswith("qa: To ask a question, run `qa ask 'What'\"'\"'s new in Westerhaven?'`.")


def test_the_program_alone_shows_its_help_and_nothing_around_it(qa: Run, tmp_path: Path) -> None:
    done = qa(cwd=tmp_path)

    assert done.returncode == 2
    assert done.stderr.strip() == qa("--help", cwd=tmp_path).stdout.strip()


def test_a_speaker_may_be_named_with_or_without_the_option(qa: Run, archive: Path) -> None:
    named = qa("quotes", "Lindqvist", cwd=archive)

    assert "We will not sell it" in named.stdout
    assert named.stdout == qa("quotes", "--speaker", "Lindqvist", cwd=archive).stdout
    for arguments in (["quotes"], ["quotes", "Lindqvist", "--speaker", "Okafor"]):
        assert qa(*arguments, cwd=archive).returncode == 2


@pytest.mark.parametrize("command", ["quotes", "speakers", "timeline"])
def test_a_name_without_quotation_marks_is_one_name(qa: Run, archive: Path, command: str) -> None:
    done = qa(command, "Anna", "Lindqvist", cwd=archive)

    assert done.returncode == 0, done.stderr
    assert done.stdout == qa(command, "Anna Lindqvist", cwd=archive).stdout


@pytest.mark.parametrize("command", ["quotes", "timeline"])
def test_a_topic_beside_a_name_is_told_its_place(qa: Run, archive: Path, command: str) -> None:
    done = qa(command, "Anna Lindqvist", "bakery", cwd=archive)

    assert done.returncode == 2
    assert "One name is due. Put the topic after --about." in done.stderr


def test_names_that_run_together_are_told_to_stand_in_quotation_marks(qa: Run, archive: Path) -> None:
    done = qa("compare", "Anna", "Lindqvist", "Peter", "Okafor", cwd=archive)

    assert done.returncode == 2
    assert "2 names are due. Put a name of several words in quotation marks." in done.stderr
