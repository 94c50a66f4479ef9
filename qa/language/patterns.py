"""Declare regular expressions that are compiled when they are first used.

Those of the forms of questions and turns are some 800, and most questions need less than half of them: when they were
380, to compile all of them as they were imported took an eighth of a first answer's time.
"""

from __future__ import annotations

import atexit
import re
from collections.abc import Callable
from functools import lru_cache, partial
from string import ascii_lowercase, ascii_uppercase
from typing import Any, ClassVar, cast

_SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)
_NAMES = tuple(name for name in dir(re.Pattern) if not name.startswith("__"))
_LETTERS = re.compile("[a-z]+")
_TEXTS = 64
"""How many texts' words are kept: hundreds of expressions are asked about one question."""
_NOTHING: dict[str, Callable[[str], Any]] = {
    "fullmatch": lambda text: None,
    "match": lambda text: None,
    "search": lambda text: None,
    "finditer": lambda text: iter(()),
    "sub": lambda text: text,
}
"""What a function of an expression returns for a text in which it finds nothing."""


def regex(
    source: str, flags: int | re.RegexFlag = 0, *, needs: str = "", leads: str = "", inside: str = ""
) -> re.Pattern[str]:
    """Return a regular expression that is compiled at its first use; an error in it is raised only then.

    Where a text has none of the words that are given, an expression finds nothing in it, and is not compiled. Words are
    in small letters; the letters on either side of an apostrophe are words of their own.

    Args:
        needs: Words of which every text has one that it matches as a whole, by `fullmatch`: "you your" for what is
            asked of the program.
        leads: The same where it matches the beginning of a text, by `match`.
        inside: The same where it is looked for in a text, by `search`, `finditer` or `sub`.
    """
    return cast("re.Pattern[str]", LatePattern(source, flags, needs=needs, leads=leads, inside=inside))


def has_any_word(text: str, words: frozenset[str]) -> bool:
    """Tell whether a text has one of some words, which are in small letters."""
    return not words.isdisjoint(_words_of(text))


@lru_cache(_TEXTS)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(_LETTERS.findall(text.casefold()))


def keep_compiled() -> None:
    """From here on, take what earlier runs of the program compiled, and keep what they had not when this one ends."""
    LatePattern.compiled = _compiled_with_kept


def _compiled_with_kept(source: str, flags: int | re.RegexFlag) -> re.Pattern[str]:
    from qa.language.kept_expressions import KeptExpressions  # here, so that `--help` need not load it

    kept = KeptExpressions()
    atexit.register(kept.save)
    LatePattern.compiled = kept.compile
    return kept.compile(source, flags)


def in_small_letters(text: str) -> str:
    """Return a text of the same length with A to Z as small letters.

    An expression that is matched against it needs no IGNORECASE, which takes more than half of the time to compile one.
    """
    return text.translate(_SMALL)


class LatePattern:
    """Stands for a compiled expression: what that has, this has from its first use on."""

    compiled: ClassVar[Callable[[str, int | re.RegexFlag], re.Pattern[str]]] = re.compile

    def __init__(
        self, source: str, flags: int | re.RegexFlag, *, needs: str = "", leads: str = "", inside: str = ""
    ) -> None:
        self._source, self._flags = source, flags
        self.needs, self.leads, self.inside = (frozenset(words.split()) for words in (needs, leads, inside))

    def __getattr__(self, name: str) -> Any:
        if name not in _NAMES:
            raise AttributeError(name)
        words = {"fullmatch": self.needs, "match": self.leads}.get(name, self.inside)
        return partial(self._found, name, words) if words and name in _NOTHING else self._compiled(name)

    def _found(self, name: str, words: frozenset[str], *given: Any, **bounds: Any) -> Any:
        text = given[1] if name == "sub" else given[0]
        if has_any_word(text, words):
            return self._compiled(name)(*given, **bounds)
        return _NOTHING[name](text)

    def _compiled(self, name: str) -> Any:
        compiled = LatePattern.compiled(self._source, self._flags)
        # Kept as attributes, so that the next use costs no more than that of the expression itself.
        vars(self).update({each: getattr(compiled, each) for each in _NAMES})
        return getattr(compiled, name)
