"""Tell whom "the singer" stands for where an article has named one person and never says that they sing."""

from __future__ import annotations

import re
from bisect import bisect_left

from qa.attribution.people.names.persons import People, PersonMention
from qa.language.lexicon.first_names import is_given
from qa.language.lexicon.roles import FEMALE_NOUNS, KNOWN_AS, MALE_NOUNS
from qa.language.patterns import regex

_MENTIONS = 12
_LETTERS = 1_500
"""Mentions of the one person, and letters since the article's beginning: farther on, somebody else may be meant."""
_MARKS = '.!?\n“”"'
_END = regex(rf"[{_MARKS}]")
_REACH = 200
"""Letters in which a sentence is looked for on either side of the noun."""
_PARTED = regex(r"[,;:—–]|\b(?:after|and|as|because|before|but|since|that|until|when|where|while)\b")
"""What begins another clause between a name and the noun: "Ada Quill left the stage when the singer fell"."""
_PRONOUN = regex(r"\b(?:(?P<he>he|him|his|himself)|she|hers?|herself)\b", re.I)


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
    if another.search(text, 0, start) is not None:
        return []
    end = _end(text, start)
    until = people.mentions[: bisect_left(people.mentions, end, key=lambda mention: mention.start)]
    if _is_beside(text, [m for m in until if one[0] in m.people and not m.quoted], noun, start):
        return []
    pronoun = _PRONOUN.search(text, start, end)
    of_another = pronoun is not None and person.gender == ("f" if pronoun["he"] else "m")
    return [] if of_another else [*one]


def _is_beside(text: str, named: list[PersonMention], noun: str, start: int) -> bool:
    """Tell whether the noun stands for somebody else, in a sentence with the name of the one.

    "Tom Hale met the singer. The singer said", "The singer said Hale was late", but "Hale left as the singer fell".
    """
    if named and named[-1].start > start:
        return True
    for found in re.finditer(rf"\b[Tt]he {noun}\b", text[: start + len(noun) + 4]):
        at = found.start()
        begin = max(text.rfind(mark, max(0, at - _REACH), at) for mark in _MARKS)
        last = max((mention.end for mention in named if begin < mention.start < at), default=None)
        if last is not None and _PARTED.search(text, last, at) is None:
            return True
    return False


def _end(text: str, start: int) -> int:
    """Return where the sentence ends, or a quotation begins in it."""
    found = _END.search(text, start, start + 2 * _REACH)
    return found.start() if found is not None else min(len(text), start + 2 * _REACH)
