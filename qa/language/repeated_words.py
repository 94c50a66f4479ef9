"""Find texts that say the same in nearly the same words among many, without comparing each with every other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from qa.language.near_duplicates import PairedWords

_IN_COMMON = 4
"""Words in a row that two texts share which say the same: of such texts nearly every pair has four."""
_LOOKED_AT = 8
"""How many of the texts that share most of them are compared word by word."""
_COMMON = 200
"""How many texts a run of words may stand in before it says nothing: "one of the most"."""


class RepeatedWords:
    """The texts seen so far, each with the number that it was given."""

    def __init__(self) -> None:
        self._texts: list[PairedWords] = []
        self._short: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._last = _Read("", PairedWords.of(""), frozenset())

    def add(self, text: str) -> int:
        """Remember a text; return its number, counted from 0."""
        number = len(self._texts)
        read = self._read(text)
        self._texts.append(read.said)
        if not read.runs:
            self._short[read.said.words].append(number)
        for run in read.runs:
            holding = self._runs[run]
            if len(holding) < _COMMON:
                holding.append(number)
        return number

    def like(self, text: str) -> Iterator[int]:
        """Yield the numbers of texts seen so far that say the same, likeliest first."""
        read = self._read(text)
        if not read.runs:
            yield from self._short.get(read.said.words, ())
            return
        known = self._runs
        shared = Counter(chain.from_iterable(known[run] for run in read.runs if run in known))
        # Hundreds share a few words: all but those that share as many as the last that is looked at are left out
        # before the rest is put in order.
        fewest = sorted(shared.values(), reverse=True)[:_LOOKED_AT][-1:]
        most = [number for number, count in shared.items() if count >= fewest[0]]
        likeliest = sorted(most, key=lambda number: (-shared[number], number))[:_LOOKED_AT]
        yield from (number for number in likeliest if read.said.repeats(self._texts[number]))

    def _read(self, text: str) -> _Read:
        # A text is looked for and then added.
        if self._last.text != text:
            said = PairedWords.of(text)
            self._last = _Read(text, said, _runs(said.words))
        return self._last


class _Read(NamedTuple):
    text: str
    said: PairedWords
    runs: frozenset[tuple[str, ...]]
    """All `_IN_COMMON` words in a row; none where there are fewer."""


def _runs(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset([words[at : at + _IN_COMMON] for at in range(len(words) - _IN_COMMON + 1)])
