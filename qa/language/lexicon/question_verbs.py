"""Look up the verbs that a question can be built on: "what did X say", "who warned".

They are those of the table of reporting verbs; its column `question` says how a question uses each.
"""

from __future__ import annotations

from typing import NamedTuple

from qa.language.lexicon.verb_table import TABLE


class QuestionVerb(NamedTuple):
    """One verb, as a question uses it.

    strong: it is about words or thoughts whoever its subject is. seldom: only what follows it shows that words are
    asked for, such as "that" or one of its prepositions, `about`.
    """

    lemma: str
    strong: bool
    seldom: bool
    about: frozenset[str]


BASE: dict[str, QuestionVerb] = {}
"""Form, with its particle if it has one, to verb: after "did"."""
FINITE: dict[str, QuestionVerb] = {}
"""Form to verb: on its own ("said", "says")."""
PARTICIPLE: dict[str, QuestionVerb] = {}
"""Form to verb: after "has"."""
GOING: dict[str, QuestionVerb] = {}
"""Form to verb: after "is"."""

for _line in TABLE:
    _verb = QuestionVerb(_line.lemma, "strong" in _line.question, "seldom" in _line.question, _line.about)
    _behind = "".join(f" {word}" for word in _line.particle)
    for _forms in _line.spellings:
        _base, _present, _past, _ing, _participle = (form + _behind for form in _forms)
        BASE[_base] = GOING[_ing] = _verb
        FINITE[_present] = FINITE[_past] = _verb
        PARTICIPLE[_past] = PARTICIPLE[_participle] = _verb

NEUTRAL = frozenset(line.lemma for line in TABLE if "neutral" in line.question)
"""Verbs that ask for a person's words whatever the cue: a question does not insist on them."""
NOUN_TOO = frozenset(line.lemma for line in TABLE if "noun" in line.question)
"""Base forms that are nouns as well: "the State Department", "the report", "a claim"."""
DEEDS = frozenset(line.lemma for line in TABLE if line.question & {"deed", "seldom"})
""" "Who wrote it" and "who called the police" ask about deeds, not about words."""
OFTEN = frozenset(form for forms in (FINITE, BASE) for form, verb in forms.items() if not verb.seldom)
"""Forms that by themselves show that a phrase is a sentence about somebody's words."""
OFTEN_FINITE = frozenset(form for form, verb in FINITE.items() if not verb.seldom)

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
