"""Find the name after a deed that describes it: "The judge hearing the case, Ivo Brandt, said"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.words.phrases import Phrase
from qa.attribution.speech.words.single_words import is_finite, is_verb_like
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.function_words import CONJUNCTIONS, PERSONAL, SUBORDINATORS
from qa.language.lexicon.offices import JOBS
from qa.language.lexicon.roles import ANY_ROLE, HUMAN

_ROLES = ANY_ROLE | HUMAN | JOBS
_ENDS = ("er", "or", "man", "accused")
"""How other words for somebody end: "the killer"."""
_BREAKS = CONJUNCTIONS | PERSONAL | SUBORDINATORS


def after_deed(tokens: Sequence[Token], closing: int) -> tuple[Phrase, int] | None:
    """Return the name before the comma at `closing`, and where its clause begins, if a deed leads from a role to it.

    In "The doctor treating the victim, Ivo Brandt, said" either may be Brandt.
    """
    comma = closing - 1
    while comma > 0 and tokens[comma].kind is Kind.NAME:
        comma -= 1
    if tokens[0].low != "the" or not 3 < comma < closing - 2 or tokens[comma].low != ",":
        return None
    words = tokens[:comma]
    deed = next((i for i in range(2, comma - 1) if words[i].low.endswith("ing")), 0)
    if not deed or words[deed - 1].low not in _ROLES or any(t.kind > Kind.NUMBER for t in words):
        return None
    if words[-1].low in _ROLES or words[-1].low.endswith(_ENDS) or words[-1].kind is Kind.NAME:
        return None
    broken = any(
        is_finite(t) or is_verb_like(t) or t.low in _BREAKS for i, t in enumerate(words) if i and i != deed
    )
    return None if broken else ((comma + 1, closing), 0)
