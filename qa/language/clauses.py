"""Split sentences that are longer than a quote may be into their clauses, at semicolons."""

from __future__ import annotations

import re

from qa.answers import QUOTE_WORDS
from qa.datatypes import Span
from qa.language.patterns import regex

_OPENING, _CLOSING = "([{“‘«", ")]}”»"


# A clause that begins so depends on the words before the semicolon: "did not find that ...; that ...".
_HANGS = regex(
    r"(?:(?:and|or|but|nor)\s+)?(?:that|if|whether|unless|because|although|though|nor|or|who|which|whose)\b",
    re.I,
)


def clauses(text: str, sentence: Span) -> list[Span]:
    """Split a sentence at its semicolons if it is longer than a quote may be; else return it whole.

    A semicolon divides main clauses and the items of a list; one inside brackets or a quotation divides nothing.
    """
    start, end = sentence
    if text.count(";", start, end) == 0 or len(text[start:end].split()) <= QUOTE_WORDS:
        return [sentence]
    parts: list[Span] = []
    depth, quoted, begin = 0, False, start
    for at in range(start, end):
        character = text[at]
        if character == '"':
            quoted = not quoted
        elif character in _OPENING:
            depth += 1
        elif character in _CLOSING:
            depth = max(0, depth - 1)
        elif character == ";" and depth == 0 and not quoted and at + 1 < end and text[at + 1].isspace():
            parts.append((begin, at + 1))
            begin = at + 1
            while begin < end and text[begin].isspace():
                begin += 1
    if begin < end:
        parts.append((begin, end))
    # A mark that was never closed hides the semicolons after it: then nothing is divided there, which is safe.
    return _joined(text, parts)


def _joined(text: str, parts: list[Span]) -> list[Span]:
    """Join each part that cannot stand alone to the one before it."""
    result: list[Span] = []
    for start, end in parts:
        if result and _HANGS.match(text, start):
            result[-1] = (result[-1][0], end)
        else:
            result.append((start, end))
    return result
