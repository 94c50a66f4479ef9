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


def regex(source: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
    """Return a regular expression that is compiled at its first use; an error in it is raised only then."""
    return cast("re.Pattern[str]", LatePattern(source, flags))


def in_small_letters(text: str) -> str:
    """Return a text of the same length with A to Z as small letters.

    An expression that is matched against it needs no IGNORECASE, which takes more than half of the time to compile one.
    """
    return text.translate(_SMALL)


class LatePattern:
    """Stands for a compiled expression: what that has, this has from its first use on."""

    def __init__(self, source: str, flags: int | re.RegexFlag) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _NAMES:
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        # Kept as attributes, so that the next use costs no more than that of the expression itself.
        vars(self).update({each: getattr(compiled, each) for each in _NAMES})
        return getattr(compiled, name)
