"""The reporting verbs of a sentence, each with the words that belong to it and the one who speaks."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.attaching import attach
from qa.attribution.speech.groups import Cue, collect
from qa.attribution.speech.tokens import Kind, Token
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.reporting_verbs import ABOUT, PARTICLED, PUTTING, VERBS, WITH_PARTICLE, Verb

_WORDS = PARTICLED | frozenset(VERBS) | frozenset(PUTTING) | frozenset(ABOUT)


def find(tokens: Sequence[Token], *, title_case: bool = False) -> list[Cue]:
    """Return the reporting verbs of a sentence that have a subject, from left to right."""
    found: list[Cue] = []
    for i, token in enumerate(tokens):
        low = token.low
        if low not in _WORDS:
            continue
        verb, end = _verb(tokens, i)
        if verb is None or token.kind > Kind.NAME:
            continue
        if token.kind is Kind.NAME and not title_case and i and tokens[i - 1].kind is not Kind.QUOTE:
            continue
        cue = collect(tokens, i, verb, end, title_case=title_case)
        if cue is not None and attach(tokens, cue, found):
            found.append(cue)
    return found


def _verb(tokens: Sequence[Token], at: int) -> tuple[Verb | None, int]:
    """Return the verb that stands at a place, and where the words end that make it one of speech."""
    low = tokens[at].low
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if (particled := WITH_PARTICLE.get((low, following))) is not None:
        return particled, at + 2
    if (verb := VERBS.get(low)) is not None:
        return verb, at + 1
    if following == "it":
        return PUTTING.get(low), at + 1
    if low in ABOUT:
        verb, links = ABOUT[low]
        if following in links:
            return verb, at + 1
        if following == "out" and verb.lemma == "speak":
            # "spoke out Tuesday about", "has spoken out in favour of"
            end = at + 2
            while end < len(tokens) and (tokens[end].low in TIMES or tokens[end].low == "on"):
                end += 1
            if end < len(tokens) and tokens[end].low in links:
                return verb, end
            if [t.low for t in tokens[end : end + 3]] in (["in", "favor", "of"], ["in", "favour", "of"]):
                return verb, end + 2
    return None, at + 1
