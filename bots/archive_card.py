"""Write what is in an archive as lines that every front end shows: when, where, who, about what, and what to ask.

Nothing here is made safe for a screen: each front end does that to every line in its own way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bots.amounts import BAR, EXAMPLE_QUESTIONS, OUTLETS_IN_OVERVIEW, UNDATED_OUTLETS
from bots.endings import SHOW_ARCHIVE, SHOW_EXAMPLES
from bots.wording import NO_SOURCE, corpus_in_words, counted, days_in_words
from qa.answers import Answer, Outcome
from qa.understanding.other_languages import language_of

if TYPE_CHECKING:
    from qa.answering.answerer import Answerer
    from qa.answering.overview.describing import ArchiveOverview, MainSpeaker, OutletSummary, PeriodSummary
    from qa.answering.overview.telling_topics import TopicCount
    from qa.archive.protocol import View


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a card: a name, how often it occurs, a bar where there is one, and what is worth saying of it."""

    name: str
    count: int
    more: str = ""
    bar: str = ""


@dataclass(frozen=True, slots=True)
class ArchiveCard:
    """An archive in words. `people`, `bodies`, `outlets` have those with most first, `periods` are in order of time.

    Without `read` it describes nothing, and has only questions to ask.
    """

    head: str
    periods: tuple[Line, ...]
    undated: str
    outlets: tuple[Line, ...]
    more_outlets: int
    speakers: int
    people: tuple[Line, ...]
    bodies: tuple[Line, ...]
    topics: str
    read: str
    questions: tuple[str, ...]


def archive_card(overview: ArchiveOverview) -> ArchiveCard:
    corpus = overview.corpus
    most = max((each.period.articles for each in overview.periods), default=0)
    read = (
        f"from all {counted(corpus.articles, 'article')}"
        if overview.read >= corpus.articles
        else f"from {overview.read:,} of the {counted(corpus.articles, 'article')}, read evenly over time"
    )
    return ArchiveCard(
        head=corpus_in_words(corpus),
        periods=tuple(_period(each, most) for each in overview.periods),
        undated=undated_in_words(overview),
        outlets=tuple(map(_outlet, overview.outlets[:OUTLETS_IN_OVERVIEW])),
        more_outlets=max(0, len(overview.outlets) - OUTLETS_IN_OVERVIEW),
        speakers=overview.speakers,
        people=tuple(map(_speaker, overview.people)),
        bodies=tuple(map(_speaker, overview.bodies)),
        topics=topics_in_words(overview.topics),
        read=read,
        questions=overview.questions,
    )


def card_for(answer: Answer, view: View, answerer: Answerer) -> ArchiveCard | None:
    """Return what is in the archive, where a question is answered with it; without a head, which the answer has.

    Below small talk, and below a question in another language that nothing answers, it has only questions to ask.
    """
    foreign = answer.outcome is not Outcome.ANSWERED and language_of(answer.question) is not None
    examples = answer.meta in SHOW_EXAMPLES or (answer.meta is None and foreign)
    if not examples and answer.meta not in SHOW_ARCHIVE:
        return None
    from qa.answering.overview.describing import overview

    found = overview(view, answers=answerer.answers)
    if examples:
        return _only_questions(found.questions[:EXAMPLE_QUESTIONS])
    return replace(archive_card(found), head="")


def _only_questions(questions: tuple[str, ...]) -> ArchiveCard | None:
    if not questions:
        return None
    return ArchiveCard("", (), "", (), 0, 0, (), (), "", "", questions)


def undated_in_words(overview: ArchiveOverview) -> str:
    """Write how many articles have no date, and in which outlets: no question about a time finds them."""
    total = overview.corpus.articles
    if not overview.undated:
        return "Every article has a date." if total else ""
    if overview.undated == total:
        return "No article has a date, so no question about a time can be answered."
    of = sorted((each for each in overview.outlets if each.undated), key=lambda each: -each.undated)
    named = [f"{each.undated:,} from {each.outlet.source or NO_SOURCE}" for each in of[:UNDATED_OUTLETS]]
    if len(of) > UNDATED_OUTLETS:
        named.append(f"{sum(each.undated for each in of[UNDATED_OUTLETS:]):,} from others")
    have = "has" if overview.undated == 1 else "have"
    return f"{overview.undated:,} of {counted(total, 'article')} {have} no date: {', '.join(named)}."


def topics_in_words(topics: Sequence[TopicCount]) -> str:
    return ", ".join(f"{each.words} ({each.articles:,})" for each in topics)


def _period(each: PeriodSummary, most: int) -> Line:
    # A period with an article has a bar, however short.
    length = -(-each.period.articles * BAR // most) if most else 0
    topics = ", ".join(topic.words for topic in each.topics)
    return Line(each.period.name, each.period.articles, topics, "#" * length)


def _outlet(each: OutletSummary) -> Line:
    outlet = each.outlet
    days = days_in_words(outlet.first, outlet.last) if outlet.first and outlet.last else ""
    undated = f"{each.undated:,} undated" if each.undated else ""
    return Line(outlet.source or NO_SOURCE, outlet.articles, ", ".join(filter(None, (days, undated))))


def _speaker(each: MainSpeaker) -> Line:
    role = ""
    if each.role is not None:
        former = "former " if each.role.former else ""
        role = f"{former}{each.role.what}{f' of {each.role.of}' if each.role.of else ''}"
    about = f"about {', '.join(each.about)}" if each.about else ""
    return Line(each.speaker.name, each.speaker.count, "; ".join(filter(None, (role, about))))
