"""Read a possessive alone, "and Hale's?", as the same thing, or the same office, of somebody else."""

from __future__ import annotations

import re

from qa.answers import Understanding
from qa.conversation.earlier.followed import Understand
from qa.language.lexicon.places import NATION_OF, NATIONS
from qa.language.patterns import regex

POSSESSIVE = regex(r"(?P<owner>\S.*?)['’]s?", re.DOTALL)
_OWNS = regex(r"(?P<owner>\S.*?)['’]s?\s+(?=\S)", re.DOTALL)
_OWNED_TOPIC = regex(r"(?:his|her|its|their|\S+(?:\s+\S+){0,3}?['’]s?)\s+(?P<what>[a-z].*)", re.DOTALL)


def of_another(named: str, base: Understanding) -> str | None:
    """Return the same thing of somebody else as a topic: Hale's plan of "and Hale's?", after words on Brandt's plan."""
    owned = _OWNED_TOPIC.fullmatch(base.topic or "") if POSSESSIVE.fullmatch(named) and base.speaker else None
    return f"{named} {owned['what']}" if owned is not None else None


def of_the_same_office(named: str, base: Understanding, read: Understand) -> Understanding | None:
    """Return who is asked for by a possessive alone: Dene's mayor by "and Dene's?", after "the mayor of Harwick"."""
    match = POSSESSIVE.fullmatch(named)
    # "Vantor's boss" is somebody, whom no article may call so.
    described = base.speaker if _OWNS.match(base.speaker or "") else base.described
    if match is None or described is None:
        return None
    before = _OWNS.match(described)
    office = described[before.end() :] if before else re.split(r"\s+(?:of|for)\s+", described)[0]
    nation, _, rest = office.partition(" ")
    if rest and (nation.casefold() in NATION_OF or nation.casefold() in NATIONS):
        office = rest  # Norland's minister by "and Norland's?", after "the Norwegian minister"
    return read(f"What did {match['owner']}'s {office} say?")
