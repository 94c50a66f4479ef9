"""Tell whether "and" joins what is said of one person, or several people, and not two clauses."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.words.single_words import is_finite
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.function_words import DETERMINERS, PERSONAL, PREPOSITIONS
from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.lexicon.roles import HUMAN, ROLES, SPOKES

_KINDS = frozenset("current former past present serving retired local state national federal".split())
_NO_CALLINGS = PREPOSITIONS | PERSONAL
_RANKS = frozenset("chief managing executive senior former deputy vice".split())


def coordinates(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "and" at `at` joins two names or plurals, not two clauses."""
    if at == 0 or at + 1 >= len(tokens):
        return False
    left, right = tokens[at - 1], tokens[at + 1]
    if left.kind is Kind.NAME and (right.kind is Kind.NAME or right.low == "others"):
        return left.low not in TIMES
    if left.kind is Kind.WORD and left.low in HUMAN | ROLES and right.low in HUMAN | ROLES | _RANKS:
        # "founder and chief executive Ada Quill": two things that one person is.
        return any(token.kind is Kind.NAME for token in tokens[at + 2 : at + 4])
    if left.low in ROLES and right.low in ROLES and at > 1 and tokens[at - 2].kind is Kind.NAME:
        # "Tom Brandt CEO and founder of Orsa, said"
        return at + 2 < len(tokens) and tokens[at + 2].low in ("of", "at", "for")
    calling = left.kind is Kind.WORD and left.low.endswith(("ian", "ist"))
    if calling and right.low in ROLES and tokens[at - 2].low not in ("and", "the") and at + 2 < len(tokens):
        return tokens[at + 2].kind is Kind.NAME  # "said humanitarian and author Ada Quill"
    if (left.low in _KINDS and right.low in _KINDS) or _are_fields(tokens, at):
        return True  # "current and former officials", "the trade and industry secretary"
    plural = left.kind <= Kind.NAME and left.low.endswith("s") and not is_finite(left)
    return plural and right.kind <= Kind.NAME and (right.low.endswith("s") or right.low in DETERMINERS)


def _are_fields(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "and" at `at` joins what one office is for; "the mayor and harbour chief" are two people."""
    left, right, role = (*tokens[at - 1 : at + 2 : 2], tokens[min(at + 2, len(tokens) - 1)])
    plain = right.kind is role.kind is Kind.WORD and (left.kind is Kind.WORD or at == 1)
    two = {left.low, right.low} & (ROLES | HUMAN | GROUP_NOUNS)
    if not plain or two or role.low not in ROLES | SPOKES:
        return False
    return at == 1 or tokens[at - 2].kind is Kind.MARK or tokens[at - 2].low in DETERMINERS


def lists_callings(tokens: Sequence[Token], first: int, named: tuple[int, int]) -> bool:
    """Tell whether what somebody does stands before a name: `“It leaks,” singer, poet and clerk Ada Quill said`."""
    before = tokens[first : named[0]]
    full = named[1] - named[0] > 1 and all(
        token.kind is Kind.NAME for token in tokens[named[1] - 2 : named[1]]
    )
    callings = [token for token in before if token.low not in (",", "and", "-")]
    plain = all(token.kind is Kind.WORD and token.low not in _NO_CALLINGS for token in callings)
    lists = before[-1].low == "and" and any(token.low == "," for token in before)
    return full and lists and plain and before[0].kind is Kind.WORD
