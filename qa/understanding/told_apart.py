"""Read a phrase for somebody who is told apart by a place or a body alone: "the woman from Dene", "the Vantor guy"."""

from __future__ import annotations

import re
from typing import NamedTuple

from qa.language.lexicon.offices import GOVERNING, HEADING, SPOKESPEOPLE
from qa.language.lexicon.roles import COMMON_KIN, FEMALE_NOUNS, MALE_NOUNS
from qa.language.patterns import regex
from qa.understanding.words import bare, is_role

ANYBODY = (
    MALE_NOUNS | FEMALE_NOUNS | frozenset("guy bloke chap lady gentleman person dude one".split())
) - COMMON_KIN
"""Nouns that say of somebody no more than whether it is a man or a woman."""
_FROM = regex(
    r"(?:(?:the|that|this)\s+)?(?P<noun>[a-z][\w-]*(?:\s+[a-z][\w-]*)?)\s+(?:from|at|with|in)\s+(?:the\s+)?(?P<of>\S.*)",
    re.I,
)
_BEFORE = regex(r"(?:(?:the|that|this)\s+)?(?P<of>\S.*?)\s+(?P<noun>[a-z][\w-]*)", re.I)
_WHO_DOES = regex(
    r"(?:the|that|this)\s+(?:[a-z][\w-]*\s+){0,2}?(?P<noun>[a-z][\w-]*)\s+(?:who|that)(?:['’]s|['’]d)?\s+\S.*",
    re.I,
)
_OF_BODIES = GOVERNING | SPOKESPEOPLE | HEADING
_LONGEST = 80


class ToldApart(NamedTuple):
    """What somebody is, "woman", and the place or the body by which they are told from others, "Dene"."""

    noun: str
    beside: str
    where: bool = False
    """The place or the body follows the noun: "from Dene". Before it may stand anything: "the dead man"."""


def told_apart(phrase: str) -> ToldApart | None:
    """Return how a phrase tells somebody apart; None for a name, for several, and for a relative.

    Whose office something is, "the Dene mayor", is a matter for those who bear it.
    """
    if len(phrase) > _LONGEST:
        return None
    if (match := _FROM.fullmatch(phrase)) is not None:
        noun = bare(match["noun"].split()[-1])
        alone = noun in ANYBODY or (is_role(noun) and noun not in _OF_BODIES)
        return ToldApart(noun, match["of"], where=True) if alone else None
    match = _BEFORE.fullmatch(phrase)
    noun = bare(match["noun"]) if match else ""
    return ToldApart(noun, match["of"]) if match and noun in ANYBODY else None


def is_told_by_deed(phrase: str) -> bool:
    """Return whether a phrase is somebody's by what they do: "the girl who runs the blog"."""
    match = _WHO_DOES.fullmatch(phrase) if len(phrase) <= _LONGEST else None
    return match is not None and (bare(match["noun"]) in ANYBODY or is_role(match["noun"]))


def is_from_somewhere(phrase: str | None) -> bool:
    """Return whether a phrase is somebody's by the place or the body that follows it: "the woman from Dene"."""
    typed = told_apart(phrase) if phrase else None
    return typed is not None and typed.where
