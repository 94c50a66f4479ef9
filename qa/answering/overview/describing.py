"""Describe what is in an archive: its time, outlets, speakers and topics, and questions that it can answer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from qa.answering.overview.example_questions import example_questions
from qa.answering.overview.periods import Period, periods
from qa.answering.overview.sample import ReadArticle, read_evenly
from qa.answering.overview.telling_topics import TopicCount, topics_over_time
from qa.answers import CorpusSummary
from qa.archive.listings import ArticleLine, Outlet
from qa.archive.protocol import View
from qa.archive.speaker_lookup import MAX_TOPICS, topics_of
from qa.datatypes import Description, DescriptionKind, Speaker

MOST_READ = 600
"""How many articles are read for topics, roles and questions; everything else is counted over all."""
MAIN_SPEAKERS = 10
QUESTIONS = 5


@dataclass(frozen=True, slots=True)
class OutletSummary:
    """An outlet, with how many of its articles have no date."""

    outlet: Outlet
    undated: int


@dataclass(frozen=True, slots=True)
class MainSpeaker:
    """Somebody who is quoted often: `role` is what most articles that were read say, `about` what they speak about."""

    speaker: Speaker
    role: Description | None
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeriodSummary:
    """A period of an archive and what is told of in it more often than at other times."""

    period: Period
    topics: tuple[TopicCount, ...]


@dataclass(frozen=True, slots=True)
class ArchiveOverview:
    """What is in an archive. `outlets` have most articles first; `periods` are oldest first, empty if nothing is dated.

    `read` is how many articles were read for `topics`, what speakers are and speak about, and `questions`.
    """

    corpus: CorpusSummary
    undated: int
    periods: tuple[PeriodSummary, ...]
    outlets: tuple[OutletSummary, ...]
    speakers: int
    people: tuple[MainSpeaker, ...]
    bodies: tuple[MainSpeaker, ...]
    topics: tuple[TopicCount, ...]
    read: int
    questions: tuple[str, ...]


def overview(view: View, *, answers: Callable[[str], bool] | None = None) -> ArchiveOverview:
    """Describe an archive.

    Args:
        answers: Whether the archive answers a question; those that it does not are no examples.
    """
    lines = list(view.articles())
    divided = periods(line.date for line in lines if line.date)
    read = read_evenly(view, lines, divided, MOST_READ)
    topics, of_period = topics_over_time(read)
    people, bodies = _main_speakers(view, read)
    asked = example_questions([each.speaker for each in people], [each.speaker for each in bodies], read)
    return ArchiveOverview(
        corpus=view.corpus(),
        undated=sum(line.date is None for line in lines),
        periods=tuple(PeriodSummary(each, of_period.get(each.name, ())) for each in divided.all),
        outlets=_outlets(view, lines),
        speakers=view.speaker_count(),
        people=people,
        bodies=bodies,
        topics=topics,
        read=len(read),
        questions=tuple(islice((each for each in asked if answers is None or answers(each)), QUESTIONS)),
    )


def _outlets(view: View, lines: Iterable[ArticleLine]) -> tuple[OutletSummary, ...]:
    undated = Counter(line.source for line in lines if line.date is None)
    return tuple(OutletSummary(outlet, undated[outlet.source]) for outlet in view.outlets())


def main_speakers(view: View) -> Mapping[Literal["person", "group"], Sequence[Speaker]]:
    """Return the people and the bodies that are quoted most."""
    return {
        "person": view.most_quoted(MAIN_SPEAKERS, kind="person"),
        "group": view.most_quoted(MAIN_SPEAKERS, kind="group"),
    }


def _main_speakers(
    view: View, read: Sequence[ReadArticle]
) -> tuple[tuple[MainSpeaker, ...], tuple[MainSpeaker, ...]]:
    """Return the main people and bodies, with what they are and what they speak about."""
    chosen = main_speakers(view)
    wanted = {each.name: each for own in chosen.values() for each in own}
    about: dict[str, Counter[str]] = defaultdict(Counter)
    roles: dict[str, Counter[Description]] = defaultdict(Counter)
    for article in read:
        names = {form: name for name, each in wanted.items() for form in each.aliases} | {
            n: n for n in wanted
        }
        names |= {record.speaker: name for record, name in article.said if record.speaker and name in wanted}
        for record, name in article.said:
            if name in wanted:
                about[name].update(set(topics_of(record)) - {name, *wanted[name].aliases})
        own = {
            _alike(each, names[each.who])
            for each in article.descriptions
            if each.who in names and _is_role(each)
        }
        for each in own:
            roles[each.who or ""][each] += 1
    return tuple(
        tuple(
            MainSpeaker(each, _most(roles[each.name]), tuple(_ranked(about[each.name])[:MAX_TOPICS]))
            for each in chosen[kind]
        )
        for kind in ("person", "group")
    )  # type: ignore[return-value]


def _is_role(description: Description) -> bool:
    return description.kind is DescriptionKind.ROLE


def _alike(description: Description, name: str) -> Description:
    """Return what a description says, wherever it says so."""
    return Description(description.kind, 0, 0, name, description.what, description.of, description.former)


def _most(roles: Counter[Description]) -> Description | None:
    # One that says of what is more telling than one that does not.
    return max(roles, key=lambda each: (roles[each], each.of is not None, each.what), default=None)


def _ranked(names: Counter[str]) -> list[str]:
    return sorted(names, key=lambda name: (-names[name], name))
