"""Find whose office letters stand for: "the SP", after "superintendent of police (SP) Ada Quill"."""

from __future__ import annotations

import re

from qa.attribution.people.names.named import Named
from qa.attribution.people.names.names_after_offices import office_before
from qa.attribution.people.names.persons import People
from qa.language.lexicon.offices import JOBS
from qa.language.lexicon.roles import ROLES
from qa.language.patterns import regex

_LETTERS = regex(r"[Tt]he ([A-Z]{2,4})\W*")
_ARTICLE = regex(r"(?:.*\b)?(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts)\s+")
_REACH = 80
_MOST_LOOKED_AT = 200


def bearer_of_letters(text: str, people: People, start: int, end: int) -> Named | None:
    """Return the one person whom an article has with the letters of an office that a mention consists of.

    They stand in brackets before the name, with what the office is for, "MEC for Finance Ada Quill", or after the name
    with what it is of, "Ada Quill, SP of Dene". What stands before the brackets must be an office, for after "the
    National Federation of Bakers (NFB) Ada Quill leads" the letters are the body's.
    """
    found = _LETTERS.fullmatch(text, start, end)
    if found is None:
        return None
    letters = re.escape(found[1])
    before = re.compile(rf"(?P<office>[^\n.;:,“”\"]*)\({letters}\) \Z|\b{letters} for [A-Z]\w+ \Z")
    after = re.compile(rf", {letters} (?:of|at) ")
    having = set()
    for mention in people.mentions[:_MOST_LOOKED_AT]:
        named = before.search(text, max(0, mention.start - _REACH), mention.start)
        held = named is not None and (named["office"] is None or _is_office(named["office"]))
        if len(mention.people) == 1 and (held or after.match(text, mention.end)):
            having.add(mention.people[0])
    return Named("role", start, tuple(having)) if len(having) == 1 else None


def _is_office(words: str) -> bool:
    plain = _ARTICLE.sub("", words.strip())
    return (
        plain.rpartition(" ")[2].casefold().rpartition("-")[2] in ROLES | JOBS or office_before(plain) != ""
    )
