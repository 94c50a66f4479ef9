"""Tell what is done from who or what does it in a question: "fall" from "the shares", Quill from "veto the bill"."""

from __future__ import annotations

from qa.language.lexicon.function_words import DETERMINERS, PREPOSITIONS
from qa.language.lexicon.inflection import inflect
from qa.language.lexicon.question_words import PRONOUNS, QUESTION_AUXILIARIES
from qa.language.patterns import regex
from qa.understanding.words import bare

ONLY_VERBS = frozenset(
    """agree apologise apologize ask begin build buy choose decide disagree find get give have hire join keep know
    lose make pay put refuse resign say see seek sell send sue survive take tell want""".split()
)
_BARE_VERBS = ONLY_VERBS | frozenset(
    """close come crash die drop escape fail fall go leave lie live open quit return rise sink start stop win
    work""".split()
)
"""Verbs that follow a subject after "did": "why did the shares fall"; no part of what it is about."""
_ALSO_NOUNS = frozenset("buy find pay hire build sell".split())
TOLD = "went|goes|came|comes|fell|falls|rose|rises|left|got|stood|grew|ran|closed|opened|stayed|died|ended"
"""What is told of things that are counted: "went" of "how many cases went without an arrest"; a pattern."""
# "Obama veto the bill", "the mayor apologise to Quill", "the Harwick brothers break the contract": after "did".
_DOES = "|".join(sorted(ONLY_VERBS - _ALSO_NOUNS))
_NAME_DOES = regex(
    rf"^(?P<who>the\s+(?:[\w’'-]+\s+){{1,3}}?(?=(?:{_DOES})\s)|(?:[A-Z][\w’'.-]*\s+){{1,4}}"
    r"|the\s+(?:[\w’'-]+\s+){0,2}[\w’'-]+[^\Ws]s\s+(?=[a-z]+\s+(?:the|an?|his|her|its|their)\s))"
    r"(?P<verb>[a-z]{2,})(?P<what>\s+[^?]+)$"
)
NO_VERBS = PREPOSITIONS | DETERMINERS | QUESTION_AUXILIARIES | PRONOUNS | {"and", "or", "not", "also"}


def as_doing(rest: str) -> str:
    """Write what somebody was asked to have done as a thing that one speaks about: "Obama vetoing the bill"."""
    match = _NAME_DOES.match(rest)
    verb = match["verb"] if match else ""
    # Neither "the secret service pay" nor "Quill's report find".
    who = match["who"].strip().casefold() if match else ""
    named = match is not None and who not in DETERMINERS and not who.endswith(("'s", "’s"))
    if match is None or not named or verb in NO_VERBS or verb.endswith(("ing", "ed", "s", "ly")):
        return rest
    return f"{match['who']}{inflect(verb)[0].ing}{match['what']}"


def without_verb(rest: str, verbs: frozenset[str] = _BARE_VERBS) -> str:
    """Cut off a last verb after what did it: "fall" of "the shares fall", of "Why did the shares fall?"."""
    what, _, last = rest.rpartition(" ")
    # "The price of eggs fall" and "Quill's report find" end with a verb.
    whole = {bare(word) for word in what.split()[1:]} & (PREPOSITIONS - {"of"} | DETERMINERS)
    nothing = not what or what.lower() in DETERMINERS | PRONOUNS
    return rest if nothing or whole or last.lower() not in verbs else what
