"""Tell which words of a clause a negation stands shortly before: "not a disgrace"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.language.lexicon.function_words import NEGATIONS

NOT = NEGATIONS | frozenset("no hardly neither nor without nothing nobody none cannot far".split())
NEAR = 5
"""How many words back a negation reaches a word."""


def is_negated(words: Sequence[str]) -> bool:
    """Return whether words hold a negation."""
    return any(word in NOT or word.endswith(("n't", "n’t")) for word in words)


def affirmed_in(words: Sequence[str]) -> list[tuple[int, str]]:
    """Return the words that no negation stands shortly before, each with its place."""
    found = []
    last = -NEAR - 1
    for place, word in enumerate(words):
        if place - last > NEAR:
            found.append((place, word))
        if is_negated((word,)):
            last = place
    return found
