"""Tell whether somebody's words that were found are on something else than the topic that was asked about."""

from __future__ import annotations

import re

from qa.answering.candidates import Considered
from qa.answering.strangers import has_stranger, lacks_topic
from qa.answering.topic_cover import TopicWords
from qa.answering.whose import label_of
from qa.language.patterns import regex
from qa.ranking.features import AT
from qa.ranking.selecting import Chosen

_POINTS_BACK = regex(r"\b(?:it|its|they|them|their|this|these|those)\b", re.IGNORECASE)
"""Words that may mean what the paragraph before is on: "Quill called it a lock without a door"."""


def is_on_something_else(considered: Considered, chosen: Chosen, topic: str | None) -> bool:
    """Return whether the words of a span are on something else, or their article is.

    "The Dene treaty" is no other treaty, and what an article says of Quill Foods is nothing on "Quill Foods' dividend"
    where it has no such word. "Quill conceded that she had kept the phone" is nothing on the bill that the next
    paragraph names.
    """
    if not topic:
        return False
    retrieved, found = considered.retrieved, considered.found
    version = retrieved.passages[int(found.passage[chosen.row])].version_key
    article = retrieved.versions[version].article
    if has_stranger(f"on {topic}", article) or lacks_topic(topic, article):
        return True
    features, label = found.features[chosen.row], label_of(retrieved, found, chosen.row)
    if features[AT["cover_span"]] > 0 or features[AT["cover_title"]] > 0 or label is None:
        return False
    if _POINTS_BACK.search(article.text, int(found.starts[chosen.row]), int(found.ends[chosen.row])):
        return False
    return not TopicWords.of(topic).in_article(article).holds(label[0])
