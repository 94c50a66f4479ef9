"""The reporting verbs of a sentence, each with the words that belong to it and the one who speaks."""

from __future__ import annotations

from collections.abc import Sequence, Set

from qa.attribution.speech.attaching import attach
from qa.attribution.speech.groups import Cue, collect
from qa.attribution.speech.tokens import Kind, Token
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.reporting_verbs import ABOUT, PARTICLED, VERBS, Verb

_WORDS = frozenset(PARTICLED) | frozenset(VERBS) | frozenset(ABOUT)
_ABOUT_ONLY = frozenset(("about",))


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
    for particle, verb, links in PARTICLED.get(low, ()):
        end = at + 1 + len(particle)
        if tuple(token.low for token in tokens[at + 1 : end]) != particle:
            continue
        if links and (link := _link(tokens, end, links)) is not None:
            return verb._replace(frames=_ABOUT_ONLY), link
        if verb.frames and (reporting := _with_that(verb, tokens, end)) is not None:
            return reporting, end
    if low in VERBS and (reporting := _with_that(VERBS[low], tokens, at + 1)) is not None:
        return reporting, at + 1
    if low in ABOUT and at + 1 < len(tokens):
        verb, links = ABOUT[low]
        if tokens[at + 1].low in links:
            return verb, at + 1
    return None, at + 1


def _with_that(verb: Verb, tokens: Sequence[Token], at: int) -> Verb | None:
    """Leave out the frame "that" where no "that" follows: "determined that", but not "determines the price"."""
    if "that" not in verb.frames or (
        at + 1 < len(tokens) and tokens[at].low == "that" and tokens[at + 1].low != "by"
    ):
        return verb
    others = verb.frames - {"that"}
    return verb._replace(frames=others) if others else None


def _link(tokens: Sequence[Token], at: int, links: Set[str]) -> int | None:
    """Return where the preposition of a verb with a particle stands: "spoke out Tuesday about", "in favour of"."""
    end = at
    while end < len(tokens) and (tokens[end].low in TIMES or _is_on_a_day(tokens, end)):
        end += 1
    if end < len(tokens) and tokens[end].low in links:
        return end
    favours = [token.low for token in tokens[end : end + 3]] in (
        ["in", "favor", "of"],
        ["in", "favour", "of"],
    )
    return end + 2 if favours and "against" in links else None


def _is_on_a_day(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].low == "on" and at + 1 < len(tokens) and tokens[at + 1].low in TIMES
