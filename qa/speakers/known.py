"""Look speakers up by name, in an archive or in a list, and hold whom a typed name means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Literal, NamedTuple, Protocol

from qa.datatypes import Speaker
from qa.speakers.by_hand import spelling
from qa.speakers.shortlist import shortlist

LOOKED_UP = 100
"""The most names whose look-up is kept."""


class Match(NamedTuple):
    """Whom a typed name means: one `name`, or `ambiguous` names between which nothing decides, or neither.

    `corrected`: only with one wrong letter forgiven.
    """

    name: str | None
    ambiguous: tuple[str, ...] = ()
    corrected: bool = False

    @property
    def exact(self) -> str | None:
        """The one name, where it was typed without a slip."""
        return None if self.corrected else self.name

    @property
    def speaks(self) -> bool:
        """Tell whether somebody of that name speaks: one of several, or one whose name has no slip."""
        return bool(self.ambiguous) or self.exact is not None


class KnownSpeakers(Protocol):
    """Who speaks in an archive, looked up one or a few at a time: there may be a hundred thousand."""

    def speaker(self, name: str) -> Speaker | None:
        """Return the speaker of exactly this name, not of one of its other forms."""

    def speakers_like(self, typed: str, wrong_letters: int = 0) -> Sequence[Speaker]:
        """Return the speakers whom a typed name can mean, most often speaking first, and some that share its words.

        Args:
            wrong_letters: How many wrong letters a word of the name may have, 0 or 1.
        """

    def most_quoted(
        self,
        count: int,
        *,
        start: int = 0,
        kind: Literal["person", "group"] | None = None,
        holding: str = "",
    ) -> Sequence[Speaker]:
        """Return those who speak most often, most often first.

        Args:
            start: How many of them are left out before the first.
            kind: Only people, or only bodies.
            holding: Letters that one of their names must hold, whatever their case.
        """


class ListedSpeakers:
    """The speakers of a list, which is in the order of how often they speak."""

    def __init__(self, speakers: Sequence[Speaker] = ()) -> None:
        self.all = tuple(speakers)
        self._named: dict[str, Speaker] | None = None
        self._like: dict[tuple[str, int], Sequence[Speaker]] = {}

    def speaker(self, name: str) -> Speaker | None:
        if self._named is None:
            self._named = {speaker.name: speaker for speaker in self.all}
        return self._named.get(name)

    def speakers_like(self, typed: str, wrong_letters: int = 0) -> Sequence[Speaker]:
        # One question is understood several times, as a whole and in parts: each time with the same name.
        found = self._like.get((typed, wrong_letters))
        if found is None:
            found = shortlist(typed, self.all, wrong_letters)
            if len(self._like) >= LOOKED_UP:
                self._like.clear()
            self._like[typed, wrong_letters] = found
        return found

    def most_quoted(
        self,
        count: int,
        *,
        start: int = 0,
        kind: Literal["person", "group"] | None = None,
        holding: str = "",
    ) -> Sequence[Speaker]:
        found = (each for each in self._holding(holding) if kind in (None, each.kind))
        return list(islice(found, start, start + count))

    def speaker_count(self, holding: str = "") -> int:
        """Return how many speakers there are, one of whose names holds these letters, whatever their case."""
        return sum(1 for _ in self._holding(holding))

    def _holding(self, letters: str) -> Iterator[Speaker]:
        wanted = spelling(letters)
        for each in self.all:
            if any(wanted in spelling(name) for name in (each.name, *each.aliases)):
                yield each
