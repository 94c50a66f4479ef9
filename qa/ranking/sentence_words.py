"""Read what the sentences of passages hold, whatever is asked: their terms, capitals, numbers and form.

Strings are kept as numbers: comparing all words of all candidates with a question's is then a few operations on
arrays. The sentences of all passages that a question needs are read as one text, without a step of Python for each
word.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from qa.datatypes import Article, Span
from qa.language.lexicon.unreal import NEGATIVES
from qa.language.patterns import regex
from qa.language.terms import SHORT_FORMS, term
from qa.language.words_of_lines import Lines, Places

Flags = NDArray[np.bool_]
Numbers = NDArray[np.int32]

ALIKE = 5
"""How many letters, from the beginning, two words must share to count as alike."""
ABSENT = -1
"""The number of no string."""

_LEANS = regex(
    r"[\"“‘'(\[]*(?:he|she|it|they|him|his|her|hers|its|their|this|these|those|that|such|there|here|both|"
    r"the (?:former|latter|same|other)|another|however|but|also|then|therefore|thus|instead|meanwhile|"
    r"moreover|furthermore|additionally|nevertheless)\b",
    re.I,
)
# The letters that a negation begins with are in front, since they are quicker to look for.
_NEGATION = regex(
    rf"(?-i:(?=[ncwNCW]))(?:\b(?:{'|'.join(NEGATIVES)})\b|n['’]t\b)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class PassageWords:
    """What the n sentences of a passage hold; a sentence is called by its place in the passage.

    `words`, shape (6, words): for each word its sentence, its place in it, its offset in the article, and the numbers
    of its term, of the first letters of the term, and of the word itself in small letters. `capitals` and `digits`,
    shape (2, m): the sentence and the number of each capitalised word and of each number without its commas.
    """

    sentences: tuple[Span, ...]
    words: Numbers
    capitals: Numbers
    digits: Numbers
    opens: Flags
    leans: Flags
    negated: Flags
    asks: Flags
    matches: dict[str, Flags] = field(default_factory=dict)
    """For a pattern's name, which sentences match it; filled in when first asked for."""


class StringNumbers(dict[str, int]):
    """A number for each string, given when it is first looked up."""

    def __missing__(self, string: str) -> int:
        number = self[string] = len(self)
        return number

    def of(self, strings: Iterable[str]) -> Numbers:
        """Return the numbers of strings, `ABSENT` for those that no text had yet."""
        return np.asarray([self.get(each, ABSENT) for each in strings], np.int32)


class _Words(dict[str, int]):
    """For each word, where in `rows` the numbers of its term, of the term's first letters, and of itself begin."""

    def __init__(self, numbers: StringNumbers) -> None:
        super().__init__()
        self._numbers = numbers
        self.rows = array("i")

    def __missing__(self, word: str) -> int:
        row = self[word] = len(self)
        found = term(word)
        number = self._numbers[found] if found else ABSENT
        self.rows.extend((number, self.alike(found), self._numbers[word.casefold()]))
        return row

    def alike(self, found: str) -> int:
        """Return the number of the first letters of a term, `ABSENT` of one that is too short."""
        return self._numbers[found[:ALIKE]] if len(found) >= ALIKE else ABSENT


class SentenceReader:
    """Reads the sentences of passages, and numbers their strings. For one thread at a time."""

    def __init__(self) -> None:
        self.numbers = StringNumbers()
        self._words = _Words(self.numbers)

    def read(self, passages: Sequence[tuple[Article, tuple[Span, ...]]]) -> list[PassageWords]:
        """Return what the sentences of passages hold, which are given with their article."""
        if not passages:
            return []
        # A line break within a sentence is one to a width: no paragraph begins after it.
        texts = [
            article.text[start:end].replace("\n", " ")
            for article, sentences in passages
            for start, end in sentences
        ]
        lines = Lines(texts)
        tables = (
            self._located(lines, [start for _, sentences in passages for start, _ in sentences]),
            self._numbered(lines, *lines.capital_words, str.casefold),
            self._numbered(lines, *lines.numbers, _without_commas),
        )
        described = _described(passages, texts)
        counts = [len(sentences) for _, sentences in passages]
        borders = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        parts = [_parted(table, borders) for table in tables]
        flags = [[each.copy() for each in np.split(row, borders[1:-1])] for row in described]
        return [
            PassageWords(sentences, *own)
            for (_, sentences), *own in zip(passages, *parts, *flags, strict=True)
        ]

    def _located(self, lines: Lines, begins: Sequence[int]) -> Numbers:
        """Return the columns of `PassageWords.words`; `begins` are where the sentences begin in their articles."""
        rows = np.fromiter(map(self._words.__getitem__, lines.words), np.int64, len(lines.words))
        terms, alike, surfaces = np.frombuffer(self._words.rows, np.int32).reshape(-1, 3)[rows].T.copy()
        starts, ends = lines.starts, lines.ends
        # "U.S." is read as "US", but what stands there is "U.".
        for start, end in lines.dotted:
            for at in range(int(np.searchsorted(ends, start, "right")), int(np.searchsorted(starts, end))):
                surfaces[at] = self.numbers[lines.text[starts[at] : ends[at]].casefold()]
        kept = terms != ABSENT
        columns = [each[kept] for each in (lines.line_of(starts), starts, ends, terms, alike, surfaces)]
        kept = self._abbreviate(lines.text, *columns)
        sentence, starts, _, terms, alike, surfaces = (each[kept] for each in columns)
        place = np.arange(len(sentence)) - np.searchsorted(sentence, np.arange(len(begins)))[sentence]
        offsets = starts - lines.begins[sentence] + np.asarray(begins, np.int64)[sentence]
        return np.stack([sentence, place, offsets, terms, alike, surfaces]).astype(np.int32)

    def _abbreviate(
        self,
        text: str,
        sentence: NDArray[np.int64],
        starts: NDArray[np.int64],
        ends: NDArray[np.int64],
        terms: Numbers,
        alike: Numbers,
        surfaces: Numbers,
    ) -> Flags:
        """Make one word of "United States", in place; return which words are kept."""
        kept = np.ones(len(terms), bool)
        for pair, short in SHORT_FORMS.items():
            before, after = self.numbers.of(pair)
            two = (terms[:-1] == before) & (terms[1:] == after) & (sentence[:-1] == sentence[1:])
            for at in np.flatnonzero(two).tolist():
                terms[at], alike[at] = self.numbers[short], self._words.alike(short)
                surfaces[at] = self.numbers[text[starts[at] : ends[at + 1]].casefold()]
                kept[at + 1] = False
        return kept

    def _numbered(
        self, lines: Lines, starts: Places, found: Sequence[str], form: Callable[[str], str]
    ) -> Numbers:
        """Return the sentence and the number of each string that was found, in a form of it."""
        numbers = [self.numbers[form(each)] for each in found]
        return np.stack([lines.line_of(starts), np.asarray(numbers, np.int64)]).astype(np.int32)


def _without_commas(number: str) -> str:
    return number.replace(",", "")


def _parted(table: Numbers, borders: NDArray[np.int64]) -> list[Numbers]:
    """Return the columns of each passage, whose sentences are numbered from 0 on."""
    columns = np.searchsorted(table[0], borders).tolist()
    table[0] -= np.repeat(borders[:-1], np.diff(columns)).astype(np.int32)
    # Copies: the table of all would be kept as long as any part of it.
    return [table[:, low:high].copy() for low, high in pairwise(columns)]


def _described(
    passages: Sequence[tuple[Article, tuple[Span, ...]]], texts: Sequence[str]
) -> tuple[Flags, Flags, Flags, Flags]:
    """Return which sentences open a paragraph inside their passage, lean on the one before, negate and ask."""
    opens: list[bool] = []
    for article, sentences in passages:
        before = None
        for span in sentences:
            opens.append(before is not None and _opens_paragraph(article.text, before, span))
            before = span
    leans = [_LEANS.match(text) is not None for text in texts]
    negated = [_NEGATION.search(text) is not None for text in texts]
    asks = [text.rstrip("\"”’') ").endswith("?") for text in texts]
    return np.asarray(opens, bool), np.asarray(leans, bool), np.asarray(negated, bool), np.asarray(asks, bool)


def _opens_paragraph(text: str, before: Span, span: Span) -> bool:
    """Return whether a new paragraph begins with a sentence.

    Where one of the two goes over a line break, lines are broken to a width, and a break between them is no other.
    """
    gap = text[before[1] : span[0]].replace("\r", "")
    if gap != "\n":
        return "\n" in gap
    return "\n" not in text[before[0] : before[1]] and "\n" not in text[span[0] : span[1]]
