"""Find a subject that a participle, an adjective or a time narrows: "boaters trying to reach the island say"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.words.phrases import Phrase, phrase_before
from qa.attribution.speech.words.single_words import is_adverb, is_finite, is_verb_like
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.adjectives import ADJECTIVE_LINKS
from qa.language.lexicon.calendar import SPANS, TIMES
from qa.language.lexicon.common_nouns import NOUNS_IN_ING
from qa.language.lexicon.function_words import CONJUNCTIONS, PLURALS, PREPOSITIONS, SUBORDINATORS
from qa.language.lexicon.verb_classes import IRREGULAR_PARTICIPLES, WHEN_ASKED

_LONGEST = 14
"""Tokens between a participle and the verb of the sentence; more is rarely one phrase."""
_OPENS = CONJUNCTIONS | SUBORDINATORS
_OF_SEVERAL = {"are", "have", "were"}
_AGENTS = {"by"}
_SENT = {"sent": {"to", "from", "via", "on"}}
_MET = WHEN_ASKED | {"spoke", "talked", "met", "interviewed", "surveyed"}


def narrowed(tokens: Sequence[Token], group: int, *, loose: bool = False) -> Phrase | None:
    """Return the subject of the verb group at `group` that a participle narrows, or None.

    The participle must have something after it, so that in "a plan the board drawn up said" no board is lost, and
    its noun must begin a clause. `loose`: "with" narrows too, as in "bakers with ties to Quill".
    """
    if tokens[group - 1].kind is Kind.MARK:
        return None  # "Quill, an expert on messaging, said"
    inner = phrase_before(tokens, group)
    first = inner[0] if inner is not None else group - 1
    if first < 2 or not _complements(tokens, first):
        return None
    for i in range(first - 1, max(0, group - _LONGEST), -1):
        token = tokens[i]
        if token.kind >= Kind.MARK and token.low != "-":
            return None
        # "A letter sent to staff", "a review led by Quill", but "the fall led to charges that".
        sent = token.low in IRREGULAR_PARTICIPLES and tokens[i + 1].low in _AGENTS | _SENT.get(
            token.low, set()
        )
        stops = token.kind is Kind.WORD and (is_finite(token) or token.low in _OPENS)
        if stops and not (sent or _is_be(tokens, i)):
            return None
        if not (_narrows(tokens, i) or (loose and token.low in ("with", "like"))):
            continue
        # "sources closely linked with the deal"
        closely = is_adverb(tokens[i - 1]) and not token.low.endswith("ing")
        outer = phrase_before(tokens, i - 1 if closely else i)
        if outer is not None and _begins_clause(tokens, outer):
            return outer
    return None


def who_are_like(tokens: Sequence[Token], named: int) -> Phrase | None:
    """Return the several people of whom a name is one: "Critics" in "Critics like | Ada Quill, a baker, say"."""
    at = (
        named - 2 if named > 1 and [t.low for t in tokens[named - 2 : named]] == ["such", "as"] else named - 1
    )
    if at < 1 or tokens[at].low not in ("such", "like"):
        return None
    outer = phrase_before(tokens, at - 1 if tokens[at - 1].low == "," else at)
    if outer is None or not _begins_clause(tokens, outer):
        return None
    head = tokens[outer[1] - 1].low
    return outer if head.endswith("s") or head in PLURALS else None


def before_contact_clause(tokens: Sequence[Token], group: int) -> int:
    """Step back over how the reporter met a speaker: "clerks | we spoke to | say", "a clerk | I met | said"."""
    met = group - 2 if tokens[group - 1].low in ("to", "with") else group - 1
    return met - 1 if met > 1 and tokens[met].low in _MET and tokens[met - 1].low in ("i", "we") else group


def before_day(tokens: Sequence[Token], end: int) -> int:
    """Step back over the day on which somebody speaks: "Sources in Dene | on Friday, however, say"."""
    timed = end > 3 and tokens[end - 1].low in TIMES and tokens[end - 2].low == "on"
    return end - 2 if timed and tokens[end - 3].kind <= Kind.NAME else end


def _complements(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a phrase hangs on a preposition or a verb before it, and is no subject of its own."""
    while first > 1 and tokens[first - 1].low in ("past", "last", "next", "the"):
        first -= 1
    left = tokens[first - 1]
    if left.low in TIMES or tokens[first].low in TIMES or left.low in PREPOSITIONS:
        return True
    return left.kind is Kind.WORD and (left.low.endswith("ing") or tokens[first - 2].low == "to")


def _narrows(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a participle, "close to" or "to be" begins at a place."""
    token, following = tokens[at], tokens[at + 1]
    if token.kind is not Kind.WORD or "-" in token.low:
        return False
    if token.low == "to":
        return following.low == "be"
    if token.low.endswith("ing"):
        return len(token.low) > 4 and token.low not in NOUNS_IN_ING and token.low not in PREPOSITIONS
    takes = following.low in PREPOSITIONS
    participle = is_verb_like(token) or token.low in IRREGULAR_PARTICIPLES
    return takes and (token.low in ADJECTIVE_LINKS or participle)


def _is_be(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].low == "be" and tokens[at - 1].low == "to"


def _begins_clause(tokens: Sequence[Token], phrase: Phrase) -> bool:
    head = tokens[phrase[1] - 1]
    if head.kind > Kind.NAME or head.low in TIMES:
        return False
    if not phrase[0]:
        return True
    left = tokens[phrase[0] - 1]
    return left.low in (",", ":", ";", "—", "--", "–") or left.low in _OPENS


def before_event(tokens: Sequence[Token], at: int, group: int) -> Phrase | None:
    """Return what a sentence opens with that its verb fits, unlike what is nearer: "The cases before the court call".

    In "Hours before the boards have said so, it broke" a clause begins after "before".
    """
    outer = phrase_before(tokens, at) if tokens[at].low == "before" else None
    if outer is None or any(is_finite(t) or is_verb_like(t) or t.low in SPANS for t in tokens[:at]):
        return None
    opens = not outer[0] or tokens[outer[0] - 1].low == ","
    several = tokens[group].low in _OF_SEVERAL and tokens[outer[1] - 1].low.endswith("s")
    return outer if opens and several and not tokens[group - 1].low.endswith("s") else None
