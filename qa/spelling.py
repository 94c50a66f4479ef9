"""A name by its words as they are spelt: search finds Keating for Keats, since both have one stem."""

from __future__ import annotations

from dataclasses import dataclass

from qa.terms import located_terms, spelt


@dataclass(frozen=True, slots=True)
class Word:
    """A word's term and spelling; `capital`: it is a name's, or begins a sentence."""

    term: str
    spelling: str
    capital: bool

    def fits(self, other: Word, *, capital: bool = True) -> bool:
        """Whether two words are one; `capital=False`: small letters fit with any ending ("ministry")."""
        if self.term != other.term:
            return False
        return self.spelling == other.spelling or not (capital or other.capital)


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of a text, or of a part of it."""
    part = text[start:end]
    return [
        # "U.S." and "United States" have one term, and are spelt as that.
        Word(term, spelt(part[s:e]) if part[s:e].isalpha() else term, part[s:e][:1].isupper())
        for s, e, term in located_terms(part)
    ]


def introduces(mention: str, name: tuple[Word, ...]) -> bool:
    """Whether a mention has all words of a name: "a spokesman of the Harbour Office" those of "Harbour Office"."""
    found = words_of(mention)
    return all(any(wanted.fits(word, capital=False) for word in found) for wanted in name)
