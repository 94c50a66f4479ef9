"""Tell whether an age or children are told with a name: they are somebody's, so the name is a person's."""

from __future__ import annotations

import re

from qa.attribution.people.names.readings import NameReading
from qa.language.lexicon.offices import PARENTS
from qa.language.patterns import regex

_AGE = regex(r", \(?\d{2}\)?,")
_YEARS_OLD = regex(r", (?:an?|the|who is) \d{1,2}[- ]year[- ]?s?[- ]{0,2}old\b")
_YEARS_OLD_BEFORE = regex(r"\b(?:\d{1,2}[- ]year[- ]?s?[- ]{0,2}|[A-Za-z]+(?:-[a-z]+)?-year-)old $")
_CHILD_BEFORE = regex(r"\b(?:son|daughter|child|boy|girl|niece|nephew|grandson|granddaughter) $")
_CHILDREN_BEFORE = regex(rf"\b(?:{'|'.join(sorted(PARENTS))})[- ]of[- ]\w+ $", re.I)


def has_age(text: str, end: int) -> bool:
    """Tell whether an age follows the name that ends there: "Marit, 14,"."""
    return _AGE.match(text, end, end + 8) is not None


def is_years_old(text: str, end: int) -> bool:
    """Tell whether an age in words follows the name that ends there: "Marit, a 14-year-old"."""
    return _YEARS_OLD.match(text, end, end + 30) is not None


def follows_age(text: str, start: int) -> bool:
    """Tell whether an age goes before the name that begins there: "14-year-old Marit", "Thirteen-year-old Marit"."""
    return _YEARS_OLD_BEFORE.search(text, max(0, start - 26), start) is not None


def follows_children(text: str, start: int) -> bool:
    """Tell whether the name that begins there is that of a parent: "Father of three Dyego Qaz"."""
    return _CHILDREN_BEFORE.search(text, max(0, start - 30), start) is not None


def is_child(text: str, reading: NameReading) -> bool:
    """Tell whether a name is that of somebody's child: "her daughter Marit"."""
    return _CHILD_BEFORE.search(text, max(0, reading.start - 16), reading.start) is not None


def is_given_alone(text: str, reading: NameReading) -> bool:
    """Tell whether somebody is introduced by a given name alone: "her daughter Marit", "Marit, 14,"."""
    return reading.kind == "single" and (
        has_age(text, reading.end) or follows_age(text, reading.start) or is_child(text, reading)
    )
