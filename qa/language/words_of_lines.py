"""Find the words of many sentences at once: what regular expressions find one after the other, by whole arrays.

A question reads some 10,000 words of its candidates. Each rule here looks at a character and those next to it, and
finds what its regular expression finds; a test compares the two on any text.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa.language.terms import DOTTED

Places = NDArray[np.int64]
_Flags = NDArray[np.bool_]
_Codes = NDArray[np.uint32]

_LETTER, _DIGIT, _OF_WORD, _UNKNOWN = np.uint8(1), np.uint8(2), np.uint8(4), np.uint8(8)


class _Kinds:
    """What kind of character each code is, looked up when it is first met."""

    def __init__(self) -> None:
        self._known = np.full(sys.maxunicode + 1, _UNKNOWN, np.uint8)

    def of(self, codes: _Codes) -> NDArray[np.uint8]:
        kinds = self._known[codes]
        unknown = codes[kinds == _UNKNOWN]
        if not len(unknown):
            return kinds
        # Not by np.unique: it imports numpy.ma, which takes longer than all of this.
        met = np.zeros(len(self._known), bool)
        met[unknown] = True
        new = np.flatnonzero(met)
        self._known[new] = [_kind(chr(code)) for code in new.tolist()]
        return self._known[codes]


def _kind(character: str) -> np.uint8:
    if character.isdecimal():
        return _DIGIT | _OF_WORD
    if character.isalnum():
        return _LETTER | _OF_WORD
    return _OF_WORD if character == "_" else np.uint8(0)


_KINDS = _Kinds()


class Lines:
    """Some texts, each in a line of its own, and their words.

    `begins` are where each begins in `text`, `starts` and `ends` the borders of each word there, as
    `qa.language.terms.split_words` gives them. `dotted` are the borders of what is like "U.S.".
    """

    def __init__(self, texts: Sequence[str]) -> None:
        # No text has a character before its first or after its last that could belong to it.
        self.text = "\n".join(["", *texts, ""])
        lengths = np.fromiter(map(len, texts), np.int64, len(texts))
        self.begins = np.cumsum(lengths + 1) - lengths
        self._codes = _codes(self.text)
        self._kinds = _KINDS.of(self._codes)
        self.dotted = self._find_dotted()
        closed, kinds = self._codes.copy(), self._kinds.copy()
        for start, end in self.dotted:
            # The dots are removed but the length stays: "US  ".
            letters = closed[start:end:2].copy()
            closed[start:end], kinds[start:end] = ord(" "), 0
            closed[start : start + len(letters)], kinds[start : start + len(letters)] = letters, _LETTER
        self._closed = closed.tobytes().decode("utf-32-le", "surrogatepass") if self.dotted else self.text
        self.starts, self.ends = _borders(closed, kinds)

    def line_of(self, places: Places) -> Places:
        """Return in which text each place lies."""
        return np.searchsorted(self.begins, places, "right") - 1

    @cached_property
    def words(self) -> list[str]:
        """The words as they stand, but "U.S." as "US"."""
        return _slices(self._closed, self.starts, self.ends)

    @cached_property
    def numbers(self) -> tuple[Places, list[str]]:
        """Where each number starts, and the number: "1,200", "3.5"."""
        held = np.flatnonzero(self._kinds[self.starts] & _DIGIT)
        return self.starts[held], [self.words[at] for at in held.tolist()]

    @cached_property
    def capital_words(self) -> tuple[Places, list[str]]:
        """Where each capitalised word starts that does not open a sentence or a quotation, and the word."""
        codes, kinds = self._codes, self._kinds
        goes_on = (kinds & _OF_WORD > 0) | _is_in(codes, "’'-")
        capital = (codes >= ord("A")) & (codes <= ord("Z"))
        opens = np.zeros(len(codes), bool)
        opens[1:] = (kinds[:-1] & _OF_WORD == 0) & (codes[:-1] != ord("\n"))
        opens[2:] &= ~((codes[1:-1] == ord(" ")) & _is_in(codes[:-2], ".!?“\"‘'\n"))
        opens[:-1] &= goes_on[1:]
        starts = np.flatnonzero(capital & opens)
        # All that goes on up to the same end belongs to the first: "Al-Qaeda" is one word.
        ends = np.flatnonzero(~goes_on)
        last = ends[np.searchsorted(ends, starts)] if len(starts) else starts
        first = np.ones(len(starts), bool)
        first[1:] = last[1:] != last[:-1]
        return starts[first], _slices(self.text, starts[first], last[first])

    def _find_dotted(self) -> list[tuple[int, int]]:
        letter, dot = self._kinds & _LETTER > 0, self._codes == ord(".")
        pair = letter[:-1] & dot[1:]
        two = np.flatnonzero(pair[1:-2] & pair[3:] & (self._kinds[:-4] & _OF_WORD == 0)) + 1
        found: list[tuple[int, int]] = []
        for start in two.tolist():
            if not found or start >= found[-1][1]:
                match = DOTTED.match(self.text, start)
                found += [match.span()] if match else []
        return found


def _codes(text: str) -> _Codes:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _is_in(codes: _Codes, characters: str) -> _Flags:
    found = np.zeros(len(codes), bool)
    for character in characters:
        found |= codes == ord(character)
    return found


def _borders(codes: _Codes, kinds: NDArray[np.uint8]) -> tuple[Places, Places]:
    """Return where words and numbers start and end: a word keeps its inner apostrophe, a number its inner marks."""
    letter, digit = kinds & _LETTER, kinds & _DIGIT
    kind = letter | digit
    for of, marks in ((letter, "'’"), (digit, ".,")):
        inner = _is_in(codes[1:-1], marks) & (of[:-2] > 0) & (of[2:] > 0)
        kind[1:-1][inner] = of[:-2][inner]
    changes = np.flatnonzero(kind[1:] != kind[:-1]) + 1
    return changes[kind[changes] > 0], changes[kind[changes - 1] > 0]


def _slices(text: str, starts: NDArray[Any], ends: NDArray[Any]) -> list[str]:
    return [text[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
