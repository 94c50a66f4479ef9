"""Find the places of an article that name somebody, or may do so beside words that say what somebody is."""

from __future__ import annotations

from typing import NamedTuple

from qa.attribution.people.names.addresses import without_addresses
from qa.attribution.people.names.persons import People
from qa.language.lexicon.calendar import CALENDAR
from qa.language.lexicon.common_nouns import EVENTS, GENERIC
from qa.language.lexicon.first_names import gender_of
from qa.language.lexicon.function_words import FUNCTION
from qa.language.lexicon.groups import GROUP_NOUNS, ORGANISATIONS
from qa.language.lexicon.name_parts import SURNAME_FIRST, SURNAME_FIRST_OF_THREE
from qa.language.lexicon.places import METONYMS, NATIONS, PLACES, STATES
from qa.language.lexicon.roles import OFFICES, ROLES
from qa.language.lexicon.titles import TITLES
from qa.language.patterns import regex

NO_NAME = (
    GROUP_NOUNS | ORGANISATIONS | PLACES | STATES | METONYMS | frozenset(NATIONS) | frozenset(NATIONS.values())
    | TITLES | ROLES | OFFICES | FUNCTION | CALENDAR | GENERIC
)  # fmt: skip
_NO_NAME_PART = NO_NAME - SURNAME_FIRST - SURNAME_FIRST_OF_THREE
_RANKS = frozenset("adm brig capt cmdr col gen lt maj sgt".split())
"""What ends no name but a rank: "Rear Adm."."""
_EVENT = regex(EVENTS)
_SMALL = regex(r"(?<![\w’'-])[a-z]{3,}(?![\w-])")


class Name(NamedTuple):
    """A place that names somebody; `person` is the number of a known person, or None."""

    start: int
    end: int
    name: str | None
    person: int | None
    possessive: bool = False

    @property
    def is_single(self) -> bool:
        return self.name is not None and " " not in self.name


def small_words(text: str) -> set[str]:
    """Return the words that a text has in small letters, of three letters and more."""
    return set(_SMALL.findall(without_addresses(text)))


def names_in(text: str, people: People) -> list[Name]:
    """Return the places where a name stands: of the people that are known, and of what may be a person's."""
    persons = people.persons
    found = [
        Name(m.start, m.end, persons[m.people[0]].name, m.people[0], m.possessive)
        if len(m.people) == 1
        else Name(m.start, m.end, None, None, m.possessive)
        for m in people.mentions
    ]
    for group in people.groups:
        if _may_be_person(group.name):
            owner = text[group.end : group.end + 2] in ("’s", "'s")
            found.append(Name(group.start, group.end, group.name, None, owner))
    return sorted(found, key=lambda name: name.start)


def _may_be_person(name: str) -> bool:
    """Tell whether a name that nothing shows to be a person's could be one, beside words that say what somebody is."""
    words = name.split()
    capitals = all(word[0].isupper() and not word.isupper() for word in words)
    folds = {word.casefold().strip(".") for word in words}
    return len(words) <= 3 and capitals and _NO_NAME_PART.isdisjoint(folds)


def is_no_name(name: str, small: set[str]) -> bool:
    """Tell whether a name is none in truth: "the General Election", "Chief Police Officers".

    Args:
        name: The name of a person.
        small: The words that the article has in small letters.
    """
    first, *others = name.casefold().split()
    if not others:
        return first in NO_NAME or first in small or _EVENT.fullmatch(first) is not None
    return (first in GROUP_NOUNS and gender_of(first) is None) or others[-1].strip(".") in _RANKS
