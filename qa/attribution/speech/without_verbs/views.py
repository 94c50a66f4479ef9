"""Find whose view a sentence gives: "In Quill's view, C", "C, in the opinion of the union"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.contents.clause_shape import begins_clause
from qa.attribution.speech.contents.extents import Range, trim
from qa.attribution.speech.contents.found import Found
from qa.attribution.speech.subjects import main_clause
from qa.attribution.speech.words.phrases import phrase_after, phrase_before
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.function_words import CONJUNCTIONS, PREPOSITIONS
from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.lexicon.roles import ANY_ROLE, HUMAN

RULE = "according-to"
"""It is a source that is named, as after "according to"."""
VIEWS = frozenset("view opinion".split())
_THEIR = frozenset("his her their".split())
_LONGEST_OWNER = 8


def in_view(tokens: Sequence[Token], at: int) -> Found | None:
    """Return the attribution of "in Quill's view" or "in the view of Quill", with `at` on the noun."""
    if tokens[at].low not in VIEWS or at < 2 or at + 1 >= len(tokens):
        return None
    named = _whose(tokens, at)
    if named is None:
        return None
    mention, first, end = named
    if not (mention[1] - mention[0] == 1 and tokens[mention[0]].low in _THEIR) and not _is_somebody(
        tokens, mention
    ):
        return None  # "in the view of a boat"
    cue = (first, end)
    if first == 0 or (first == 1 and tokens[0].low in CONJUNCTIONS):
        if tokens[end].low == ",":
            end += 1
        elif tokens[end].low in PREPOSITIONS or not begins_clause(tokens, end, _first_comma(tokens, end)):
            return None  # "In her view of trade,", "In her view finder, a boat was seen", "In her view was a boat"
        content = trim(tokens, (end, len(tokens)))
        told = content is not None and main_clause.has_main_verb(tokens, *content)
        return Found([content], mention, cue, RULE, tokens[at].low) if told and content else None
    if tokens[first - 1].low != "," or not main_clause.has_main_verb(tokens, 0, first - 1):
        return None
    if end + 1 < len(tokens):
        return None  # "The clerk knew that it was, in her view, old": it may be told by another
    before = trim(tokens, (0, first - 1))
    return Found([before], mention, cue, RULE, tokens[at].low) if before else None


def _is_somebody(tokens: Sequence[Token], mention: Range) -> bool:
    """Tell whether a phrase is of people or a name: not "the harbour from Quill's house"."""
    head = next((i for i in range(*mention) if tokens[i].low in PREPOSITIONS), mention[1]) - 1
    low = tokens[max(head, mention[0])].low
    named = any(token.kind is Kind.NAME or token.low.endswith("s") for token in tokens[mention[0] : head + 1])
    return named or low in HUMAN | ANY_ROLE | GROUP_NOUNS


def _first_comma(tokens: Sequence[Token], start: int) -> int:
    return next((i for i in range(start, len(tokens)) if tokens[i].low == ","), len(tokens))


def _whose(tokens: Sequence[Token], at: int) -> tuple[Range, int, int] | None:
    """Return whose view it is, and where the words begin and end that say so."""
    if tokens[at - 1].low == "the" and tokens[at - 2].low == "in" and tokens[at + 1].low == "of":
        named = phrase_after(tokens, at + 2)
        return (named, at - 2, named[1]) if named is not None and named[1] < len(tokens) else None
    owner = at - 1
    if tokens[owner].low in _THEIR:
        return ((owner, at), owner - 1, at + 1) if tokens[owner - 1].low == "in" else None
    if tokens[owner].kind is not Kind.SUFFIX and tokens[owner].low not in "'’":
        return None
    named = phrase_before(tokens, owner)
    if named is None or named[1] - named[0] > _LONGEST_OWNER or not named[0]:
        return None
    return (named, named[0] - 1, at + 1) if tokens[named[0] - 1].low == "in" else None
