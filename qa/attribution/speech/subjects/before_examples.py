"""Find who speaks where several examples stand before the verb: "Ports including Dene, Hale and Orsa said"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.words.phrases import Phrase, phrase_before
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.function_words import CONJUNCTIONS, SUBORDINATORS

_JOINS = frozenset((",", "and", "or", "the", "of"))
_LONGEST = 30
"""Tokens of the examples."""


def before_examples(tokens: Sequence[Token], verb: int) -> Phrase | None:
    """Return the noun phrase before "including" and at least two names, which are not alone in saying it."""
    end = verb - (tokens[verb - 1].low == ",") if verb else 0
    at = end - 1
    while at > max(0, end - _LONGEST) and (tokens[at].kind is Kind.NAME or tokens[at].low in _JOINS):
        at -= 1
    last = next(
        (token.low for token in reversed(tokens[at + 1 : end]) if token.low in (",", "and", "or")), ","
    )
    if at < 1 or last == ",":
        return None  # "After trips to ports including Dene and Hale, Ada Quill said"
    if tokens[at].low == "as" and tokens[at - 1].low == "such":
        at -= 1
    elif tokens[at].low != "including":
        return None
    head = at - (tokens[at - 1].low == ",")
    found = phrase_before(tokens, head)
    if found is None or not tokens[head - 1].low.endswith("s") or tokens[head - 1].kind is not Kind.WORD:
        return None
    left = tokens[found[0] - 1] if found[0] else None
    # "The firm, which runs ports including Dene and Hale, said" is the firm.
    begins = left is None or left.kind > Kind.SUFFIX or left.low in CONJUNCTIONS | SUBORDINATORS
    return found if begins else None
