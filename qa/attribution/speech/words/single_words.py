"""Tell what a single token is by itself: a word, a verb with a subject, an adverb, a participle."""

from __future__ import annotations

from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.common_nouns import NOUNS_IN_LY
from qa.language.lexicon.function_words import NEGATIONS, OUTER_ONLY
from qa.language.lexicon.reporting_verbs import VERBS


def is_word(token: Token) -> bool:
    return token.kind <= Kind.NUMBER


def is_finite(token: Token) -> bool:
    """Tell whether a token is surely a verb with a subject, judged by itself."""
    return (token.low in OUTER_ONLY and token.low != "'s") or token.low in NEGATIONS


def is_adverb(token: Token) -> bool:
    """Tell whether a word has the ending of an adverb and is no noun for all that, such as "the daily"."""
    low = token.low
    return (
        token.kind is Kind.WORD
        and low.endswith("ly")
        and len(low) > 4
        and low not in NOUNS_IN_LY
        and "-" not in low
    )


def is_verb_like(token: Token) -> bool:
    if token.kind is not Kind.WORD or "-" in token.low:
        return False  # "state-owned", "Paris-based"
    verb = VERBS.get(token.low)
    return token.low.endswith("ed") or (verb is not None and verb.form in ("past", "ing"))
