"""Look up each form of each reporting verb, with what it takes."""

from __future__ import annotations

from typing import NamedTuple

from qa.language.lexicon.inflection import Tense
from qa.language.lexicon.verb_table import TABLE, Line


class Verb(NamedTuple):
    """One form of a reporting verb. `frames` says what it takes, `form` which of its forms this is."""

    lemma: str
    form: Tense
    frames: frozenset[str]


def verb_forms(line: Line, frames: frozenset[str]) -> dict[str, Verb]:
    """Return form to verb, for one line of the table."""
    lemma = line.lemma
    base, present, past, ing = (Verb(lemma, tense, frames) for tense in ("base", "present", "past", "ing"))
    found = {}
    for forms in line.spellings:
        # A past like the base ("read") counts as past.
        found[forms.base] = base
        found[forms.present] = present
        found[forms.past] = past
        found[forms.ing] = ing
        found[forms.participle] = past
    return found


VERBS: dict[str, Verb] = {}
"""Form to verb, for verbs that report by themselves."""
WITH_PREPOSITION: dict[str, tuple[Verb, frozenset[str]]] = {}
"""Form to verb and prepositions, for what reports only with a preposition after it: "spoke of the border"."""
PARTICLED: dict[str, list[tuple[tuple[str, ...], Verb, frozenset[str]]]] = {}
"""Form to particles, each with the verb that both make and its prepositions: "points out", "lashed out at"."""

for _line in TABLE:
    if _line.particle:
        for _word, _verb in verb_forms(_line, _line.frames).items():
            PARTICLED.setdefault(_word, []).append((_line.particle, _verb, _line.about))
        continue
    if _line.frames:
        VERBS.update(verb_forms(_line, _line.frames))
    if _line.about:
        # "Officials speak about it" and "did not elaborate on it" report nothing.
        for _word, _verb in verb_forms(_line, frozenset()).items():
            if _verb.form != "base":
                WITH_PREPOSITION[_word] = _verb, _line.about

for _particles in PARTICLED.values():
    _particles.sort(key=lambda found: -len(found[0]))

SPEECH = frozenset(
    word
    for line in TABLE
    if not line.particle and ("say" in line.frames or line.frames >= {"that", "quote"})
    for forms in line.spellings
    for word in (forms.present, forms.past)
)
"""Finite forms of verbs that are nothing but speech, so that one after a quotation goes on with its sentence."""

NOUNS_TOO = frozenset(
    word
    for line in TABLE
    if "noun" in line.marks
    for forms in line.spellings
    for word in (forms.base, forms.present)
)
"""Forms that are as often a noun: "reports", "offers"."""
