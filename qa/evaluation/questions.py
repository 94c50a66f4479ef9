"""Read question files with what is known about the answers: JSON lines, often written by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from qa.errors import InputProblem
from qa.evaluation.question_lines import history_of, id_of, numbered, question_of, row_of

MAX_TOLD = 10
"""The most bad lines that an error names."""

_KEYS = frozenset((
    "id", "question", "history", "answers", "article_ids", "answerable", "speaker", "not_answers", "words",
    "not_speaker",
))  # fmt: skip
_LIKE = 0.85
"""How like a key must be to one that is known to be meant for it; others may say anything."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A question, and what is known about its answer.

    Attributes:
        id: As given, or "line 7".
        answerable: Whether the archive answers it; None where that is not known.
        answers: Wordings, each of which answers it; empty where only articles are known.
        article_ids: Articles that hold the answer; empty where only wordings are known.
        speaker: Whose words answer it.
        history: Earlier turns of the conversation, oldest first.
        not_answers: Wordings that were reported as wrong.
        words, not_speaker: Words, and a name that was reported as wrong for their speaker's.
    """

    id: str
    question: str
    answerable: bool | None = True
    answers: tuple[str, ...] = ()
    article_ids: tuple[str, ...] = ()
    speaker: str | None = None
    history: tuple[str | Mapping[str, object], ...] = ()
    not_answers: tuple[str, ...] = ()
    words: str | None = None
    not_speaker: str | None = None

    @property
    def judged(self) -> bool:
        """Whether it is known which quotes are right."""
        return bool(self.answerable and (self.answers or self.article_ids))


def read_questions(lines: Iterable[bytes]) -> list[Expected]:
    """Read a question file line by line. Blank lines are skipped.

    Raises:
        InputProblem: If lines cannot be used, naming the first ten; if two share an id; if there is none.
    """
    found: dict[str, Expected] = {}
    problems: list[str] = []
    for number, line in numbered(lines):
        try:
            question = _question(row_of(line), number)
        except InputProblem as problem:
            problems.append(f"line {number}: {problem}")
            continue
        if question.id in found:
            problems.append(f"line {number}: the id {question.id!r} is on an earlier line too")
        found[question.id] = question
    if problems:
        more = f"; and {len(problems) - MAX_TOLD} more" if len(problems) > MAX_TOLD else ""
        raise InputProblem(f"Nothing was measured. {'; '.join(problems[:MAX_TOLD])}{more}.")
    if not found:
        raise InputProblem("The file holds no questions: write one JSON object a line, with `question`.")
    return list(found.values())


def _question(row: dict[str, object], number: int) -> Expected:
    question = question_of(row)
    for key in sorted(row.keys() - _KEYS):
        # A question whose answer is overlooked would be counted as one without.
        if meant := get_close_matches(key.lower(), _KEYS, n=1, cutoff=_LIKE):
            raise InputProblem(f"`{key}` is not known: did you mean `{meant[0]}`?")
    answers, articles = _texts(row, "answers"), _texts(row, "article_ids")
    wrong = _texts(row, "not_answers")
    words, not_speaker = _text(row, "words"), _text(row, "not_speaker")
    if (words is None) != (not_speaker is None):
        raise InputProblem("`words` and `not_speaker` must be given together")
    # Nothing is known about a question for which only a wrong answer or name is given.
    assumed = None if (wrong or words) and not answers and not articles else True
    answerable = row.get("answerable", assumed)
    if answerable is not None and not isinstance(answerable, bool):
        raise InputProblem("`answerable` must be true, false or null")
    return Expected(
        id=f"line {number}" if (given := id_of(row)) is None else str(given),
        question=question,
        answerable=answerable,
        answers=answers,
        article_ids=articles,
        speaker=_text(row, "speaker"),
        history=history_of(row),
        not_answers=wrong,
        words=words,
        not_speaker=not_speaker,
    )


def _text(row: dict[str, object], key: str) -> str | None:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise InputProblem(f"`{key}` must be a text")
    return value or None


def _texts(row: dict[str, object], key: str) -> tuple[str, ...]:
    value = row.get(key)
    if value is None:
        return ()
    # One answer need not stand in a list.
    listed: list[object] = value if isinstance(value, list) else [value]
    texts = [each for each in listed if isinstance(each, str)]
    if len(texts) < len(listed):
        raise InputProblem(f"`{key}` must be a text or a list of texts")
    return tuple(text for text in texts if text.strip())
