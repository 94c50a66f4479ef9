"""Read what the made archive's questions expect, ask them, and say what is wrong with an answer.

A line of `questions.jsonl` has the form that `qa eval` reads (docs/evaluation.md). What it has or means beside that:

- `kind`: what sort of question it is. - `outcome`: the endings that are right: those of the program, or `asks_back`
where it offers questions to choose from. - `speaker`, `speaker_also`: whose words the first quote is shown as; null:
nobody's. - `answers`, `article_ids`: the first quote is from one of these articles and holds one of these texts. -
`names`: each occurs in a question that is offered. - `sides`: of a comparison, the words that come first for each
speaker. - `last`: of a timeline, words of its last quote; `answers` are those of its first. - `history`: the questions
asked before, each followed by words that answer it. Only the questions are asked.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from qa.answers import Answer, Outcome, Quote
from qa.conversation.earlier.turns import Conversation
from qa.encoding import open_encoder
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.open_archive import open_answerer

HERE = Path(__file__).parent
ARTICLES = HERE / "articles"
SEEDS = HERE.parents[1] / "seeds"
KNOWN_MISSES = HERE / "known_misses.json"
TODAY = date(2025, 6, 30)
"""The `today` of the questions with dates in them."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A question of the made archive, and what a careful reader expects of its answer."""

    id: str
    kind: str
    question: str
    before: tuple[str, ...]
    outcomes: tuple[str, ...]
    speakers: tuple[str | None, ...]
    articles: tuple[str, ...]
    answers: tuple[str, ...]
    names: tuple[str, ...]
    sides: tuple[tuple[str, tuple[str, ...]], ...]
    last: tuple[str, ...]


def read_expected() -> list[Expected]:
    lines = (HERE / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    return [_expected(json.loads(line)) for line in lines]


def _expected(row: dict[str, Any]) -> Expected:
    return Expected(
        id=row["id"],
        kind=row["kind"],
        question=row["question"],
        before=tuple(row.get("history", ())[::2]),
        # A doubt asserts nothing: it may stand where nothing is found.
        outcomes=(*row["outcome"], *(("unsure",) if "not_found" in row["outcome"] else ())),
        speakers=(row["speaker"], *row.get("speaker_also", ())),
        articles=tuple(row["article_ids"]),
        answers=tuple(row["answers"]),
        names=tuple(row.get("names", ())),
        sides=tuple((side["speaker"], tuple(side["answers"])) for side in row.get("sides", ())),
        last=tuple(row.get("last", ())),
    )


def open_made_archive(library: Path) -> Callable[[Expected], Answer]:
    """Index the made articles and the seeds in a folder, and return what asks a question with those before it."""
    update(library, IndexRequest((ARTICLES, SEEDS)), encoder_factory=lambda: open_encoder(None))
    answerer = open_answerer(library, today=TODAY)

    def ask(expected: Expected) -> Answer:
        conversation = Conversation()
        for question in expected.before:
            conversation = conversation.after(answerer.ask(question, conversation=conversation))
        return answerer.ask(expected.question, conversation=conversation)

    return ask


def what_is_wrong(answer: Answer, expected: Expected) -> str:
    """Return the first thing that differs from what is expected; "" where nothing does."""
    if ended(answer) not in expected.outcomes:
        return f"it ends with {ended(answer)}, not with {' or '.join(expected.outcomes)}"
    for name in expected.names:
        if not any(name in choice for choice in answer.choices):
            return f"{name} is not among the choices"
    for speaker, words in expected.sides:
        side = next((each for each in answer.sides if each.understood.speaker == speaker), None)
        if side is None:
            return f"there is no side for {speaker}"
        wrong = _wrong_quote(side.quotes[:1], words, expected.articles, (speaker,))
        if wrong:
            return f"{speaker}'s side: {wrong}"
    if expected.last:
        wrong = _wrong_quote(answer.quotes[-1:], expected.last, expected.articles, expected.speakers)
        if wrong:
            return f"the last quote: {wrong}"
    if expected.answers:
        return _wrong_quote(answer.quotes[:1], expected.answers, expected.articles, expected.speakers)
    return ""


def _wrong_quote(
    first: tuple[Quote, ...],
    words: tuple[str, ...],
    articles: tuple[str, ...],
    speakers: tuple[str | None, ...],
) -> str:
    if not first:
        return "there is no quote"
    quote = first[0]
    if not {quote.version.article.id, *quote.also_in} & set(articles):
        return f"it is from {quote.version.article.id}: {quote.text}"
    if not any(each in quote.text for each in words):
        return f"the words are others: {quote.text}"
    if quote.speaker not in speakers:
        return f"the speaker is {quote.speaker}, not {speakers[0]}: {quote.text}"
    return ""


def ended(answer: Answer) -> str:
    """Return the answer's outcome, or "asks_back" where questions are offered instead of an answer."""
    if answer.choices and answer.outcome is not Outcome.ANSWERED:
        return "asks_back"
    return answer.outcome.value


def what_happens(answer: Answer) -> dict[str, str | None]:
    """Return what is kept of a known miss: how it ends, and the first quote with its speaker."""
    first = answer.quotes[0] if answer.quotes else None
    return {
        "outcome": ended(answer),
        "speaker": first.speaker if first else None,
        "first": first.text if first else None,
    }


def read_known_misses() -> dict[str, dict[str, str | None]]:
    found: dict[str, dict[str, str | None]] = json.loads(KNOWN_MISSES.read_text(encoding="utf-8"))
    return found
