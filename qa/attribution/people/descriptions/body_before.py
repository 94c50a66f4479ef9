"""Find the body whose office "its" is, where the sentence before begins with it: "The Tide Union met. Its head said".

"Said its head, Ada Quill" after a quotation goes back to the sentence before the quotation.
"""

from __future__ import annotations

import re

from qa.attribution.people.names.layout import Layout
from qa.attribution.people.names.persons import People
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.function_words import AUXILIARIES, ONLY_FINITE
from qa.language.lexicon.groups import FIRM_NOUNS, GROUP_NOUNS, SMALL_GROUPS
from qa.language.patterns import regex

_AFTER_QUOTATION = regex(
    r"[\"”’'],? (?:(?:said|says|added|adds|warned|explained|wrote|argued|insisted|told \w+) )?\Z"
)
_IN_SMALL_LETTERS = regex(
    r"The (?P<name>(?:[a-z][\w’'-]*s[’']|[a-z]+(?:ers|ors|ists)) (?P<noun>[a-z]+)) (?P<verb>[a-z]+)"
)
"""A body that is called by whose it is: "The teachers’ union"."""
_NAMED = regex(
    r"(?:The (?:(?:[a-z-]+ )?(?:group|charity|union|firm|company|body|bank) )?)?"
    r"(?P<name>(?:[A-Z][\w&.’'-]* ){0,5}?[A-Z][\w&’'-]*"
    r"(?: (?:of|for|and)(?: the)? [A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3})?)(?= [a-z]|, )"
)
"""A body with its name: "The Dene Institute of Tides", "The green group River Watch"."""
_SMALL = regex(r" (?:of|for|and)\b")
_CAPITAL = regex(r"(?<!\bin)(?<!\bat)(?<!\bon)(?<!\bnear)(?<!\bfrom) (?:the )?([A-Z][\w’'-]*)")
"""A word with a capital that does not only say where or when: "sued Norair", not "in Harwick"."""
_OF_THINGS = frozenset(
    "architect author builder captain designer director driver editor maker owner producer".split()
)
"""What a ship, a play or a house has too: "The Levee Union sold a ship. Its captain"."""
_LONGEST = 120
"""Letters of a name, with "The" before it."""
_LOOKED_BACK = 3
"""Sentences between the body and "its", which may be within one quotation."""


def body_before(layout: Layout, people: People, start: int, head: str) -> str | None:
    """Return the body with which the sentence before begins, for an "its" before an office; None without one."""
    text = layout.text
    at = layout.sentence_at(start)
    if layout.is_quoted(start) or head in _OF_THINGS:
        return None
    if layout.sentences[at][0] != start:
        if _AFTER_QUOTATION.search(text, max(0, start - 24), start) is None:
            return None
        last = at - _LOOKED_BACK
        while at > max(0, last) and layout.is_quoted(layout.sentences[at][0] + 1):
            at -= 1
    else:
        at -= 1
    begin = layout.sentences[max(at, 0)][0]
    if at < 0 or layout.is_quoted(begin + 1) or begin >= start:
        return None
    if named := _IN_SMALL_LETTERS.match(text, begin):
        acts = named["verb"] in ONLY_FINITE | AUXILIARIES or named["verb"].endswith("ed")  # not "party paper"
        return named["name"] if acts and named["noun"] in SMALL_GROUPS | {"federation"} else None
    found = _NAMED.match(text, begin, begin + _LONGEST)
    if found is None or people.within(begin, found.end()):
        return None
    words = found["name"].casefold().split()
    before = _SMALL.split(found["name"].casefold())[0].split()
    if len(words) < 2 or GROUP_NOUNS.isdisjoint((words[-1], before[-1])):
        return None  # "Dene Union Street"
    return None if _names_another(text[found.end() : layout.sentences[max(at, 0)][1]]) else found["name"]


def _names_another(rest: str) -> bool:
    """Tell whether a sentence has a second body, which "its" may mean as well: "The Levee Union sued Norair"."""
    nouns = GROUP_NOUNS | SMALL_GROUPS | FIRM_NOUNS
    capitals = any(word.casefold() not in TIMES for word in _CAPITAL.findall(rest))
    return capitals or any(word in nouns for word in re.findall(r"[a-z]+", rest))
