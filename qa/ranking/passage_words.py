"""Keep in memory what the sentences of a passage hold, whatever is asked: their terms, capitals, numbers and form.

It follows from an article's text alone, so it is kept by the hash of that text, across questions and libraries. Strings
are kept as numbers: comparing all words of all candidates with a question's is then a few operations on arrays.
"""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from qa.datatypes import Article, Span, StoredPassage, Version, VersionHandle
from qa.language.patterns import regex
from qa.language.terms import located_terms

Flags = NDArray[np.bool_]
Numbers = NDArray[np.int32]

MOST_PASSAGES = 8_000
"""The most passages that are kept: about 35 MB of those of news, whose passages have 4 kB each."""
MOST_STRINGS = 300_000
"""The most strings that have a number: about 35 MB. With more, everything kept is dropped and begins again."""
ALIKE = 5
"""How many letters, from the beginning, two words must share to count as alike."""
ABSENT = -1
"""The number of no string."""

# The capital is looked for first: what stands before it takes several steps at each character.
_CAPITAL_WORD = regex(r"(?=[A-Z])(?<![.!?“\"‘'\n] )(?<!^)\b[A-Z][\w’'-]+", re.M)
_DIGITS = regex(r"\d+(?:[.,]\d+)*")
_LEANS = regex(
    r"[\"“‘'(\[]*(?:he|she|it|they|him|his|her|hers|its|their|this|these|those|that|such|there|here|both|"
    r"the (?:former|latter|same|other)|another|however|but|also|then|therefore|thus|instead|meanwhile|"
    r"moreover|furthermore|additionally|nevertheless)\b",
    re.I,
)
# The letters that a negation begins with are in front, since they are quicker to look for.
_NEGATION = regex(
    r"(?-i:(?=[ncwNCW]))(?:\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b)",
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


class _Numbers(dict[str, int]):
    """A number for each string, given when it is first looked up."""

    def __missing__(self, string: str) -> int:
        number = self[string] = len(self)
        return number


class _Alike(dict[str, int]):
    """The number of the first letters of each term, `ABSENT` of one that is too short."""

    def __init__(self, numbers: _Numbers) -> None:
        super().__init__()
        self._numbers = numbers

    def __missing__(self, term: str) -> int:
        number = self[term] = self._numbers[term[:ALIKE]] if len(term) >= ALIKE else ABSENT
        return number


class KnownStrings:
    """Numbers for strings, and the passages and titles whose words are given by these numbers."""

    def __init__(self) -> None:
        self._numbers = _Numbers()
        self._alike = _Alike(self._numbers)
        self._passages: OrderedDict[tuple[str, Span], PassageWords] = OrderedDict()
        self._titles: OrderedDict[str, Numbers] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._numbers)

    def of(self, strings: Iterable[str]) -> Numbers:
        """Return the numbers of strings, `ABSENT` for those that no text had yet."""
        return np.asarray([self._numbers.get(each, ABSENT) for each in strings], np.int32)

    def passages(
        self, passages: Sequence[StoredPassage], versions: Mapping[VersionHandle, Version]
    ) -> list[PassageWords]:
        """Return the words of each passage."""
        with self._lock:
            return [self._passage(stored, versions[stored.version_key]) for stored in passages]

    def titles(self, versions: Iterable[Version]) -> list[Numbers]:
        """Return the numbers of the terms of each version's title, in order."""
        with self._lock:
            return [self._title(version) for version in versions]

    def _passage(self, stored: StoredPassage, version: Version) -> PassageWords:
        passage = stored.passage
        key = version.sha256, (passage.start, passage.end)
        found = self._passages.get(key)
        if found is None or found.sentences != passage.sentences:
            found = self._read(version.article, passage.sentences)
            self._passages[key] = found
            if len(self._passages) > MOST_PASSAGES:
                self._passages.popitem(last=False)
        self._passages.move_to_end(key)
        return found

    def _title(self, version: Version) -> Numbers:
        found = self._titles.get(version.sha256)
        if found is None:
            held = [self._numbers[term] for _, _, term in located_terms(version.article.title)]
            found = self._titles[version.sha256] = np.asarray(held, np.int32)
            if len(self._titles) > MOST_PASSAGES:
                self._titles.popitem(last=False)
        self._titles.move_to_end(version.sha256)
        return found

    def _read(self, article: Article, sentences: tuple[Span, ...]) -> PassageWords:
        number, alike = self._numbers, self._alike
        # A list for each row of the array: a tuple for each word takes several times as long.
        words: tuple[list[int], ...] = ([], [], [], [], [], [])
        of, places, offsets, terms, alikes, surfaces = words
        capitals: list[tuple[int, int]] = []
        digits: list[tuple[int, int]] = []
        opens, leans, negated, asks = (np.zeros(len(sentences), bool) for _ in range(4))
        before = 0
        for at, (start, end) in enumerate(sentences):
            sentence = article.text[start:end]
            found = located_terms(sentence)
            of += [at] * len(found)
            places += range(len(found))
            offsets += [start + s for s, _, _ in found]
            terms += [number[term] for _, _, term in found]
            alikes += [alike[term] for _, _, term in found]
            if sentence.isascii():
                small = sentence.lower()
                surfaces += [number[small[s:e]] for s, e, _ in found]
            else:
                surfaces += [number[sentence[s:e].casefold()] for s, e, _ in found]
            capitals += [(at, number[found.casefold()]) for found in _CAPITAL_WORD.findall(sentence)]
            digits += [(at, number[found.replace(",", "")]) for found in _DIGITS.findall(sentence)]
            opens[at] = at > 0 and "\n" in article.text[before:start]
            leans[at] = bool(_LEANS.match(sentence))
            negated[at] = bool(_NEGATION.search(sentence))
            asks[at] = sentence.rstrip("\"”’') ").endswith("?")
            before = end
        return PassageWords(
            sentences, np.array(words, np.int32), _columns(capitals), _columns(digits),
            opens, leans, negated, asks,
        )  # fmt: skip


def _columns(rows: Sequence[tuple[int, int]]) -> Numbers:
    return np.ascontiguousarray(np.asarray(rows, np.int32).reshape(-1, 2).T)


class _Current:
    """The strings that all questions of this process share, replaced as a whole when there are too many."""

    def __init__(self) -> None:
        self._strings = KnownStrings()

    def strings(self) -> KnownStrings:
        if len(self._strings) > MOST_STRINGS:
            self._strings = KnownStrings()
        return self._strings


_CURRENT = _Current()


def known_strings() -> KnownStrings:
    """Return what is kept. A question uses one answer of this throughout: another may have other numbers."""
    return _CURRENT.strings()
