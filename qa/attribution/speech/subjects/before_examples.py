"""Find who speaks where several examples stand before the verb: "Ports including Dene, Hale and Orsa said"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.words.phrases import Phrase, phrase_before
from qa.attribution.speech.words.tokens import Kind, Token

_JOINS = frozenset((",", "and", "or", "the", "of"))
_LONGEST = 30
"""Tokens of the examples."""


def before_examples(tokens: Sequence[Token], verb: int) -> Phrase | None:
    """Return the noun phrase before "including" and at least two names, which are not alone in saying it."""
    end = verb - (tokens[verb - 1].low == ",") if verb else 0
    at = end - 1
    while at > max(0, end - _LONGEST) and (tokens[at].kind is Kind.NAME or tokens[at].low in _JOINS):
        at -= 1
    if at < 1 or not any(token.low in (",", "and", "or") for token in tokens[at + 1 : end]):
        return None
    if tokens[at].low == "as" and tokens[at - 1].low == "such":
        at -= 1
    elif tokens[at].low != "including":
        return None
    head = at - (tokens[at - 1].low == ",")
    found = phrase_before(tokens, head)
    plural = found is not None and tokens[head - 1].low.endswith("s") and tokens[head - 1].kind is Kind.WORD
    return found if plural else None
