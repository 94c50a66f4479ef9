"""Sentences as lists of tokens, in which a quotation is one token that nothing looks into."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from qa.quotation import Quotation, in_paragraph
from qa.sentences import Paragraph, split


class Kind(IntEnum):
    WORD = 0
    NAME = 1
    """A word with a capital, wherever it stands."""
    NUMBER = 2
    SUFFIX = 3
    """'s, 'd, 've: what an apostrophe joins to a word."""
    MARK = 4
    QUOTE = 5


class Token(NamedTuple):
    """A word or a mark; `low` is it in lower case.

    For a quotation `low` is “ and its first and last character, so that one sees how it begins and ends.
    """

    start: int
    end: int
    low: str
    kind: Kind
    quote: Quotation | None = None


@dataclass(slots=True)
class Sentence:
    """The tokens from one full stop to the next; a full stop inside a quotation does not count."""

    tokens: list[Token]
    paragraph: int

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end


_LONGEST = 300

_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,:]\d+)*)"
    r"|(?P<suffix>['’](?:s|d|ll|ve|re|m)\b)"
    r"|(?P<word>[^\W\d_]+(?:[-&.][^\W_]+|['’](?!(?:s|d|ll|ve|re|m)\b)[^\W_]+)*\.?|\w+)"
    r"|(?P<mark>--+|\.\.+|[^\w\s])"
)


def paragraphs(text: str) -> list[tuple[Paragraph, list[Sentence]]]:
    """Return the paragraphs of a text, each with its sentences."""
    found = []
    carried = False
    for number, paragraph in enumerate(split(text)):
        quotes = in_paragraph(text, paragraph.start, paragraph.end, carried=carried)
        carried = bool(quotes) and not quotes[-1].closed
        found.append((paragraph, list(_sentences(text, paragraph, quotes, number))))
    return found


def _sentences(
    text: str, paragraph: Paragraph, quotes: Sequence[Quotation], number: int
) -> Iterator[Sentence]:
    current: list[Token] = []
    q = 0
    position = paragraph.start
    for _, border in paragraph.sentences:
        while q < len(quotes) and quotes[q].start < border:
            current.extend(_tokens(text, position, quotes[q].start))
            current.append(_quote_token(text, quotes[q]))
            position = quotes[q].end
            q += 1
        if position > border:
            continue
        current.extend(_tokens(text, position, border, last=True))
        position = border
        yield from _cut(current, number)
        current = []
    if position < paragraph.end:
        current.extend(_tokens(text, position, paragraph.end, last=True))
    yield from _cut(current, number)


def _cut(tokens: list[Token], number: int) -> Iterator[Sentence]:
    """Yield a sentence whole, and what is far too long for one in pieces, so that rules stay fast."""
    for first in range(0, len(tokens), _LONGEST):
        yield Sentence(tokens[first : first + _LONGEST], number)


def _quote_token(text: str, quote: Quotation) -> Token:
    inner = text[quote.inner_start : quote.inner_end].strip(" []()…'‘’")
    edges = inner[:1] + inner[-1:] if inner else "  "
    return Token(quote.start, quote.end, "“" + edges, Kind.QUOTE, quote)


def _tokens(text: str, start: int, end: int, last: bool = False) -> Iterator[Token]:
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup
        if kind == "word":
            word = match[0]
            found.append(
                Token(match.start(), match.end(), word.lower(), Kind.NAME if word[0].isupper() else Kind.WORD)
            )
        elif kind == "number":
            found.append(Token(match.start(), match.end(), match[0], Kind.NUMBER))
        elif kind == "suffix":
            found.append(Token(match.start(), match.end(), match[0].lower().replace("’", "'"), Kind.SUFFIX))
        else:
            found.append(Token(match.start(), match.end(), match[0], Kind.MARK))
    # Inside a sentence a full stop belongs to its abbreviation; the last one ends the sentence.
    final = len(found) - 1
    while final >= 0 and last and found[final].kind is Kind.MARK and found[final].low in "\"'”’)]":
        final -= 1
    for i, token in enumerate(found):
        if token.kind <= Kind.NAME and token.low.endswith(".") and len(token.low) > 1:
            if i == final and last:
                yield token._replace(end=token.end - 1, low=token.low[:-1])
                yield Token(token.end - 1, token.end, ".", Kind.MARK)
            else:
                yield token._replace(low=token.low[:-1])
        else:
            yield token
