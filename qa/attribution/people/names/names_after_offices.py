"""Find a name that follows somebody's office with no comma between: "Chairman of the Dene Board Tamsi Quaz said"."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import islice

from qa.attribution.people.names.capitals import CapitalWord
from qa.attribution.people.names.fields_of_office import NO_SURNAMES
from qa.attribution.people.names.names_inside import speaks_at
from qa.language.lexicon.calendar import CALENDAR
from qa.language.lexicon.common_nouns import GENERIC
from qa.language.lexicon.first_names import is_given_for_sure
from qa.language.lexicon.function_words import CONJUNCTIONS, DETERMINERS, PREPOSITIONS
from qa.language.lexicon.groups import GROUP_NOUNS, ORGANISATIONS
from qa.language.lexicon.name_parts import PARTICLES
from qa.language.lexicon.offices import ALLIES, JOBS, KIN
from qa.language.lexicon.places import ADJECTIVES, LANDS, NATIONS, PLACES
from qa.language.lexicon.roles import HUMAN, OFFICES, ROLES, SPOKES
from qa.language.lexicon.titles import COURTESY, TITLES
from qa.language.patterns import regex

_LONGEST_LEAD = 160
_BORDER = regex(r".*(?:[\n\"“”;:,—–]|[.!?][\"”’)]* |\b(?:according to|said|says|told|by)\b)", re.S | re.I)
_OF = frozenset("of for at to in".split())
_HELD = (
    (ROLES | JOBS | {"member", "head"})
    - KIN
    - SPOKES
    - frozenset("agent barrister counsel solicitor".split())
)
"""What somebody is of a body, a place or a field, and hardly of a person."""
_BESIDE_HOLDERS = KIN | ALLIES | HUMAN | ROLES | JOBS | {"critic", "follower", "supporter"}
"""Who is somebody's, and does not bear the name that follows."""
_BESIDE_OFFICES = frozenset(
    "and of general executive police managing operating financial national regional state federal first".split()
)
PERSONAL_ENDS = (
    "ed",
    "er",
    "or",
    "ist",
    "ian",
    "dent",
    "ant",
    "man",
    "men",
    "ee",
    "ers",
    "ors",
    "ists",
    "dents",
)
"""Endings of words that say who somebody is, and not what an office is for."""
_ABSTRACT_ENDS = ("ing", "ment", "tion", "sion", "ity", "ics", "ism", "ness", "ance", "ence", "logy", "s")
"""Endings of nouns for what offices are for: "Director of Qaza Urban Planning"."""
_LETTERS = regex(r"[A-Z]{2,4}")
_OPENS_PLACE = frozenset("san santa saint st port fort los las el new nuevo puerto".split())
_CREDITED = regex(r"(?:according to|said|says)\W*\Z", re.I)
_MOST_NAMES = 4
_SHORTEST_NAME = 2
"""How long a name is taken to be whose first word is not known for a given name."""
_FIELDS = GROUP_NOUNS | ORGANISATIONS | OFFICES | GENERIC
_OF_NATIONS = frozenset("ambassador consul envoy minister president".split())
_OF_ANYBODY = frozenset(
    "album biopic book comedy documentary film movie musical novel opera play series show song".split()
)
_MOST_SEEN = 30
_NO_NAME = _FIELDS | PLACES | LANDS | set(ADJECTIVES) | NO_SURNAMES | ROLES | TITLES | CALENDAR


def office_before(before: str) -> str:
    """Return the office that words hold, "chairman" of "Dene Chairman of the Board of", or "" where they are none.

    It has no article, as such an office has where a name follows: "the chairman of the board" is whole without one.
    """
    words = [word for word in before.split() if not word.startswith("(")]
    if not words or words[0].casefold() in DETERMINERS | PREPOSITIONS | CONJUNCTIONS:
        return ""
    for i, word in enumerate(words):
        if word in _OF and i:
            office = words[i - 1].casefold()
            held = not _HELD.isdisjoint((office, *office.split("-")))
            # "Dene MEC for Finance": letters of an office have a field after them.
            field = word == "for" and all(one.casefold() in OFFICES for one in words[i + 1 : i + 2])
            held = held or (field and _LETTERS.fullmatch(words[i - 1]) is not None)
            if not held and not _BESIDE_HOLDERS.isdisjoint((office, office.removesuffix("s"))):
                return ""  # "Wife of President of Norland Ada Quill", "Supporters of Mayor of Dene Ada Quill"
            if not held:
                continue
            plain = all(one[0].isupper() or _is_beside_office(one) for one in words[:i])
            return office if plain and not _is_of_somebody(office, words[i + 1 :]) else ""
        if word in DETERMINERS:
            return ""
    return ""


def name_after_office(
    text: str, words: Sequence[CapitalWord], small_words: Container[str]
) -> tuple[str, int] | None:
    """Return the office before a run and how many of its words stand before the name; None if there is no such name.

    "Minister of Information Technology Amr Quaz said": without a given name that is known, the last two are the name.
    """
    before = text[max(0, words[0].start - _LONGEST_LEAD) : words[0].start]
    border = _BORDER.match(before)
    lead = before[border.end() :] if border else before
    office = office_before(lead) if " " in lead.strip() else ""
    if not office:
        return None
    governed = lead.split()[-1].casefold() in _OF | {"the", "and", "a", "an", "its", "their"}
    first = _first_of_name(text, words, 1 if governed else 0, office, small_words)
    if first is None:
        return None
    field = first > 0 and words[first - 1].fold in _FIELDS
    if office not in _HELD and "-" not in office and words[first - 1].fold not in OFFICES:
        return None  # "UN for Dene Tamsi Quaz"
    speaks = _CREDITED.search(border[0] if border else "") or speaks_at(text, words[-1].end)
    return (office, first) if field or speaks else None


def _first_of_name(
    text: str, words: Sequence[CapitalWord], least: int, office: str, small_words: Container[str]
) -> int | None:
    count = len(words)
    for i in range(least, count - 1):
        after_place = i > 0 and words[i - 1].fold in _OPENS_PLACE
        if is_given_for_sure(words[i].fold) and not after_place and count - i <= _MOST_NAMES:
            return i if not any(w.fold in NO_SURNAMES for w in words[i + 1 :]) else None
    first = count - _SHORTEST_NAME
    while first > least and words[first].fold in PARTICLES:
        first -= 1
    name = words[first:]
    if first < least or any(w.fold in _NO_NAME or len(w.fold) < _SHORTEST_NAME for w in name):
        return None
    if any(w.fold in small_words for w in name) or name[-1].text.isupper():
        return None
    if first == 0:  # "minister of intelligence Tamsi Quaz"
        return None if name[-1].fold.endswith(_ABSTRACT_ENDS) else first
    # After "Chairman of the HRC" and "Ambassador to Norland" nothing goes on but a name, unlike "Editor of Dene Star".
    field = words[first - 1].fold in _FIELDS or words[first - 1].text.isupper()
    nation = office in _OF_NATIONS and " ".join(w.fold for w in words[:first]) in NATIONS
    return first if field or nation or _is_named_again(text, name[-1]) else None


def _is_named_again(text: str, surname: CapitalWord) -> bool:
    """Tell whether an article goes on about somebody by the surname: "Mr Quaz", "Quaz said"."""
    named = re.compile(rf"\b((?:Mr|Ms|Mrs|Dr)\.? )?{re.escape(surname.text)}\b").finditer(text, surname.end)
    return any(one[1] or speaks_at(text, one.end()) for one in islice(named, _MOST_SEEN))


def _is_beside_office(word: str) -> bool:
    low = word.casefold()
    return low in _BESIDE_OFFICES | HUMAN | ROLES | JOBS | TITLES or not _HELD.isdisjoint(low.split("-"))


def _is_of_somebody(office: str, after: Sequence[str]) -> bool:
    """Tell whether an office is a person's or a work's: "coach of champion Ada Quill", "aide to Senator Quill"."""
    if not after:
        return False
    first, last = after[0].strip(".").casefold(), after[-1]
    if first in COURTESY or (first in ROLES | TITLES and first not in OFFICES) or last in _OF_ANYBODY:
        return True
    return last.islower() and (office in ALLIES or last in ROLES | HUMAN or last.endswith(PERSONAL_ENDS))
