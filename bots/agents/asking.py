"""Ask questions for an assistant: what may need the model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from bots.agents.arguments import outlet_without_articles, scope_of
from bots.agents.cursors import page_of, state_of
from bots.agents.overview_records import Overview
from bots.agents.records import (
    AskResult,
    CompareResult,
    FoundQuotes,
    Record,
    TimelineResult,
)
from bots.agents.writing import (
    ANSWERED,
    UNSURE,
    ask_result,
    line,
    line_or_none,
    quote_records,
    side_record,
)
from bots.endings import timeline_ending
from bots.questions_to import question_to
from bots.wording import counted
from qa.answers import Answer, Outcome, Quote
from qa.archive.speaker_lookup import find_speaker
from qa.conversation.earlier.turns import Conversation
from qa.errors import UsageError

if TYPE_CHECKING:
    from qa.answering.answerer import Answerer
    from qa.answering.overview.describing import ArchiveOverview
    from qa.archive.protocol import View

QUOTES_ON_PAGE = 10

Written = TypeVar("Written", bound=Record)


@dataclass(frozen=True, slots=True)
class Told(Generic[Written]):
    """What a tool returns, and the quotes in it: what is purged meanwhile must not be shown."""

    record: Written
    quotes: Sequence[Quote] = field(default=())


Work = Callable[["Answerer", "View"], Told[Written]]


@dataclass(frozen=True, slots=True)
class Bounds:
    """The days and the outlet that a tool was given."""

    since: str | None = None
    until: str | None = None
    source: str | None = None


def ask(question: str, speaker: str | None, bounds: Bounds, history: Sequence[str]) -> Work[AskResult]:
    def work(answerer: Answerer, view: View) -> Told[AskResult]:
        text = _not_empty(question)
        scope = scope_of(bounds.since, bounds.until, bounds.source)
        if speaker and speaker.strip():
            name = find_speaker(view, " ".join(speaker.split())).name
            text = question_to(answerer, view, text, name)
        conversation = Conversation()
        for earlier in filter(str.strip, history):
            # A follow-up is read by what was shown, of which only the questions are known here.
            before = answerer.ask(earlier, conversation=conversation, scope=scope)
            conversation = conversation.after(before)
        answer = answerer.ask(text, conversation=conversation if conversation.turns else None, scope=scope)
        record = ask_result(answer)
        if (unknown := outlet_without_articles(view, scope)) is not None:
            record = record.model_copy(update={"note": unknown})
        shown = [
            *answer.quotes,
            *answer.related,
            *(quote for side in answer.sides for quote in side.quotes),
        ]
        return Told(record, shown)

    return work


def find_quotes(speaker: str, about: str | None, bounds: Bounds, cursor: str | None) -> Work[FoundQuotes]:
    def work(answerer: Answerer, view: View) -> Told[FoundQuotes]:
        scope = scope_of(bounds.since, bounds.until, bounds.source)
        page = page_of(cursor, QUOTES_ON_PAGE, "quotes", speaker, about, bounds, state_of(view.corpus()))
        found = answerer.quotes(speaker, about=_topic(about), scope=scope)
        shown = found[page.start : page.start + page.size]
        says = f"{counted(len(found), 'quote')}, newest first." if found else _no_words(speaker, about)
        record = FoundQuotes(
            outcome="answered" if found else "not_found",
            says=says,
            quotes=quote_records(shown),
            total=len(found),
            next=page.next(len(found)),
            note=outlet_without_articles(view, scope),
        )
        return Told(record, shown)

    return work


def compare(first: str, second: str, about: str | None, bounds: Bounds) -> Work[CompareResult]:
    def work(answerer: Answerer, view: View) -> Told[CompareResult]:
        scope = scope_of(bounds.since, bounds.until, bounds.source)
        found = answerer.compare((first, second), about=_topic(about), scope=scope)
        sides = tuple(map(side_record, found.sides))
        record = CompareResult(
            outcome=_joined(found.sides),
            says="Each of `sides` says how its own ended.",
            sides=sides,
            note=outlet_without_articles(view, scope),
        )
        return Told(record, [quote for side in found.sides for quote in side.quotes])

    return work


def timeline(speaker: str, about: str | None, bounds: Bounds, cursor: str | None) -> Work[TimelineResult]:
    def work(answerer: Answerer, view: View) -> Told[TimelineResult]:
        scope = scope_of(bounds.since, bounds.until, bounds.source)
        page = page_of(cursor, QUOTES_ON_PAGE, "timeline", speaker, about, bounds, state_of(view.corpus()))
        found = answerer.timeline(speaker, about=_topic(about), scope=scope)
        shown = found.quotes[page.start : page.start + page.size]
        sure = found.outcome is Outcome.ANSWERED
        after = page.next(len(found.quotes))
        undated = () if after else found.undated[:QUOTES_ON_PAGE]
        usual = UNSURE if found.outcome is Outcome.UNSURE else ANSWERED
        record = TimelineResult(
            outcome=found.outcome,
            says=line(timeline_ending(found)) or usual,
            quotes=quote_records(shown) if sure else (),
            may_answer=() if sure else quote_records(shown),
            undated=quote_records(undated),
            total=len(found.quotes),
            next=after,
            note=outlet_without_articles(view, scope),
        )
        return Told(record, [*shown, *undated])

    return work


def overview(describe: Callable[[View, Answerer], ArchiveOverview]) -> Work[Overview]:
    """Describe the archive.

    Args:
        describe: `ArchiveService.overview`, which keeps what it described.
    """
    from bots.agents.describing import overview_record

    def work(answerer: Answerer, view: View) -> Told[Overview]:
        return Told(overview_record(describe(view, answerer)))

    return work


def _joined(sides: Sequence[Answer]) -> Outcome:
    """Return the best outcome of several sides."""
    outcomes = {side.outcome for side in sides}
    best = (Outcome.ANSWERED, Outcome.UNSURE, Outcome.NEAREST)
    return next((each for each in best if each in outcomes), Outcome.NOT_FOUND)


def _topic(about: str | None) -> str | None:
    return line_or_none(about or "")


def _no_words(speaker: str, about: str | None) -> str:
    topic = f" on {line(about)}" if about and about.strip() else ""
    return f"Not found: no words of {line(speaker)}{topic} within these bounds. Do not say what they said."


def _not_empty(question: str) -> str:
    if not question.strip():
        raise UsageError("The question is empty.")
    return question.strip()
