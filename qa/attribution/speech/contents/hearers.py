"""Find where the person ends whom somebody tells something: "told her | she was right", "told MPs | Quill had left"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.words.phrases import Phrase, phrase_after
from qa.attribution.speech.words.single_words import is_finite, is_verb_like
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.function_words import DETERMINERS, HEARERS, PERSONAL, PLURALS, PREPOSITIONS
from qa.language.lexicon.reporting_nouns import SPEECH_PLACES
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.lexicon.roles import ANY_ROLE, HUMAN
from qa.language.lexicon.titles import BEFORE_SURNAMES
from qa.language.lexicon.verb_classes import IRREGULAR_PARTICIPLES

_NO_HEARER = frozenset(("who", "which", ":", ";", "of", "against"))
"""What ends a long hearer before "that"."""
_LONGEST_HEARER = 16
_LONGEST_TIME = 8
_WHEN = frozenset(("after", "before"))
_HEARING = frozenset(
    "inquiry enquiry inquest court jury hearing tribunal committee conference meeting commission panel".split()
)
"""Where something is told, in one word: "told the inquest staff were tired"."""
_OUTLETS = frozenset("bbc itv cnn nbc cbs cbc npr pbs afp reuters".split())
"""Outlets that are heard by one word: "told the BBC prices were too high"."""


def skip_hearer(tokens: Sequence[Token], at: int, bound: int) -> int:
    """Return where what is told begins after a verb: after whoever hears it, if anybody is named."""
    if at < bound and tokens[at].low == "that":
        return at  # "warned that it would break": nobody is named
    heard = at + 1 < bound and tokens[at].low in HEARERS
    if heard and (_begins_clause(tokens[at + 1]) or tokens[at + 1].low == ":"):
        return at + 1  # "told her she was right", "asked her:"
    found = phrase_after(tokens, at, bound)
    if found is None:
        return at
    if found[1] + 1 < bound and tokens[found[1]].low == "and":
        other = phrase_after(tokens, found[1] + 1, bound)
        if other is None or other[1] >= bound:
            return found[1]
        if heard:
            return _before_subject(tokens, other)  # "told him and his wife there would be a vote"
        if is_finite(tokens[other[1]]):
            begins = _before_subject(tokens, found)
            return begins if begins < found[1] else at  # "warned the health and care sector was at risk"
    after = tokens[found[1]] if found[1] < bound else None
    told = after is not None and (is_finite(after) or (is_verb_like(after) and not after.low.endswith("ing")))
    return _before_subject(tokens, found) if told else found[1]


def _begins_clause(token: Token) -> bool:
    return token.low in PERSONAL or token.low in ("it", "the", "there", "this", "that")


def _before_subject(tokens: Sequence[Token], phrase: Phrase) -> int:
    """Return where the subject of what is told begins, in a phrase before its verb: "MPs | Mr Quill" before "had"."""
    first, end = phrase
    for i in range(first + 1, end):
        if (
            tokens[i].kind is Kind.NAME
            and tokens[i].low in BEFORE_SURNAMES
            and tokens[first].low not in BEFORE_SURNAMES
        ):
            return i
    if end - first > 1 and tokens[end - 1].low == "there":
        return end - 1
    head = tokens[first]
    if end - first > 1 and head.low in HEARERS and tokens[first + 1].kind is Kind.NAME:
        return first + 1
    if end - first > 1 and _are_hearers(head):
        return first + 1
    if end - first > 2 and head.low in DETERMINERS and tokens[first + 1].low in _HEARING | _OUTLETS:
        return first + 2
    if end - first > 1 and head.low in _OUTLETS and tokens[first + 1].kind is Kind.WORD:
        return first + 1
    return end


def _are_hearers(token: Token) -> bool:
    low = token.low
    people = low.endswith("s") and (low in ANY_ROLE or low.removesuffix("s") in ANY_ROLE | HUMAN | {"mp"})
    return people or (low in PLURALS and low not in ("people", "others"))


def distant_that(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Return where "that" stands after a long hearer: "told the largely female audience in the hall that"."""
    if start < end and tokens[start].low == "against":
        return None  # "warned against assuming that it holds" is no warning that it holds
    for i in range(start + 1, min(end - 2, start + _LONGEST_HEARER)):
        token = tokens[i]
        if token.low == "," and (that := _past_aside(tokens, i, end)) is not None:
            return that
        if token.kind is Kind.QUOTE or token.low in _NO_HEARER or is_finite(token):
            return None
        if token.low == "that":
            after = tokens[i + 1]
            return None if is_finite(after) or after.low in VERBS else i
    return None


def leads_to_deed(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Tell whether "to" leads to what somebody will do, and not to a hearer: "pledged to the board in July that"."""
    if at >= end or tokens[at].low != "to":
        return False
    hears = at + 1 < end and (tokens[at + 1].low in DETERMINERS or tokens[at + 1].kind is Kind.NAME)
    that = distant_that(tokens, at, end) if hears else None
    if that is None or any(token.kind is Kind.MARK for token in tokens[at:that]):
        return True
    # "agreed to a clause that keeps her from leaving"
    return not (_begins_clause(tokens[that + 1]) or tokens[that + 1].low in DETERMINERS)


def _past_aside(tokens: Sequence[Token], comma: int, end: int) -> int | None:
    """Return where "that" stands after what is said of the hearers: "told clerks, many of whom left, that"."""
    relative = any(token.low in ("who", "whom") for token in tokens[comma + 1 : comma + 4])
    for i in range(comma + 2, min(end - 2, comma + _LONGEST_HEARER) if relative else 0):
        if tokens[i].kind is Kind.QUOTE:
            return None
        if tokens[i].low == ",":
            return i + 1 if tokens[i + 1].low == "that" else None
    return None


def skip_sent(tokens: Sequence[Token], at: int, bound: int) -> int:
    """Step over what is told of a message, up to "that": "said in an email | sent to members on Monday | that".

    So in "said in a statement marking the day that": a word in -ing looks like part of the phrase before it.
    """
    if at >= bound:
        return at
    doing = tokens[at - 1].low.endswith("ing") and tokens[at - 1].low not in SPEECH_PLACES
    if tokens[at].low == ",":
        return _past_listed_hearers(tokens, at, bound)
    if tokens[at - 1 - doing].low not in SPEECH_PLACES:
        return _past_time_of_message(tokens, at, bound)
    done = doing or is_verb_like(tokens[at]) or tokens[at].low in IRREGULAR_PARTICIPLES
    that = distant_that(tokens, at, bound) if done and tokens[at].kind is Kind.WORD else None
    return at if that is None else that


def _past_listed_hearers(tokens: Sequence[Token], comma: int, bound: int) -> int:
    """Step over who else gets a message, up to "that": "said in a note to bakers |, clerks and sailors | that"."""
    near = tokens[max(0, comma - _LONGEST_TIME) : comma]
    if not any(token.low in SPEECH_PLACES for token in near):
        return comma
    joined = False
    for i in range(comma + 1, min(bound - 1, comma + _LONGEST_HEARER)):
        low = tokens[i].low
        if low == "that":
            return i if joined and not is_finite(tokens[i + 1]) else comma
        joined = joined or low == "and"
        if low != "," and (tokens[i].kind > Kind.NUMBER or low in PERSONAL or is_finite(tokens[i])):
            return comma
        if is_verb_like(tokens[i]) and (tokens[i + 1].low == "that" or tokens[i + 1].low in PREPOSITIONS):
            return comma  # "said in a note, and the clerk and Brandt agreed that"; not "and retired sailors that"
    return comma


def _past_time_of_message(tokens: Sequence[Token], at: int, bound: int) -> int:
    """Step over when a message came, up to "that": "said in a note after the vote | was lost | that"."""
    when = next((i for i in range(at - 1, max(1, at - _LONGEST_TIME), -1) if tokens[i].low in _WHEN), 0)
    if not when or tokens[when - 1].low not in SPEECH_PLACES:
        return at
    for i in range(at, min(bound - 1, at + _LONGEST_HEARER)):
        if tokens[i].kind > Kind.NUMBER or tokens[i].low in ("who", "which"):
            return at
        if tokens[i].low == "that":
            return at if is_finite(tokens[i + 1]) else i
    return at
