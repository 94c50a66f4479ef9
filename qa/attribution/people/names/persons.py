"""Hold the people and groups of an article, and the places that name them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from qa.language.lexicon.first_names import Gender
from qa.speakers.names import PersonName, parse_person


@dataclass(slots=True)
class Person:
    """Somebody the article names; `roles` are heads ("senator"), `details` words around them ("florida")."""

    name: str
    parsed: PersonName
    first: int
    gender: Gender | None = None
    certain: bool = True
    given_only: bool = False
    """Introduced by a given name that somebody else in the article has too."""
    roles: set[str] = field(default_factory=set)
    plain_roles: set[str] = field(default_factory=set)
    """Of the roles, those that are fully held: not that of a shadow, deputy or former minister."""
    near_roles: set[tuple[str, str]] = field(default_factory=set)
    """Roles that are not quite held, after the word that says so: ("shadow", "chancellor")."""
    details: set[str] = field(default_factory=set)
    bodies: dict[str, set[str]] = field(default_factory=dict)
    """Of a role, the words with a capital that say of what it is: {"chairman": {"dene", "boats"}}."""
    callings: set[str] = field(default_factory=set)
    """Of the roles, those that surely are this person's own and tell namesakes apart."""


class PersonMention(NamedTuple):
    """Words that name a person: one of `people`, which are several where a surname does not decide."""

    start: int
    end: int
    people: tuple[int, ...]
    full: bool
    possessive: bool
    quoted: bool
    words: int = 1


class GroupMention(NamedTuple):
    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class People:
    """Everybody who is named in an article; mentions are in order of the text."""

    persons: tuple[Person, ...]
    mentions: tuple[PersonMention, ...]
    groups: tuple[GroupMention, ...]
    by_surname: dict[str, tuple[int, ...]]
    by_role: dict[str, list[int]]

    def mention_at(self, start: int) -> PersonMention | None:
        """Return the mention that begins at an offset."""
        at = bisect_left(self.mentions, start, key=lambda mention: mention.start)
        found = self.mentions[at] if at < len(self.mentions) else None
        return found if found is not None and found.start == start else None

    def named_in_full(self, full_name: str) -> Person:
        """Return the person whom a full name can only mean, else one of that name whom the text does not mention."""
        name = parse_person(full_name)
        known = [one for one in self.persons if one.parsed.given and name.is_form_of(one.parsed)]
        return known[0] if len(known) == 1 else Person(full_name, name, -1)

    def within(self, start: int, end: int) -> list[PersonMention]:
        """Return the mentions that lie inside a stretch of text."""
        low = bisect_left(self.mentions, start, key=lambda mention: mention.start)
        high = bisect_right(self.mentions, end, key=lambda mention: mention.start)
        return [mention for mention in self.mentions[low:high] if mention.end <= end]
