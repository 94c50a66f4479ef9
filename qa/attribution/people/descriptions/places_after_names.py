"""Read of which place somebody has an office by what follows their name: "Gov. Ada Quill of Norland", "(R-Ohio)"."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.attribution.people.descriptions.described_names import Name
from qa.attribution.people.descriptions.office_nouns import Office
from qa.language.lexicon.calendar import CALENDAR
from qa.language.lexicon.name_parts import PARTICLES
from qa.language.lexicon.offices import KIN, PARTIES
from qa.language.lexicon.places import NATIONS, SAME_PLACE
from qa.language.lexicon.states import STATE_OF_CODE, STATE_OF_SHORT
from qa.language.patterns import regex

_CAPITAL = r"(?:[A-Z][\w&-]*|(?:al|el)-[A-Z][\w-]*)"
_PARTICLE = "|".join(sorted(PARTICLES))
_OF = regex(
    rf" {{1,9}}of (?P<the>the )?(?P<of>{_CAPITAL}(?:(?: (?:{_PARTICLE}))? {_CAPITAL}){{0,5}})(?![’'\w-])"
)
"""A place, after the blanks that are read for a party in brackets: "Rep. Ada Quill (R) of Norland"."""
_BETWEEN = regex(r" {1,9}of ")
_TAG = regex(r"(?:,| \(| of [\w ]{3,20} \() ?(?P<party>[DR])-(?P<of>[A-Z][\w.]*(?: [A-Z]\w+)?)")
"""A lawmaker's party and state: "Sen. Ada Quill (D-W.Va.)", "Rep. Ada Quill, R-Ohio,"."""
_SAME = frozenset[str]().union(*SAME_PLACE)
_PARTY_OF = {"D": "democratic", "R": "republican"}
_OF_STATES = frozenset("senator representative governor congressman congresswoman lawmaker mp".split())


def with_place_after(text: str, office: Office, end: int) -> Office:
    """Return an office before a name with the place that stands after the name, which ends at an offset."""
    head = office.what.rsplit(maxsplit=1)[-1]
    if head in KIN or office.owned:
        return office
    party = text[slice(*office.of)].casefold() if office.of else ""
    if office.of is not None and party not in PARTIES:
        return office
    tag = _TAG.match(text, end) if head in _OF_STATES else None
    found = tag or _OF.match(text, end)
    if found is None or found["of"].split()[0].casefold() in CALENDAR or _is_party(found):
        return office
    party = party or (_PARTY_OF[tag["party"]] if tag else "")
    return replace(office, of=found.span("of"), what=f"{party} {office.what}".strip())


def after_place(text: str, mention: Name) -> int:
    """Return where it may be told what somebody is: after the place in "Ada Quill of Norland, the chairman,"."""
    found = None if mention.is_single or mention.person is None else _OF.match(text, mention.end)
    return found.end() if found is not None else mention.end


def is_place_of(text: str, left: Name | None, mention: Name) -> bool:
    """Return whether a name is the place after another: "Norland" in "Ada Quill of Norland, the chairman,"."""
    if left is None or left.person is None or left.is_single or not mention.is_single:
        return False
    return _BETWEEN.fullmatch(text, left.end, mention.start) is not None


def _is_party(found: re.Match[str]) -> bool:
    """Return whether somebody is of a party or a team and not of a place: "Prime Minister Ada Quill of the Greens"."""
    name = found["of"].casefold()
    several = found.groupdict().get("the") is not None and name.endswith(("s", " party"))
    return several and name not in NATIONS and name not in _SAME


def state_of(text: str, start: int, end: int) -> str | None:
    """Return the state that a place of an article names after a lawmaker's party: "West Virginia" in "D-W.Va."."""
    if text[start - 2 : start] not in ("D-", "R-"):
        return None
    short = text[start:end].casefold().rstrip(".")
    return STATE_OF_SHORT.get(short) or STATE_OF_CODE.get(short) or text[start:end]
