"""Read the lines of a question file: one JSON object a line, in UTF-8.

What a line holds besides `question`, `id` and `history` is for the caller to read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from qa.errors import InputProblem


def numbered(lines: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that are not blank, with their numbers from 1, one at a time as they come."""
    for number, line in enumerate(lines, 1):
        stripped = line.removeprefix(b"\xef\xbb\xbf").strip() if number == 1 else line.strip()
        if stripped:
            yield number, stripped


def row_of(line: bytes) -> dict[str, object]:
    """Return the JSON object of a line. Raises InputProblem if it is none."""
    try:
        row = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise InputProblem("not JSON in UTF-8") from error
    if not isinstance(row, dict):
        raise InputProblem("not a JSON object")
    return row


def question_of(row: dict[str, object]) -> str:
    """Return the question of a line. Raises InputProblem if there is none."""
    question = row.get("question")
    if not isinstance(question, str) or not question.strip():
        raise InputProblem("`question` is missing or empty")
    return question


def id_of(row: dict[str, object]) -> str | int | None:
    """Return the id of a line, None without one. Raises InputProblem if it is of a wrong kind."""
    value = row.get("id")
    if value is None or (isinstance(value, str | int) and not isinstance(value, bool)):
        return value
    raise InputProblem("`id` must be a text or a whole number")


def history_of(row: dict[str, object]) -> tuple[str | dict[str, object], ...]:
    """Return the earlier turns, oldest first: texts, or answers as printed. Raises InputProblem for anything else."""
    history = row.get("history") or []
    if not isinstance(history, list) or not all(isinstance(turn, str | dict) for turn in history):
        raise InputProblem("`history` must be a list of texts or of answers")
    return tuple(history)
