"""Find where the words on a source end: "According to Ada Quill, a nurse, the levee leaks"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.attribution.speech.contents.extents import Range
from qa.attribution.speech.contents.found import Found
from qa.attribution.speech.contents.polarity import polarity_of
from qa.attribution.speech.subjects.main_clause import has_main_verb
from qa.attribution.speech.words.groups import Cue
from qa.attribution.speech.words.phrases import phrase_after
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.function_words import PREPOSITIONS
from qa.language.lexicon.roles import HUMAN, ROLES, SCIENTIST_ENDINGS

_WHO = frozenset("who whose".split())
_LONGEST = 24
"""Tokens of what is said of a source between two commas."""


def past_description(tokens: Sequence[Token], named: Range, comma: int) -> int:
    """Return the comma before what is said, past who says it: the second one of "Ada Quill, a nurse, the levee"."""
    # "According to the Harwick-based writer Ada Quill, a critic, the levee leaks"
    full = named[1] - named[0] > 1 and all(t.kind is Kind.NAME for t in tokens[named[1] - 2 : named[1]])
    if comma + 2 >= len(tokens) or tokens[comma].low != ",":
        return comma
    described = full and (tokens[comma + 1].low in _WHO or is_role(tokens, comma + 1))
    described = described or _tells_how_made(tokens, comma + 1)
    for i in range(comma + 2, min(len(tokens) - 1, comma + _LONGEST) if described else 0):
        if tokens[i].low == "," or (tokens[i].kind is Kind.QUOTE and tokens[i].low[-1] == ","):
            return i
    return comma


def _tells_how_made(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether it is told of a source how it came about: "published in the Dene Journal", "speaking on Monday"."""
    word, following = tokens[at], tokens[at + 1]
    if word.kind is not Kind.WORD or not word.low.endswith(("ed", "ing")):
        return False
    return following.low in PREPOSITIONS or following.low in TIMES


def whose_report(tokens: Sequence[Token], candidate: Found, verbs: Sequence[Cue]) -> Found:
    """Give to Quill what a source without a name says in "Quill said that, according to the report, it leaks".

    Whoever is named speaks for themselves there: "Quill said that, according to Brandt, it leaks".
    """
    at = candidate.cue[0]
    if candidate.rule != "according-to" or candidate.mention is None or at < 3:
        return candidate
    if tokens[at - 1].low != "," or tokens[at - 2].low != "that":
        return candidate
    if any(token.kind is Kind.NAME for token in tokens[slice(*candidate.mention)]):
        return candidate
    for verb in verbs:
        if verb.subject is not None and verb.end == at - 2 and not verb.negated:
            polarity = polarity_of(tokens, verb, candidate.parts)
            if polarity is None:
                return candidate
            cue = (verb.verb_at, verb.verb_at + 1)
            return Found(candidate.parts, verb.subject, cue, "that-clause", verb.verb.lemma, polarity)
    return candidate


def before_next_speaker(tokens: Sequence[Token], candidate: Found, verbs: Sequence[Cue]) -> Found:
    """End what a source says where somebody else speaks: "According to Brandt, it is old, but Quill said | it is"."""
    if candidate.rule != "according-to" or not candidate.parts or candidate.cue[0] > candidate.parts[0][0]:
        return candidate
    start, end = candidate.parts[0]
    for verb in verbs:
        at = verb.clause - 1
        speaks = verb.how == "left" and verb.frames & {"say", "tell"} and not verb.subordinate
        if speaks and start < at < end and tokens[at].low == "but" and has_main_verb(tokens, start, at):
            return replace(candidate, parts=[(start, at - 1 if tokens[at - 1].low == "," else at)])
    return candidate


def is_role(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether what somebody is stands at a place: "a nurse", "the former mayor of Salem", "U.S. attorney in"."""
    phrase = phrase_after(tokens, at)
    if phrase is None:
        return False
    head = next((i for i in range(at, phrase[1]) if tokens[i].low in PREPOSITIONS), phrase[1])
    low = tokens[head - 1].low
    return head > at and (low in ROLES | HUMAN or low.endswith(SCIENTIST_ENDINGS))
