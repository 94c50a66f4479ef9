"""Question files: one JSON object a line, with `id`, `question` and optionally `history`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qa.errors import InputProblem

QuestionId = str | int | None


@dataclass(frozen=True, slots=True)
class AskedLine:
    """A line that can be asked. `history` holds earlier turns, oldest first: texts, or answers as printed."""

    id: QuestionId
    question: str
    history: tuple[str | dict[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """A line that cannot be asked, and why. `id` is what could still be read of it."""

    id: QuestionId
    reason: str


def question_lines(lines: Iterable[bytes]) -> Iterator[AskedLine | BrokenLine]:
    """Read one line at a time, so that each is answered before the next arrives. Blank lines are skipped."""
    for number, line in enumerate(lines, 1):
        stripped = line.removeprefix(b"\xef\xbb\xbf").strip() if number == 1 else line.strip()
        if stripped:
            yield _read(stripped, number)


def _read(line: bytes, number: int) -> AskedLine | BrokenLine:
    identifier: QuestionId = None
    try:
        row = _decoded(line)
        identifier = _id(row.get("id"))
        return AskedLine(identifier, _question(row), _history(row))
    except InputProblem as problem:
        return BrokenLine(identifier, f"line {number}: {problem}")


def _decoded(line: bytes) -> dict[str, object]:
    try:
        row = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise InputProblem("not JSON in UTF-8") from error
    if not isinstance(row, dict):
        raise InputProblem("not a JSON object")
    return row


def _id(value: object) -> QuestionId:
    if value is None or (isinstance(value, str | int) and not isinstance(value, bool)):
        return value
    raise InputProblem("`id` must be a text or a whole number")


def _question(row: dict[str, object]) -> str:
    question = row.get("question")
    if not isinstance(question, str) or not question.strip():
        raise InputProblem("`question` is missing or empty")
    return question


def _history(row: dict[str, object]) -> tuple[str | dict[str, object], ...]:
    history = row.get("history") or []
    if not isinstance(history, list) or not all(isinstance(turn, str | dict) for turn in history):
        raise InputProblem("`history` must be a list of texts or of answers")
    return tuple(history)
