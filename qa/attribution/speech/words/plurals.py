"""Tell whether what stands before a verb form is a plural, so that the form is a verb there: "analysts say"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.words.narrowed import narrowed
from qa.attribution.speech.words.phrases import head_of, phrase_before, serves
from qa.attribution.speech.words.shares import share
from qa.attribution.speech.words.single_words import is_finite
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.adjectives import ADJECTIVE_LINKS
from qa.language.lexicon.function_words import (
    CONJUNCTIONS,
    COUNTS,
    DETERMINERS,
    OUTER_ONLY,
    PERSONAL,
    PLURALS,
    PREPOSITIONS,
    SUBORDINATORS,
    WHEREABOUTS,
)
from qa.language.lexicon.groups import BODIES
from qa.language.lexicon.offices import JOBS
from qa.language.lexicon.reporting_nouns import PUBLICATIONS, SAYING_NOUNS
from qa.language.lexicon.roles import ANY_ROLE, HUMAN

SHOWING = frozenset("show suggest indicate reveal find".split())
OF_MANY = frozenset("say argue include believe think want hope fear insist warn claim".split())
"""Verbs whose form shows that what stands before them is a plural."""
_ARE = frozenset("are were have remain feel".split())
_LONGEST_STATE = 16
"""Tokens of what several are: "are divided over which way is best"."""
_COLLECTIVELY = frozenset("say believe argue insist".split())
"""Verbs that are no nouns, so that before them a body can only be several people."""
_BESIDE_QUOTATIONS = frozenset("state add explain write continue tell".split())
"""Verbs that a body has as several people have them right after a quotation: `“We are back,” the band add.`"""
COLLECTIVES = BODIES | frozenset(
    "act audience band board cabinet cast charity choir couple crew duo family foursome group jury label majority"
    " management orchestra outfit pair panel public quartet quintet side staff squad trio trust youth".split()
)
_MANY = frozenset("those people majorities officials most many".split())


def plural_before(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether what stands before a form is plural: "residents say", "Quill and Brandt say", no "Quill say"."""
    if at == 0:
        return False
    left = tokens[at - 1]
    if (
        at > 1
        and left.low in WHEREABOUTS
        and (tokens[at - 2].low.endswith("s") or tokens[at - 2].low in PLURALS)
    ):
        return True  # "Farmers upstream say"
    if left.low in PLURALS or share(tokens, at) is not None:
        return True
    if (
        left.kind is Kind.NAME
        and at + 1 < len(tokens)
        and tokens[at + 1].low == "that"
        and _joined(tokens, at)
    ):
        return True  # "Marsh and Cole of the University of Norvik suggest that"
    if left.low in ("that", "which") and at > 1:
        return tokens[at - 2].low in SAYING_NOUNS and tokens[at - 2].low.endswith("s")
    outer = narrowed(tokens, at)
    if outer is not None and (tokens[outer[1] - 1].low.endswith("s") or tokens[outer[1] - 1].low in PLURALS):
        return True  # "people close to Quill say"
    if _several(tokens, at) or _is_collective(tokens, at) or joins_plural(tokens, at):
        return True
    relative = next((i for i in range(at - 2, max(0, at - 11), -1) if tokens[i].low == "who"), 0)
    if relative and tokens[relative - 1].low.endswith("s"):
        return True  # "the groups who wrote to her say"
    if left.kind is Kind.NAME:
        # "Bush and Chris Christie say"
        first = at - 1
        while first > 0 and tokens[first - 1].kind is Kind.NAME and at - first < 4:
            first -= 1
        if first > 1 and tokens[first - 1].low == "and" and tokens[first - 2].kind is Kind.NAME:
            return True
    for i in range(at - 1, max(-1, at - 5), -1):
        if tokens[i].low in ("a", "an", "every", "each", "another", "this"):
            return False
        if tokens[i].kind is Kind.MARK or tokens[i].low in PREPOSITIONS:
            break
    if left.kind is Kind.QUOTE:
        return tokens[at].low == "say"  # `"Quill lied," say the Reds`
    if left.kind is Kind.MARK:
        return left.low in (",", ")")
    return left.kind <= Kind.NAME and left.low.endswith("s") and not left.low.endswith("ss")


def joins_plural(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a form goes on after "and" with what several are: "Analysts are divided and | say that"."""
    if tokens[at - 1].low != "and" or tokens[at].low not in OF_MANY or at + 1 >= len(tokens):
        return False
    if not (tokens[at + 1].low in DETERMINERS | PERSONAL | {"that"} or tokens[at + 1].kind is Kind.NAME):
        return False
    near = range(at - 2, max(0, at - _LONGEST_STATE), -1)
    are = next((i for i in near if tokens[i].low in _ARE or is_finite(tokens[i])), 0)
    several = phrase_before(tokens, are) if are and tokens[are].low in _ARE else None
    return several is not None and plural_before(tokens, head_of(tokens, several) + 1)


def _is_collective(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a body or a plural in -men opens a clause and takes the plural: "The council say", "Boatmen say"."""
    left = tokens[at - 1]
    if tokens[at].low not in _COLLECTIVELY | _BESIDE_QUOTATIONS or left.kind > Kind.NAME:
        return False
    if left.kind is Kind.WORD and not (
        left.low in COLLECTIVES or left.low.endswith(("men", "folk", "people"))
    ):
        return False
    phrase = phrase_before(tokens, at)
    if phrase is None or (left.kind is Kind.NAME and tokens[phrase[0]].low in COUNTS):
        return False
    # "Let the council say", "What the council say is"
    before = tokens[phrase[0] - 1] if phrase[0] else None
    if tokens[at].low in _BESIDE_QUOTATIONS:
        return before is not None and before.kind is Kind.QUOTE and before.low[-1] in ",.?!"
    return before is None or before.kind is Kind.QUOTE or before.low in (",", ";", "but", "while", "although")


def _joined(tokens: Sequence[Token], at: int) -> bool:
    subject = phrase_before(tokens, at)
    return subject is not None and any(t.low == "and" for t in tokens[slice(*subject)])


def _several(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a plural stands before a verb with more words between: "majorities in all five say".

    Before any other verb than "say" it must be one for people: "residents of the old mill claim", but "the details of
    the claim".
    """
    for i in range(at - 1, max(-1, at - 9), -1):
        token = tokens[i]
        if token.kind > Kind.NUMBER or token.low in OUTER_ONLY or token.low in ("and", "or"):
            return False
        if token.low == "to" and not (tokens[i - 1].low in ADJECTIVE_LINKS or serves(tokens[i - 1])):
            return False
        if tokens[at].low == "say" and token.low in _MANY:
            return True
        governs = i < at - 1 and tokens[i + 1].low in PREPOSITIONS and token.low.endswith("s")
        if governs and token.low in PUBLICATIONS and tokens[at].low in SHOWING:
            return True  # "figures from the board show"
        if governs and (_are_people(tokens, i) or (tokens[at].low == "say" and token.kind is Kind.WORD)):
            return True
    return False


def _are_people(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a plural for people stands at a place and begins a clause with its own words."""
    low = tokens[at].low
    phrase = (
        phrase_before(tokens, at + 1) if low in ANY_ROLE or low.removesuffix("s") in HUMAN | JOBS else None
    )
    if phrase is None or not phrase[0]:
        return phrase is not None
    left = tokens[phrase[0] - 1]
    return left.kind in (Kind.MARK, Kind.QUOTE) or left.low in CONJUNCTIONS | SUBORDINATORS
