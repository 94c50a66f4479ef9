"""Measure what each candidate sentence holds of a question: matrices with a row for each sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from qa.datatypes import StoredPassage, Vectors, Version, VersionHandle
from qa.language.lexicon.calendar import DAYS, MONTH_NAMES
from qa.language.patterns import regex
from qa.ranking.passage_words import known_strings
from qa.ranking.question import AnalysedQuestion, AnswerType
from qa.ranking.sentence_words import ABSENT, ALIKE

Flags = NDArray[np.bool_]
Floats = NDArray[np.float32]
_Integers = NDArray[np.integer[Any]]

_MONTHS = "|".join(MONTH_NAMES)
_TIME = regex(
    r"\b(?:1[0-9]|20)\d\d(?:s\b|\b)|\b\d{3,4} ?(?:BC|AD|BCE|CE)\b|\b(?:"
    + _MONTHS
    + r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.? \d"
    r"|\d (?:" + _MONTHS + rf")\b|\b(?:{'|'.join(DAYS)})\b|\b\d+(?:st|nd|rd|th) century\b",
    re.I,
)
# "May" is left out: it is a verb and a surname too.
_MONTH_NAME = regex(rf"\b(?:{'|'.join(name.title() for name in MONTH_NAMES if name != 'may')})\b")
_NUMBER = regex(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen|half|twice|third|quarter|single|several)s?\b",
    re.I,
)
_REASON = regex(
    r"\b(?:because|due to|since|so that|in order to|as a result|result(?:ed|s|ing) (?:in|from)|"
    r"caus(?:e|ed|es|ing)|reasons?|led to|lead(?:s|ing)? to|therefore|thus|owing to|thanks to|after)\b",
    re.I,
)
_PLACE = regex(r"\b(?:in|at|near|from|to|of|on|into|between|outside)(?: the)? [A-Z][a-z]")
_PAIR_WITHIN = 3
"""How many words after the first term of a pair the second may come."""
_PATTERNS: Mapping[AnswerType, tuple[re.Pattern[str], ...]] = {
    AnswerType.TIME: (_TIME, _MONTH_NAME),
    AnswerType.NUMBER: (_NUMBER,),
    AnswerType.PLACE: (_PLACE,),
    AnswerType.REASON: (_REASON,),
}
"""What a sentence matches, at least one of them, that holds something of the kind that is asked for."""


class Sentences(NamedTuple):
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


def measure(
    question: AnalysedQuestion, passages: Sequence[StoredPassage], versions: Mapping[VersionHandle, Version]
) -> Sentences:
    """Measure each sentence of the passages against the question."""
    return _Measuring(question, passages, versions).measured()


class _Measuring:
    """Fills the arrays of `Sentences`, for all passages at once."""

    def __init__(
        self,
        question: AnalysedQuestion,
        passages: Sequence[StoredPassage],
        versions: Mapping[VersionHandle, Version],
    ) -> None:
        self._question, self._passages, self._versions = question, passages, versions
        self._strings = known_strings()
        self._words = self._strings.passages(passages, versions)
        lengths = [len(p.passage.sentences) for p in passages]
        self._begins = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
        self._total, self._width = int(self._begins[-1]), len(question.terms)
        self._owner = np.repeat(np.arange(len(passages)), lengths)

    def measured(self) -> Sentences:
        spans = np.asarray([span for p in self._passages for span in p.passage.sentences], np.int64).reshape(
            -1, 2
        )
        vectors = (
            np.concatenate([p.sentence_vectors for p in self._passages])
            if self._total
            else np.zeros((0, len(self._question.vector)), np.float32)
        )
        return Sentences(
            **self._held(),
            **self._described(),
            dense=(vectors @ self._question.vector).astype(np.float32),
            vectors=vectors,
            passage=self._owner,
            first=self._begins[:-1][self._owner],
            last=self._begins[1:][self._owner] - 1,
            starts=spans[:, 0],
            ends=spans[:, 1],
        )

    def _held(self) -> dict[str, Any]:
        """Return how sentences hold the question's terms: alike, exact, in pairs, close together."""
        rows, place, offset, term, first_letters, surface = self._stacked("words")
        starts_like = {term[:ALIKE]: at for at, term in enumerate(self._question.terms) if len(term) >= ALIKE}
        at = self._places_in(term, self._question.terms)
        near = self._places_in(first_letters, starts_like, list(starts_like.values()))
        alike = np.zeros((self._total, self._width), bool)
        others = np.flatnonzero((at == ABSENT) & (near != ABSENT))
        alike[rows[others], near[others]] = True
        held = np.flatnonzero(at != ABSENT)
        row, at, place = rows[held], at[held], place[held]
        hits, exact = (np.zeros((self._total, self._width), bool) for _ in range(2))
        hits[row, at] = True
        same = self._strings.of(self._question.surfaces)[at] == surface[held]
        exact[row[same], at[same]] = True
        term_counts = np.zeros((self._total, self._width), np.float32)
        np.add.at(term_counts, (row, at), 1)
        words = np.bincount(rows, minlength=self._total).astype(np.float32)
        title, counts, passage_words = self._titles()
        np.add.at(counts, (self._owner[row], at), 1)
        np.add.at(passage_words, self._owner, words)
        return {
            "hits": hits,
            "exact": exact,
            "alike": hits | alike,
            "pairs": self._pairs(row, place, at),
            "tight": _tight(row, place, self._total),
            "words": words,
            "term_counts": term_counts,
            "places": np.stack([row, offset[held].astype(np.int64), at], axis=1),
            "title": title,
            "counts": counts,
            "passage_words": passage_words,
        }

    def _described(self) -> dict[str, Any]:
        """Return what sentences hold that the question asks for or does not have: names, numbers, negations."""
        question, kind = self._question, self._question.answer_type
        row, capital = self._stacked("capitals")
        fresh = row[self._places_in(capital, question.surfaces) == ABSENT]
        new_names = np.bincount(fresh, minlength=self._total).astype(np.float32)
        row, digits = self._stacked("digits")
        at = self._places_in(digits, question.numbers)
        known = np.flatnonzero(at != ABSENT)
        numbers = np.zeros((self._total, max(1, len(question.numbers))), bool)
        numbers[row[known], at[known]] = True
        new_digits = np.bincount(row[at == ABSENT], minlength=self._total).astype(np.float32)
        has_type = new_names > 0 if kind is AnswerType.PERSON else self._matching(kind)
        # A time or a number answers where the question itself does not hold it.
        fits = np.ones(self._total, bool)
        if kind in (AnswerType.TIME, AnswerType.NUMBER):
            without = np.bincount(row, minlength=self._total) == 0
            fits = (new_digits > 0) | (without & (not question.numbers))
        return {
            "new_names": new_names,
            "has_type": has_type,
            "new_type": has_type & fits,
            "numbers": numbers,
            "new_digits": new_digits,
            **{name: self._flags(name) for name in ("opens", "leans", "negated", "asks")},
        }

    def _stacked(self, name: str) -> tuple[_Integers, ...]:
        """Return the columns of what all passages hold, with the row of each sentence in front."""
        parts: list[NDArray[np.int32]] = [getattr(each, name) for each in self._words]
        if not parts:
            return tuple(np.zeros((6 if name == "words" else 2, 0), np.int32))
        sentence, *others = np.concatenate(parts, axis=1)
        return sentence + np.repeat(self._begins[:-1], [part.shape[1] for part in parts]), *others

    def _flags(self, name: str) -> Flags:
        return np.concatenate([np.zeros(0, bool), *(getattr(each, name) for each in self._words)])

    def _places_in(
        self, numbers: _Integers, strings: Iterable[str], places: Sequence[int] | None = None
    ) -> NDArray[np.int64]:
        """Return the place of each numbered string among some strings, `ABSENT` where it is not among them."""
        wanted = self._strings.of(strings)
        own = np.arange(len(wanted)) if places is None else np.asarray(places, np.int64)
        # The last of equal strings stands for them, as in a dictionary; one that no text has is nowhere.
        order = np.argsort(wanted, kind="stable")
        wanted, own = wanted[order], own[order]
        if not len(wanted):
            return np.full(len(numbers), ABSENT)
        at = np.searchsorted(wanted, numbers, "right") - 1
        return np.where((at >= 0) & (wanted[at] == numbers) & (numbers != ABSENT), own[at], ABSENT)

    def _titles(self) -> tuple[Flags, Floats, Floats]:
        """Return which of the question's terms each passage's title holds, how often, and how many words it has."""
        found = self._strings.titles(self._versions[p.version_key] for p in self._passages)
        title = np.zeros((len(found), self._width), bool)
        counts = np.zeros((len(found), self._width), np.float32)
        lengths = [len(each) for each in found]
        row = np.repeat(np.arange(len(found)), lengths)
        at = self._places_in(np.concatenate([np.zeros(0, np.int32), *found]), self._question.terms)
        held = np.flatnonzero(at != ABSENT)
        title[row[held], at[held]] = True
        np.add.at(counts, (row[held], at[held]), 1)
        return title, counts, np.asarray(lengths, np.float32)

    def _pairs(self, row: _Integers, place: _Integers, at: _Integers) -> Flags:
        """Return which pairs of the question's terms stand in order in each sentence, close enough."""
        index = np.full((self._width, self._width), ABSENT)
        for number, (before, after) in enumerate(self._question.pairs):
            index[before, after] = number
        pairs = np.zeros((self._total, max(1, len(self._question.pairs))), bool)
        # Hits are in order: no more than `_PAIR_WITHIN` of them can follow one closely enough.
        for apart in range(1, _PAIR_WITHIN + 1):
            first, second = slice(0, max(0, len(row) - apart)), slice(apart, None)
            close = (row[first] == row[second]) & (place[second] - place[first] <= _PAIR_WITHIN)
            pair = index[at[first], at[second]]
            found = np.flatnonzero(close & (pair != ABSENT))
            pairs[row[first][found], pair[found]] = True
        return pairs

    def _matching(self, kind: AnswerType) -> Flags:
        """Return which sentences hold something of a kind, by patterns; all of them, for a kind without."""
        if kind not in _PATTERNS:
            return np.ones(self._total, bool)
        for stored, words in zip(self._passages, self._words, strict=True):
            if kind.value not in words.matches:
                text = self._versions[stored.version_key].article.text
                found = [
                    any(pattern.search(text[start:end]) for pattern in _PATTERNS[kind])
                    for start, end in words.sentences
                ]
                words.matches[kind.value] = np.asarray(found, bool)
        return np.concatenate([np.zeros(0, bool), *(words.matches[kind.value] for words in self._words)])


def _tight(row: _Integers, place: _Integers, total: int) -> Floats:
    """Return the share of hits among the words from the first hit to the last of each sentence, in order of rows."""
    tight = np.zeros(total, np.float32)
    found, first, count = np.unique(row, return_index=True, return_counts=True)
    several = count > 1
    found, first, count = found[several], first[several], count[several]
    tight[found] = count / (place[first + count - 1] - place[first] + 1)
    return tight
