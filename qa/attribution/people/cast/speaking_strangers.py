"""Find people whom no list of names knows by how they go on: "Dyego Qaz of the inn said so. “It leaks,” he added"."""

from __future__ import annotations

from collections.abc import Container

from qa.attribution.people.cast.strangers import is_somebody, may_be_persons
from qa.attribution.people.names.bearers import key_of
from qa.attribution.people.names.readings import NameReading
from qa.language.lexicon.person_verbs import SPEAKS
from qa.language.patterns import regex

_SAYS_AFTER = regex(
    r"(?:,? (?:of|from|at|with) [^.,;:“”\"\n]{2,60}?,?)?,? (?:\w+ly |also |later |then |had |has )?"
    rf"(?:{'|'.join(sorted(SPEAKS | {'thinks', 'thought', 'pointed'}))})\b"
)
_GOES_ON = regex(
    r"(?:[”\"’']|[.!?]|\n),?\s+(?:[Hh]e|[Ss]he) (?:\w+ly |also |later |then |further |had |has )?(?P<verb>[a-z]+)\b"
)
_NAMED_AFTER = regex(
    r"[A-Z][\w’'-]+,? (?:said|says|told|added|wrote)\b|\b(?:said|says|added) [A-Z]|\bit added\b|\bits\b"
    r"|(?:[.!?][”\"]?|\n)\s+[A-Z][\w’'-]+ [A-Z]"
)
"""Where somebody else is talked of, or who spoke is a body: "Dyego Qaz said its inn leaks"."""
_NEAR = 600
"""Within how many characters after a verb of speaking somebody goes on."""


def is_stranger(text: str, reading: NameReading, surnames: Container[str]) -> bool:
    """Tell whether a full name that no list knows is a person's, by what is said of them or by how they go on.

    Args:
        surnames: Words that are somebody's surname already.
    """
    new = key_of(reading.words[-1].fold) not in surnames
    return is_somebody(text, reading, surnames) or (new and _is_he_or_she(text, reading))


def _is_he_or_she(text: str, reading: NameReading) -> bool:
    """Tell whether a full name speaks, and then "he" or "she" does, with nobody else named between.

    Else "he" would be whoever was named before.
    """
    if not may_be_persons(text, reading):
        return False
    after = _SAYS_AFTER.match(text, reading.end, reading.end + 100)
    if after is None:
        return False
    goes_on = _GOES_ON.search(text, after.end(), after.end() + _NEAR)
    return (
        goes_on is not None
        and goes_on["verb"] in SPEAKS
        and _NAMED_AFTER.search(text, after.end(), goes_on.start()) is None
    )
