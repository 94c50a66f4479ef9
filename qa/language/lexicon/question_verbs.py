"""Look up the verbs that a question can be built on: "what did X say", "who warned".

They are those of the table of reporting verbs; its column `question` says how a question uses each.
"""

from __future__ import annotations

from typing import NamedTuple

from qa.language.lexicon.verb_table import TABLE


class QuestionVerb(NamedTuple):
    """One verb, as a question uses it.

    strong: it is about words or thoughts, with any subject. seldom: only what follows it shows that words are
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

NEUTRAL: set[str] = set()
"""Verbs that ask for a person's words whatever the cue: a question does not insist on them."""
NOUN_TOO: set[str] = set()
"""Base forms that are nouns as well: "the State Department", "the report", "a claim"."""
DEEDS: set[str] = set()
"""Verbs of "who wrote it" and "who called the police", which ask about deeds, not about words."""
OFTEN: set[str] = set()
"""Forms that by themselves show that a phrase is a sentence about somebody's words."""
OFTEN_FINITE: set[str] = set()

for _line in TABLE:
    _uses = _line.question
    _verb = QuestionVerb(_line.lemma, "strong" in _uses, "seldom" in _uses, _line.about)
    for _base, _present, _past, _ing, _participle in _line.spellings:
        if _line.particle:
            _particle = " " + " ".join(_line.particle)
            _base, _present, _past = _base + _particle, _present + _particle, _past + _particle
            _ing, _participle = _ing + _particle, _participle + _particle
        BASE[_base] = GOING[_ing] = FINITE[_present] = FINITE[_past] = _verb
        PARTICIPLE[_past] = PARTICIPLE[_participle] = _verb
        if not _verb.seldom:
            OFTEN_FINITE.update((_present, _past))
            OFTEN.update((_base, _present, _past))
    if "neutral" in _uses:
        NEUTRAL.add(_line.lemma)
    if "noun" in _uses:
        NOUN_TOO.add(_line.lemma)
    if _verb.seldom or "deed" in _uses:
        DEEDS.add(_line.lemma)

ALOUD = {
    form: verb._replace(seldom=False)
    for form, verb in BASE.items()
    if form in "shout yell scream chant".split()
}
"""Verbs that ask for words after "what did": "What did Quill shout?", though not after "did" alone."""
SENDS = {form: verb._replace(seldom=False) for form, verb in BASE.items() if form in "text email".split()}
"""Those of what is written and sent: "What did Quill text to Brandt?"."""
FEARED = {form: verb._replace(seldom=False) for form, verb in BASE.items() if form in "fear estimate".split()}
"""Those of what somebody thinks: "What does Quill fear?" asks for it, as "Does Quill fear the council?" does not."""
SHOUTED_AT = frozenset(verb.lemma for verb in ALOUD.values())
"""Verbs that name the hearer with "at"."""
TALKED_TO = (
    frozenset("tell say speak talk write explain complain promise apologize".split())
    | SENDS.keys()
    | SHOUTED_AT
)
"""Verbs that name the hearer with "to" or "with": "say to Congress"."""
SPOKEN_AT = frozenset("promise warn ask advise".split())
"""Verbs that name the hearer as their object: "warn Congress about the levee"."""
HELD_AGAINST = frozenset("accuse blame criticize attack condemn praise thank compare liken".split())
"""Verbs that name somebody and then, after "of", "for" or "to", what they did or are like: "blame the mayor for it"."""
REACTING = frozenset("respond react reply answer".split())
"""Verbs that name the topic with "to": "respond to the levee plan"."""
HOW_VERBS = frozenset(
    """respond react reply answer feel see view describe explain defend comment address criticize call assess
    characterize depict portray""".split()
)
"""Verbs with which "how" asks for words: "How did Quill respond"."""
WITH_CLAUSE = frozenset("say think believe claim argue suggest expect hope".split())
"""Verbs that ask for words by the clause after them: "How does Quill think the levee will hold?"."""
ACTING = frozenset("support oppose endorse attack defend threaten reject dismiss address post admit".split())
"""Verbs that ask where somebody stands after "does", and what happened after "why" and "whom": "does Quill support"."""
MENTIONING = frozenset("say mention comment speak talk tell respond react reply deny address".split())
"""Verbs with which a question for yes or no asks for words: "Did Quill comment on the levee?" """
