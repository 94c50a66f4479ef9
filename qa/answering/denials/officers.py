"""Find what police officers say where the police are asked for: an article names an inspector, and no police."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from qa.answering.topics.topic_cover import TopicWords
from qa.answering.topics.words_on_topic import topic_words, words_beside, words_of
from qa.answers import Quote, Understanding
from qa.archive.protocol import View
from qa.datatypes import Article, Bearer, DescriptionKind, Scope
from qa.language.exact_words import in_words
from qa.language.lexicon.offices import POLICE_RANKS
from qa.language.patterns import regex
from qa.speakers.names import folded_words

BY_OFFICERS = "Police officers say this: the articles have no words of the police as such on it."
"""The note on words of officers that may be what is asked for."""

POLICE = "police"
_ASKED_BARE = regex(r"(?:^|\b(?:the|local|did|do|does|have|has))\W+police\b", re.I)
"""The police without a place: no officer of whom only the rank is known speaks for "the Harwick police"."""
_MOST = 60
"""How many officers are looked at, those of the most articles first."""
_WITH = frozenset(("chief", "detective", "senior", "acting", POLICE))
"""What may stand beside a rank: a "weapons inspector" is no officer."""
_SURELY = frozenset(("detective", "constable", POLICE))
"""Ranks that only the police have, unlike "superintendent" and "sergeant"."""


def words_of_officers(view: View, understood: Understanding, scope: Scope) -> list[Quote]:
    """Return the words of police officers on the topic of a question for the words of the police, in no order.

    “What did police say about the fire?” - “Chief Inspector Una Strand says nobody was in the mill.”
    """
    name = understood.speaker
    if name is None or not understood.topic or folded_words(name)[-1:] != [POLICE]:
        return []
    if not _ASKED_BARE.search(understood.standalone):
        return []
    topic = topic_words(view, understood.topic)
    found: list[Quote] = []
    for officer, surely in _officers(view, scope):
        theirs = replace(
            understood, speaker=officer, speaker_known=True, speaker_is_role=False, bearers=(), ambiguous=()
        )
        said = words_of(view, theirs, scope) or words_beside(view, theirs, scope)
        if not said and topic is not None:
            # "Inspector Strand said that she was stunned", in an article on the fire.
            everything = words_of(view, replace(theirs, topic=None), scope)
            said = _in_articles(everything, lambda article: _is_about(article, topic))
        found += said if surely else _in_articles(said, lambda article: POLICE in in_words(article.text))
    return found


def _in_articles(quotes: Sequence[Quote], fits: Callable[[Article], bool]) -> list[Quote]:
    """Return the quotes of articles that fit, each of which is looked at once: one may hold hundreds of quotes."""
    articles = {quote.version.key: quote.version.article for quote in quotes}
    fitting = {key for key, article in articles.items() if fits(article)}
    return [quote for quote in quotes if quote.version.key in fitting]


def _is_about(article: Article, topic: TopicWords) -> bool:
    held = topic.in_article(article).places.keys()
    return any(way <= held for way in topic.ways)


def _officers(view: View, scope: Scope) -> Iterator[tuple[str, bool]]:
    """Yield the archive's names of officers who speak, each with whether nobody but the police has the rank."""
    seen: set[str] = set()
    for bearer in view.bearers(sorted(POLICE_RANKS), scope):
        if bearer.speaker is None or bearer.speaker in seen or not _is_officer(bearer):
            continue
        seen.add(bearer.speaker)
        words = {*folded_words(bearer.what), *folded_words(bearer.of or "")}
        yield bearer.speaker, not _SURELY.isdisjoint(words) or {"chief", "inspector"} <= words
        if len(seen) == _MOST:
            return


def _is_officer(bearer: Bearer) -> bool:
    """Return whether a description is of an officer: "the chief inspector of schools" is none, nor a former one."""
    if bearer.kind is not DescriptionKind.ROLE or bearer.former:
        return False
    return set(folded_words(bearer.what)) <= POLICE_RANKS | _WITH and (
        bearer.of is None or POLICE in folded_words(bearer.of)
    )
