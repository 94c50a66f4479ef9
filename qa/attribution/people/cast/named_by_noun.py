"""Find the body whose name stands between commas after a noun for what it is: "The firm, Kestrel Marine, said"."""

from __future__ import annotations

import re

from qa.attribution.people.cast.group_mentions import group_in
from qa.attribution.people.names.layout import Layout
from qa.attribution.people.names.named import Named
from qa.attribution.people.names.persons import People
from qa.datatypes import Span
from qa.language.lexicon.groups import FIRM_NOUNS, SMALL_GROUPS
from qa.language.lexicon.places import ADJECTIVES, LANDS, PLACES
from qa.language.patterns import regex

_NOUN = regex(
    r"(?:the|its|their|an?|(?:[\w.’'-]+ ){0,3}[\w.-]+[’']s?) (?:[a-z][a-z-]+ ){0,2}(?P<noun>[a-z]+)", re.I
)
"""What goes before the name: "The firm", "Its parent company", "The drug's maker"."""
_NOUNS = (
    FIRM_NOUNS
    | SMALL_GROUPS
    | frozenset(
        """
        band brewery broker charity club consultancy contractor federation landlord maker nonprofit organiser organizer
        owner parent promoter regulator school sponsor startup studio theatre thinktank watchdog
        """.split()
    )
)
_NAMED = regex(r", (?P<name>(?:the )?[A-Z][\w’'.&-]*(?: (?:[A-Z&][\w’'.&-]*|of|for|and|the))*),(?= [a-z])")
"""The name, where a mention ends before it."""
_GOES_ON = regex(r" (?:&|and [A-Z])|[’']s? ")
_AND = regex(r" (?:&|and) ")


def named_by_noun(layout: Layout, people: People, segments: list[Span]) -> Named | None:
    """Return the body that is named right after what it is, as "Norair" of "The airline, Norair,"; None without one."""
    text = layout.text
    start, end = segments[0]
    noun = _NOUN.fullmatch(text[start:end].rstrip())
    if noun is None or noun["noun"] not in _NOUNS:
        return None
    if len(segments) == 1:
        named = _NAMED.match(text, end, end + 80)
        if named is None:
            return None
        segments = [segments[0], named.span("name")]
    if len(segments) != 2 or not _is_name(text[slice(*segments[1])]):
        return None
    start, end = segments[1]
    if _GOES_ON.match(text, end) or _is_known_person(people, start, end):
        return None  # "The firm, Ivo Brandt & Sons,", "Its owner, Ada Quill's son,"
    found = group_in(layout, people, start, end)
    if found is not None and _AND.search(text, start, end) and not _AND.search(found.name or ""):
        return None  # "The union, Harwick and Dene,": two are named there, or places
    return found


def _is_known_person(people: People, start: int, end: int) -> bool:
    """Tell whether an article names somebody so before: "Ada Quill met Ivo Brandt. The builder, Brandt, said"."""
    own = [one for one in people.within(start, end) if (one.start, one.end) == (start, end)]
    return any(people.persons[i].first < start for one in own for i in one.people)


def _is_name(words: str) -> bool:
    first = words.removeprefix("the ").split(maxsplit=1)[0]
    # "The company, London, said": where it is.
    return first[0].isupper() and words.casefold() not in PLACES | LANDS | ADJECTIVES.keys()
