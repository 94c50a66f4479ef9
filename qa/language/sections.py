"""Cut a text that is longer than any article into sections, so that none of its parts needs memory for all of it."""

from __future__ import annotations

from collections.abc import Iterator

from qa.datatypes import Span
from qa.language.patterns import regex

SECTION = 200_000
"""Most characters in a section. Articles are far shorter: what is longer is a book or a whole archive in one file."""

# Where a text is cut, best first: between paragraphs, lines, sentences, words. Only the end of a section is looked at.
_LOOKED_AT = 20_000
_BORDERS = tuple(regex(border) for border in (r"\n\s*\n", r"\n", r"[.!?…][\"”’')]*\s", r"\s"))


def sections(text: str, longest: int = SECTION) -> Iterator[Span]:
    """Yield the sections of a text, in order; together they are the text."""
    start = 0
    while len(text) - start > longest:
        end = _border(text, start + longest - min(_LOOKED_AT, longest // 2), start + longest)
        yield start, end
        start = end
    yield start, len(text)


def _border(text: str, first: int, last: int) -> int:
    for border in _BORDERS:
        ends = [match.end() for match in border.finditer(text, first, last)]
        if ends:
            return ends[-1]
    return last
