"""Cut text into paragraphs, and tell in each what is a speaker's own words and what is to be marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bots.own_words import parts
from bots.visible import visible
from qa.answers import Quote
from qa.archive.quote_lookup import surroundings

_BETWEEN = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, safe for a screen. `own`: the speaker's own words; `marked`: the quote that was asked for."""

    text: str
    own: bool = False
    marked: bool = False


def text_paragraphs(text: str) -> list[list[Piece]]:
    return list(cut_into_paragraphs([Piece(visible(text))]))


def quote_paragraphs(quote: Quote) -> list[list[Piece]]:
    """Cut a quote into paragraphs, with its own words apart."""
    return list(cut_into_paragraphs([Piece(part.text, part.own) for part in parts(quote)]))


def marked_paragraphs(quote: Quote) -> list[list[Piece]]:
    """Cut the text around a quote into paragraphs, with the quote marked."""
    text = quote.version.article.text
    begin, end = surroundings(quote)
    return list(
        cut_into_paragraphs(
            [
                Piece(visible(text[begin : quote.start])),
                *(Piece(part.text, part.own, True) for part in parts(quote)),
                Piece(visible(text[quote.end : end])),
            ]
        )
    )


def cut_into_paragraphs(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Yield the pieces of each paragraph: an empty line ends one, also within a piece or between two."""
    kept = [piece for piece in pieces if piece.text]
    text = "".join(piece.text for piece in kept).rstrip()
    at = len(text) - len(text.lstrip())
    for gap in _BETWEEN.finditer(text, at):
        yield list(_cut(kept, at, gap.start()))
        at = gap.end()
    if at < len(text):
        yield list(_cut(kept, at, len(text)))


def _cut(pieces: Iterable[Piece], start: int, end: int) -> Iterator[Piece]:
    """Yield what of the pieces lies between two offsets into all of them put together."""
    at = 0
    for piece in pieces:
        if text := piece.text[max(0, start - at) : max(0, end - at)]:
            yield Piece(text, piece.own, piece.marked)
        at += len(piece.text)
