"""Look up each form of each reporting verb, with what it takes."""

from __future__ import annotations

from typing import NamedTuple

from qa.language.lexicon.inflection import Tense
from qa.language.lexicon.verb_table import TABLE, Line

_FRAMES_OF_A_PARSE = frozenset(("object", "think"))


class Verb(NamedTuple):
    """One form of a reporting verb. `frames` says what it takes, `form` which of its forms this is."""

    lemma: str
    form: Tense
    frames: frozenset[str]


def _forms(line: Line, frames: frozenset[str]) -> dict[str, Verb]:
    """Return form to verb, for one line of the table."""
    return {
        word: Verb(line.lemma, tense, frames) for forms in line.spellings for word, tense in forms.by_tense()
    }


VERBS: dict[str, Verb] = {}
"""Form to verb, for verbs that report by themselves."""
ABOUT: dict[str, tuple[Verb, frozenset[str]]] = {}
"""Form to verb and prepositions, for what reports only with a preposition after it: "spoke of the border"."""
PARTICLED: dict[str, list[tuple[tuple[str, ...], Verb, frozenset[str]]]] = {}
"""Form to particles, each with the verb that both make and its prepositions: "points out", "lashed out at"."""
WITH_A_PARSE: dict[str, tuple[Verb, frozenset[str]]] = {}
"""Form to verb and prepositions, for what reports where a parser has read the sentence: all of these and more."""

for _line in TABLE:
    if _line.particle:
        for _word, _verb in _forms(_line, _line.frames).items():
            PARTICLED.setdefault(_word, []).append((_line.particle, _verb, _line.about))
        continue
    if _line.frames:
        VERBS.update(_forms(_line, _line.frames))
    if _line.about:
        _found = _forms(_line, frozenset())
        # "Officials speak about it" and "did not elaborate on it" report nothing.
        ABOUT.update((_word, (_verb, _line.about)) for _word, _verb in _found.items() if _verb.form != "base")
    _frames = _line.frames | (_line.parse & _FRAMES_OF_A_PARSE)
    _links = _line.about | (_line.parse - _FRAMES_OF_A_PARSE)
    WITH_A_PARSE.update((_word, (_verb, _links)) for _word, _verb in _forms(_line, _frames).items())

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
