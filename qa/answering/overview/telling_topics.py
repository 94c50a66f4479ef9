"""Find what articles are about, at all times and at some more than at others, by counting articles."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa.answering.overview.sample import ReadArticle
from qa.answering.overview.topics import topics
from qa.language.lexicon.word_families import irregular_pasts
from qa.language.terms import terms

OPENING = 1_200
"""How many characters of an article are read: what it is about stands in its title and its first paragraphs."""
MOST_TOPICS = 12
MOST_OF_A_PERIOD = 4
LEAST = 2
"""In how many articles a topic must stand."""
NOUN = 0.6
"""What an article with a noun counts beside one with a name: every archive has many with "government"."""

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TopicCount:
    """A name or a noun as most articles write it, and how many of the articles that were read have it."""

    words: str
    articles: int


def topics_over_time(
    read: Sequence[ReadArticle],
) -> tuple[tuple[TopicCount, ...], dict[str, tuple[TopicCount, ...]]]:
    """Return the topics of most articles, and by period those that it has more often than the whole archive.

    Of a period a topic counts by its articles there, times the logarithm of how much larger its share of the articles
    is there than in all.
    """
    in_all: Counter[Key] = Counter()
    in_period: dict[str, Counter[Key]] = defaultdict(Counter)
    written: dict[Key, Counter[str]] = defaultdict(Counter)
    sizes = Counter(article.period for article in read)
    for article in read:
        own = dict(_topics(article))
        in_all.update(own.keys())
        if article.period is not None:
            in_period[article.period].update(own.keys())
        for key, words in own.items():
            written[key][words] += 1

    def shown(counts: Counter[Key], weights: dict[Key, float], most: int) -> tuple[TopicCount, ...]:
        ranked = sorted(weights, key=lambda key: (-weights[key], key))
        found: list[Key] = []
        for key in ranked:
            # "Ada Quill" says what "Quill" says.
            if len(found) < most and not any({*key} <= {*other} or {*other} <= {*key} for other in found):
                found.append(key)
        return tuple(TopicCount(_most_written(written[key]), counts[key]) for key in found)

    def weight(key: Key) -> float:
        return 1 if _most_written(written[key])[0].isupper() else NOUN

    overall = {key: count * weight(key) for key, count in in_all.items() if count >= LEAST}
    of_period = {}
    for period, counts in in_period.items():
        weights = {
            key: count * math.log(count / sizes[period] * len(read) / in_all[key])
            for key, count in counts.items()
            if count >= LEAST
        }
        more = {key: weight for key, weight in weights.items() if weight > 0}
        of_period[period] = shown(counts, more, MOST_OF_A_PERIOD)
    return shown(in_all, overall, MOST_TOPICS), of_period


def _topics(article: ReadArticle) -> Iterator[tuple[Key, str]]:
    text = article.version.article.text
    # The title's capitals say nothing: in many outlets every word has one.
    for topic in topics(text, 0, min(len(text), OPENING)):
        words = topic.text.removeprefix("the ")
        key = tuple(terms(words))
        if key and words not in irregular_pasts():
            yield key, words


def _most_written(forms: Counter[str]) -> str:
    return max(forms, key=lambda form: (forms[form], form))
