"""Files of questions: one JSON object a line, in UTF-8. What a line holds beside `question` is its reader's matter."""

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
    """Raises InputProblem if the line is no JSON object."""
    try:
        row = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise InputProblem("not JSON in UTF-8") from error
    if not isinstance(row, dict):
        raise InputProblem("not a JSON object")
    return row


def question_of(row: dict[str, object]) -> str:
    """Raises InputProblem if there is no question."""
    question = row.get("question")
    if not isinstance(question, str) or not question.strip():
        raise InputProblem("`question` is missing or empty")
    return question


def id_of(row: dict[str, object]) -> str | int | None:
    """Raises InputProblem if there is one of a wrong kind."""
    value = row.get("id")
    if value is None or (isinstance(value, str | int) and not isinstance(value, bool)):
        return value
    raise InputProblem("`id` must be a text or a whole number")


def history_of(row: dict[str, object]) -> tuple[str | dict[str, object], ...]:
    """Return the earlier turns, oldest first: texts, or answers as printed. Raises InputProblem."""
    history = row.get("history") or []
    if not isinstance(history, list) or not all(isinstance(turn, str | dict) for turn in history):
        raise InputProblem("`history` must be a list of texts or of answers")
    return tuple(history)
