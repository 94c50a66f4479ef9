"""Tell whether a quote tells of somebody what is asked of their relative: "Quill died" is not how Quill's wife did."""

from __future__ import annotations

import re

from qa.language.lexicon.event_words import Happening
from qa.language.lexicon.roles import COMMON_KIN
from qa.language.patterns import regex
from qa.language.terms import located_terms

_KIN = "|".join(sorted(COMMON_KIN))
_ASKED = regex(
    rf"(?P<names>(?:[A-Z][\w-]+\s+){{0,3}}(?P<name>[A-Z][\w-]+))['’]s?\s+(?:[a-z]+\s+)?(?P<kin>{_KIN})\b"
)
_OTHERS = regex(rf"\b(?:(?:{_KIN})s?|he|she|they|who|his|her|their)\b", re.I)
"""What may be the relative before the event: "After she wed Quill, his wife was kidnapped"."""
_SENTENCE = regex(r"[^.!?]+")
_CAPITAL_BEFORE = regex(r"(?P<name>[A-Z][\w-]+)\s+\Z")


def is_of_them_alone(question: str, quote: str, event: Happening) -> bool:
    """Return whether an event that is asked of somebody's relative is told only of themselves.

    "Tom Quill died, his wife said" is not how his wife died. "Ada Quill died" may be.
    """
    asked = _ASKED.search(question)
    if asked is None:
        return False
    known = set(asked["names"].split())
    told = [before for each in _SENTENCE.findall(quote) if (before := _before(each, event)) is not None]
    return bool(told) and all(_is_of(asked["name"], known, before) for before in told)


def _before(sentence: str, event: Happening) -> str | None:
    """Return what stands in a sentence before the first word that tells of an event."""
    starts = (start for start, _, word in located_terms(sentence) if word in event.told_by)
    at = next(starts, None)
    return None if at is None else sentence[:at]


def _is_of(name: str, known: set[str], before: str) -> bool:
    """Return whether a subject is somebody of a surname: no relative, and nobody with another given name."""
    found = list(re.finditer(rf"\b{re.escape(name)}\b(?!['’])", before))
    if not found or _OTHERS.search(before):
        return False
    given = _CAPITAL_BEFORE.search(before[: found[-1].start()])
    return given is None or given["name"] in known
