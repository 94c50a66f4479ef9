"""Find the places of a text that hold exactly the words of another one: marks, case and spaces do not count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from qa.datatypes import Span
from qa.language.patterns import regex

# "U.S." is one word, and so is "U.S" at the end of what was typed; "1,200" keeps its comma, "fair's" its apostrophe.
_WORD = regex(
    r"(?P<dotted>(?<![^\W_])(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])\.?)"
    r"|\d+(?:[.,]\d+)*"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"
)
# A word does not go on before or after a place: not in letters, nor after an apostrophe, nor in a number.
_BEGINS = r"(?<![^\W_])(?<![^\W_]['’])(?<!\d[.,])"
_ENDS = r"(?![^\W_])(?!['’][^\W\d_])(?![.,]\d)"
_LONGEST_DOTTED = 5


def in_words(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters, without marks: words are the same only if their endings are."""
    return tuple(_folded(match) for match in _WORD.finditer(text))


def _folded(match: re.Match[str]) -> str:
    word = match[0].lower().replace("’", "'")
    return word.replace(".", "") if match["dotted"] else word


def places(words: Sequence[str], text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield each place within `start` and `end` that holds these words and no other, in order; places may overlap.

    Args:
        words: As `in_words` has them.
    """
    if not words:
        return
    pattern = _pattern(tuple(words))
    stop = len(text) if end is None else end
    while match := pattern.search(text, start):
        if match.end() > stop:
            return
        yield match.span()
        start = match.start() + 1


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    parts = [_BEGINS]
    for before, word in zip(("", *words), words, strict=False):
        if before:
            # "covid19" is typed as one word, and read as two.
            apart = before[-1].isdigit() == word[0].isdigit()
            parts.append(r"[\W_]+" if apart else r"[\W_]*")
        parts.append(_spelt(word))
    return re.compile("".join(parts) + _ENDS, re.IGNORECASE)


def _spelt(word: str) -> str:
    if word.isalpha() and 1 < len(word) <= _LONGEST_DOTTED:
        # "us" stands in "U.S." too, though not in "U. S.".
        return r"(?:" + word + "|" + r"\.".join(word) + r"(?:\.|(?![^\W_])))"
    return re.escape(word).replace("'", "['’]")
