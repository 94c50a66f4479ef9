"""Make probes that the archive answers: from attributions, from plain statements, and as key words."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest

from qa.answering.overview.topics import Topic, topics
from qa.archive.protocol import View
from qa.calibration.probe import Probe, asked
from qa.calibration.rewording import questions_from
from qa.datatypes import Attribution, Span, Version
from qa.language.sentences import split
from qa.language.terms import OFTEN, content_terms, terms

MAX_ARTICLES = 2_000
"""The most articles, drawn at random, that are read."""

_PER_ARTICLE = 6
_SURE = 0.5
"""The confidence from which an attribution is taken as true."""
_SHORTEST = 30
"""The fewest characters of somebody's words that are asked for."""
_NEAR = 1 / 3
"""The share, among probes for somebody's words, of those whose topic is beside the words and not in them."""
_MAIN_TERMS = 6
_COMMON = 0.1
"""The share of the passages from which a topic is too common to ask about."""
_STATEMENTS = 0.6
"""The share of statements among probes about content, if there are enough; the rest is key words."""


class AnswerableProbes:
    """Makes probes from the articles of an archive, which it reads in random order."""

    def __init__(self, snapshot: View, chance: random.Random) -> None:
        self._snapshot = snapshot
        self._chance = chance
        self._uids = [line.uid for line in snapshot.articles()]
        chance.shuffle(self._uids)
        self._many = max(3.0, _COMMON * snapshot.corpus().passages)

    def said(self, want: int) -> list[Probe]:
        """Return probes that ask speakers about topics of their words, or of the articles that quote them."""
        near = self._spread(self._said_near, round(_NEAR * want))
        spoken = self._spread(self._said_in, want - len(near))
        return self._chance.sample([*spoken, *near], len(spoken) + len(near))

    def content(self, want: int) -> list[Probe]:
        """Return probes that ask what a statement answers, or type some of its words as into a search box."""
        stated = self._spread(self._statements_in, round(_STATEMENTS * want))
        typed = self._spread(self._words_in, want - len(stated))
        return self._chance.sample([*stated, *typed], len(stated) + len(typed))

    def _spread(self, make: Callable[[Version], Iterable[Probe]], want: int) -> list[Probe]:
        """Collect probes until there are enough, the first of every article before the second of any."""
        by_article: list[list[Probe]] = []
        total = 0
        for uid in self._uids[:MAX_ARTICLES]:
            for version in self._snapshot.find_articles(uid)[:1]:
                made = list(make(version))
                self._chance.shuffle(made)
                by_article.append(made[:_PER_ARTICLE])
                total += len(by_article[-1])
            # Three times as many, so that not every probe comes from an article with many quotes.
            if total >= 3 * want:
                break
        return [probe for row in zip_longest(*by_article) for probe in row if probe is not None][:want]

    def _said_in(self, version: Version) -> Iterator[Probe]:
        text = version.article.text
        for record, name in self._snapshot.attributions([version.key])[version.key]:
            if name is None or not _asks_well(record):
                continue
            about = [
                topic
                for span in record.content
                for topic in topics(text, *span)
                if not set(terms(topic.text)) & set(terms(name))
            ]
            for topic in self._telling(about)[:2]:
                blank = Probe(
                    "", True, version.article.id, record.start, record.end, speaker=name, way="attribution"
                )
                yield asked(self._chance, blank, topic.text)

    def _said_near(self, version: Version) -> Iterator[Probe]:
        """Yield probes whose topic is not in the words asked for, but before them in the paragraph or in the title."""
        text, title = version.article.text, version.article.title
        counts = Counter(content_terms(text))
        often = [
            topic
            for topic in topics(title, 0, len(title))
            if all(counts[term] >= OFTEN for term in content_terms(topic.text))
        ]
        for record, name in self._snapshot.attributions([version.key])[version.key]:
            if name is None or not _asks_well(record):
                continue
            own = {*terms(name), *(t for start, end in record.content for t in terms(text[start:end]))}
            start = text.rfind("\n", 0, record.start) + 1
            before = topics(text, start, record.start) if record.start > start else []
            about = [topic for topic in (*often, *before) if not own & set(content_terms(topic.text))]
            for topic in self._telling(about)[:1]:
                blank = Probe(
                    "", True, version.article.id, record.start, record.end, speaker=name, way="near words"
                )
                yield asked(self._chance, blank, topic.text)

    def _statements_in(self, version: Version) -> Iterator[Probe]:
        text = version.article.text
        main = self._main_terms(version)
        for start, end in self._unspoken(version):
            for made in questions_from(text[start:end]):
                asked_for = content_terms(made.question)
                counts = self._snapshot.document_frequency(asked_for)
                # Without a word that few passages have, anything would answer it.
                if counts and min(counts.values()) <= self._many / 2 and main & set(asked_for):
                    article = version.article.id
                    topic = made.name or None
                    yield Probe(made.question, True, article, start, end, topic=topic, way="statement")

    def _words_in(self, version: Version) -> Iterator[Probe]:
        text = version.article.text
        main = self._main_terms(version)
        sentences = [span for span in self._unspoken(version) if main & set(terms(text[slice(*span)]))]
        for start, end in self._chance.sample(sentences, min(2, len(sentences))):
            words = [topic for topic in topics(text, start, end) if self._telling([topic])]
            # What the article is about comes first, as it does when people type.
            words.sort(key=lambda topic: not main & set(terms(topic.text)))
            if len(words) >= 3 and main & set(terms(words[0].text)):
                typed = " ".join(topic.text.removeprefix("the ") for topic in words[:4])
                yield Probe(typed, True, version.article.id, start, end, way="key words")

    def _main_terms(self, version: Version) -> set[str]:
        """Return the words that an article is about: people ask about those, and less about side matters."""
        counts = Counter(content_terms(version.article.text))
        often = {term: count for term, count in counts.items() if count > 1}
        rarity = self._snapshot.document_frequency(often)
        worth = {term: count / (1 + math.log1p(rarity[term])) for term, count in often.items()}
        most = sorted(worth, key=lambda term: (-worth[term], term))[:_MAIN_TERMS]
        return {*most, *content_terms(version.article.title)}

    def _unspoken(self, version: Version) -> list[Span]:
        """Return the sentences in which nobody is quoted."""
        records = self._snapshot.attributions([version.key])[version.key]
        said = [span for record, _ in records for span in record.content]
        return [
            span
            for paragraph in split(version.article.text)
            for span in paragraph.sentences
            if not any(start < span[1] and end > span[0] for start, end in said)
        ]

    def _telling(self, found: Sequence[Topic]) -> list[Topic]:
        """Return the topics that tell passages apart, in random order."""
        kept = []
        for topic in found:
            counts = self._snapshot.document_frequency(content_terms(topic.text))
            if counts and 0 < min(counts.values()) <= self._many:
                kept.append(topic)
        return self._chance.sample(kept, len(kept))


def _asks_well(record: Attribution) -> bool:
    return (
        record.confidence >= _SURE
        and record.polarity == "said"
        and not record.ambiguous
        and not record.second_hand
        and record.end - record.start >= _SHORTEST
    )
