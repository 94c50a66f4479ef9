"""Split a text into sentences of tokens, in which a quotation is one token."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from qa.attribution import time_limit
from qa.language.lexicon.bodies import COMPANY_FORMS
from qa.language.lexicon.function_words import DETERMINERS, PREPOSITIONS
from qa.language.lexicon.name_parts import SUFFIXES
from qa.language.lexicon.places import METONYMS
from qa.language.lexicon.reporting_verbs import SPEECH, VERBS
from qa.language.patterns import regex
from qa.language.quotations import Quotation, by_paragraph
from qa.language.sentences import Paragraph

_AFTER_PARTICIPLES = DETERMINERS | frozenset("about for on to with".split())
_OPEN_SUBJECTS = DETERMINERS | {"he", "she", "they"}


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
    quotes: bool = False
    """Tell whether a quotation stands in it."""

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end


_LONGEST = 300
_LONGEST_SUBJECT = 80
_SAYS = regex(
    r"\s+(?:(?:the|The)\s+)?(?:(?:(?:[A-Z][a-z]{0,3}\.|[^\W\d_][\w'’-]*)\s+){1,4}?|(?:[A-Z][\w'’-]*\s+){5,9}?)"
    r"(?P<verb>[a-z]{3,})"
    r"(?=[.,;:]|\s*$|\s+(?:\w+ly|rather|quite|in|at|on|to|during|after|as|when|with|while|from)\b)"
)
_SAYS_ALL = regex(
    r"\s+(?:[A-Z][\w.'’-]*\s+){1,5}(?:(?:said|says|added|adds)(?=\.(?:\s|$)|\s*$)"
    r"|(?:said|says|added|explained|wrote|tweeted)(?=\s+(?:in|on|at|during)\s+[^.,:;\n“”\"]{2,50}\.(?:\s|$)))"
)
"""What is no sentence of its own, so that the quotation before it is what was said: `“It leaks.” Ada Quill said.`"""
_SHOPS_TOO = frozenset(
    """
    began begins closed closes erupted erupts exploded explodes finished finishes opened opens read reads shared shares
    started starts summed sums
    """.split()
)
"""What shops and bombs do, besides whoever speaks."""
_ALOUD = (
    frozenset(
        word for word, verb in VERBS.items() if "quote" in verb.frames and verb.form in ("past", "present")
    )
    - _SHOPS_TOO
)
"""Finite verbs that report what is quoted, those with nothing after them too: `“Why not?” Quill threatened.`"""
_VOICES = frozenset(word for word in _ALOUD if VERBS[word].frames == {"quote"})
"""Of those, the verbs for how something is said."""

RUN = regex(r"[^\W\d_]+")
"""Letters with none beside them: where a word begins, a run of them does."""
_FORMS = COMPANY_FORMS | SUFFIXES | {"s.a", "n.v", "l.p", "llp", "gmbh", "s.p.a"}
_TODAY = frozenset(("today",))
_NO_PRONOUNS = {"who": "w.h.o", "it": "i.t"}
_ABBREVIATED = regex(r"(?:WHO|IT)(?<![A-Z]{2} WHO)(?<![A-Z]{2} IT)\b(?! [A-Z]{2})")
"""What is a "who" or an "it" nowhere but among other words in capitals: "WHO IS IT?"."""
_WORD, _NAME, _NUMBER, _SUFFIX, _MARK = Kind.WORD, Kind.NAME, Kind.NUMBER, Kind.SUFFIX, Kind.MARK

_TOKEN = regex(
    r"(?<=[^\W\d_] )['’‘]\d\d\b(?=[ ,.:;)]|$)"
    r"|(?P<word>[^\W\d_]+(?:[-&.][^\W_]+|['’](?!(?:s|d|ll|ve|re|m)\b)[^\W_]+)*\.?)"
    r"|(?P<number>\d+(?:[.,:]\d+)*(?:(?:[ap]m|st|nd|rd|th)\b)?)"
    r"|(?P<suffix>['’](?:s|d|ll|ve|re|m)\b)"
    r"|(?P<mark>--+|\.\.+|[^\w\s])"
    r"|(?P<other>\w+)"
)


def paragraphs(text: str) -> list[tuple[Paragraph, list[Sentence]]]:
    """Return the paragraphs of a text, each with its sentences."""
    found = []
    for number, (paragraph, quotes) in enumerate(by_paragraph(text)):
        found.append((paragraph, list(_timed(_sentences(text, paragraph, quotes, number)))))
    return found


def sentences_with(text: str, words: AbstractSet[str]) -> Iterator[Sentence]:
    """Yield the sentences of `paragraphs` that have one of some words in small letters, and those with a quotation.

    The others are not taken apart, which takes most of the time.

    Args:
        words: Letters only. A word that is joined to others, as in "co-sign", is found by the letters of each.
    """
    for number, (paragraph, quotes) in enumerate(by_paragraph(text)):
        yield from _sentences(text, paragraph, quotes, number, words)


def _timed(sentences: Iterator[Sentence]) -> Iterator[Sentence]:
    for sentence in sentences:
        time_limit.check()
        yield sentence


def _sentences(
    text: str,
    paragraph: Paragraph,
    quotes: Sequence[Quotation],
    number: int,
    words: AbstractSet[str] | None = None,
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
        if words is not None and not current and words.isdisjoint(_runs(text, position, border)):
            position = border
            continue
        current.extend(_tokens(text, position, border, last=True))
        position = border
        if current and current[-1].end == border and _goes_on(current[-1], text, border, paragraph.end):
            continue
        yield from _cut(current, number, len(quotes) > 0)
        current = []
    if position < paragraph.end:
        current.extend(_tokens(text, position, paragraph.end, last=True))
    yield from _cut(current, number, len(quotes) > 0)


def _runs(text: str, start: int, end: int) -> list[str]:
    return [run.lower() for run in RUN.findall(text, start, end)]


def _goes_on(last: Token, text: str, border: int, end: int) -> bool:
    """Tell whether a sentence seems to end with a quotation, and does not: `“Why?” Quill fumed.`"""
    mark = last.low[-1] if last.quote is None or text[last.quote.inner_end - 1] != "…" else "…"
    if last.kind is not Kind.QUOTE or mark not in "?!….":
        return False
    if mark == ".":
        return _SAYS_ALL.match(text, border, min(end, border + _LONGEST_SUBJECT)) is not None
    said = _SAYS.match(text, border, min(end, border + _LONGEST_SUBJECT))
    if said is None:
        return False
    alone = text[said.end("verb") : said.end("verb") + 1] == "."
    return said["verb"] in SPEECH or said["verb"] in _VOICES or (alone and said["verb"] in _ALOUD)


def _cut(tokens: list[Token], number: int, may_quote: bool) -> Iterator[Sentence]:
    """Yield a sentence whole, and what is far too long for one in pieces, so that rules stay fast."""
    if tokens and tokens[0].kind is Kind.NAME and tokens[0].low.endswith("ing") and _opens_clause(tokens):
        tokens[0] = tokens[0]._replace(kind=Kind.WORD)
    for first in range(0, len(tokens), _LONGEST):
        part = tokens if len(tokens) <= _LONGEST else tokens[first : first + _LONGEST]
        yield Sentence(part, number, may_quote and any(t.kind is Kind.QUOTE for t in part))


def _opens_clause(tokens: list[Token]) -> bool:
    """Tell whether what begins a sentence with a capital is no name: "Appearing for the port, Quill said".

    After a participle comes who does it, after a comma or no preposition; in "Harding for his part said" nobody does.
    """
    if len(tokens) < 2 or tokens[1].low not in _AFTER_PARTICIPLES or tokens[0].low in METONYMS:
        return False
    for before, token in pairwise(tokens[1:]):
        if token.low == "," or token.low in VERBS:
            return token.low == ","
        begins = token.kind is Kind.NAME or token.low in _OPEN_SUBJECTS
        if begins and before.low not in PREPOSITIONS | DETERMINERS and before.kind is not Kind.NAME:
            return True
    return False


def _quote_token(text: str, quote: Quotation) -> Token:
    inner = text[quote.inner_start : quote.inner_end].strip(" []()…'‘’")
    edges = inner[:1] + inner[-1:] if inner else "  "
    return Token(quote.start, quote.end, "“" + edges, Kind.QUOTE, quote)


def _tokens(text: str, start: int, end: int, last: bool = False) -> list[Token]:
    # Half of all time goes into this loop, so it looks nothing up twice.
    found: list[Token] = []
    put, new = found.append, tuple.__new__
    for match in _TOKEN.finditer(text, start, end):
        kind, low, (begin, stop) = match.lastgroup, match[0], match.span()
        if kind == "word":
            shape = _NAME if low[0].isupper() else _WORD
            low = low.lower()
            # Inside a sentence a full stop belongs to its abbreviation.
            put(new(Token, (begin, stop, low[:-1] if low[-1] == "." else low, shape, None)))
        elif kind in ("mark", "number"):
            put(new(Token, (begin, stop, low, _MARK if kind == "mark" else _NUMBER, None)))
        elif kind == "suffix":
            put(new(Token, (begin, stop, low.lower().replace("’", "'"), _SUFFIX, None)))
        elif kind is None and found and found[-1].kind is _NAME:
            continue  # "Ada Quill ’12, a clerk, said": the year in which she graduated
        elif low == "_":
            # Agencies send it for a dash: "DENE _ The levee".
            put(new(Token, (begin, stop, "—", _MARK, None)))
        else:
            put(new(Token, (begin, stop, low.lower(), _NAME if low[0].isupper() else _WORD, None)))
    if last:
        _part_last_stop(text, found)
    if _ABBREVIATED.search(text, start, end):
        for at, token in enumerate(found):
            if token.low in _NO_PRONOUNS and _ABBREVIATED.match(text, token.start):
                found[at] = token._replace(low=_NO_PRONOUNS[token.low])  # "a WHO official", "the IT minister"
    if any(token.low in _TODAY for token in found):
        found = _with_papers_of_today(text, found)
    return _with_company_forms(found) if any(token.low in _FORMS for token in found) else found


def _with_papers_of_today(text: str, tokens: list[Token]) -> list[Token]:
    """Join "Today" to the name before it, which it makes a paper's: "Dene Today reported it"."""
    kept: list[Token] = []
    for at, token in enumerate(tokens):
        before = kept[-1] if kept else None
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        named = token.kind is _NAME and token.low == "today" and text[token.start - 1] == " "
        # "Quay Opens Today" is a headline, and "Harwick Today Announced" the beginning of one.
        named = named and (following is None or following.kind is not _NAME)
        if named and before is not None and before.kind is _NAME and before.low[-1] not in "sd":
            kept[-1] = Token(before.start, token.end, f"{before.low} today", _NAME)
        else:
            kept.append(token)
    return kept


def _with_company_forms(tokens: list[Token]) -> list[Token]:
    """Leave out the commas around a company's form or "Jr.", which divide nothing: "Orsa Foods, Inc., said"."""
    kept: list[Token] = []
    for at, token in enumerate(tokens):
        if token.low == "," and 0 < at < len(tokens) - 1:
            before, after = tokens[at - 1], tokens[at + 1]
            if after.low in _FORMS and before.kind is after.kind is Kind.NAME:
                continue
            # In "Ada Quill, the head of Orsa Foods, Inc., said" the last one ends what is said of her.
            parted = before.low in _FORMS and at > 1 and tokens[at - 2].low == ","
            if parted and after.low in SPEECH and not any(each.low == "," for each in kept):
                continue
        kept.append(token)
    return kept


def _part_last_stop(text: str, found: list[Token]) -> None:
    """Split the full stop from the last word: it ends the sentence."""
    final = len(found) - 1
    while final >= 0 and found[final].kind is Kind.MARK and found[final].low in "\"'”’)]":
        final -= 1
    if final < 0:
        return
    token = found[final]
    if token.kind <= Kind.NAME and text[token.end - 1] == ".":
        found[final : final + 1] = [
            token._replace(end=token.end - 1),
            Token(token.end - 1, token.end, ".", Kind.MARK),
        ]
