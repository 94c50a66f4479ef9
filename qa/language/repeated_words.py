"""Find texts that say the same in nearly the same words among many, without comparing each with every other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from qa.language.near_duplicates import repeats

_IN_COMMON = 4
"""Words in a row that two texts share which say the same: of such texts nearly every pair has four."""
_LOOKED_AT = 8
"""How many of the texts that share most of them are compared word by word."""
_COMMON = 200
"""How many texts a run of words may stand in before it says nothing: "one of the most"."""

_WORD = re.compile(r"\w+")


class RepeatedWords:
    """The texts seen so far, each with the number that it was given."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._short: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._runs: dict[tuple[str, ...], list[int]] = defaultdict(list)

    def add(self, text: str) -> int:
        """Remember a text; return its number, counted from 0."""
        number = len(self._texts)
        self._texts.append(text)
        words = _words(text)
        if len(words) < _IN_COMMON:
            self._short[words].append(number)
        for run in _runs(words):
            if len(self._runs[run]) < _COMMON:
                self._runs[run].append(number)
        return number

    def like(self, text: str) -> list[int]:
        """Return the numbers of texts seen so far that say the same, likeliest first."""
        words = _words(text)
        if len(words) < _IN_COMMON:
            return list(self._short.get(words, ()))
        shared = Counter(number for run in _runs(words) for number in self._runs.get(run, ()))
        likeliest = sorted(shared, key=lambda number: (-shared[number], number))[:_LOOKED_AT]
        return [number for number in likeliest if repeats(text, self._texts[number])]


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _runs(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {words[at : at + _IN_COMMON] for at in range(len(words) - _IN_COMMON + 1)}
