"""Look up each form of each reporting verb, with what it takes."""

from __future__ import annotations

from typing import NamedTuple

from qa.language.lexicon.inflection import Tense
from qa.language.lexicon.verb_table import TABLE


class Verb(NamedTuple):
    """One form of a reporting verb. `frames` says what it takes, `form` which of its forms this is."""

    lemma: str
    form: Tense
    frames: frozenset[str]


# British and other second spellings.
_DOUBLED = {
    "signalled": "signal",
    "labelled": "label",
    "criticised": "criticize",
    "emphasised": "emphasize",
    "characterised": "characterize",
    "summarised": "summarize",
}


def _verbs() -> dict[str, Verb]:
    verbs: dict[str, Verb] = {}
    for line in TABLE:
        if line.frames and not line.particle:
            for word, tense in line.forms.by_tense():
                verbs[word] = Verb(line.verb, tense, line.frames)
    for word, lemma in _DOUBLED.items():
        verbs[word] = verbs[lemma + ("d" if lemma.endswith("e") else "ed")]
    return verbs


VERBS = _verbs()
"""Form to verb, for verbs that report by themselves."""


def _about() -> dict[str, tuple[Verb, frozenset[str]]]:
    frames = frozenset(("about",))
    return {
        word: (Verb(line.verb, tense, frames), line.about)
        for line in TABLE
        if line.about
        for word, tense in line.forms.by_tense()[1:]
    }


ABOUT = _about()
"""Form to verb and prepositions, for what reports only with a preposition after it: "spoke of the border"."""

WITH_PARTICLE = {
    (word, line.particle): Verb(f"{line.verb} {line.particle}", tense, line.frames)
    for line in TABLE
    if line.particle
    for word, tense in reversed(line.forms.by_tense())
}
"""Form and particle to verb, for what reports only with a small word after it: "points out", "fired back"."""
PARTICLED = frozenset(word for word, _ in WITH_PARTICLE)
PUTTING = {form: Verb("put", "past", frozenset(("say", "quote"))) for form in ("put", "puts")}
"""A verb of speech only before "it"."""
