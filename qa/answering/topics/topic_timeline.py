"""Show what there is on a topic in order of time: "a timeline of the strike"."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from qa.answering.topics.browsed_topic import quotes_of_article
from qa.answering.topics.topic_cover import TopicWords
from qa.answering.topics.words_on_topic import topic_words, versions_on
from qa.answers import Quote
from qa.archive.protocol import View
from qa.datatypes import Scope, Version
from qa.settings import MAX_QUOTES
from qa.understanding.line import in_words

_OFTEN = 3
"""How many sentences of an article on a topic mention it, where the title does not."""
_FEW = 4
"""Fewer articles than these make no timeline: then those count, too, that only mention the topic."""
MOST_READ = 500
"""How many articles are read; where more hold the words, nothing is said of all days."""


class TopicTimeline(NamedTuple):
    """Quotes on a topic, oldest first, one of an article and a day; `note` says of which days there are any."""

    quotes: tuple[Quote, ...]
    note: str


def topic_timeline(view: View, topic: str, scope: Scope) -> TopicTimeline | None:
    """Return what the dated articles on a topic say of it, spread over their days; None where there is nothing.

    An article that only mentions it tells of something else, and counts only where few others are on it.
    """
    words = topic_words(view, topic)
    if words is None:
        return None
    keys = sorted(versions_on(view, words, scope), key=str)
    versions = list(view.versions(keys[:MOST_READ]).values())
    dated = [each for each in versions if each.article.day is not None]
    dated.sort(key=lambda each: (each.article.date or "", each.uid))
    about = [each for each in dated if _is_about(each, words)]
    if len(about) < _FEW:
        about = dated
    days = [list(same) for _, same in groupby(about, key=lambda each: each.article.day)]
    firsts = [quote for same in days if (quote := _first(view, same, words)) is not None]
    if not firsts:
        return None
    first, last = (firsts[at].version.article.day for at in (0, -1))
    spanning = f"{in_words(first)} to {in_words(last)}" if first and last and first != last else ""
    number = f"{len(firsts):,} days" if len(firsts) > 1 else "1 day"
    which = "Articles on this" if len(dated) == len(versions) else "The dated articles on this"
    note = f"{which} are of {number}{f', {spanning}' if spanning else ''}."
    if len(keys) > MOST_READ:
        note = f"More articles hold these words: {MOST_READ:,} of them were read."
    if len(firsts) > MAX_QUOTES:
        step = (len(firsts) - 1) / (MAX_QUOTES - 1)
        firsts = [firsts[round(step * place)] for place in range(MAX_QUOTES)]
    return TopicTimeline(tuple(firsts), note)


def _is_about(version: Version, words: TopicWords) -> bool:
    cover = words.in_article(version.article)
    return cover.is_titled() or sum(cover.stands_in(*each) for each in cover.sentences()) >= _OFTEN


def _first(view: View, versions: list[Version], words: TopicWords) -> Quote | None:
    """Return what the first article of a day that says something on a topic says first."""
    said = view.attributions([each.key for each in versions])
    for version in versions:
        found = quotes_of_article(version, words.in_article(version.article), said[version.key])
        if found:
            return found[0]
    return None
