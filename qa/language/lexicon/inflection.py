"""Inflect a verb: its base form to all forms, for every grammar that looks for verbs."""

from __future__ import annotations

from typing import Literal, NamedTuple

Tense = Literal["base", "present", "past", "ing"]

_VOWELS = "aeiou"


class Forms(NamedTuple):
    """The forms of one verb; `participle` is the one after "has"."""

    base: str
    present: str
    past: str
    ing: str
    participle: str

    def by_tense(self) -> tuple[tuple[str, Tense], ...]:
        """Return each form with its tense. A participle counts as past, and so does a past like the base ("read")."""
        return (
            (self.base, "base"),
            (self.present, "present"),
            (self.past, "past"),
            (self.ing, "ing"),
            (self.participle, "past"),
        )


def inflect(verb: str, irregular: str = "") -> Forms:
    """Return the forms of a verb.

    Args:
        verb: The base form, without a particle.
        irregular: Empty for a regular verb. "+" if it doubles its last letter although it has several syllables
            ("admitted"). Else the four forms after the base, parted by spaces: "says said saying said".
    """
    if irregular and irregular != "+":
        return Forms(verb, *irregular.split())
    if verb[-1] == "e":
        return Forms(verb, verb + "s", verb + "d", verb[:-1] + "ing", verb + "d")
    if verb[-1] == "y" and verb[-2] not in "aeou":
        stem = verb[:-1] + "i"
        return Forms(verb, stem + "es", stem + "ed", verb + "ing", stem + "ed")
    stem = verb + verb[-1] if irregular or _doubles(verb) else verb
    present = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
    return Forms(verb, present, stem + "ed", stem + "ing", stem + "ed")


def _doubles(verb: str) -> bool:
    """Whether a verb of one syllable ends with one vowel and one consonant: "slam", "quip"."""
    if verb[-1] in "aeiouwxy" or verb[-2] not in _VOWELS:
        return False
    before = verb[:-2].removesuffix("qu")
    return not any(letter in _VOWELS for letter in before)
