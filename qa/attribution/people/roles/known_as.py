"""Tell whom "the singer" stands for where an article has named one person and never says that they sing."""

from __future__ import annotations

import re
from bisect import bisect_left

from qa.attribution.people.names.persons import People
from qa.language.lexicon.first_names import is_given
from qa.language.lexicon.roles import FEMALE_NOUNS, KNOWN_AS, MALE_NOUNS

_MENTIONS = 12
_LETTERS = 1_500
"""Mentions of the one person, and letters since the article's beginning: farther on, somebody else may be meant."""


def known_as(text: str, people: People, noun: str, start: int) -> list[int]:
    """Return the one person named before `start`, where a noun for what people are known as can only mean them.

    "Ada Quill has cancelled her tour. The singer fell ill." But not where an article has "a singer" before, another
    name, or calls Quill something else: "Mayor Ada Quill opened the hall. The singer was late."
    """
    if noun not in KNOWN_AS or start > _LETTERS:
        return []
    before = people.mentions[: bisect_left(people.mentions, start, key=lambda mention: mention.start)]
    named = {mention.people for mention in before if not mention.quoted}
    if len(before) > _MENTIONS or len(named) != 1 or len(one := named.pop()) != 1:
        return []
    person = people.persons[one[0]]
    if not any(map(is_given, person.parsed.given[:1])):
        return []  # "In a chat with Metal Weekly, the singer said"
    if person.roles and KNOWN_AS.isdisjoint(person.roles):
        return []
    if (noun in MALE_NOUNS and person.gender == "f") or (noun in FEMALE_NOUNS and person.gender == "m"):
        return []
    another = re.compile(
        rf"\b(?:an?|another|one|his|her|their|its|\w+[’']s?) (?:[\w’'-]+ ){{0,3}}{noun}\b|\b{noun}s\b", re.I
    )
    return [*one] if another.search(text, 0, start) is None else []
