"""Find out whether somebody's words are on a topic: by the topic's words in them and around them."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import dropwhile, islice, takewhile

from qa.answering.topics.topic_forms import forms_of, same_word
from qa.archive.quote_lookup import LONGEST_SURROUNDINGS
from qa.attribution.speech.without_verbs.labels_alone import name_alone
from qa.datatypes import Article, Attribution, Span
from qa.language.lexicon.function_words import FUNCTION
from qa.language.patterns import regex
from qa.language.sections import sections
from qa.language.sentences import split
from qa.language.terms import content_terms
from qa.language.terms_among import words_among

SENTENCES_BEFORE = 2
"""How many sentences before somebody's words may say what they are about; of those after it is one."""
_OPENING = 2
"""How many of an article's first sentences say what it tells of."""
_LONGEST_LABEL = 80
"""The most characters of a line above an article, as a byline has them."""
_LABELS = 4
"""How many such lines may stand above it: a text may be nothing but short lines."""
_LONGEST_NAME = 6
"""The most words of a name with its titles."""
_LONGEST_PARAGRAPH = 12
"""The most sentences of a paragraph in which every name says what somebody's words are about."""
_BOLD = "*_"
"""What may close a question in Markdown: "**What of the ferry?**"."""
_POINTS_BACK = regex(r"\W*(?:[Ii]ts?|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose)\b")


@dataclass(frozen=True)
class TopicWords:
    """The terms of a topic, a nation and its adjective as one; `phrase` has those that were typed, in their order.

    Each of `ways` is a set of terms that says the topic: its own, and those with a body's short name for its long one.
    """

    ways: tuple[frozenset[str], ...]
    phrase: tuple[str, ...]

    @classmethod
    def of(cls, topic: str, ways: Collection[Collection[str]] = ()) -> TopicWords:
        """Return the words of a topic.

        Args:
            ways: Terms that say the topic as well, each all of them together.
        """
        phrase = tuple(map(same_word, content_terms(topic)))
        also = (frozenset(map(same_word, way)) for way in ways)
        return cls(tuple(dict.fromkeys((frozenset(phrase), *also))), phrase)

    @property
    def terms(self) -> frozenset[str]:
        """All terms of all ways."""
        return frozenset[str]().union(*self.ways)

    @cached_property
    def _forms(self) -> dict[str, str]:
        """The terms that are a word of the topic in any form, each with that word."""
        return {form: word for word in self.terms for form in forms_of(word) if same_word(form) == word}

    def in_article(self, article: Article) -> CoveredArticle:
        """Locate the topic's words in an article."""
        text, forms = article.text, self._forms
        places: dict[str, array[int]] = defaultdict(lambda: array("q"))
        # Where the last word stands in capitals, as a surname does that is given in full elsewhere in the article.
        capital = array("q")
        # Its last words in capitals, each with the number of words before it.
        recent: list[tuple[int, str]] = []
        in_full = False
        for number, start, _, found in words_among(text, forms.keys()):
            word, is_capital = forms[found], text[start].isupper()
            places[word].append(start)
            if word == self.phrase[-1] and is_capital:
                capital.append(start)
            if is_capital and not in_full and len(self.phrase) > 1:
                recent = [*recent[1 - len(self.phrase) :], (number, word)]
                first = number - len(self.phrase) + 1
                in_full = recent == list(enumerate(self.phrase, first))
        title = frozenset(map(same_word, content_terms(article.title)))
        return CoveredArticle(text, self, dict(places), capital if in_full else array("q"), title)


@dataclass(frozen=True)
class CoveredArticle:
    """Where an article holds the words of a topic.

    `surname` are the places of the topic's last word, where the article gives the topic in full as a name.
    """

    text: str
    words: TopicWords
    places: dict[str, array[int]]
    surname: array[int]
    title: frozenset[str]

    def sentences(self) -> Iterator[Span]:
        """Yield the sentences of the article, in order; those of a long text are not all held at once."""
        for first, last in sections(self.text):
            for paragraph in split(self.text[first:last]):
                yield from ((first + start, first + end) for start, end in paragraph.sentences)

    def holds(self, record: Attribution) -> bool:
        """Return whether a record is on the topic.

        Its words, the names that they are about and the sentences around them hold every word of the topic; the title
        may have some of them, though not all. The last word of a name is enough where the article gives it in full.
        Whose words they are does not count: what Una Strand says is not about Una Strand.
        """
        # Most need no sentences: they have the topic in themselves, or it is nowhere near.
        own = record.start, record.end
        if self._says_topic_in(own, record, ("content",)):
            return True
        farthest = own[0] - LONGEST_SURROUNDINGS, own[1] + LONGEST_SURROUNDINGS
        if not self._says_topic_in(farthest, record, ("content", "paragraph")):
            return False
        where = ("content", "paragraph") if self._is_in_short_paragraph(record) else ("content",)
        return self._says_topic_in(self._around(record), record, where)

    def _says_topic_in(self, span: Span, record: Attribution, where: Collection[str]) -> bool:
        """Return whether a span, but for a record's speaker, and the names in these places say the topic."""
        (start, end), speaker = span, record.mention or (0, 0)
        if _within(self.surname, start, end, speaker):
            return True
        near = {term for term, places in self.places.items() if _within(places, start, end, speaker)}
        if self._says_topic(near):
            return True
        names = [_words_of_name(target.name) for target in record.targets if target.where in where]
        return self._says_topic(near.union(*names))

    def may_be_on(self, record: Attribution) -> bool:
        """Return whether a record may be on the topic though it is not on it by its words and its paragraph.

        The article is headed with the topic, or the paragraph before has it and names who speaks, or it is a name in
        the sentences beside the record, of whatever paragraph: "This man lied to everybody," says the mayor, and the
        next paragraph says that he is Ivo Brandt.
        """
        if self.is_headed() or self._goes_on(record):
            return True
        sentences, _ = self._sentences_with_paragraphs
        first = bisect_right(sentences, (record.start, len(self.text))) - 1 - SENTENCES_BEFORE
        last = bisect_left(sentences, (record.end, 0)) - 1 + SENTENCES_BEFORE
        if not sentences:
            return False
        start, end = sentences[max(0, first)][0], sentences[min(max(0, last), len(sentences) - 1)][1]
        start, end = (
            max(start, record.start - LONGEST_SURROUNDINGS),
            min(end, record.end + LONGEST_SURROUNDINGS),
        )
        return _within(self.surname, start, end, record.mention or (0, 0))

    def _goes_on(self, record: Attribution) -> bool:
        """Return whether the paragraph before a record has the topic, and begins with who speaks or is pointed back to.

        "Quill had caught the fever in May.": “I said a prayer,” Quill says in the next paragraph. Or “It has gone.”
        """
        sentences, of = self._sentences_with_paragraphs
        at = bisect_right(sentences, (record.start, len(self.text))) - 1
        if at < 0 or record.speaker is None:
            return False
        first, last = bisect_left(of, of[at] - 1), bisect_left(of, of[at]) - 1
        if first > last:
            return False
        start, end = max(sentences[first][0], record.start - LONGEST_SURROUNDINGS), sentences[last][1]
        opening = takewhile(
            lambda word: word[0].isupper(), self.text[start:end].split(maxsplit=_LONGEST_NAME)
        )
        surname = content_terms(record.speaker)[-1:]
        theirs = surname == content_terms(" ".join(opening))[-1:] != []
        return self.stands_in(start, end) and (
            theirs or _POINTS_BACK.match(self.text, *record.content[0]) is not None
        )

    def is_named_before(self, at: int) -> bool:
        """Return whether a word of the topic stands in the sentences before a place, or in its own up to there."""
        sentences, _ = self._sentences_with_paragraphs
        first = max(0, bisect_right(sentences, (at, len(self.text))) - 1 - SENTENCES_BEFORE)
        begin = max(sentences[first][0], at - LONGEST_SURROUNDINGS) if sentences else at
        return any(_within(each, begin, at, (0, 0)) for each in self.places.values())

    def is_headed(self) -> bool:
        """Return whether the title has all of the topic, or with the first sentences: of that the article tells.

        Those of a name do not count: who speaks of Harwick says so, and of an accident that "the lights went out".
        """
        if self.is_titled():
            return True
        told = dropwhile(self._is_label, islice(self.sentences(), _LABELS + _OPENING))
        first = [span for span in islice(told, _OPENING) if span[1] <= LONGEST_SURROUNDINGS]
        # "The pier is shut. “The ferry is next,” Brandt said": of what he speaks the article need not tell.
        first = [span for span in first if span == first[0] or self.text[span[0]] not in '"“']
        if not first or not self.stands_in(first[0][0], first[-1][1]):
            return False
        begin, end = first[0][0], first[-1][1]
        inside = {place for places in self.places.values() for place in places if begin <= place < end}
        return all(self.text[place].islower() for place in inside - {start for start, _ in first})

    def _is_label(self, sentence: Span) -> bool:
        """Return whether a sentence is a line above a text that tells nothing: "By Ada Quill", "Dene Post".

        "Tram derails in Dene" tells what the article is about.
        """
        start, end = sentence
        if end - start > _LONGEST_LABEL or not self.text[end - 1].isalnum():
            return False
        words = self.text[start:end].split()
        return not any(word[0].islower() and word not in FUNCTION for word in words)

    def is_titled(self) -> bool:
        """Return whether the title has all words of the topic."""
        return any(way <= self.title for way in self.words.ways)

    def is_only_titled(self) -> bool:
        """Return whether only the title has the topic's words: then all of the article is on it, in other words."""
        return not self.places and self.is_titled()

    def stands_in(self, start: int, end: int) -> bool:
        """Return whether a span holds every word of the topic, of which the title may have some though not all."""
        if _within(self.surname, start, end, (0, 0)):
            return True
        held = {term for term, places in self.places.items() if _within(places, start, end, (0, 0))}
        return self._says_topic(held)

    def names_topic_in(self, start: int, end: int) -> bool:
        """Return whether a span holds every word of the topic itself, whatever the title has."""
        held = {term for term, places in self.places.items() if _within(places, start, end, (0, 0))}
        return _within(self.surname, start, end, (0, 0)) or any(way <= held for way in self.words.ways)

    def _says_topic(self, near: set[str]) -> bool:
        return any(way <= near | self.title and not way.isdisjoint(near) for way in self.words.ways)

    def _around(self, record: Attribution) -> Span:
        """Return the span of the sentences with a record and of those beside it in their paragraph.

        Questions in the paragraph before are among them: what answers "What of the ferries?" is about the ferries.
        A line with only the speaker's label, as transcripts have it, belongs to the paragraph of the words.
        """
        sentences, of = self._sentences_with_paragraphs
        first = bisect_right(sentences, (record.start, len(self.text))) - 1
        last = bisect_left(sentences, (record.end, 0)) - 1
        if first < 0:
            return record.start, record.end
        opening = first - 1 if first and name_alone(self.text, sentences[first - 1]) else first
        before = max(0, opening - SENTENCES_BEFORE)
        own = of[first], of[opening]
        while not all(of[n] in own or self._asks(sentences[n]) for n in range(before, opening)):
            before += 1
        after = last = max(first, last)
        if last + 1 < len(of) and of[last + 1] == of[last]:
            after += 1
        start, end = sentences[before][0], sentences[after][1]
        # A sentence may be a megabyte: what stands far from the words is not about them.
        return max(start, record.start - LONGEST_SURROUNDINGS), min(end, record.end + LONGEST_SURROUNDINGS)

    @cached_property
    def _sentences_with_paragraphs(self) -> tuple[list[Span], list[int]]:
        """The sentences around records, and the number of each one's paragraph.

        Only a text in which somebody's words were looked for has records, and no long text is one.
        """
        paragraphs = split(self.text)
        sentences = [each for paragraph in paragraphs for each in paragraph.sentences]
        return sentences, [number for number, each in enumerate(paragraphs) for _ in each.sentences]

    def _is_in_short_paragraph(self, record: Attribution) -> bool:
        """Return whether the names in a record's paragraph are near it: a text may have come without line breaks."""
        sentences, of = self._sentences_with_paragraphs
        at = bisect_right(sentences, (record.start, len(self.text))) - 1
        if at < 0:
            return False
        return bisect_right(of, of[at]) - bisect_left(of, of[at]) <= _LONGEST_PARAGRAPH

    def _asks(self, sentence: Span) -> bool:
        return self.text[sentence[0] : sentence[1]].rstrip(_BOLD)[-1:] == "?"


@lru_cache(maxsize=10_000)
def _words_of_name(name: str) -> frozenset[str]:
    """Return the words of a name as those of a topic; the records of an article have most names in common."""
    return frozenset(map(same_word, content_terms(name)))


def _within(places: Sequence[int], start: int, end: int, leave_out: Span) -> bool:
    """Return whether a place lies between two offsets and outside another span."""
    at = bisect_left(places, start)
    while at < len(places) and places[at] < end:
        if not leave_out[0] <= places[at] < leave_out[1]:
            return True
        at = bisect_left(places, leave_out[1], at + 1)
    return False
