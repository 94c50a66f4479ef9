"""Tell a speaker's own words from the rest of a quote, for every front end to set them apart on its screen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from bots.visible import visible
from qa.answers import Quote
from qa.datatypes import merged

_BOLD = "**"
_LINE = re.compile(r"[^\n]+")


class Part(NamedTuple):
    """A piece of a quote, safe for a screen. `own`: it is the speaker's own words."""

    text: str
    own: bool = False


def parts(quote: Quote) -> list[Part]:
    """Cut a quote into its own words and the rest: put together, the pieces are the quote as `visible` shows it."""
    text, begins = quote.version.article.text, [(quote.start, False)]
    for start, end in merged(quote.own_words):
        begins += [(_between_lines(text, start), True), (_between_lines(text, end), False)]
    ends = [start for start, _ in begins[1:]] + [quote.end]
    pieces = [
        Part(visible(text[start:end]), own)
        for (start, own), end in zip(begins, ends, strict=True)
        if start < end
    ]
    return pieces or [Part("")]


def _between_lines(text: str, at: int) -> int:
    """Return an offset that does not part the two characters of a line's end: alone, the first would be shown."""
    return at - 1 if at and text[at - 1 : at + 1] == "\r\n" else at


def with_bold(quote: Quote, escape: Callable[[str], str]) -> str:
    """Write a quote as Markdown, its own words in bold, each line for itself.

    Bold begins and ends with a letter or digit: between a mark and a space, `**` may mean itself.

    Args:
        escape: Makes text harmless by backslashes alone. It is given the whole quote, because what is markup depends on
            where in its line it stands.
    """
    pieces = parts(quote)
    shown = "".join(piece.text for piece in pieces)
    harmless, marks, written, at = escape(shown), set(_edges(pieces)), [], 0
    for place in range(len(shown)):
        # A backslash of the text itself is always escaped, so one that stands there is an inserted one.
        length = 2 if harmless[at] == "\\" else 1
        written += [_BOLD if place in marks else "", harmless[at : at + length]]
        at += length
    return "".join(written) + (_BOLD if len(shown) in marks else "")


def _edges(pieces: Iterable[Part]) -> Iterator[int]:
    """Yield where bold begins and ends, as offsets into the pieces put together."""
    at = 0
    for piece in pieces:
        for line in _LINE.finditer(piece.text) if piece.own else ():
            start = at + line.start()
            # Marks too, so that bold never ends between a letter and its accent.
            letters = [start + n for n, each in enumerate(line[0]) if unicodedata.category(each)[0] in "LNM"]
            if letters:
                yield from (letters[0], letters[-1] + 1)
        at += len(piece.text)
