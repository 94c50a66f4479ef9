"""Find who is named as one of several who speak: "Critics like Ada Quill said", "two clerks, including Quill, said"."""

from __future__ import annotations

import re

from qa.attribution.people.names.named import NOBODY, Named
from qa.attribution.people.names.persons import People
from qa.datatypes import Span
from qa.language.lexicon.function_words import PLURALS
from qa.language.patterns import regex

_AMONG = regex(r",?\s(?:(?P<like>such as|like)|including|among them)\s")
_NOT_ALL = regex(r"(?:few|fewer|hardly|neither|no|nobody|none|not)\b", re.IGNORECASE)
"""Before several of whom not each one says it: "No critics, including Ada Quill, said so"."""
_WHAT_THEY_ARE = regex(
    r"(?:the (?:(?!and |or |by )[\w’'-]+ ){0,6}[\w’'-]+, |(?:(?!and |or |by )[\w’'.-]+ ){0,8})"
)
"""What stands before the name: "former committee chairman", "Dr.", "the mayor of Dene,"."""
_GOES_ON = regex(r",? (?:and|or|as well as) |’s?\b|'s\b")
"""After a name that is not the only one, or an owner's: "like Ada Quill and Ivo Brandt", "like Quill's brother"."""
_ENDS = regex(r"[”\"]?(?:[.;,—–]|\s*$)")
_FARTHEST = 120
"""Characters between several people and the name of one of them."""


def named_among(text: str, people: People, mention: Span, cue: Span | None) -> Named:
    """Return the one person whom a mention of several names, or what stands right after it; nobody if there are more.

    "Critics like Ada Quill called it a joke" are Quill's words too, and of no other critic known by name.
    """
    start, end = mention
    found = _AMONG.search(text, start, end) or _AMONG.match(text, end)
    if found is None or _NOT_ALL.match(text, start):
        return NOBODY
    head = text[start : found.start()].rsplit(maxsplit=1)[-1].casefold()
    # "A man like Ada Quill would say so": of one only, this says what kind he is.
    if found["like"] and not (head.endswith("s") or head in PLURALS):
        return NOBODY
    names = people.within(found.end(), found.end() + _FARTHEST)
    if not names or not _WHAT_THEY_ARE.fullmatch(text, found.end(), names[0].start):
        return NOBODY
    first = names[0]
    if first.possessive or _GOES_ON.match(text, first.end):
        return NOBODY
    if cue is None or cue[0] < first.end:
        alone = _ENDS.match(text, first.end) is not None
    else:
        between = text[first.end : cue[0]]
        alone = ", and " not in between and not people.within(first.end, cue[0])
    return Named("person", first.start, first.people) if alone else NOBODY
