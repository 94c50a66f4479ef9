from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

Run = Any


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
