"""Tell names from the articles and verbs that they look like: "A. Quill", "Will Quill", "Ada Broke"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.tokens import Kind, Token
from qa.language.lexicon.function_words import AUXILIARIES
from qa.language.lexicon.reporting_verbs import SPEECH

_NAMES_TOO = frozenset("will rose drew".split())
"""Finite verbs that are frequent names."""
_SAYS = SPEECH | {"told", "tells"}
_SMALL_WORD = 3
"""Letters of a word that may lack its capital in a headline: "of", "the"."""


def is_initial(token: Token) -> bool:
    """Tell whether a token is a letter with a full stop: "A." in "James A. Quill" is no article."""
    return token.kind is Kind.NAME and len(token.low) == 1 and token.end - token.start == 2


def is_given_name(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "Will" is a name: a capital before another one, and after none; or beside "said", as "Rose" too."""
    if tokens[at].low not in _NAMES_TOO or tokens[at].kind is not Kind.NAME or at + 1 >= len(tokens):
        return False
    if tokens[at + 1].low in _SAYS or (at and tokens[at - 1].low in _SAYS):
        return True  # "said Rose", "Drew told them"
    if tokens[at].low != "will":
        return False
    after_name = at > 0 and tokens[at - 1].kind is Kind.NAME
    return tokens[at + 1].kind is Kind.NAME and not after_name


def is_surname(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word that looks like a verb is a name: the "Broke" between a capital and small words."""
    if at == 0 or at + 1 >= len(tokens) or tokens[at].low in AUXILIARIES:
        return False
    between = tokens[at - 1].kind is Kind.NAME and tokens[at + 1].kind is Kind.WORD
    return tokens[at].kind is Kind.NAME and between


def is_title_case(tokens: Sequence[Token]) -> bool:
    """Tell whether most words have a capital, as in a headline: "Quill Says Levee Broke Overnight"."""
    words = [token.kind for token in tokens if token.kind <= Kind.NAME and len(token.low) > _SMALL_WORD]
    return 2 * words.count(Kind.NAME) > len(words)
