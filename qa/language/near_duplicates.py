"""Find texts that tell the same story in nearly the same words, as outlets do with an agency's report.

MinHash signatures are cut into bands. Articles that share one are then compared word by word, for the words of a
quote. So a band that two articles share by chance costs a comparison and changes nothing.
"""

from __future__ import annotations

import hashlib
import struct
from collections import Counter, deque
from collections.abc import Iterator
from itertools import chain, islice, pairwise
from typing import NamedTuple

from qa.language.patterns import regex

BANDS = 24
ROWS = 4
"""Hashes in a band: texts that share half of their shingles share one of 24 bands in 4 of 5 cases, those that share
7 in 10 nearly always, those that share 1 in 10 in 1 case of 400."""

_BYTES = 5
"""Of a band: of a million articles some ten pairs share one by chance, which costs a comparison and changes nothing."""

_SHINGLE = 3
"""Words in a row that are hashed as one."""
_FEWEST_WORDS = 8
_AT_ONCE = 10_000
"""How many of these are given to the hashes at a time."""
_SEED = 7
_REPEATED = 0.8
"""Share of the shorter quote's pairs of words that the longer one has, from which it counts as saying the same."""

_WORD = regex(r"\w+")


def bands(text: str) -> list[bytes]:
    """Return a text's bands: near-duplicates probably share one, in the same place. A few words have none."""
    words = (match[0] for match in _WORD.finditer(text.casefold()))
    first = list(islice(words, _FEWEST_WORDS))
    if len(first) < _FEWEST_WORDS:
        return []
    from rensa import RMinHash

    minhash = RMinHash(num_perm=BANDS * ROWS, seed=_SEED)
    # rensa, a library in Rust, takes no lone surrogates.
    joined = (
        " ".join(shingle).encode("utf-8", "replace").decode("utf-8")
        for shingle in _shingles(chain(first, words))
    )
    # A few at a time: a text may have millions of words.
    while some := list(islice(joined, _AT_ONCE)):
        minhash.update(some)
    numbers = minhash.digest()
    return [
        hashlib.blake2b(struct.pack(f"<{ROWS}I", *numbers[at : at + ROWS]), digest_size=_BYTES).digest()
        for at in range(0, BANDS * ROWS, ROWS)
    ]


def holds(text: str, words: str) -> bool:
    """Whether a text has these words in a row; lines may break elsewhere."""
    return words in text or " ".join(words.split()) in " ".join(text.split())


def repeats(one: str, other: str) -> bool:
    """Whether nearly all of the shorter of two texts is in the longer one, in the same words."""
    return PairedWords.of(one).repeats(PairedWords.of(other))


class PairedWords(NamedTuple):
    """The words of a text and how often each stands before which, to be compared with those of many texts."""

    words: tuple[str, ...]
    pairs: Counter[tuple[str, str]]

    @classmethod
    def of(cls, text: str) -> PairedWords:
        words = tuple(_WORD.findall(text.casefold()))
        return cls(words, Counter(pairwise(words)))

    def repeats(self, other: PairedWords) -> bool:
        """Whether nearly all of the shorter of two texts is in the longer one."""
        shorter, longer = (self, other) if len(self.words) <= len(other.words) else (other, self)
        if len(shorter.words) < 2:
            return shorter.words == longer.words
        both = shorter.pairs.keys() & longer.pairs.keys()
        shared, total = len(both), len(shorter.words) - 1
        if len(shorter.pairs) < total:  # a pair stands in it twice
            shared = sum(min(shorter.pairs[pair], longer.pairs[pair]) for pair in both)
        return shared >= _REPEATED * total


def _shingles(words: Iterator[str]) -> Iterator[tuple[str, ...]]:
    held: deque[str] = deque(maxlen=_SHINGLE)
    for word in words:
        held.append(word)
        if len(held) == _SHINGLE:
            yield tuple(held)
