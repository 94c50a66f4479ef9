"""Find whose office letters stand for: "the SP", after "superintendent of police (SP) Ada Quill"."""

from __future__ import annotations

import re

from qa.attribution.people.names.named import Named
from qa.attribution.people.names.persons import People
from qa.language.patterns import regex

_LETTERS = regex(r"[Tt]he ([A-Z]{2,4})\W*")
_MOST_LOOKED_AT = 200


def bearer_of_letters(text: str, people: People, start: int, end: int) -> Named | None:
    """Return the one person whom an article has with the letters of an office that a mention consists of.

    They stand in brackets before the name, with what the office is for, "MEC for Finance Ada Quill", or after the name
    with what it is of, "Ada Quill, SP of Dene". A body in letters stands beside nobody's name so.
    """
    found = _LETTERS.fullmatch(text, start, end)
    if found is None:
        return None
    letters = re.escape(found[1])
    before = regex(rf"(?:\({letters}\)|\b{letters} for [A-Z]\w+) \Z")
    after = regex(rf", {letters} (?:of|at) ")
    having = set()
    for mention in people.mentions[:_MOST_LOOKED_AT]:
        named = before.search(text, max(0, mention.start - 40), mention.start)
        if len(mention.people) == 1 and (named or after.match(text, mention.end)):
            having.add(mention.people[0])
    return Named("role", start, tuple(having)) if len(having) == 1 else None
