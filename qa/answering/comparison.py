"""Compare what several speakers say on one topic, or what one says over time, in their own words only."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from qa.answering.spans.retrieval import narrowed
from qa.answering.topics.everything_on_topic import date_key, distinct
from qa.answering.topics.whose_words import whose_words
from qa.answering.topics.words_on_topic import words_of
from qa.answers import Answer, CorpusSummary, Nearest, Outcome, QuestionKind, Quote, Understanding
from qa.archive.protocol import View
from qa.archive.shown_quotes import Shown
from qa.conversation.asking_back import asked_back
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.question_text import told
from qa.datatypes import Scope
from qa.language.patterns import regex
from qa.settings import MAX_QUOTES
from qa.speakers.linking import match_speaker
from qa.understanding.comparing import EACH_OTHER
from qa.understanding.line import in_words

_EACH_OTHER = regex(rf"{EACH_OTHER}(?P<whose>['’]s? .+)?", re.IGNORECASE)
"""A topic that is the other speaker, or what is theirs: "each other", "one another's firms"."""
_UNDATED = "None of these articles has a date, so that I could not put them in order."


@dataclass(frozen=True, slots=True)
class Comparison:
    """What speakers say on one topic: an answer each, in the order asked, each with its own outcome.

    A side is the answer to "What did X say about Y?", without what stands beside it; it has no quotes where nothing
    answers, or may.
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
    names = (understood.speaker or "", *understood.others)
    each = [
        replace(_side(view, understood, name), topic=_topic_of_side(understood.topic, name, names))
        for name in names
    ]
    return joined(understood, sides_of(view, answer, each, scope, followed), view.corpus())


def _topic_of_side(topic: str | None, name: str, names: Sequence[str]) -> str | None:
    """Return on what one of two is asked: of "each other", on the other one."""
    match = _EACH_OTHER.fullmatch(topic or "")
    others = [other for other in names if other != name]
    return topic if match is None or len(others) != 1 else f"{others[0]}{match['whose'] or ''}"


def _side(view: View, understood: Understanding, name: str) -> Understanding:
    """Return what is asked of one of the speakers, of whose surname the archive may know several."""
    ambiguous = match_speaker(name, view).ambiguous
    known = view.speaker(name) is not None or bool(ambiguous)
    return replace(understood, speaker=name, speaker_known=known, ambiguous=ambiguous, corrections=())


def sides_of(
    view: View,
    answer: Answers,
    each: Sequence[Understanding],
    scope: Scope,
    followed: Followed | None = None,
) -> list[Answer]:
    """Answer the plain question to each of several speakers, with nothing beside what answers it."""
    questions = [asked_of(one, one.speaker or "", one.topic) for one in each]
    return [answering_alone(answer(view, question, scope, followed)) for question in questions]


def plain_answer(
    view: View, answer: Answers, understood: Understanding, scope: Scope, followed: Followed | None = None
) -> Answer:
    """Answer a question over time as if it had only asked what was said."""
    found = answer(view, asked_of(understood, understood.speaker or "", understood.topic), scope, followed)
    back = replace(
        found.understood,
        question=understood.question,
        standalone=understood.standalone,
        over_time=understood.over_time,
    )
    return replace(found, understood=back)


def answering_alone(answer: Answer) -> Answer:
    """Keep only the quotes that answer, or may: side by side, what does not misleads."""
    answers = answer.outcome in (Outcome.ANSWERED, Outcome.UNSURE)
    return replace(answer, quotes=answer.quotes if answers else (), related=())


def own_answering(view: View, plain: Answer) -> list[Quote]:
    """Return the quotes that answer a question, or may, and are by the records the words of who is asked for.

    What a report tells of them may answer too, and is none of their words.
    """
    asked = whose_words(plain.understood, view)
    return [
        quote
        for quote in answering_alone(plain).quotes
        if asked is not None
        and quote.attribution is not None
        and asked.owns(quote.attribution, quote.speaker, quote.version.article.text)
    ]


def all_words(view: View, plain: Answer, scope: Scope) -> list[Quote]:
    """Return all words of who is asked for on the topic: those that answer the plain question, and the records'."""
    understood = plain.understood
    return [*own_answering(view, plain), *words_of(view, understood, narrowed(scope, understood))]


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
    """Build a timeline: all of a speaker's words on a topic, in order of date.

    Quotes that were shown before are left out.
    """
    understood = plain.understood
    recorded = words_of(snapshot, understood, narrowed(scope, understood))
    found = [*own_answering(snapshot, plain), *recorded]
    kept = [q for q in distinct(apart(found)) if shown is None or not shown.holds(q.version, q.start, q.end)]
    dated = sorted((q for q in kept if q.version.article.date), key=date_key)
    undated = tuple(quote for quote in kept if not quote.version.article.date)
    return Timeline(
        understood=understood,
        quotes=tuple(dated),
        undated=undated,
        outcome=_outcome(plain.outcome, dated, undated, recorded),
        corpus=plain.corpus,
        nearest=None if dated else plain.nearest,
    )


def _outcome(
    plain: Outcome, dated: Sequence[Quote], undated: Sequence[Quote], recorded: Sequence[Quote]
) -> Outcome:
    """Return how a timeline ends: words that only may answer the plain question are not surer in order of date."""
    if dated:
        return Outcome.ANSWERED if recorded else plain
    return Outcome.NEAREST if undated else plain


def over_time(
    view: View, answer: Answers, understood: Understanding, scope: Scope, followed: Followed
) -> Answer:
    """Answer a question over time: by all of a speaker's words on a topic, oldest first."""
    plain = plain_answer(view, answer, understood, scope, followed)
    if plain.understood.ambiguous:
        return asked_back(plain, view)
    timeline = timeline_of(view, plain, scope, Shown(view, followed.exclude))
    if timeline.outcome is Outcome.UNSURE:
        # Of what only may be on the topic nobody can say which is the first.
        return replace(plain, understood=replace(plain.understood, over_time=False))
    if not timeline.quotes and timeline.undated and plain.outcome is Outcome.ANSWERED:
        note = f"{plain.note} {_UNDATED}".strip()
        return replace(plain, understood=replace(plain.understood, over_time=False), note=note)
    return as_answer(timeline, plain)


def apart(quotes: Sequence[Quote]) -> list[Quote]:
    """Leave out the quotes that share words with one before them in their article."""
    kept: list[Quote] = []
    for quote in sorted(quotes, key=lambda q: (q.version.uid, q.start, -q.end)):
        last = kept[-1] if kept else None
        if last is None or last.version.key != quote.version.key or last.end <= quote.start:
            kept.append(quote)
    return kept


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
