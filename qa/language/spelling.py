"""Compare names by the spelling of their words: by stems alone, Keats and Keating would be one name."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from qa.language.terms import located_terms, spelt


class SpelledWord(NamedTuple):
    """A word's term and spelling. `capital`: it is part of a name, or begins a sentence."""

    term: str
    spelling: str
    capital: bool

    def fits(self, other: SpelledWord) -> bool:
        """Whether two words are the same. If neither has a capital, as in "ministry", their endings may differ."""
        alike = self.spelling == other.spelling or not (self.capital or other.capital)
        return self.term == other.term and alike


def words_of(text: str, start: int = 0, end: int | None = None) -> list[SpelledWord]:
    """Return the words of a text, or of a part of it."""
    part = text[start:end]
    # "U.S." and "United States" have one term, which also serves as their spelling.
    return [
        SpelledWord(term, term if {".", " "} & set(part[s:e]) else spelt(part[s:e]), part[s].isupper())
        for s, e, term in located_terms(part)
    ]


def introduces(mention: str, name: tuple[SpelledWord, ...]) -> bool:
    """Whether a mention has all words of a name: "a spokesman of the Harbour Office" has those of "Harbour Office"."""
    found = _words_of_mention(mention)
    return all(any(wanted.fits(word) for word in found) for wanted in name)


@lru_cache(maxsize=10_000)
def _words_of_mention(mention: str) -> tuple[SpelledWord, ...]:
    """Return the words of how an article names somebody: kept, as most are a name, "he" or "the minister"."""
    return tuple(words_of(mention))
