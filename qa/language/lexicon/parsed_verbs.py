"""Look up each form of each verb that reports where a parser has read the sentence: all reporting verbs, and more."""

from __future__ import annotations

from qa.language.lexicon.reporting_verbs import Verb, verb_forms
from qa.language.lexicon.verb_table import TABLE

_FRAMES = frozenset(("object", "think"))

PARSED_VERBS: dict[str, tuple[Verb, frozenset[str]]] = {}
"""Form to verb and prepositions."""

for _line in TABLE:
    if not _line.particle:
        _links = _line.about | (_line.parse - _FRAMES)
        for _word, _verb in verb_forms(_line, _line.frames | (_line.parse & _FRAMES)).items():
            PARSED_VERBS[_word] = _verb, _links
