"""Put together a page about a topic or a person, for words that are no question: "school meals", "Una Strand"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from qa.answering.topics.everything_on_topic import OnTopic, distinct, newest_first, said_on
from qa.answering.topics.voices import Voice, best_first, voices
from qa.answering.topics.words_on_topic import asking_for, words_of
from qa.answers import Quote
from qa.archive.protocol import View
from qa.archive.roles import roles_of
from qa.archive.speaker_lookup import MAX_TOPICS, topics_of
from qa.datatypes import Bearer, Scope, Speaker
from qa.language.terms import content_terms
from qa.speakers.dominance import dominant
from qa.speakers.linking import match_speaker
from qa.speakers.names import folded_words
from qa.understanding.bearers import find_bearers
from qa.understanding.described import asked_for

SHOWN_OF_A_PERSON = 5
"""How many of a person's quotes are the latest, and how many the best."""


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A speaker: what articles say they are, what they say and about what, and who speaks about them.

    `latest` are their newest quotes; `best` the ones that can best stand alone, none of which is among the latest.
    `about` are other speakers' words about them. `described` is the phrase that was typed in place of the name.
    """

    speaker: Speaker
    roles: tuple[Bearer, ...]
    topics: tuple[tuple[str, int], ...]
    quotes: int
    latest: tuple[Quote, ...]
    best: tuple[Quote, ...]
    about: tuple[Voice, ...]
    described: str | None = None


@dataclass(frozen=True, slots=True)
class TopicPage:
    """Who speaks on a topic. `voices` is everybody, most quotes first; `days` one best quote of each, newest first.

    Quotes without a date come last, under None. Where the words are a speaker's name, `person` is about them and
    `said` holds only what others say. Where they may be several speakers', these are `which`; beside `person`, who is
    taken as the one who speaks far more often, they are the others.
    """

    words: str
    said: OnTopic
    voices: tuple[Voice, ...]
    days: tuple[tuple[date | None, tuple[Quote, ...]], ...]
    person: PersonPage | None = None
    which: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        return not self.voices and (self.person is None or not self.person.quotes)


def topic_page(view: View, words: str, scope: Scope | None = None) -> TopicPage:
    """Return a page about some words, as somebody types them who wants to see what there is.

    Raises:
        UsageError: If there is no word to look for.
    """
    scope = scope or Scope()
    speaker, described, which = _meant(view, words, scope)
    said = said_on(view, speaker.name if speaker else words, scope)
    if speaker is not None:
        said = said.within(quote for quote in said.quotes if _speaks_about(quote, speaker))
    everybody = voices(said.quotes, said.search.words)
    person = None if speaker is None else _person(view, speaker, scope, everybody, described)
    # Whom the articles do not name cannot be one speaker: each of those quotes stands for itself.
    best = [quote for voice in everybody for quote in ((voice.best,) if voice.name else voice.quotes)]
    return TopicPage(words, said, everybody, by_day(best), person, which)


def by_day(quotes: Iterable[Quote]) -> tuple[tuple[date | None, tuple[Quote, ...]], ...]:
    """Group quotes by the day of their article, newest first, undated last."""
    days: dict[date | None, list[Quote]] = defaultdict(list)
    for quote in newest_first(quotes):
        days[quote.version.article.day].append(quote)
    return tuple((day, tuple(own)) for day, own in days.items())


def _meant(view: View, words: str, scope: Scope) -> tuple[Speaker | None, str | None, tuple[str, ...]]:
    """Return the speaker whom words name or describe, the phrase that describes them, and who else it may be."""
    match = match_speaker(words, view)
    if match.ambiguous:
        name = dominant(match.ambiguous, view)
        others = tuple(each for each in match.ambiguous if each != name)
        return view.speaker(name) if name else None, None, others
    speaker = view.speaker(match.exact) if match.exact else None
    if speaker is not None:
        return (speaker, None, ()) if _is_name_of(words, speaker) else (None, None, ())
    asked = asked_for(words)
    bearers = [each for each in find_bearers(asked, view.bearers, scope) if each.speaks] if asked else []
    if len(bearers) == 1:
        return view.speaker(bearers[0].name), words, ()
    return None, None, tuple(each.name for each in bearers)


def _is_name_of(words: str, speaker: Speaker) -> bool:
    """Return whether words are a speaker's name. A body needs all of its name: "council" is a word like others."""
    typed = [word for word in folded_words(words) if word != "the"]
    if speaker.kind == "person":
        return True
    forms = [[w for w in folded_words(form) if w != "the"] for form in (speaker.name, *speaker.aliases)]
    return typed in forms and (len(typed) > 1 or words[:1].isupper() or words.isupper())


def _speaks_about(quote: Quote, speaker: Speaker) -> bool:
    """Return whether somebody else's own words hold a speaker's name."""
    if quote.voice == speaker.name:
        return False
    words = content_terms(quote.text)
    own = content_terms(speaker.name)
    return own[-1] in words if speaker.kind == "person" else {*own} <= {*words}


def _person(
    view: View, speaker: Speaker, scope: Scope, about: tuple[Voice, ...], described: str | None
) -> PersonPage:
    quotes = newest_first(distinct(words_of(view, asking_for(speaker.name), scope)))
    latest = quotes[:SHOWN_OF_A_PERSON]
    shown = {quote.id for quote in latest}
    counts: dict[str, int] = defaultdict(int)
    for quote in quotes:
        for name in topics_of(quote.attribution) if quote.attribution else ():
            counts[name] += name != speaker.name
    topics = sorted(((name, count) for name, count in counts.items() if count), key=lambda t: (-t[1], t[0]))
    best = [quote for quote in best_first(quotes) if quote.id not in shown][:SHOWN_OF_A_PERSON]
    return PersonPage(
        speaker=speaker,
        roles=roles_of(view, speaker, scope),
        topics=tuple(topics[:MAX_TOPICS]),
        quotes=len(quotes),
        latest=tuple(latest),
        best=tuple(best),
        about=about,
        described=described,
    )
