"""Tell whether a quote names whom, or which firm or club, a question asks for."""

from __future__ import annotations

import re

from qa.language.lexicon.function_words import AUXILIARIES
from qa.language.lexicon.groups import FIRM_NOUNS, GROUP_NOUNS
from qa.language.lexicon.places import ADJECTIVES
from qa.language.lexicon.roles import HUMAN
from qa.language.lexicon.turning_words import NUMBER_WORDS
from qa.language.lexicon.word_families import irregular_pasts
from qa.language.patterns import regex
from qa.language.terms import is_stop_term, term

_WHO = regex(r"\W*who\b", re.I)
_NAMED_BODIES = sorted(
    {*FIRM_NOUNS, *"bank charity club hospital magazine newspaper school team university".split()}
)
_FORMS = "|".join(rf"{name[:-1]}(?:y|ies)" if name.endswith("y") else f"{name}s?" for name in _NAMED_BODIES)
_HELPERS = "|".join(sorted(map(re.escape, AUXILIARIES)))
_WHICH_BODY = regex(
    rf"\W*which (?:[\w’'-]+ )?(?:{_FORMS})\b(?! (?!(?:{_HELPERS})\b)[\w’'-]+ (?:{_HELPERS})\b)", re.I
)
"""What is answered by a name: not so "Which court?", which may be "a federal court", nor "Which school subjects?"."""
_PERSON = "|".join(sorted(map(re.escape, HUMAN)))
_WHICH_PERSON = regex(rf"\W*(?:which|what) (?:[\w’'-]+ )?(?:{_PERSON}) (?P<verb>[a-z]+)\b", re.I)
_NAME = regex(r"(?<!\w)[^\W\d_a-z][\w’'-]*")
_ANY_PEOPLE = regex(r"\W*who (?:are|were|do|does|can|may|must|should)\b", re.I)
"""What may ask for people of a kind: "Who can sell bread?" is answered by "bakers"."""
_IDENTIFIED = regex(r"\W*the (?:[\w’'-]+ )?(?P<noun>[a-z-]+) of\b", re.I)
_SPEAKERS_OWN = regex(r"\b(?:I|me|my|we|our|us)\b")
"""What names who speaks, and is no name: "I will not direct the sequel"."""
_WORD = regex(r"\w+")


def asks_who(question: str) -> bool:
    """Return whether a question begins with "who"."""
    return _WHO.match(question) is not None


def asks_name(question: str) -> bool:
    """Return whether a question asks for somebody or for a firm or club, by name: "Which bank?"."""
    return asks_who(question) or _WHICH_BODY.match(question) is not None or _asks_which_person(question)


def _asks_which_person(question: str) -> bool:
    """Return whether "which" asks for a person, and no noun follows: "Which driver won?", not "Which driver error?"."""
    match = _WHICH_PERSON.match(question)
    verb = match["verb"].casefold() if match else ""
    return verb.endswith("ed") or verb in AUXILIARIES | irregular_pasts()


def names_nobody(question: str, quote: str, answer: str) -> bool:
    """Return whether a quote names nobody who may be asked for: its names are the question's.

    Args:
        answer: What the reader takes for the answer in it, if it read one. "A police officer shot him, Quill said" does
            not name who did, whoever else it names, nor "a French magazine was fined" which one. "The mother of the
            bride was hurt" says who was.
    """
    identified = _IDENTIFIED.match(answer) if asks_who(question) else None
    if identified is not None and identified["noun"].casefold() in HUMAN | GROUP_NOUNS:
        return False
    whole = not answer or _SPEAKERS_OWN.search(quote) or _ANY_PEOPLE.match(question)
    told = quote if whole else answer
    known = {word.casefold() for word in _WORD.findall(question)} | NUMBER_WORDS
    if not asks_who(question):
        known |= ADJECTIVES.keys()
    names = (name for name in _NAME.findall(told) if name[0].isupper() and not is_stop_term(term(name)))
    return all(name.casefold() in known for name in names)
