"""Inflect a verb: its base form to all forms, in American and British spelling, for every grammar."""

from __future__ import annotations

from typing import Literal, NamedTuple

Tense = Literal["base", "present", "past", "ing"]

_VOWELS = frozenset("aeiou")
_KEEPS_E = ("ee", "oe", "ye")
_OUR = ("favor", "honor", "labor", "clamor")
_SHORT_PASTS = {"learn": "learnt", "spell": "spelt", "dream": "dreamt"}
"""British pasts that are no matter of spelling alone."""


class Forms(NamedTuple):
    """The forms of one verb in one spelling; `participle` is the one after "has"."""

    base: str
    present: str
    past: str
    ing: str
    participle: str


def inflect(verb: str, irregular: str = "") -> tuple[Forms, ...]:
    """Return the forms of a verb, American spelling first, then the British one where that differs.

    -ize and -ise, -yze and -yse, -or and -our; "labeled" and "labelled".

    Args:
        verb: The base form in American spelling, without a particle.
        irregular: Empty for a regular verb. "+" if it doubles its last letter although it has several syllables
            ("admitted"). Else the four forms after the base, parted by spaces: "says said saying said".
    """
    if irregular and irregular != "+":
        return (Forms(verb, *irregular.split()),)
    doubles = bool(irregular) or _doubles(verb)
    american = _regular(verb, doubles=doubles)
    if verb[-3:] in ("ize", "yze") and len(verb) > 5:
        return american, _regular(verb[:-2] + "se", doubles=False)
    if verb in _OUR:
        return american, _regular(verb[:-2] + "our", doubles=False)
    if verb in _SHORT_PASTS:
        past = _SHORT_PASTS[verb]
        return american, american._replace(past=past, participle=past)
    if not doubles and verb[-1] == "l" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS:
        return american, _regular(verb, doubles=True)
    return (american,)


def _regular(verb: str, *, doubles: bool) -> Forms:
    if verb[-1] == "e":
        going = verb if verb.endswith(_KEEPS_E) else verb[:-1]
        return Forms(verb, verb + "s", verb + "d", going + "ing", verb + "d")
    if verb[-1] == "y" and verb[-2] not in "aeou":
        stem = verb[:-1] + "i"
        return Forms(verb, stem + "es", stem + "ed", verb + "ing", stem + "ed")
    stem = verb + verb[-1] if doubles else verb
    present = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
    return Forms(verb, present, stem + "ed", stem + "ing", stem + "ed")


def _doubles(verb: str) -> bool:
    """Tell whether a verb of one syllable ends with one vowel and one consonant: "slam", "quip"."""
    if verb[-1] in "aeiouwxy" or verb[-2] not in _VOWELS:
        return False
    return _VOWELS.isdisjoint(verb[:-2].removesuffix("qu"))
