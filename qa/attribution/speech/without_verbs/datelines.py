"""Leave out the place before an article's first sentence: "DOVER, Del., Jan. 5 (AP) — The levee leaks"."""

from __future__ import annotations

import re

from qa.attribution.speech.contents.extents import DASHES
from qa.attribution.speech.without_verbs import named_sources
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.first_names import is_given
from qa.language.lexicon.function_words import DETERMINERS, PREPOSITIONS
from qa.language.lexicon.page_words import AGENCIES
from qa.language.lexicon.places import LANDS, PROPER_PLACES
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.patterns import regex

_SHORT_PLACE = 4
_KNOWN_PLACES = PROPER_PLACES | LANDS
_STOPPED = regex(r"\.[\"”’)]*\s*\Z")
_WHERE = regex(r"\b(?:in|at|near|from|around|outside|across) $")
_OF_ONESELF = regex(r"\b(?:I|we|my|our|us|me)\b(?!\.)|\bWe\b")
AGENCY_WORDS = frozenset(name.casefold() for name in AGENCIES)


def without_dateline(text: str, tokens: list[Token]) -> list[Token]:
    """Drop "DOVER, Del., Jan. 5 (AP) —", "DOVER - " or "Dover (AP)" from a sentence's beginning."""
    # A hyphen stands for a dash after capitals only: "Quill - the mayor - said".
    shouted = text[tokens[0].start : tokens[0].end].isupper()
    sent = _after_agency(tokens)
    if sent and (shouted or tokens[sent - 1].end == tokens[sent].start):
        return tokens[sent:]  # "Dene (AP)Ada Quill said" has lost the blank after its place
    if shouted and (colon := _after_place(text, tokens)):
        return tokens[colon:]
    if shouted and (bare := _after_bare_place(text, tokens)):
        return tokens[bare:]
    for i, token in enumerate(tokens[:14]):
        spaced = token.low == "-" and i > 0 and tokens[i - 1].end < token.start
        if (token.low in DASHES or (spaced and shouted)) and 0 < i + 1 < len(tokens):
            # "Dene County — the driest of all — leaks, Quill said" is about a place, and begins with it.
            return tokens[i + 1 :] if shouted or tokens[i + 1].kind is not Kind.WORD else tokens
        if token.kind not in (Kind.NAME, Kind.NUMBER, Kind.MARK):
            break
    return tokens


def _after_bare_place(text: str, tokens: list[Token]) -> int:
    """Return where the first sentence begins after a place that lost its mark, "DOVER The levee leaks"; else 0."""
    i = 0
    while i < min(len(tokens) - 1, _SHORT_PLACE) and _is_shouted(text, tokens[i]):
        i += 1
    place, first = text[tokens[0].start : tokens[max(i, 1) - 1].end], text[tokens[i].start : tokens[i].end]
    alone = (
        i > 0 and not text[: tokens[0].start].rstrip().endswith((".", "!", "?")) and len(place) > _SHORT_PLACE
    )
    return i if alone and first[0].isupper() and tokens[i].low in DETERMINERS | PREPOSITIONS else 0


def _is_shouted(text: str, token: Token) -> bool:
    return token.kind is Kind.NAME and text[token.start : token.end].isupper()


def _after_agency(tokens: list[Token]) -> int:
    """Return where a sentence begins after a place and an agency without a dash, "DENE (AP) Ada Quill said", or 0."""
    closing = next((i for i, token in enumerate(tokens[:10]) if token.low == ")"), 0)
    if closing < 3 or closing + 1 >= len(tokens) or tokens[closing + 1].kind > Kind.NAME:
        return 0
    place = tokens[: closing - 2]
    named = bool(place) and all(token.kind in (Kind.NAME, Kind.NUMBER, Kind.MARK) for token in place)
    return (
        closing + 1
        if named and tokens[closing - 2].low == "(" and tokens[closing - 1].low in AGENCY_WORDS
        else 0
    )


def _after_place(text: str, tokens: list[Token]) -> int:
    """Return where the first sentence begins after its place, as in "DOVER: The levee leaks, Quill said", or 0.

    In a transcript such a name opens many lines, and what follows is all that its bearer says.
    """
    colon = next((i for i, token in enumerate(tokens[:4]) if token.low == ":"), 0)
    if not colon or colon + 1 >= len(tokens) or text[: tokens[0].start].strip():
        return 0
    place = text[tokens[0].start : tokens[colon].end]
    reports = any(token.low in VERBS or token.low in named_sources.ACCORDING for token in tokens[colon:])
    alone = text.count(place) == 1 and tokens[colon + 1].kind is Kind.NAME
    return colon + 1 if place.isupper() and len(place) > _SHORT_PLACE and alone and reports else 0


def is_place_before(text: str, name: str, start: int, end: int) -> bool:
    """Tell whether what stands before a colon is the place of an article's first sentence, from `start` to `end`.

    "SORU QAZ: The mill has been sold to investors." ends with a stop, as headlines do not, and what follows never names
    Soru Qaz, as it would whom a headline quotes, but as a place.
    """
    told = text[start:end]
    if _STOPPED.search(told) is None or _OF_ONESELF.search(told) or told.lstrip()[:1] in "\"“'‘":
        return False
    words = name.casefold().split()
    if name.casefold() in _KNOWN_PLACES or (words[-1] in _KNOWN_PLACES and not is_given(words[0])):
        return True
    rest = text[end:]
    named = re.compile(rf"\b(?:{re.escape(words[0])} )?\b{re.escape(words[-1])}\b", re.I).finditer(rest)
    return rest.strip() != "" and all(
        _WHERE.search(rest, max(0, one.start() - 9), one.start()) for one in named
    )
