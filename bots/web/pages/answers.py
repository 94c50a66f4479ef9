"""Answer a question: the page with its quotes, the question asked on from it, and the feed of what is new on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bots.archive_card import card_for
from bots.contract import answer_object
from bots.endings import ending, taken_for
from bots.shown_quotes import shown_quotes
from bots.unknown_outlets import unknown_outlets
from bots.web.addresses import asked, chosen_scope
from bots.web.pages.page import Asked, Page
from qa.answers import Answer, Outcome, Quote
from qa.conversation.earlier.turns import Conversation
from qa.settings import MAX_QUOTES
from qa.understanding.line import understood_line

if TYPE_CHECKING:
    from qa.answering.answerer import Answerer
    from qa.archive.protocol import View

ANSWERED = "Answered, in the articles’ own words:"
DROPPED = (
    "What was asked before is not known here any more, or was not asked here, so this question was read alone. "
    "Ask it whole."
)


@dataclass(frozen=True, slots=True)
class _Before:
    """The conversation before a question, as it came, and whether something came that is none."""

    conversation: Conversation | None = None
    text: str = ""
    dropped: bool = False


def ask(request: Asked, answerer: Answerer, view: View) -> Page:
    question = asked(request.parameters)
    scope = chosen_scope(request.parameters, request.sources)
    before = _before(request, view)
    answer = answerer.ask(question, conversation=before.conversation, scope=scope)
    count = MAX_QUOTES if answer.understood.over_time else request.quotes
    shown = shown_quotes(answer, count)
    further = _further(request, before, answer, len(shown))
    unknown = unknown_outlets(view, scope)
    data = answer_object(answer, unknown=unknown)
    if "h" in request.parameters:
        data |= {"history": further, "history_dropped": before.dropped}
    return Page(
        "ask.html",
        {
            "question": question,
            "scope": scope,
            "answer": answer,
            "status": ending(answer)
            or (ANSWERED if answer.outcome is Outcome.ANSWERED and not answer.sides else ""),
            "understood": understood_line(answer.understood),
            "taken_for": taken_for(answer, offers_below=True),
            "shown": shown,
            "more": []
            if answer.outcome is Outcome.NOT_FOUND or answer.sides
            else answer.quotes[len(shown) :],
            "card": None if request.as_data else card_for(answer, view, answerer),
            "unknown": unknown,
            "count": count,
            "before": before.text,
            "dropped": DROPPED if before.dropped else "",
            "further": further,
            # Alone, as in a feed, a question that goes on from others means nothing.
            "whole": answer.understood.standalone if answer.understood.carried else question,
        },
        data,
        _quotes_of(answer),
    )


def _before(request: Asked, view: View) -> _Before:
    text = request.parameters.get("h", "")
    if not text or request.histories is None:
        return _Before()
    conversation = request.histories.read(text, view)
    return _Before(dropped=True) if conversation is None else _Before(conversation, text)


def _further(request: Asked, before: _Before, answer: Answer, shown: int) -> str:
    """Return the history with which the next question goes on from this one."""
    if request.histories is None:
        return ""
    conversation = before.conversation or Conversation()
    # "Thanks!" is no turn: "more" after it goes on from the question before.
    return request.histories.written(conversation.after(answer, shown=shown))


def _quotes_of(answer: Answer) -> list[Quote]:
    return [*answer.quotes, *answer.related, *(quote for side in answer.sides for quote in side.quotes)]
