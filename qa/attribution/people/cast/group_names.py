"""Tell what kind of name words with capitals make: a firm's, a league's, a district's, or none."""

from __future__ import annotations

import re

from qa.attribution.people.names.layout import Layout
from qa.attribution.people.names.persons import People
from qa.language.lexicon.common_nouns import GENERIC
from qa.language.lexicon.function_words import FUNCTION
from qa.language.lexicon.groups import (
    FIRMS,
    GOVERNING_PARTIES,
    GROUP_NOUNS,
    NEWSPAPERS,
    ORGANISATIONS,
)
from qa.language.lexicon.offices import JOBS
from qa.language.lexicon.person_verbs import SPEAKS
from qa.language.lexicon.places import ADJECTIVES, COMPASS, METONYMS, NATIONS, NEARER, STATES
from qa.language.lexicon.roles import HUMAN, ROLES
from qa.language.patterns import regex

_CAPITAL = r"(?:(?:[A-Z]\.){2,}|[A-Z][\w’'&-]*)"
"""One word of a name; "D.C." is one."""
OF_WHAT = regex(rf"\s(?:of|for|on)\s(?:the\s)?{_CAPITAL}(?:\s(?:(?:and|of|for|the)\s){{0,2}}{_CAPITAL})*")
_FIRST_HALF = regex(r"\b[Tt]he (?P<half>(?:[A-Z][\w’'-]* ){1,3}and )$")


def is_one_of_many(words: list[str], noun: str) -> bool:
    """Tell whether a noun has nothing before it that names which: "the German firm", "a Conservative government"."""
    before = [word.strip("’'\"”“.,").casefold() for word in words[:-1]]
    if any(word in SPEAKS for word in before):
        return True  # "Mr Quill argues government": two clauses
    if noun in FIRMS:
        places = _NATIONAL | COMPASS | STATES
        return all(w in places or w.endswith("-based") for w in before) or before[0] in COMPASS
    return noun == "government" and all(word in GOVERNING_PARTIES for word in before)


_NATIONAL = (
    frozenset(NATIONS) | frozenset(NATIONS.values()) | METONYMS | frozenset("us uk eu u.s u.k".split())
)


def is_executive(words: list[str]) -> bool:
    """Tell whether a phrase names a body that is an executive, not somebody who is one: "the Danish Executive"."""
    return len(words) > 1 and words[-1] == "Executive" and words[-2][0].isupper() and words[-2] not in _RANKS


_RANKS = frozenset("Chief Senior Top Former Deputy Marketing Advertising Account Sales".split())


def is_firm(left: list[str], right: list[str]) -> bool:
    """Tell whether "and" stands inside a firm's name: "AT and T", "Hansen and Hansen"."""
    if len(left) != 1 or len(right) != 1 or not left[0][0].isupper():
        return False
    return left == right or (left[0].isupper() and right[0].isupper() and max(map(len, left + right)) <= 2)


def is_trade(text: str, left: list[str], right: list[str], end: int) -> bool:
    """Tell whether "and" joins the trades of one national body: "Boats and Ferries Australia says"."""
    places = frozenset(NATIONS) | STATES
    if len(left) > 2 or len(right) < 2 or right[-1].lower() not in places or not left[0][0].isupper():
        return False
    fields = [word.lower() for word in [*left, *right[:-1]]]
    if any(word in places or word in ORGANISATIONS or word in GOVERNING_PARTIES for word in fields):
        return False
    if fields[len(left)].removesuffix("ern") in COMPASS or fields[len(left)] == "new":
        return False  # "Farmers and Western Australia" are two
    if fields[0].removesuffix("s") in HUMAN | ROLES | JOBS:
        return False
    if not all(word[0].isupper() and word[1:].islower() for word in [*left, *right[:-1]]):
        return False
    return text.startswith(" says ", end) or re.search(rf"\b{re.escape(fields[0])}\b", text) is not None


def is_league(layout: Layout, people: People, start: int, words: list[str], end: int) -> bool:
    """Tell whether people with a capital are a body that has an aim: "Residents for Boats and Harbours".

    At the head of a sentence "Residents of Old Harwick" and "Voters for Ada Quill" may be anybody.
    """
    following = layout.text[end : end + 5].strip()
    if len(words) != 1 or following not in ("for", "of"):
        return False
    low = words[0].lower()
    inside = start - layout.sentences[layout.sentence_at(start)][0] > 2
    aim = OF_WHAT.match(layout.text, end, end + 80) if following == "for" else None
    aims = aim is not None and len(aim[0].split()) > 2 and not people.within(end, aim.end())
    return (inside or aims) and low.endswith("s") and (low in GENERIC or low.removesuffix("s") in _MEMBERS)


def is_somebody_from(word: str) -> bool:
    """Tell whether a word means one person: "the Scot", "the Brazilian", but not "the Dutch", "The Australian"."""
    low = word.lower()
    of_nation = low in ADJECTIVES and low.endswith("an") and low not in ORGANISATIONS | NEWSPAPERS | _PAPERS
    return low in _FROM or of_nation


_FROM = frozenset(
    """
    argentine belgian briton croat dane dutchman englishman finn frenchman frenchwoman irishman irishwoman icelander
    northerner pole portuguese scot serb slovak southerner spaniard swede turk ulsterman welshman
    """.split()
)
"""Nouns for one person by a nation or part of one."""
_PAPERS = frozenset(("australian",))


_MEMBERS = HUMAN | {"citizen", "resident", "neighbour", "neighbor", "parent", "taxpayer"}


def is_title_of(word: str, following: str) -> bool:
    """Tell whether one capital word before "of" begins the title of something: "Register", but not "Pentagon"."""
    low = word.lower()
    known = ORGANISATIONS | METONYMS | GENERIC | ROLES | HUMAN | frozenset(NATIONS)
    return following == " of " and not low.endswith("s") and word[1:].islower() and low not in known


def is_district(words: list[str]) -> bool:
    """Tell whether two words are a constituency's or a village's name: "Harwick East", "Upper Dene"."""
    return len(words) == 2 and (words[1].casefold() in COMPASS or words[0].casefold() in NEARER)


def is_group_word(word: str) -> bool:
    return word.strip("’'.,").lower() in GROUP_NOUNS


_SHOUTED = frozenset("we you they he she this these those everyone everybody nobody somebody".split())
"""Words in capitals that are no short name: "WE say it leaks", but "IT", "US", "WHO"."""


def is_name(layout: Layout, people: People, start: int, word: str) -> bool:
    """Tell whether one capital word is a name and not a common noun that begins a sentence."""
    small = word.lower()
    if small in GENERIC or small.removesuffix("s") in GENERIC:
        return False
    if small in _SHOUTED:
        return False
    if small in ORGANISATIONS or small in METONYMS or small in NATIONS or not word[1:].islower():
        return len(word) > 1
    if small in ("democrats", "republicans"):
        return True
    sentence = layout.sentences[layout.sentence_at(start)][0]
    if small in ("conservatives", "liberals") and start - sentence > 2:
        return True  # a party; at the head of a sentence they may be anybody
    elsewhere = any(group.name == word and group.start != start for group in people.groups[:400])
    if small == "labour" and elsewhere:
        return True  # the party, where an article names it within a sentence too
    if small in FUNCTION or small in ROLES or small.removesuffix("s") in ROLES:
        return False
    if start - sentence > 2:
        return small not in GROUP_NOUNS
    return small not in GROUP_NOUNS and (elsewhere or not small.endswith("s"))


def before_and(text: str, start: int) -> str:
    """Return the words of a name before its "and": "Norvik Docks and " of the Norvik Docks and Ports Union."""
    found = _FIRST_HALF.search(text, max(0, start - 60), start)
    words = found["half"].split() if found is not None else []
    return "" if found is None or words[-2].casefold() in GROUP_NOUNS else found["half"]
