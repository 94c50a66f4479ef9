"""Find who did something that an infinitive tells: "Quill was the first to back it", "it prompted Quill to resign"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.subjects import subjects
from qa.attribution.speech.words.phrases import Phrase, phrase_before
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.function_words import AUXILIARIES, BE, DETERMINERS, NEGATIONS, PREPOSITIONS

HAVE = frozenset("has have had having 've 's 'd".split())
_SINGLING = frozenset("only first last sole lone second third latest next".split())
_PROMPTED = frozenset("prompted led caused spurred drove provoked moved pushed forced".split())
_LONGEST_PROMPTED = 24  # as many words may stand between it and "to"
_NOT_PROMPTED = (AUXILIARIES | NEGATIONS) - HAVE
_BECOMES = BE | frozenset("became become becomes remains remained".split())
_VERBS_NEAR = frozenset("who that which to".split())
_LONGEST_SINGLED = 7
"""How many words may stand from "the only" to "to": "the only two senators of the party to"."""


def singled_out(tokens: Sequence[Token], begin: int) -> tuple[Phrase, int] | None:
    """Return who did it by being the only one to: "Quill was the first member to back it", "Quill, one of two to"."""
    first = begin - 1
    while first > 0 and begin - first <= _LONGEST_SINGLED and tokens[first].kind is not Kind.MARK:
        if tokens[first].low in _SINGLING or (tokens[first].low, tokens[first + 1].low) == ("one", "of"):
            break
        first -= 1
    else:
        return None
    # "Was only asked to", "the only one who refused to": others' verbs.
    between = tokens[first + 1 : begin]
    the = tokens[first].low == "one" or tokens[first - 1].low in DETERMINERS
    if not the or any(each.low in _VERBS_NEAR or each.low.endswith("ed") for each in between):
        return None
    while first > 0 and tokens[first - 1].low in DETERMINERS | {"among"}:
        first -= 1
    left = tokens[first - 1] if first else None
    if left is None or (left.low != "," and left.low not in _BECOMES):
        return None
    if left.low != ",":
        return subjects.subject(tokens, first - 1)
    apposed = phrase_before(tokens, first - 1)
    return apposed and (apposed, apposed[0])


def prompted(tokens: Sequence[Token], begin: int) -> tuple[Phrase, int] | None:
    """Return who did it because of something: "The words prompted Quill, the editor, to"."""
    for verb in range(begin - 2, max(0, begin - _LONGEST_PROMPTED), -1):
        if tokens[verb + 1].low == "to":
            break  # "prompted Quill to ask Brandt to resign"
        before = {token.low for token in tokens[max(0, verb - 2) : verb]}
        if tokens[verb].low in _PROMPTED and before.isdisjoint(_NOT_PROMPTED):
            marks = (at for at in range(verb + 1, begin) if tokens[at].kind is Kind.MARK)
            who = verb + 1, next(marks, begin)
            # "Prompted calls for Quill to resign", "led by Quill to": no calls resign.
            named = all(each.low not in PREPOSITIONS - {"of"} for each in tokens[slice(*who)])
            # "This led, in some towns, to back it" says of nobody that they were led.
            return (who, verb) if named and who[0] < who[1] else None
    return None
