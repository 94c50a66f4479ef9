"""Find what an archive has on a topic that was typed without a question: "school meals", "latest on the ferries"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from qa.answering.topics.everything_on_topic import distinct, newest_first
from qa.answering.topics.topic_cover import CoveredArticle, TopicWords
from qa.answering.topics.topic_forms import forms_of
from qa.answering.topics.words_on_topic import (
    MOST_PASSAGES,
    asking_for,
    frequencies,
    is_in_passing,
    topic_words,
    words_of,
)
from qa.answers import Quote, Understanding
from qa.archive.credits import one_a_credit
from qa.archive.protocol import Said, View
from qa.archive.quote_lookup import SaidInOrder, in_whole_sentences
from qa.archive.speaker_lookup import quote_of
from qa.datatypes import Scope, Speaker, Version, VersionHandle
from qa.language.near_duplicates import repeats
from qa.settings import MAX_QUOTES
from qa.speakers.linking import known_speaker

_OF_ONE_ARTICLE = 2
"""The most quotes of one article that ranking did not choose: a live page would fill the list."""
_OFTEN = 3
"""How often an article has the rarest word of a topic that is about it, where the title has not."""
_AT_ONCE = 20
"""How many articles are read before it is looked whether there are enough quotes."""
_MOST_READ = 200


class _Topic(NamedTuple):
    words: TopicWords
    rarest: str
    person: Speaker | None
    """Whom the topic names: all that they say belongs to it."""


def quotes_on_topic(
    view: View, understood: Understanding, scope: Scope, ranked: Sequence[Quote], confidence: float
) -> list[Quote]:
    """Return the quotes on all of a browsed topic: the ranked ones first, or the newest if these are asked for.

    Every one has the topic's words, in itself, around somebody's words, or some of them in the title. What ranking did
    not choose is found by these words, in the whole archive.

    Args:
        confidence: That of the first ranked quote.
    """
    topic = _topic_of(view, understood.topic or "")
    if topic is None:
        return []
    newest = understood.order == "newest" and view.corpus().first_date is not None
    versions = {quote.version.key: quote.version for quote in ranked}
    covers = {key: topic.words.in_article(version.article) for key, version in versions.items()}
    kept = [quote for quote in ranked if _is_on(quote, covers[quote.version.key], topic)]
    # No model weighed what was found by its words alone.
    sure = min((quote.confidence for quote in kept), default=confidence)
    found = [replace(quote, confidence=sure) for quote in _found(view, topic, scope, covers, newest=newest)]
    if newest:
        about = [quote for quote in kept if _is_about(covers[quote.version.key], topic)]
        kept = about if about or found else kept
    kept += [quote for quote in found if not any(_same(quote, other) for other in kept)]
    return _by_date(kept)[:MAX_QUOTES] if newest else kept[:MAX_QUOTES]


def _topic_of(view: View, typed: str) -> _Topic | None:
    """Return a topic of which every word stands somewhere in the archive; None for any other."""
    words = topic_words(view, typed)
    holding = frequencies(view, words.terms) if words is not None else {}
    if words is None or not any(all(holding[word] for word in way) for way in words.ways):
        return None
    speaker = known_speaker(typed, view)
    person = speaker if speaker is not None and speaker.kind == "person" else None
    return _Topic(words, min(sorted(words.ways[0]), key=lambda word: holding[word]), person)


def _is_on(quote: Quote, cover: CoveredArticle, topic: _Topic) -> bool:
    record = quote.attribution
    if topic.person is not None and quote.speaker == topic.person.name:
        return True
    return (
        cover.is_only_titled()
        or cover.stands_in(quote.start, quote.end)
        or (record is not None and cover.holds(record))
    )


def _is_about(cover: CoveredArticle, topic: _Topic) -> bool:
    """Return whether an article is about a topic, and does not only mention it once."""
    # "Ivo Quill" stands once in it, and "Quill" ten times.
    often = max(len(cover.places.get(topic.rarest, ())), len(cover.surname)) >= _OFTEN
    return topic.rarest in cover.title or often


def _found(
    view: View, topic: _Topic, scope: Scope, covers: Mapping[VersionHandle, CoveredArticle], *, newest: bool
) -> list[Quote]:
    """Return quotes on a topic from the articles that hold its words, the newest of those about it or the best.

    Args:
        covers: Articles in which the topic's words are located already.
    """
    found: list[Quote] = []
    if topic.person is not None:
        own = newest_first(words_of(view, asking_for(topic.person.name), scope))[:MAX_QUOTES]
        found += map(in_whole_sentences, own)
    for version, said in _articles(view, topic, scope, newest=newest):
        cover = covers.get(version.key) or topic.words.in_article(version.article)
        if not newest or _is_about(cover, topic):
            found += quotes_of_article(version, cover, said)[:_OF_ONE_ARTICLE]
        if len(found) >= 2 * MAX_QUOTES:
            break
    return distinct(found) if newest else found


def _articles(
    view: View, topic: _Topic, scope: Scope, *, newest: bool
) -> Iterator[tuple[Version, Sequence[Said]]]:
    wanted = [topic.rarest] if newest else sorted(topic.words.terms)
    hits = view.lexical([form for word in wanted for form in forms_of(word)], scope, MOST_PASSAGES)
    passages = view.passages([handle for handle, _ in hits])
    keys = list(dict.fromkeys(passage.version_key for passage in passages))
    versions = view.versions(keys)
    if newest:
        keys.sort(key=lambda key: versions[key].uid)
        keys.sort(key=lambda key: versions[key].article.date or "", reverse=True)
    for first in range(0, min(len(keys), _MOST_READ), _AT_ONCE):
        some = keys[first : first + _AT_ONCE]
        said = view.attributions(some)
        yield from ((versions[key], said[key]) for key in some)


def quotes_of_article(version: Version, cover: CoveredArticle, said: Sequence[Said]) -> list[Quote]:
    """Return quotes on a topic from one article: its first sentence that is, then what people say."""
    titled = cover.is_only_titled()
    said_here = (
        quote_of(version, record, name) for record, name in one_a_credit(said) if cover.holds(record)
    )
    people = [in_whole_sentences(quote) for quote in said_here if not is_in_passing(quote)]
    spoken = SaidInOrder(said)
    told = next(
        (
            Quote(version, start, end, 1.0)
            for start, end in cover.sentences()
            if (titled or cover.stands_in(start, end)) and not spoken.touching(start, end)
        ),
        None,
    )
    apart = [quote for quote in people if told is None or not quote.overlaps(told)]
    return [*([told] if told else []), *apart]


def _by_date(quotes: list[Quote]) -> list[Quote]:
    """Put quotes in order of date, newest first, undated last; those of one article in the order they have."""
    return sorted(quotes, key=lambda quote: quote.version.article.date or "", reverse=True)


def _same(one: Quote, other: Quote) -> bool:
    return one.overlaps(other) or repeats(one.text, other.text)
