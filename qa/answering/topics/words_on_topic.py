"""Find all of somebody's words on a topic, by the records: the one rule of what counts as X's words on Y.

Every list of somebody's words comes from here, and so does every claim that there are none. No vector is needed, and
nothing is ranked.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from qa.answering.topics.topic_cover import CoveredArticle, TopicWords
from qa.answering.topics.topic_forms import forms_of, other_ways, same_word
from qa.answering.topics.whose_words import whose_words, with_nameless
from qa.answers import QuestionKind, Quote, Understanding
from qa.archive.protocol import Said, View
from qa.archive.speaker_lookup import quote_of
from qa.datatypes import Attribution, AttributionKind, Scope, Span, Version, VersionHandle
from qa.language.spans import length
from qa.language.terms import content_terms
from qa.ranking.speaking import Asked

MOST_PASSAGES = 2_000
"""How many passages are read for a topic, or for a role: those that hold most of its words, where there are more."""
IN_PASSING = 0.6
"""The confidence below which reported words may be the narrator's."""
_MOSTLY = 0.5
_AT_ONCE = 20
"""How many articles are read together: who looks for the first of somebody's words need not read thousands."""

Belongs = Callable[[Attribution, str | None, str], bool]
"""Tell whether a record, with the archive's name of its speaker and the text of its article, is one to be listed."""
IsOn = Callable[[CoveredArticle, Attribution], bool]
"""Tell whether a record of an article is on the topic."""


def topic_words(view: View, topic: str | None) -> TopicWords | None:
    """Return the words of a topic in all their forms; None where it has none to look for."""
    if not topic or not content_terms(topic):
        return None
    return TopicWords.of(topic, other_ways(view, topic))


def asking_for(name: str) -> Understanding:
    """Return what asks for all words of a speaker of the archive, by the archive's name."""
    return Understanding(QuestionKind.SAID, "", "", speaker=name)


def words_of(view: View, understood: Understanding, scope: Scope, *, in_passing: bool = False) -> list[Quote]:
    """Return all words of who is asked for on the topic that is asked about, in no order, each place once.

    They are looked for under all names of a speaker, and in the words of those who speak for a body; without a topic
    they are all that they say.

    Args:
        scope: The dates and outlets that count; those of the question are not added.
        in_passing: Whether to keep what is reported in passing, too.
    """
    found = _words_of(view, understood, scope, _looked_for(view, understood.topic, scope))
    return [quote for quote in found if in_passing or not is_in_passing(quote)]


def words_beside(view: View, understood: Understanding, scope: Scope) -> list[Quote]:
    """Return the words of who is asked for that may be on the topic by where they stand, in no order."""
    topic = _looked_for(view, understood.topic, scope)
    found = _words_of(view, understood, scope, topic, CoveredArticle.may_be_on) if topic.words else ()
    return [quote for quote in found if not is_in_passing(quote)]


def with_words(view: View, names: Sequence[str], understood: Understanding, scope: Scope) -> list[str]:
    """Return which of several speakers have words on the topic that is asked about, as `words_of` finds them."""
    # Once for all: hundreds of companies may be meant by "Co".
    topic = _looked_for(view, understood.topic, scope)
    one = replace(understood, ambiguous=(), speaker_known=True)
    return [
        name
        for name in names
        if any(
            not is_in_passing(quote) for quote in _words_of(view, replace(one, speaker=name), scope, topic)
        )
    ]


class _LookedFor(NamedTuple):
    """The words of a topic, and the versions that hold them; None for both where there are none to look for."""

    words: TopicWords | None
    versions: Set[VersionHandle] | None


def _looked_for(view: View, topic: str | None, scope: Scope) -> _LookedFor:
    words = topic_words(view, topic)
    return _LookedFor(words, None if words is None else versions_on(view, words, scope))


def _words_of(
    view: View,
    understood: Understanding,
    scope: Scope,
    topic: _LookedFor,
    is_on: IsOn = CoveredArticle.holds,
) -> Iterator[Quote]:
    asked = whose_words(understood, view)
    if asked is None or asked.names is None:
        return
    keys = _speaking(view, asked, understood, scope)
    if topic.versions is not None:
        keys &= topic.versions
    if not keys:
        return
    asked = with_nameless(asked, understood, view, keys)
    yield from words_in(view, keys, topic.words, asked.owns, asked.known_by_name, is_on)


def are_others_on(view: View, understood: Understanding, scope: Scope) -> bool:
    """Return whether anybody else, known by name, has words on the topic of a question."""
    asked, words = whose_words(understood, view), topic_words(view, understood.topic)
    if asked is None or words is None:
        return False

    def is_anothers(record: Attribution, name: str | None, text: str) -> bool:
        return name is not None and not asked.owns(record, name, text)

    # One is enough: most often the first few articles have it.
    return any(True for _ in words_in(view, versions_on(view, words, scope), words, is_anothers))


def may_be_on(view: View, understood: Understanding, scope: Scope) -> bool:
    """Return whether who is asked for speaks in an article that has the most telling word of a topic, in any way of it.

    What the article's other words mean for theirs nobody can tell from records: that they say nothing on it is not
    proved there. A word that no article has, and that is no name, tells nothing: "ward queues" may be what all of
    them call the waiting lists of a ward.
    """
    asked, words = whose_words(understood, view), topic_words(view, understood.topic)
    if asked is None or words is None:
        return False
    holding = frequencies(view, words.terms)
    small = " ".join(word for word in (understood.topic or "").split() if word.islower())
    plain = set(map(same_word, content_terms(small)))
    told = [{word for word in way if holding[word] or word not in plain} or way for way in words.ways]
    rarest = {min(sorted(way), key=lambda word: holding[word]) for way in told if way}
    keys = view.versions_holding([[form] for word in sorted(rarest) for form in forms_of(word)], scope)
    return not _speaking(view, asked, understood, scope).isdisjoint(keys)


def words_in(
    view: View,
    handles: Iterable[VersionHandle],
    words: TopicWords | None,
    belongs: Belongs,
    spoken_by: Collection[str] | None = None,
    is_on: IsOn = CoveredArticle.holds,
) -> Iterator[Quote]:
    """Yield the quotes on a topic of some articles, in no order; each place once. Articles are read some at a time.

    Args:
        spoken_by: If given, only what these speakers of the archive say, or who speaks for them, may belong.
    """
    keys = list(handles)
    for at in range(0, len(keys), _AT_ONCE):
        versions = view.versions(keys[at : at + _AT_ONCE])
        said = view.attributions(versions, spoken_by=spoken_by)
        for key, version in versions.items():
            yield from _words_in(version, said[key], words, belongs, is_on)


def _words_in(
    version: Version, said: Iterable[Said], words: TopicWords | None, belongs: Belongs, is_on: IsOn
) -> Iterable[Quote]:
    own = [each for each in said if belongs(*each, version.article.text)]
    cover = words.in_article(version.article) if words and own else None
    best: dict[Span, Quote] = {}
    for record, name in own:
        if cover is not None and not is_on(cover, record):
            continue
        quote = quote_of(version, record, name)
        place = quote.start, quote.end
        if place not in best or quote.confidence > best[place].confidence:
            best[place] = quote
    return best.values()


def is_in_passing(quote: Quote) -> bool:
    """Return whether somebody's words are only reported in passing, so that the quote is the narrator's.

    "Three days before Quill, who has vowed to raise fares, takes office" is.
    """
    record = quote.attribution
    if record is None or record.kind is not AttributionKind.INDIRECT or record.confidence >= IN_PASSING:
        return False
    return length(record.content) < _MOSTLY * (quote.end - quote.start)


def _speaking(view: View, asked: Asked, understood: Understanding, scope: Scope) -> set[VersionHandle]:
    """Return the versions that may hold words of who is asked for."""
    keys = view.versions_spoken_in(asked.names or (), scope)
    phrases = [sorted(asked.role), [word.term for word in asked.introduced]]
    phrases += [content_terms(understood.described or "")]
    for terms in filter(None, phrases):
        hits = view.lexical(terms, scope, MOST_PASSAGES)
        keys |= set(view.versions_of([handle for handle, _ in hits]))
    return keys


def versions_on(view: View, words: TopicWords, scope: Scope) -> set[VersionHandle]:
    """Return the versions that hold all words of a topic in one of its ways, in any form."""
    ways = ([forms_of(term) for term in sorted(way)] for way in words.ways)
    return {version for way in ways for version in view.versions_with_all(way, scope)}


def frequencies(view: View, words: Collection[str]) -> dict[str, int]:
    """Return how many passages hold each of some terms in any of its forms."""
    of = {word: forms_of(word) for word in words}
    counts = view.document_frequency([form for forms in of.values() for form in forms])
    return {word: sum(counts.get(form, 0) for form in forms) for word, forms in of.items()}
