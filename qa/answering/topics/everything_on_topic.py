"""Find everything that is said on a topic: each record whose own words, or the paragraph around them, hold its words.

No vector is needed, and nothing is ranked: this is for a reader who wants all of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from qa.answering.topics.topic_cover import TopicWords
from qa.answering.topics.topic_forms import forms_of, same_word
from qa.answering.topics.words_on_topic import (
    MOST_PASSAGES,
    frequencies,
    is_in_passing,
    topic_words,
    words_in,
)
from qa.answers import Quote
from qa.archive.protocol import View
from qa.datatypes import PassageHandle, Scope
from qa.errors import UsageError
from qa.language.repeated_words import RepeatedWords
from qa.language.terms import content_terms


class Searched(NamedTuple):
    """Where a topic was looked for, and where not.

    `articles` is how many articles the dates and outlets allow, `read` how many of them hold the words and were read.
    """

    articles: int
    read: int
    words: tuple[str, ...]
    """The terms that were looked for."""
    missing: tuple[str, ...]
    """Those of them that no article of the archive holds."""
    unread: int
    """About how many passages with these words were not read, because there are more than `MOST_PASSAGES`."""
    undated: int
    """How many articles were left out because they have no date, where days were asked for."""


@dataclass(frozen=True, slots=True)
class OnTopic:
    """All that is said on a topic, newest first, undated last; what several articles print stands once.

    The quote of the first article is kept, and names the others in `also_in`.
    """

    topic: str
    scope: Scope
    quotes: tuple[Quote, ...]
    search: Searched

    def within(self, quotes: Iterable[Quote]) -> OnTopic:
        return replace(self, quotes=tuple(quotes))


def said_on(view: View, topic: str, scope: Scope | None = None) -> OnTopic:
    """Return all quotes on a topic.

    Raises:
        UsageError: If the topic has no word to look for.
    """
    scope = scope or Scope()
    typed = tuple(dict.fromkeys(content_terms(topic)))
    words = topic_words(view, topic)
    if words is None:
        raise UsageError(f"{topic!r} has no word to look for. Give a noun or a name.")
    handles, unread, missing = _proposed(view, words, scope)
    versions = set(view.versions_of(handles))
    quotes = words_in(view, versions, words, lambda *_: True)
    kept = [quote for quote in quotes if not is_in_passing(quote)]
    articles, undated = _counted(view, scope)
    search = Searched(
        articles, len(versions), typed, tuple(t for t in typed if same_word(t) in missing), unread, undated
    )
    return OnTopic(topic, scope, tuple(newest_first(distinct(kept))), search)


def newest_first(quotes: Iterable[Quote]) -> list[Quote]:
    """Put quotes in order of date, newest first, undated last; those of one day in the order of their articles."""
    ordered = sorted(quotes, key=lambda quote: (quote.version.uid, quote.start))
    return sorted(ordered, key=lambda quote: quote.version.article.date or "", reverse=True)


def distinct(quotes: Iterable[Quote]) -> list[Quote]:
    """Keep the quote of the earliest article where several print the same words of one speaker.

    A quote without a name is the same as one with a name: some outlets leave out who spoke.
    """
    seen = RepeatedWords()
    kept: list[Quote] = []
    place: list[int] = []
    # Named quotes first, so that a name is never lost to an earlier article that leaves it out.
    for quote in sorted(quotes, key=lambda q: (q.speaker is None, not q.version.article.date, *date_key(q))):
        same = next((place[n] for n in seen.like(quote.text) if _may_be_one(kept[place[n]], quote)), None)
        seen.add(quote.text)
        if same is None:
            place.append(len(kept))
            kept.append(quote)
        else:
            place.append(same)
            kept[same] = _also_in(kept[same], quote)
    return kept


def date_key(quote: Quote) -> tuple[str, str, int]:
    """Return what puts quotes in order of date; of one article, in the order of its text."""
    return quote.version.article.date or "", quote.version.uid, quote.start


def _may_be_one(one: Quote, other: Quote) -> bool:
    return other.speaker is None or one.speaker == other.speaker


def _also_in(quote: Quote, other: Quote) -> Quote:
    article = other.version.article
    if article.id in (quote.version.article.id, *quote.also_in):
        return quote
    return replace(
        quote,
        also_in=(*quote.also_in, article.id),
        also_in_sources=(*quote.also_in_sources, article.source),
    )


def _proposed(view: View, words: TopicWords, scope: Scope) -> tuple[list[PassageHandle], int, frozenset[str]]:
    """Return passages that may hold words on the topic, about how many more there are, and the words of none."""
    holding = frequencies(view, words.terms)
    missing = frozenset(word for word in words.ways[0] if not holding[word])
    found: dict[PassageHandle, None] = {}
    unread = 0
    for way in words.ways:
        if not all(holding[word] for word in way):
            continue
        # Every passage on the topic stands in an article with its rarest word: where few enough hold that, none is
        # missed.
        rarest = min(sorted(way), key=lambda word: holding[word])
        complete = holding[rarest] <= MOST_PASSAGES
        looked_for = [form for word in ([rarest] if complete else sorted(way)) for form in forms_of(word)]
        found |= dict.fromkeys(handle for handle, _ in view.lexical(looked_for, scope, MOST_PASSAGES))
        unread += 0 if complete else holding[rarest] - MOST_PASSAGES
        missing = frozenset()
    return list(found), unread, missing


def _counted(view: View, scope: Scope) -> tuple[int, int]:
    """Return how many articles a scope allows, and how many it leaves out because they have no date."""
    if scope.everything:
        return view.corpus().articles, 0
    inside = sum(1 for _ in view.articles(scope))
    if scope.since is None and scope.until is None:
        return inside, 0
    return inside, sum(1 for _ in view.articles(Scope(sources=scope.sources), undated=True))
