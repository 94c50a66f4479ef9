"""Find the colon that leads from a reporting verb to a quotation, past whom it was said to and where."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.extents import is_full
from qa.attribution.speech.tokens import Kind, Token
from qa.language.lexicon.function_words import DETERMINERS, OUTER_ONLY, SUBORDINATORS
from qa.language.lexicon.reporting_verbs import VERBS

_LONGEST = 14


def colon_before_quote(tokens: Sequence[Token], at: int, bound: int) -> int:
    """Return where a colon stands before a quotation: "added, on the Today programme: “Yes”"; 0 after a clause."""
    for i in range(at, min(bound - 1, at + _LONGEST)):
        token = tokens[i]
        if token.low == ":":
            return i if is_full(tokens[i + 1]) else 0
        if token.kind is Kind.QUOTE or token.low in SUBORDINATORS:
            return 0
        if token.low in OUTER_ONLY and token.low != "'s":
            return 0
        verb = VERBS.get(token.low) if token.kind is Kind.WORD else None
        # "In a note", "the Today show": a base form is rather a noun here.
        if verb is not None and verb.form != "base" and tokens[i - 1].low not in DETERMINERS:
            return 0
    return 0
