"""Declare regular expressions that are compiled when they are first used.

Those of the forms of questions are some 380, and most questions need less than half of them: compiled as they were
imported, all of them took an eighth of a first answer's time.
"""

from __future__ import annotations

import re
from string import ascii_lowercase, ascii_uppercase
from typing import Any, cast

_SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)
_NAMES = tuple(name for name in dir(re.Pattern) if not name.startswith("__"))
_LETTERS = re.compile("[a-z]+")


def regex(source: str, flags: int | re.RegexFlag = 0, *, needs: str = "") -> re.Pattern[str]:
    """Return a regular expression that is compiled at its first use; an error in it is raised only then.

    Args:
        needs: Words in small letters, of which every text that it matches as a whole has one: "you your" for what is
            asked of the program. `fullmatch` of a text without them is None, and compiles nothing. The letters on
            either side of an apostrophe are words of their own.
    """
    return cast("re.Pattern[str]", LatePattern(source, flags, frozenset(needs.split())))


def has_any_word(text: str, words: frozenset[str]) -> bool:
    """Tell whether a text in small letters has one of some words."""
    return not words.isdisjoint(_LETTERS.findall(text))


def in_small_letters(text: str) -> str:
    """Return a text of the same length with A to Z as small letters.

    An expression that is matched against it needs no IGNORECASE, which takes more than half of the time to compile one.
    """
    return text.translate(_SMALL)


class LatePattern:
    """Stands for a compiled expression: what that has, this has from its first use on."""

    def __init__(self, source: str, flags: int | re.RegexFlag, needs: frozenset[str] = frozenset()) -> None:
        self._source, self._flags, self.needs = source, flags, needs

    def __getattr__(self, name: str) -> Any:
        if name not in _NAMES:
            raise AttributeError(name)
        return self._matched if self.needs and name == "fullmatch" else self._compiled(name)

    def _matched(self, text: str, *bounds: int) -> re.Match[str] | None:
        matched: re.Match[str] | None = None
        if has_any_word(text, self.needs):
            matched = self._compiled("fullmatch")(text, *bounds)
        return matched

    def _compiled(self, name: str) -> Any:
        compiled = re.compile(self._source, self._flags)
        # Kept as attributes, so that the next use costs no more than that of the expression itself.
        vars(self).update({each: getattr(compiled, each) for each in _NAMES})
        return getattr(compiled, name)
