"""Find everything that is said on a topic: each record whose own words, or the paragraph around them, hold its words.

No vector is needed, and nothing is ranked: this is for a reader who wants all of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from qa.answering.topic_cover import TopicWords
from qa.archive.protocol import View
from qa.archive.speaker_lookup import quote_of
from qa.datatypes import Attribution, AttributionKind, PassageHandle, Quote, Scope, Version, VersionHandle
from qa.errors import UsageError
from qa.language.repeated_words import RepeatedWords
from qa.language.terms import content_terms

MOST_PASSAGES = 2_000
"""How many passages are read for a topic: those that hold most of its words, where there are more."""
IN_PASSING = 0.6
"""The confidence below which reported words may be the narrator's, so that they are nobody's quote."""


@dataclass(frozen=True, slots=True)
class Searched:
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
    wanted = tuple(dict.fromkeys(content_terms(topic)))
    if not wanted:
        raise UsageError(f"{topic!r} has no word to look for. Give a noun or a name.")
    holding = view.document_frequency(wanted)
    missing = tuple(word for word in wanted if not holding.get(word))
    handles, unread = ([], 0) if missing else _proposed(view, wanted, holding, scope)
    versions = view.versions({stored.version_key for stored in view.passages(handles)})
    quotes = _quotes(view, TopicWords.of(topic, wanted), versions.values())
    articles, undated = _counted(view, scope)
    search = Searched(articles, len(versions), wanted, missing, unread, undated)
    return OnTopic(topic, scope, tuple(newest_first(distinct(quotes))), search)


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
    for quote in sorted(quotes, key=lambda q: (q.speaker is None, not q.version.article.date, *_when(q))):
        same = next((place[n] for n in seen.like(quote.text) if _may_be_one(kept[place[n]], quote)), None)
        seen.add(quote.text)
        if same is None:
            place.append(len(kept))
            kept.append(quote)
        else:
            place.append(same)
            kept[same] = _also_in(kept[same], quote)
    return kept


def _when(quote: Quote) -> tuple[str, str, int]:
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


def _proposed(
    view: View, wanted: Sequence[str], holding: dict[str, int], scope: Scope
) -> tuple[list[PassageHandle], int]:
    """Return passages that may hold words on the topic, and about how many more there are."""
    # Every passage on the topic stands in an article with its rarest word: where few enough hold that, none is missed.
    rarest = min(wanted, key=lambda word: holding[word])
    complete = holding[rarest] <= MOST_PASSAGES
    hits = view.lexical([rarest] if complete else wanted, scope, MOST_PASSAGES)
    return [handle for handle, _ in hits], 0 if complete else holding[rarest] - MOST_PASSAGES


def _quotes(view: View, words: TopicWords, versions: Collection[Version]) -> list[Quote]:
    """Return the quotes on the topic of some articles, in no order; in each article every wording once."""
    found: list[Quote] = []
    said = view.attributions([version.key for version in versions])
    for version in versions:
        cover = words.in_article(version.article)
        best: dict[tuple[VersionHandle, int, int], Quote] = {}
        for record, name in said[version.key]:
            if not cover.holds(record) or in_passing(record):
                continue
            quote = quote_of(version, record, name)
            place = (version.key, quote.start, quote.end)
            if place not in best or quote.confidence > best[place].confidence:
                best[place] = quote
        found += best.values()
    return found


def in_passing(record: Attribution) -> bool:
    """Return whether reported words may be the narrator's: "he said to himself that it would rain"."""
    return record.kind is AttributionKind.INDIRECT and record.confidence < IN_PASSING


def _counted(view: View, scope: Scope) -> tuple[int, int]:
    """Return how many articles a scope allows, and how many it leaves out because they have no date."""
    if scope.everything:
        return view.corpus().articles, 0
    inside = sum(1 for _ in view.articles(scope))
    if scope.since is None and scope.until is None:
        return inside, 0
    return inside, sum(1 for _ in view.articles(Scope(sources=scope.sources), undated=True))
