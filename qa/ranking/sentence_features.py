"""Measure what each candidate sentence holds of a question: matrices with a row for each sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.datatypes import StoredPassage, Vectors, Version, VersionHandle
from qa.language.terms import located_terms
from qa.ranking.question import AnalysedQuestion, AnswerType

Flags = NDArray[np.bool_]
Floats = NDArray[np.float32]

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_TIME = re.compile(
    r"\b(?:1[0-9]|20)\d\d(?:s\b|\b)|\b\d{3,4} ?(?:BC|AD|BCE|CE)\b|\b(?:"
    + _MONTHS
    + r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.? \d"
    r"|\d (?:"
    + _MONTHS
    + r")\b|\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|\b\d+(?:st|nd|rd|th) century\b",
    re.I,
)
_MONTH_NAME = re.compile(
    r"\b(?:January|February|March|April|June|July|August|September|October|November|December)\b"
)
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen|half|twice|third|quarter|single|several)s?\b",
    re.I,
)
_REASON = re.compile(
    r"\b(?:because|due to|since|so that|in order to|as a result|result(?:ed|s|ing) (?:in|from)|"
    r"caus(?:e|ed|es|ing)|reasons?|led to|lead(?:s|ing)? to|therefore|thus|owing to|thanks to|after)\b",
    re.I,
)
_PLACE = re.compile(r"\b(?:in|at|near|from|to|of|on|into|between|outside)(?: the)? [A-Z][a-z]")
_CAPITAL_WORD = re.compile(r"(?<![.!?“\"‘'\n] )(?<!^)\b[A-Z][\w’'-]+", re.M)
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_LEANS = re.compile(
    r"[\"“‘'(\[]*(?:he|she|it|they|him|his|her|hers|its|their|this|these|those|that|such|there|here|both|"
    r"the (?:former|latter|same|other)|another|however|but|also|then|therefore|thus|instead|meanwhile|"
    r"moreover|furthermore|additionally|nevertheless)\b",
    re.I,
)
_NEGATION = re.compile(r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b", re.I)


_ALIKE = 5
"""How many letters, from the beginning, two words must share to count as alike."""
_PAIR_WITHIN = 3
"""How many words after the first term of a pair the second may come."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """All sentences of the candidate passages, stacked: S rows, T question terms, P term pairs.

    `hits` (S, T): the term occurs; `exact` (S, T): in the very form the question has; `pairs` (S, P): the
    pair occurs in order, at most two words apart. `title` (N, T) and `passage` (S,) index by passage.
    `first` and `last` (S,) bound the rows of the sentence's passage.
    """

    hits: Flags
    exact: Flags
    alike: Flags
    """(S, T): the term occurs, or a word that begins like it: "inventor" for "invented"."""
    pairs: Flags
    words: Floats
    new_names: Floats
    has_type: Flags
    numbers: Flags
    negated: Flags
    asks: Flags
    leans: Flags
    """Begins with a word that needs the sentence before: he, this, such, however."""
    opens: Flags
    """Opens a paragraph inside its passage."""
    tight: Floats
    """The share of hits among the words from the first hit to the last; 0 with fewer than two hits."""
    new_digits: Floats
    """Numbers that the question does not hold."""
    new_type: Flags
    """Holds something of the asked kind that the question itself does not hold."""
    dense: Floats
    vectors: Vectors
    passage: NDArray[np.int64]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    title: Flags
    passage_words: Floats
    term_counts: Floats
    """(S, T): how often each term occurs in the sentence."""
    places: NDArray[np.int64]
    """(H, 3): row, offset in the article and term of every occurrence of a question term."""
    counts: Floats
    """(N, T): how often each term occurs in title and passage, for BM25."""


def _has_type(kind: AnswerType, text: str, new_names: int) -> bool:
    match kind:
        case AnswerType.PERSON:
            return new_names > 0
        case AnswerType.TIME:
            return bool(_TIME.search(text) or _MONTH_NAME.search(text))
        case AnswerType.NUMBER:
            return bool(_NUMBER.search(text))
        case AnswerType.PLACE:
            return bool(_PLACE.search(text))
        case AnswerType.REASON:
            return bool(_REASON.search(text))
        case _:
            return True


def _is_new(question: AnalysedQuestion, sentence: str) -> bool:
    if question.answer_type not in (AnswerType.TIME, AnswerType.NUMBER):
        return True
    found = {number.replace(",", "") for number in _DIGITS.findall(sentence)}
    return bool(found - set(question.numbers)) or (not found and not question.numbers)


def measure(
    question: AnalysedQuestion, passages: Sequence[StoredPassage], versions: Mapping[VersionHandle, Version]
) -> Sentences:
    """Measure each sentence of the passages against the question."""
    return _Measuring(question, passages, versions).measured()


class _Measuring:
    """Fills the arrays of `Sentences`, passage by passage and sentence by sentence."""

    def __init__(
        self,
        question: AnalysedQuestion,
        passages: Sequence[StoredPassage],
        versions: Mapping[VersionHandle, Version],
    ) -> None:
        self._question, self._passages, self._versions = question, passages, versions
        self._index = {found: position for position, found in enumerate(question.terms)}
        self._starts_like = {term[:_ALIKE]: at for term, at in self._index.items() if len(term) >= _ALIKE}
        self._pair_index = {pair: position for position, pair in enumerate(question.pairs)}
        self._number_index = {number: position for position, number in enumerate(question.numbers)}
        self._titles: dict[VersionHandle, tuple[list[int], int]] = {}
        self._places: list[tuple[int, int, int]] = []
        self._allocate(sum(len(p.passage.sentences) for p in passages), len(question.terms))

    def _allocate(self, total: int, width: int) -> None:
        self.hits, self.exact, self.alike = (np.zeros((total, width), bool) for _ in range(3))
        self.term_counts = np.zeros((total, width), np.float32)
        self.pairs = np.zeros((total, max(1, len(self._pair_index))), bool)
        self.numbers = np.zeros((total, max(1, len(self._number_index))), bool)
        self.has_type, self.new_type, self.negated = (np.zeros(total, bool) for _ in range(3))
        self.asks, self.leans, self.opens = (np.zeros(total, bool) for _ in range(3))
        self.words, self.tight = np.zeros(total, np.float32), np.zeros(total, np.float32)
        self.new_names, self.new_digits = np.zeros(total, np.float32), np.zeros(total, np.float32)
        self.owner, self.first, self.last = (np.zeros(total, np.int64) for _ in range(3))
        self.starts, self.ends = np.zeros(total, np.int64), np.zeros(total, np.int64)
        self.title = np.zeros((len(self._passages), width), bool)
        self.counts = np.zeros((len(self._passages), width), np.float32)
        self.passage_words = np.zeros(len(self._passages), np.float32)

    def measured(self) -> Sentences:
        row = 0
        for n, stored in enumerate(self._passages):
            self._measure_passage(n, stored, row)
            row += len(stored.passage.sentences)
        vectors = (
            np.concatenate([p.sentence_vectors for p in self._passages])
            if row
            else np.zeros((0, len(self._question.vector)), np.float32)
        )
        return Sentences(
            hits=self.hits, exact=self.exact, alike=self.hits | self.alike, pairs=self.pairs, words=self.words,
            new_names=self.new_names, has_type=self.has_type, numbers=self.numbers, negated=self.negated,
            asks=self.asks, leans=self.leans, opens=self.opens, tight=self.tight, new_digits=self.new_digits,
            new_type=self.new_type, dense=(vectors @ self._question.vector).astype(np.float32), vectors=vectors,
            passage=self.owner, first=self.first, last=self.last, starts=self.starts, ends=self.ends,
            title=self.title, passage_words=self.passage_words,
            places=np.asarray(self._places, np.int64).reshape(-1, 3),
            term_counts=self.term_counts, counts=self.counts,
        )  # fmt: skip

    def _measure_passage(self, n: int, stored: StoredPassage, begin: int) -> None:
        article = self._versions[stored.version_key].article
        in_title, length = self._title(stored.version_key, article.title)
        self.title[n, in_title] = True
        np.add.at(self.counts[n], in_title, 1)
        stop = begin + len(stored.passage.sentences)
        for row, (start, end) in enumerate(stored.passage.sentences, begin):
            self.owner[row], self.first[row], self.last[row] = n, begin, stop - 1
            self.starts[row], self.ends[row] = start, end
            self.opens[row] = row > begin and "\n" in article.text[int(self.ends[row - 1]) : start]
            sentence = article.text[start:end]
            self._match_terms(row, sentence)
            self._describe(row, sentence)
            length += int(self.words[row])
        self.passage_words[n] = length

    def _title(self, version: VersionHandle, title: str) -> tuple[list[int], int]:
        """Return which of the question's terms a title holds, once for each time, and how many words it has."""
        if version not in self._titles:
            located = located_terms(title)
            held = [self._index[found] for _, _, found in located if found in self._index]
            self._titles[version] = held, len(located)
        return self._titles[version]

    def _match_terms(self, row: int, sentence: str) -> None:
        """Note how a sentence holds the question's terms: alike, exact, in pairs, close together."""
        start, n = int(self.starts[row]), int(self.owner[row])
        located = located_terms(sentence)
        self.words[row] = len(located)
        recent: list[tuple[int, int]] = []
        met: list[int] = []
        for place, (s, e, found) in enumerate(located):
            position = self._index.get(found)
            if position is None:
                position = self._starts_like.get(found[:_ALIKE])
                if position is not None:
                    self.alike[row, position] = True
                continue
            met.append(place)
            self.hits[row, position] = True
            self._places.append((row, start + s, position))
            self.counts[n, position] += 1
            self.term_counts[row, position] += 1
            if sentence[s:e].casefold() == self._question.surfaces[position]:
                self.exact[row, position] = True
            recent = [(at, other) for at, other in recent if place - at <= _PAIR_WITHIN]
            for _, other in recent:
                pair = self._pair_index.get((other, position))
                if pair is not None:
                    self.pairs[row, pair] = True
            recent.append((place, position))
        if len(met) > 1:
            self.tight[row] = len(met) / (met[-1] - met[0] + 1)

    def _describe(self, row: int, sentence: str) -> None:
        """Note what a sentence holds that the question asks for or does not have: names, numbers, negations."""
        question = self._question
        capitals = _CAPITAL_WORD.finditer(sentence)
        fresh = sum(1 for match in capitals if match[0].casefold() not in question.surfaces)
        self.new_names[row] = fresh
        self.has_type[row] = _has_type(question.answer_type, sentence, fresh)
        self.new_type[row] = self.has_type[row] and _is_new(question, sentence)
        self.leans[row] = bool(_LEANS.match(sentence))
        self.negated[row] = bool(_NEGATION.search(sentence))
        self.asks[row] = sentence.rstrip("\"”’') ").endswith("?")
        for number in _DIGITS.findall(sentence):
            at = self._number_index.get(number.replace(",", ""))
            if at is not None:
                self.numbers[row, at] = True
            else:
                self.new_digits[row] += 1
