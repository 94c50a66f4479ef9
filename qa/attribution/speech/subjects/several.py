"""Find all of a subject that is several, of whom only the last stands before the verb."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.subjects import main_clause
from qa.attribution.speech.words.groups import Cue
from qa.attribution.speech.words.phrases import Phrase, head_of, phrase_before
from qa.attribution.speech.words.single_words import is_verb_like
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.function_words import DETERMINERS, PLURALS
from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.lexicon.roles import ANY_ROLE, HUMAN
from qa.language.lexicon.verb_classes import OTHER_PASTS

_LONGEST_LIST = 24


def between(tokens: Sequence[Token], last: Phrase) -> Phrase | None:
    """Return what is between several: "A study between Orsa, the Dene Institute, and the Hale Institute found"."""
    if last[0] < 4 or tokens[last[0] - 1].low != "and":
        return None
    for i in range(last[0] - 2, max(0, last[0] - _LONGEST_LIST), -1):
        if tokens[i].low == "between":
            outer = phrase_before(tokens, i)
            return (outer[0], last[1]) if outer is not None else None
        if (tokens[i].kind > Kind.SUFFIX and tokens[i].low != ",") or tokens[i].low == "and":
            return None  # "Talks between Orsa and Dene failed, and the mayor said"
    return None


def with_first_of_two(tokens: Sequence[Token], cue: Cue, last: Phrase) -> Phrase | None:
    """Return both who end a sentence with what they said: "The levee leaks, Quill and the Dene Harbour Board said"."""
    head = tokens[head_of(tokens, last)].low
    second = tokens[last[0]].low in DETERMINERS or tokens[last[1] - 1].low.endswith("s")
    second = second or head.endswith("s") or head in ANY_ROLE | HUMAN or last[1] - last[0] == 1
    joint = last[0] - 1
    closes = cue.end >= len(tokens) or tokens[cue.end].low in (".", "”") or tokens[cue.end].low in TIMES
    closes = closes or (
        tokens[cue.end].low == "on" and tokens[min(cue.end + 1, len(tokens) - 1)].low in TIMES
    )
    if joint < 3 or tokens[joint].low != "and" or not (closes and second and cue.frames & {"say", "write"}):
        return None
    first = phrase_before(tokens, joint)
    if first is None or first[0] < 2 or tokens[first[0] - 1].low != ",":
        return None
    if last[1] - last[0] == 1 and tokens[first[0]].low not in DETERMINERS:
        return None  # "It leaks, Quill and Brandt said" is read as one phrase, and "nets and fish said" is nobody
    told = tokens[: first[0] - 1]
    does = any(is_verb_like(token) or token.low in OTHER_PASTS for token in told[1:])
    return (first[0], last[1]) if does or main_clause.has_main_verb(tokens, 0, len(told)) else None


def with_colleagues(tokens: Sequence[Token], last: Phrase) -> Phrase | None:
    """Return who speaks with her own people: "Ada Quill and her colleagues wrote that it leaks"."""
    joint = last[0] - 1
    if joint < 1 or tokens[joint].low != "and" or tokens[last[0]].low not in ("his", "her"):
        return None
    first = phrase_before(tokens, joint)
    if first is None or tokens[first[1] - 1].kind is not Kind.NAME:
        return None
    opens = first[0] == 0 or tokens[first[0] - 1].kind in (Kind.MARK, Kind.QUOTE)
    return (first[0], last[1]) if opens else None


def from_two_bodies(tokens: Sequence[Token], second: Phrase) -> Phrase | None:
    """Return who is from two bodies: "Experts from the Harbour Office and the Dene Ministry said"."""
    joint = second[0] - 1
    of_body = tokens[second[1] - 1].low in GROUP_NOUNS and tokens[second[0]].low in DETERMINERS
    if joint < 3 or tokens[joint].low != "and" or not of_body:
        return None
    first = phrase_before(tokens, joint)
    if first is None or (first[0] and tokens[first[0] - 1].kind <= Kind.NUMBER):
        return None
    head = next((i for i in range(first[0], joint) if tokens[i].low in ("from", "at", "of", "with")), 0)
    several = head > first[0] and (tokens[head - 1].low.endswith("s") or tokens[head - 1].low in PLURALS)
    # "Ada Quill from the Harbour Office and the Dene Ministry said"
    named = head > first[0] + 1 and all(t.kind is Kind.NAME for t in tokens[first[0] : head])
    several = several or (named and tokens[head - 1].low not in GROUP_NOUNS)
    return (first[0], second[1]) if several else None
