"""Find the places of a text that hold exactly the words of another one: marks, case and spaces do not count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from qa.datatypes import Span
from qa.language.patterns import regex

# "U.S." is one word, and so is "U.S" at the end of what was typed; "1,200" keeps its comma, "fair's" its apostrophe.
_WORD = regex(
    r"(?P<dotted>(?<![^\W_])(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])\.?)"
    r"|\d+(?:[.,]\d+)*"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"
)
# A word does not go on before or after a place: not in letters, nor after an apostrophe, nor in a number.
_BEGINS = r"(?<![^\W_]{first})(?<![^\W_]['’]{first})(?<!\d[.,]{first})"
_ENDS = r"(?![^\W_])(?!['’][^\W\d_])(?![.,]\d)"
_LONGEST_DOTTED = 5
_TWO_FORMS = "ſıµ"
"""Small letters that `re` takes for other small letters too, "s", "i" and the Greek one."""
_LAST_LATIN = "\u024f"


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
    stop = len(text) if end is None else end
    pattern = _pattern(tuple(words))
    if (
        start == 0
        and end is None
        and _has_one_form(words, text)
        and len(lowered := text.lower()) == len(text)
    ):
        # A whole text is searched some twenty times as fast like this.
        pattern, text = _in_small_letters(tuple(words)), lowered
    while match := pattern.search(text, start):
        if match.end() > stop:
            return
        yield match.span()
        start = match.start() + 1


def _has_one_form(words: Sequence[str], text: str) -> bool:
    """Return whether case is all that a text's letters may differ in from those of words: "ſ" is an "s" too."""
    return all(word <= _LAST_LATIN for word in map(max, words)) and not any(
        letter in part for letter in _TWO_FORMS for part in (text, *words)
    )


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_BEGINS.format(first="") + _spelt(words[0]) + _after(words), re.IGNORECASE)


@lru_cache(maxsize=64)
def _in_small_letters(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that begins with a letter: `re` skips to the next one, and looks at what is before it there."""
    first = words[0][0]
    rest = _spelt(words[0][1:], follows=True)
    return re.compile(first + _BEGINS.format(first=first) + rest + _after(words))


def _after(words: Sequence[str]) -> str:
    parts = []
    for before, word in pairwise(words):
        # "covid19" is typed as one word, and read as two.
        apart = before[-1].isdigit() == word[0].isdigit()
        parts += [r"[\W_]+" if apart else r"[\W_]*", _spelt(word)]
    return "".join(parts) + _ENDS


def _spelt(word: str, *, follows: bool = False) -> str:
    """Return a pattern for a word, or for what follows its first letter."""
    if word.isalpha() and 1 < len(word) + follows <= _LONGEST_DOTTED:
        # "us" stands in "U.S." too, though not in "U. S.".
        dotted = (r"\." if follows else "") + r"\.".join(word)
        return rf"(?:{word}|{dotted}(?:\.|(?![^\W_])))"
    return re.escape(word).replace("'", "['’]")
