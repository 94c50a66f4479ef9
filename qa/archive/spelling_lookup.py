"""Correct words that an archive does not have by one that it has, one wrong letter away."""

from __future__ import annotations

import re

from qa.archive.protocol import View
from qa.language.terms import is_stop_term, term

LEAST_LETTERS = 5
"""Words shorter than this are too often other words."""
_WORD = re.compile(r"(?<![\w'’.-])[a-z]+(?![\w'’.-])")


def respelled(view: View, text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return a text with unknown words replaced by known ones, and the pairs (typed, taken for).

    Only words in small letters are replaced: a name is looked up as a name.
    """
    typed = [
        m[0] for m in _WORD.finditer(text) if len(m[0]) >= LEAST_LETTERS and not is_stop_term(term(m[0]))
    ]
    known = view.document_frequency([term(word) for word in typed])
    taken: dict[str, str] = {}
    for word in dict.fromkeys(typed):
        if known[term(word)] == 0 and (found := view.term_like(term(word))) is not None:
            taken[word] = found
    if not taken:
        return text, ()
    return _WORD.sub(lambda m: taken.get(m[0], m[0]), text), tuple(taken.items())
