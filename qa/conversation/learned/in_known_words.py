"""Say what a turn means in words that the rules know: "no, I meant Brandt" for "hold on, wasn't that Brandt?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.answers import QuestionKind, Understanding
from qa.conversation.learned.turn_reader import TurnAct
from qa.language.patterns import regex
from qa.understanding.learned.word_net import Mark, MarkKind, NetReading
from qa.understanding.learned.written_bounds import bounds_of, without_owning

_PLAIN = {
    TurnAct.OTHERS: "who else?",
    TurnAct.MORE: "more",
    TurnAct.DOUBT: "are you sure?",
    TurnAct.ANOTHER: "not that one",
    TurnAct.WHO_SAID: "who said that?",
    TurnAct.WHEN_SAID: "when was that said?",
    TurnAct.SOURCE: "show me the article",
    TurnAct.MEANING: "in context",
    TurnAct.NEWEST: "the latest?",
    TurnAct.OLDEST: "the earliest?",
    TurnAct.DIRECT: "only direct quotes",
}
_REASONED = regex(r"\s(?:so|but)\s", re.IGNORECASE)


def in_known_words(turn: str, reading: NetReading[TurnAct], last: Understanding) -> str | None:
    """Return a turn in words that the rules know; None where it is to be read as it was typed.

    Args:
        last: What the question before it was understood as.
    """
    marked = {mark.kind: mark.text for mark in reversed(wanted_of(turn, reading))}  # the first of each kind
    speaker, topic = marked.get(MarkKind.SPEAKER), marked.get(MarkKind.TOPIC)
    speaker = without_owning(speaker) if speaker else None  # "Brandt's remarks"
    bounds = bounds_of(marked.get(MarkKind.TIME), marked.get(MarkKind.OUTLET))
    match reading.act:
        case TurnAct.ASK:
            return marked.get(MarkKind.QUESTION)
        case TurnAct.CHANGE:
            return _changed(speaker, topic, bounds, last)
        case TurnAct.WHO if topic is not None:
            return f"Who said something about {topic}{bounds}?"
        case TurnAct.ANYTHING:
            return f"What did {speaker} say{bounds}?" if speaker else "anything at all?"
        case TurnAct.ANYTIME:
            dated = last.since or last.until
            return "any year" if dated or not last.source else "in any paper"
        case TurnAct.BACK:
            return f"back to {topic or speaker}" if topic or speaker else "back to the first"
        case _:
            return _PLAIN.get(reading.act)


def _changed(speaker: str | None, topic: str | None, bounds: str, last: Understanding) -> str | None:
    if speaker and topic:
        return f"What did {speaker} say about {topic}{bounds}?"
    if speaker:
        return f"What did {speaker} say about that{bounds}?" if bounds else f"and {speaker}?"
    if topic:
        about = "" if last.kind is QuestionKind.CONTENT else "about "
        return f"and {about}{topic}{bounds}?"
    return f"only{bounds}" if bounds else None


def wanted_of(turn: str, reading: NetReading[TurnAct]) -> Sequence[Mark]:
    """Return the marks of what is wanted.

    A clause before "so" or "but" gives a reason, and names nothing that is wanted: "She covers Dene, so try ferries".
    """
    from_here = max((match.end() for match in _REASONED.finditer(turn)), default=0)
    return [mark for mark in reading.marks if mark.start >= from_here] or reading.marks
