"""Tell a thought that nobody is said to have: "warned against assuming that the levee holds"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.words.groups import Cue
from qa.attribution.speech.words.tokens import Token
from qa.language.lexicon.function_words import ADVERBS, BE, NEGATIONS
from qa.language.lexicon.verb_classes import FINDING

_EMPTY = frozenset(("there", "it", "this"))
"""Subjects that think nothing: "There is danger in assuming it"."""


def is_nobodys_thought(tokens: Sequence[Token], cue: Cue) -> bool:
    """Tell whether a thought is nobody's yet: "warned against assuming it", "urged caution in presuming it"."""
    if cue.verb.form != "ing" or not cue.group or cue.frames.isdisjoint(("think", "that", "say")):
        return False
    before = tokens[cue.group - 1].low
    thought = "think" in cue.frames and cue.verb.lemma not in FINDING and not _is_so_in(tokens, cue.group - 1)
    return before == "against" or (before in ("in", "of", "from") and thought)


def _is_so_in(tokens: Sequence[Token], link: int) -> bool:
    """Tell whether somebody is something in thinking what they think: "Quill is not alone in thinking that"."""
    at = link - 2
    while at > 0 and (tokens[at].low in NEGATIONS | ADVERBS):
        at -= 1
    return tokens[link].low == "in" and at > 0 and tokens[at].low in BE and tokens[at - 1].low not in _EMPTY
