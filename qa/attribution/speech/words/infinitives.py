"""Tell infinitives from places: "to resign" and "to the quay"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.words.single_words import is_adverb
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.function_words import ADVERBS, AMOUNTS, DETERMINERS, OBJECT_PRONOUNS, PREPOSITIONS
from qa.language.lexicon.reporting_nouns import FLOORS
from qa.language.lexicon.verb_classes import TAKES_THE_FLOOR

_MORE_OR_LESS = frozenset(
    "less fewer more than under over below above about around almost nearly just".split()
)
_LONGEST = 9
"""Tokens from a verb to the purpose that follows it: "went | out of his way | to say"."""


def is_infinitive(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Tell whether a verb follows "to" at a place: "to resign", and not "to the quay" or "to Harwick"."""
    i = at + 1
    while i < end and (tokens[i].low in ADVERBS or tokens[i].low == "not" or is_adverb(tokens[i])):
        i += 1
    if i >= end or tokens[at].low != "to":
        return False
    token = tokens[i]
    if token.kind is Kind.QUOTE:
        return _quotes_infinitive(token)
    if token.kind is not Kind.WORD or token.low in DETERMINERS or token.low in PREPOSITIONS:
        return False
    if token.low.endswith("s") and not token.low.endswith("ss"):
        return False
    return not (token.low in OBJECT_PRONOUNS or token.low in TIMES or token.low.endswith("ing"))


def _quotes_infinitive(token: Token) -> bool:
    """Tell whether a quotation after "to" may be what somebody is to do: "told the board to “open the gate”"."""
    return token.quote is not None and token.low[1:2].islower()


def is_amount(tokens: Sequence[Token], to: int, end: int) -> bool:
    """Tell whether how much follows "to": "declined to under half", "to less than 40"."""
    i = to + 1
    if to >= end or tokens[to].low != "to":
        return False
    while i < end and tokens[i].low in _MORE_OR_LESS:
        i += 1
    if i >= end or i == to + 1:
        return i < end and tokens[i].kind is Kind.NUMBER
    return tokens[i].kind is Kind.NUMBER or tokens[i].low in AMOUNTS


def floor_taken(tokens: Sequence[Token], to: int) -> int | None:
    """Return the verb with which somebody takes the floor "to say" something, with `to` on "to": "held a rally to"."""
    floor = False
    for i in range(to - 1, max(-1, to - _LONGEST), -1):
        token = tokens[i]
        if token.kind >= Kind.MARK and token.low != "-":
            return None
        if token.low in TAKES_THE_FLOOR and i < to - 1:
            return i if floor else None
        floor = floor or token.low in FLOORS
    return None
