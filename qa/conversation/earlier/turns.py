"""Keep a conversation as data: its turns, with what is kept of each answer, to and from JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from qa.answers import Answer, Outcome, Understanding
from qa.conversation.earlier.kept_understanding import (
    day_of,
    text_of,
    texts_of,
    understood_from,
    understood_object,
)
from qa.errors import InputProblem

MAX_TURNS = 20
"""How many turns are kept, the last ones. Follow-ups no longer mean what was said earlier."""
LONGEST_TEXT = 4_000
"""How many characters are kept of a question, and of an answer."""
MOST_CHOICES = 10
"""How many of the questions that an answer offers are kept."""
LONGEST_CHOICE = 400
"""How many characters are kept of each."""
MOST_SHOWN = 200
"""How many ids of quotes are kept, over all turns, so that "more" does not repeat them."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and what was shown for it.

    `answer` is the text as shown, '' when nothing was. `understood` is None where only texts are known, as
    in a history that another program wrote. `quotes` are the ids of the quotes shown, in their order.
    """

    question: str
    answer: str = ""
    understood: Understanding | None = None
    quotes: tuple[str, ...] = ()
    outcome: Outcome | None = None
    speakers: tuple[str, ...] = ()
    """Whose words were shown, in order, each once."""
    choices: tuple[str, ...] = ()
    """The questions that were offered to choose from."""
    first_day: date | None = None
    """The days of the oldest and of the newest article whose words were shown."""
    last_day: date | None = None
    article: bool = False
    """Whether a part of an article was asked for and shown, so that "more" goes on in it."""
    voices: tuple[str, ...] = ()
    """Whose words each of the quotes gives, '' for nobody's; empty where that is not known."""

    @property
    def answered(self) -> bool:
        """Whether what was shown may answer: nothing is taken from quotes that do not."""
        return self.outcome in (None, Outcome.ANSWERED, Outcome.UNSURE)


@dataclass(frozen=True, slots=True)
class Conversation:
    """The turns so far, oldest first. Immutable: `after` returns the next one."""

    turns: tuple[Turn, ...] = ()

    def after(self, answer: Answer, *, shown: int = 3) -> Conversation:
        """Return the conversation with this answer as its last turn; small talk is none.

        Args:
            shown: How many of the answer's quotes a person saw; the others may come with "more".
        """
        if answer.outcome is Outcome.META:
            return self
        quotes = answer.quotes[:shown]
        days = sorted(day for quote in quotes if (day := quote.version.article.day))
        turn = Turn(
            question=answer.question[:LONGEST_TEXT],
            answer="\n".join(quote.text for quote in quotes)[:LONGEST_TEXT],
            understood=answer.understood,
            quotes=tuple(quote.id for quote in quotes),
            outcome=answer.outcome,
            speakers=tuple(dict.fromkeys(quote.speaker for quote in quotes if quote.speaker)),
            voices=tuple(quote.speaker or "" for quote in quotes),
            choices=_choices(answer.choices),
            first_day=days[0] if days else None,
            last_day=days[-1] if days else None,
            article=answer.article,
        )
        return Conversation(_bounded((*self.turns, turn)))

    @property
    def quotes(self) -> tuple[str, ...]:
        """The ids of all quotes that were shown, oldest first."""
        return tuple(dict.fromkeys(quote for turn in self.turns for quote in turn.quotes))

    def to_json(self) -> str:
        """Return one line of ASCII from which `from_json` makes the same conversation."""
        return json.dumps({"turns": [_turn_object(turn) for turn in self.turns]}, ensure_ascii=True)

    @classmethod
    def from_json(cls, text: str) -> Conversation:
        """Read what `to_json` wrote.

        Raises:
            InputProblem: If it is anything else.
        """
        try:
            return cls(_bounded([_turn_from(row) for row in json.loads(text)["turns"]]))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise InputProblem("This is not a conversation as it was written.") from error

    @classmethod
    def of(cls, history: Sequence[str | Mapping[str, object]]) -> Conversation:
        """Build a conversation from earlier turns: texts (question, answer, question, ...) or answers as JSON objects.

        An object is an answer as `qa ask --json` prints it: it holds its question. A text is a question where
        one is expected, otherwise the answer to the question before it.
        """
        turns: list[Turn] = []
        due = True
        for each in history:
            if isinstance(each, str):
                if due:
                    turns.append(Turn(each[:LONGEST_TEXT]))
                else:
                    turns[-1] = replace(turns[-1], answer=each[:LONGEST_TEXT])
                due = not due
            else:
                turn = _turn_of_answer(each)
                turns += [turn] if turn.outcome is not Outcome.META else []
                due = True
        return cls(_bounded(turns))


def _bounded(turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """Keep the last turns, and the last ids of quotes over all of them."""
    kept: list[Turn] = []
    room = MOST_SHOWN
    for turn in reversed(turns[-MAX_TURNS:]):
        kept.append(replace(turn, quotes=turn.quotes[-room:] if room else ()))
        room -= len(kept[-1].quotes)
    return tuple(reversed(kept))


def _choices(offered: Sequence[str]) -> tuple[str, ...]:
    return tuple(choice[:LONGEST_CHOICE] for choice in offered[:MOST_CHOICES])


def _turn_object(turn: Turn) -> dict[str, object]:
    return {
        "question": turn.question,
        "answer": turn.answer,
        "understood": understood_object(turn.understood) if turn.understood else None,
        "quotes": list(turn.quotes),
        "outcome": turn.outcome.value if turn.outcome else None,
        "speakers": list(turn.speakers),
        "voices": list(turn.voices),
        "choices": list(turn.choices),
        "first_day": turn.first_day.isoformat() if turn.first_day else None,
        "last_day": turn.last_day.isoformat() if turn.last_day else None,
        "article": turn.article,
    }


def _turn_from(row: Mapping[str, Any]) -> Turn:
    understood = row.get("understood")
    outcome = row.get("outcome")
    return Turn(
        question=text_of(row["question"])[:LONGEST_TEXT],
        answer=text_of(row.get("answer", ""))[:LONGEST_TEXT],
        understood=None if understood is None else understood_from(understood),
        quotes=texts_of(row.get("quotes")),
        outcome=None if outcome is None else Outcome(outcome),
        speakers=texts_of(row.get("speakers")),
        voices=texts_of(row.get("voices")),
        choices=_choices(texts_of(row.get("choices"))),
        first_day=day_of(row.get("first_day")),
        last_day=day_of(row.get("last_day")),
        article=bool(row.get("article", False)),
    )


def _turn_of_answer(row: Mapping[str, object]) -> Turn:
    """Read an answer of schema 1 as a turn; from an object of another form, take as much as can be read."""
    question = row.get("question")
    given = row.get("quotes")
    quotes = [quote for quote in given[:3] if isinstance(quote, dict)] if isinstance(given, list) else []
    texts = [text for quote in quotes if isinstance(text := quote.get("text"), str)]
    speakers = [name for quote in quotes if isinstance(name := quote.get("speaker"), str)]
    days = sorted(day for quote in quotes if (day := _day_of_quote(quote)))
    offered = row.get("choices")
    choices = [choice for choice in offered if isinstance(choice, str)] if isinstance(offered, list) else []
    told = row.get("answer")
    understood = row.get("understood")
    try:
        read = understood_from({"question": question, **understood}) if isinstance(understood, dict) else None
        outcome = Outcome(str(row["outcome"])) if row.get("outcome") else None
    except (ValueError, KeyError, TypeError):
        read, outcome = None, None
    return Turn(
        question=question[:LONGEST_TEXT] if isinstance(question, str) else "",
        answer=(told if isinstance(told, str) else "\n".join(texts))[:LONGEST_TEXT],
        understood=read,
        quotes=tuple(each for quote in quotes if isinstance(each := quote.get("id"), str)),
        outcome=outcome,
        speakers=tuple(dict.fromkeys(speakers)),
        voices=tuple(_voice(quote) for quote in quotes if isinstance(quote.get("id"), str)),
        choices=_choices(choices),
        first_day=days[0] if days else None,
        last_day=days[-1] if days else None,
    )


def _voice(quote: Mapping[str, Any]) -> str:
    name = quote.get("speaker")
    return name if isinstance(name, str) else ""


def _day_of_quote(quote: Mapping[str, Any]) -> date | None:
    article = quote.get("article")
    written = article.get("date") if isinstance(article, dict) else None
    try:
        return date.fromisoformat(written[:10]) if isinstance(written, str) else None
    except ValueError:
        return None
