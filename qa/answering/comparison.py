"""Compare what several speakers say on one topic, or what one says over time, in their own words only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from qa.answering.retrieval import narrowed
from qa.archive.protocol import View
from qa.archive.shown_quotes import Shown
from qa.archive.speaker_lookup import quotes_of
from qa.conversation.followed import Followed
from qa.conversation.telling import told
from qa.datatypes import (
    Answer,
    CorpusSummary,
    Nearest,
    Outcome,
    QuestionKind,
    Quote,
    Scope,
    Understanding,
)
from qa.language.near_duplicates import repeats
from qa.settings import MAX_QUOTES
from qa.understanding.line import in_words


@dataclass(frozen=True, slots=True)
class Comparison:
    """What speakers say on one topic: an answer each, in the order asked, each with its own outcome.

    The quotes of a side are its speaker's words and nobody else's; there are none where `outcome` is not
    answered.
    """

    topic: str | None
    sides: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """What one speaker says on one topic, oldest first; quotes without a date stand apart.

    `outcome` and `nearest` are those of the plain question, so that an empty timeline says why it is empty.
    """

    understood: Understanding
    quotes: tuple[Quote, ...]
    undated: tuple[Quote, ...]
    outcome: Outcome
    corpus: CorpusSummary
    nearest: Nearest | None = None

    @property
    def first(self) -> Quote | None:
        """The oldest quote with a date."""
        return self.quotes[0] if self.quotes else None

    @property
    def latest(self) -> Quote | None:
        """The newest quote with a date, if it is not the first as well."""
        return self.quotes[-1] if len(self.quotes) > 1 else None


def named(
    speaker: str, topic: str | None, *, others: tuple[str, ...] = (), over_time: bool = False
) -> Understanding:
    """Build the understanding of a question that was never typed, from names and a topic."""
    asked = Understanding(
        QuestionKind.SAID, "", "", speaker=speaker, topic=topic, others=others, over_time=over_time
    )
    text = told(asked)
    return replace(asked, question=text, standalone=text)


def asked_of(speaker: Understanding, name: str, topic: str | None) -> Understanding:
    """Return the plain question to one speaker of a comparison."""
    plain = replace(speaker, kind=QuestionKind.SAID, topic=topic, others=(), over_time=False)
    return replace(plain, standalone=told(replace(plain, speaker=name)))


Answers = Callable[[View, Understanding, Scope, Followed | None], Answer]
"""A function that answers an understood question from one view: `Pipeline.answer`."""


def compared(
    view: View, answer: Answers, understood: Understanding, scope: Scope, followed: Followed | None = None
) -> Answer:
    """Answer a question that compares speakers: for each of them in turn, in their own words."""
    sides = []
    for name in (understood.speaker or "", *understood.others):
        side = replace(understood, speaker=name, speaker_known=view.speaker(name) is not None, corrections=())
        question = asked_of(side, name, understood.topic)
        sides.append(own_words(answer(view, question, scope, followed)))
    return joined(understood, sides, view.corpus())


def plain_answer(
    view: View, answer: Answers, understood: Understanding, scope: Scope, followed: Followed | None = None
) -> Answer:
    """Answer a question over time as if it had only asked what was said."""
    question = asked_of(understood, understood.speaker or "", understood.topic)
    return replace(answer(view, question, scope, followed), understood=understood)


def own_words(answer: Answer) -> Answer:
    """Keep only what the asked speaker says: beside another's words, a report about somebody misleads.

    Without a topic any of their words answer, whatever confidence the plain question had.
    """
    name = (answer.understood.speaker or "").casefold()
    # Both names are the archive's own, in full: a surname alone would take in every namesake.
    own = tuple(quote for quote in answer.quotes if quote.speaker and quote.speaker.casefold() == name)
    anything = answer.understood.topic is None and answer.nearest is Nearest.SPEAKER_NOT_ON_THIS
    if own and (anything or answer.outcome is Outcome.ANSWERED):
        return replace(answer, outcome=Outcome.ANSWERED, nearest=None, quotes=own, related=())
    if own and answer.outcome is Outcome.UNSURE:
        return replace(answer, quotes=own, related=())
    if answer.outcome in (Outcome.ANSWERED, Outcome.UNSURE):
        return replace(answer, outcome=Outcome.NEAREST, nearest=None, quotes=(), related=())
    return replace(answer, quotes=(), related=())


def joined(understood: Understanding, sides: Sequence[Answer], corpus: CorpusSummary) -> Answer:
    """Join the sides of a comparison into one answer: answered where one side is; each side says how it ended."""
    answered = [side for side in sides if side.outcome is Outcome.ANSWERED]
    perhaps = [] if answered else [side for side in sides if side.outcome is Outcome.UNSURE]
    answered = answered or perhaps
    turns = max((len(side.quotes) for side in answered), default=0)
    quotes = [side.quotes[turn] for turn in range(turns) for side in answered if turn < len(side.quotes)]
    outcome = Outcome.UNSURE if perhaps else Outcome.ANSWERED if answered else Outcome.NOT_FOUND
    return Answer(
        question=understood.question,
        outcome=outcome,
        confidence=min((side.confidence for side in sides), default=0.0),
        understood=understood,
        quotes=tuple(quotes[:MAX_QUOTES]),
        corpus=corpus,
        sides=tuple(sides),
    )


def timeline_of(snapshot: View, plain: Answer, scope: Scope, shown: Shown | None = None) -> Timeline:
    """Build a timeline: a speaker's words on a topic, in order of date.

    It holds the quotes with all of the topic's words, in the quote or in the names that it is about, and those that
    answer the plain question. Quotes that were shown before are left out.
    """
    understood = plain.understood
    bounds = narrowed(scope, understood)
    speaker = snapshot.speaker(understood.speaker) if understood.speaker else None
    found: list[Quote] = []
    if speaker is not None:
        found += quotes_of(snapshot, speaker, about=understood.topic, scope=bounds)
        found += own_words(plain).quotes
    kept = [q for q in _distinct(found) if shown is None or not shown.holds(q.version, q.start, q.end)]
    dated = sorted((q for q in kept if q.version.article.date), key=_when)
    undated = tuple(quote for quote in kept if not quote.version.article.date)
    return Timeline(
        understood=understood,
        quotes=tuple(dated),
        undated=undated,
        outcome=Outcome.ANSWERED if dated else plain.outcome if not undated else Outcome.NEAREST,
        corpus=plain.corpus,
        nearest=None if dated else plain.nearest,
    )


def _when(quote: Quote) -> tuple[str, str, int]:
    return quote.version.article.date or "", quote.version.uid, quote.start


def _distinct(quotes: Sequence[Quote]) -> list[Quote]:
    """Keep only the quote of the earliest article where several repeat the same words."""
    kept: list[Quote] = []
    for quote in sorted(quotes, key=lambda q: (q.version.article.date is None, *_when(q))):
        if not any(_overlap(quote, other) or repeats(quote.text, other.text) for other in kept):
            kept.append(quote)
    return kept


def _overlap(one: Quote, other: Quote) -> bool:
    return one.version.key == other.version.key and one.start < other.end and other.start < one.end


def as_answer(timeline: Timeline, plain: Answer) -> Answer:
    """Turn a timeline into one answer, oldest first: at most `MAX_QUOTES` quotes, with the first and the latest."""
    quotes = timeline.quotes or timeline.undated
    if len(quotes) > MAX_QUOTES:
        step = (len(quotes) - 1) / (MAX_QUOTES - 1)
        quotes = tuple(quotes[round(step * place)] for place in range(MAX_QUOTES))
    if not quotes:
        return plain
    understood = replace(timeline.understood, order="oldest")
    outcome = timeline.outcome
    note = ""
    if timeline.first and timeline.latest:
        first, latest = (_day(quote) for quote in (timeline.first, timeline.latest))
        note = (
            f"First quoted in {first}, latest in {latest}."
            if first != latest
            else f"All of one day: {first}."
        )
    return replace(
        plain, outcome=outcome, understood=understood, quotes=quotes, nearest=timeline.nearest, note=note
    )


def _day(quote: Quote) -> str:
    day = quote.version.article.day
    return f"an article of {in_words(day)}" if day else "an undated article"
