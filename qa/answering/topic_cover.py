"""Find out whether somebody's words are on a topic: by the topic's words in them and around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from qa.archive.quote_lookup import LONGEST_SURROUNDINGS
from qa.datatypes import Article, Attribution, Span
from qa.language.sentences import split
from qa.language.terms import content_terms, located_terms

SENTENCES_BEFORE = 2
"""How many sentences before somebody's words may say what they are about; of those after it is one."""


@dataclass(frozen=True, slots=True)
class TopicWords:
    """The terms of a topic; `terms` are distinct, `phrase` has them as they follow each other."""

    terms: tuple[str, ...]
    phrase: tuple[str, ...]

    @classmethod
    def of(cls, topic: str, terms: Sequence[str]) -> TopicWords:
        return cls(tuple(terms), tuple(content_terms(topic)))

    def in_article(self, article: Article) -> CoveredArticle:
        """Locate the topic's words in an article."""
        text = article.text
        places: dict[str, list[int]] = defaultdict(list)
        # Where the last word stands in capitals, as a surname does that is given in full elsewhere in the article.
        capital: list[int] = []
        before: list[tuple[str, bool]] = []
        in_full = False
        for start, _, term in located_terms(text):
            is_capital = text[start].isupper()
            if term in self.terms:
                places[term].append(start)
                if term == self.phrase[-1] and is_capital:
                    capital.append(start)
            before = [*before[1 - len(self.phrase) :], (term, is_capital)] if len(self.phrase) > 1 else []
            in_full = in_full or before == [(word, True) for word in self.phrase]
        title = frozenset(content_terms(article.title))
        paragraphs = split(text)
        sentences = [each for paragraph in paragraphs for each in paragraph.sentences]
        paragraph_of = [number for number, each in enumerate(paragraphs) for _ in each.sentences]
        surname = tuple(capital) if in_full else ()
        return CoveredArticle(text, self, dict(places), surname, title, sentences, paragraph_of)


@dataclass(frozen=True, slots=True)
class CoveredArticle:
    """Where an article holds the words of a topic.

    `surname` are the places of the topic's last word, where the article gives the topic in full as a name.
    """

    text: str
    words: TopicWords
    places: dict[str, list[int]]
    surname: tuple[int, ...]
    title: frozenset[str]
    sentences: list[Span]
    paragraph_of: list[int]
    """The number of each sentence's paragraph."""

    def holds(self, record: Attribution) -> bool:
        """Return whether a record is on the topic.

        Its words, the names that they are about and the sentences around them hold every word of the topic; the title
        may have some of them, though not all. The last word of a name is enough where the article gives it in full.
        Whose words they are does not count: what Una Strand says is not about Una Strand.
        """
        start, end = self._around(record)
        speaker = record.mention or (0, 0)
        if _within(self.surname, start, end, speaker):
            return True
        wanted = {*self.words.terms}
        near = {term for term, places in self.places.items() if _within(places, start, end, speaker)}
        names = [target.name for target in record.targets if target.where in ("content", "paragraph")]
        near |= {term for name in names for term in content_terms(name)} & wanted
        return bool(near) and near | self.title >= wanted

    def stands_in(self, start: int, end: int) -> bool:
        """Return whether a span holds every word of the topic, of which the title may have some though not all."""
        if _within(self.surname, start, end, (0, 0)):
            return True
        held = {term for term, places in self.places.items() if _within(places, start, end, (0, 0))}
        return bool(held) and held | self.title >= {*self.words.terms}

    def _around(self, record: Attribution) -> Span:
        """Return the span of the sentences with a record and of those beside it in their paragraph.

        A question in the paragraph before is one of them: what answers "What of the ferries?" is about the ferries.
        """
        first = bisect_right(self.sentences, (record.start, len(self.text))) - 1
        last = bisect_left(self.sentences, (record.end, 0)) - 1
        if first < 0:
            return record.start, record.end
        of = self.paragraph_of
        before = max(0, first - SENTENCES_BEFORE)
        while of[before] != of[first] and not (
            before + 1 < len(of) and of[before + 1] == of[first] and self._asks(before)
        ):
            before += 1
        after = last = max(first, last)
        if last + 1 < len(of) and of[last + 1] == of[last]:
            after += 1
        start, end = self.sentences[before][0], self.sentences[after][1]
        # A sentence may be a megabyte: what stands far from the words is not about them.
        return max(start, record.start - LONGEST_SURROUNDINGS), min(end, record.end + LONGEST_SURROUNDINGS)

    def _asks(self, sentence: int) -> bool:
        return self.text[self.sentences[sentence][1] - 1] == "?"


def _within(places: Sequence[int], start: int, end: int, leave_out: Span) -> bool:
    """Return whether a place lies between two offsets and outside another span."""
    at = bisect_left(places, start)
    while at < len(places) and places[at] < end:
        if not leave_out[0] <= places[at] < leave_out[1]:
            return True
        at = bisect_left(places, leave_out[1], at + 1)
    return False
