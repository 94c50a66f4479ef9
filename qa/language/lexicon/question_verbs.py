"""Look up the verbs that a question can be built on: "what did X say", "who warned".

They are the lines of the table of reporting verbs that say how a question uses the verb.
"""

from __future__ import annotations

from typing import NamedTuple

from qa.language.lexicon.inflection import inflect
from qa.language.lexicon.verb_table import TABLE

_BRITISH = {"criticize": "criticise", "emphasize": "emphasise", "apologize": "apologise"}


class QuestionVerb(NamedTuple):
    """One verb. `strong`: it is about words or thoughts whoever its subject is."""

    lemma: str
    strong: bool


BASE: dict[str, QuestionVerb] = {}
"""Form to verb: after "did"."""
FINITE: dict[str, QuestionVerb] = {}
"""Form to verb: on its own ("said", "says")."""
PARTICIPLE: dict[str, QuestionVerb] = {}
"""Form to verb: after "has"."""
GOING: dict[str, QuestionVerb] = {}
"""Form to verb: after "is"."""

for _line in TABLE:
    if _line.question:
        _verb = QuestionVerb(_line.verb, "strong" in _line.question)
        _spellings = [_line.forms]
        if _line.verb in _BRITISH:
            _spellings.append(inflect(_BRITISH[_line.verb]))
        for _forms in _spellings:
            BASE[_forms.base] = GOING[_forms.ing] = _verb
            FINITE[_forms.present] = FINITE[_forms.past] = _verb
            PARTICIPLE[_forms.past] = PARTICIPLE[_forms.participle] = _verb

NEUTRAL = frozenset(line.verb for line in TABLE if "neutral" in line.question)
"""Verbs that ask for a person's words whatever the cue: a question does not insist on them."""
NOUN_TOO = frozenset(line.verb for line in TABLE if "noun" in line.question)
"""Base forms that are nouns as well: "the State Department", "the report", "a claim"."""
DEEDS = frozenset(line.verb for line in TABLE if "deed" in line.question)
""" "Who wrote it" and "who called the police" ask about deeds."""

TALKED_TO = frozenset("tell say speak talk write explain complain promise apologize".split())
"""Verbs that name the hearer with "to" or "with": "say to Congress"."""
SPOKEN_AT = frozenset("promise warn ask advise".split())
"""Verbs that name the hearer as their object: "warn Congress about the levee"."""
REACTING = frozenset("respond react reply answer".split())
"""Verbs that name the topic with "to": "respond to the levee plan"."""
HOW_VERBS = frozenset(
    "respond react reply answer feel see view describe explain defend comment address criticize call".split()
)
"""Verbs with which "how" asks for words: "How did Quill respond"."""
ACTING = frozenset("support oppose endorse attack defend threaten reject dismiss address post admit".split())
"""Verbs that ask where somebody stands after "does", and what happened after "why" and "whom": "does Quill support"."""
MENTIONING = frozenset("say mention comment speak talk tell respond react reply deny address".split())
"""Verbs with which a question for yes or no asks for words: "Did Quill comment on the levee?" """
