"""Keep the passages of an article in little memory until they are stored: a text may have millions of sentences."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import overload

from qa.datatypes import Passage


class PackedPassages(Sequence[tuple[Passage, int]]):
    """Passages in order, each with the row number of its vectors: eight bytes for a sentence, not a hundred."""

    def __init__(self) -> None:
        self._bounds = array("q")
        self._rows = array("q")
        self._sentences = array("I")
        self._ends = array("q")
        """Where the sentences of each passage end in `_sentences`."""

    def add(self, passage: Passage, row: int) -> None:
        self._bounds.extend((passage.start, passage.end))
        self._rows.append(row)
        for sentence in passage.sentences:
            self._sentences.extend(sentence)
        self._ends.append(len(self._sentences))

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, number: int) -> tuple[Passage, int]: ...
    @overload
    def __getitem__(self, number: slice) -> list[tuple[Passage, int]]: ...
    def __getitem__(self, number: int | slice) -> tuple[Passage, int] | list[tuple[Passage, int]]:
        if isinstance(number, slice):
            return [self._at(each) for each in range(*number.indices(len(self)))]
        if not -len(self) <= number < len(self):
            raise IndexError(number)
        return self._at(number % len(self))

    def __iter__(self) -> Iterator[tuple[Passage, int]]:
        return map(self._at, range(len(self)))

    def _at(self, number: int) -> tuple[Passage, int]:
        offsets = self._sentences[self._ends[number - 1] if number else 0 : self._ends[number]]
        sentences = tuple(zip(offsets[::2], offsets[1::2], strict=True))
        start, end = self._bounds[2 * number : 2 * number + 2]
        return Passage(start, end, sentences), self._rows[number]
