"""Tell whether somebody's words that were found are on something else than the topic that was asked about."""

from __future__ import annotations

import re

from qa.answering.objections.missing_terms import has_stranger, lacks_topic, lacks_word_of_statement
from qa.answering.spans.by_speaker import label_of
from qa.answering.spans.candidates import Considered
from qa.answering.topics.topic_cover import TopicWords
from qa.datatypes import Article, Attribution, Span
from qa.language.patterns import regex
from qa.ranking.features import AT
from qa.ranking.selecting import Chosen

_POINTS_BACK = regex(r"\b(?:it|its|they|them|their|this|these|those)\b", re.IGNORECASE)
"""Words that may mean what the paragraph before is on: "Quill called it a lock without a door"."""
_PART_OF = regex(r"((?:[a-z’'-]+\s+){1,4})of\s+(\S.*)", needs="of")
"""A topic of two, a whole and what of it is asked for: "the cost of the pier"."""


def is_on_something_else(considered: Considered, chosen: Chosen, topic: str | None) -> bool:
    """Return whether the words of a span are on something else, or their article is.

    "The Dene treaty" is no other treaty, and what an article says of Quill Foods is nothing on "Quill Foods' dividend"
    where it has no such word. The cost of a boat is not "the cost of the pier", which another paragraph names. "Quill
    conceded that she had kept the phone" is nothing on the bill that the next paragraph names. And what nobody who is
    known reports is another's: "According to notes on a call with Quill, Brandt said it".
    """
    if not topic:
        return False
    retrieved, found = considered.retrieved, considered.found
    version = retrieved.passages[int(found.passage[chosen.row])].version_key
    article = retrieved.versions[version].article
    if has_stranger(f"on {topic}", article) or lacks_topic(topic, article):
        return True
    if lacks_word_of_statement(topic, article):
        return True
    features, label = found.features[chosen.row], label_of(retrieved, found, chosen.row)
    span = int(found.starts[chosen.row]), int(found.ends[chosen.row])
    if label is None:
        return False
    nobodys = label[1] is None and not considered.retrieved.understood.speaker_is_role
    if nobodys and label[0].second_hand:
        return True
    parts = match.groups() if (match := _PART_OF.fullmatch(topic)) else ()
    if any(_is_named_only_elsewhere(part, article, span, label[0]) for part in parts):
        return True
    if features[AT["cover_span"]] > 0 or features[AT["cover_title"]] > 0:
        return False
    cover = TopicWords.of(topic).in_article(article)
    # "They fear for their boats. The ferries come last": what a pronoun means has been named before it.
    if _POINTS_BACK.search(article.text, *span) and cover.is_named_before(span[0]):
        return False
    return not cover.holds(label[0])


def _is_named_only_elsewhere(part: str, article: Article, span: Span, record: Attribution) -> bool:
    """Return whether an article names a part of a topic, and not where somebody's words are, nor on top.

    What it names nowhere, it may say in other words: "the pier costs too much" is on "the price of the pier". So it may
    where it has only a word of the part: "the pier's lack of use" is not named by what names the pier.
    """
    cover = TopicWords.of(part).in_article(article)
    is_named = any(way <= cover.places.keys() for way in cover.words.ways)
    if not is_named or cover.is_headed() or cover.stands_in(*span) or cover.is_named_before(span[0]):
        return False
    return not cover.holds(record)
