"""Read the lines of a question file one by one; `qa/evaluation/question_lines.py` parses each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qa.errors import InputProblem
from qa.evaluation.question_lines import history_of, id_of, numbered, question_of, row_of

QuestionId = str | int | None


@dataclass(frozen=True, slots=True)
class AskedLine:
    """A line that can be asked. `history` holds earlier turns, oldest first: texts, or answers as printed."""

    id: QuestionId
    question: str
    history: tuple[str | dict[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """A line that cannot be asked, and why. `id` is None if that could not be read either."""

    id: QuestionId
    reason: str


def question_lines(lines: Iterable[bytes]) -> Iterator[AskedLine | BrokenLine]:
    """Yield one line at a time, so that each is answered before the next arrives. Blank lines are skipped."""
    for number, line in numbered(lines):
        identifier: QuestionId = None
        try:
            row = row_of(line)
            identifier = id_of(row)
            yield AskedLine(identifier, question_of(row), history_of(row))
        except InputProblem as problem:
            yield BrokenLine(identifier, f"line {number}: {problem}")
