"""Find whom a pronoun does not mean: who is only asked about, who took a picture, and what bears a name as its title.

In "Asked if Quill could return, he replied" the one who replies is not Quill, nor who speaks in "It is unclear if
Quill could return, he said"; "PHOTO CREDIT: Ada Quill" tells nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from qa.attribution.people.names.persons import People
from qa.datatypes import Span
from qa.language.patterns import regex

_ASKED_ABOUT = regex(
    r"\b(?:[Uu]nclear|[Uu]ncertain|[Uu]nknown|(?:[Nn]ot|\w+n[’']t) (?:clear|certain|known)"
    r"|[Aa]sked|[Pp]ressed|[Qq]uestioned|[Qq]uizzed|[Cc]hallenged|[Gg]rilled)\b[^,.;\n“\"]{0,40}?"
    r"\b(?:if|whether|about|on|over|why|how|what|when|where|who|which)\b(?P<about>[^.;\n“\"]{1,200}?), (?:he|she)\b"
)


_CREDITED = regex(
    r"\b(?:PHOTOS?|[Pp]hotos?|[Pp]hotographs?|GRAPHICS?|[Gg]raphics?|IMAGES?|[Ii]mages?|[Pp]ictures?|PICTURES?"
    r"|[Ii]llustrations?|ILLUSTRATIONS?|VIDEO|[Vv]ideo)"
    r"(?: (?:CREDITS?|[Cc]redits?)(?: to)?:? | (?:COURTESY|[Cc]ourtesy)(?: of| OF)?:? |(?: taken)? (?:BY|by):? )"
    r"(?P<names>[^.\n“\"]{1,90})"
)
"""Whose a picture is: "PHOTO CREDIT: Ada Quill", "(Photo by Ada Quill)"."""
_CREDITED_ALONE = regex(
    r"(?:^|(?<=[.?!”\"] )|(?<=\())"
    r"(?:PHOTOS?|Photos?|Photographs?|Graphics?|Images?|IMAGES?|Pictures?|Illustrations?|Video): "
    r"(?P<names>[A-Z][^\s“\"]{0,30}(?:[ /](?:[A-Z/&|][^\s“\"]{0,30}|of|for|via|and|the)){0,9})(?=$|[.)])",
    re.MULTILINE,
)
"""The same without "credit", where nothing but names follows: "Photo: Ada Quill", but not "Video: Ada Quill smiles"."""

_AGENCIES = r"(?:for |The |A[FP]P?\b|EPA\b|Getty|PA\b|Reuters|Shutterstock)"
_WITH_OUTLET = regex(rf"\b(?P<names>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){{1,3}})/{_AGENCIES}")
"""Whose a picture is, and for whom: "Ada Quill/for the Dene Post", "Ada Quill/Reuters"."""
_AFTER_AGENCY = regex(
    r"^\(?(?:[A-Z][\w.]*[ /]){0,2}[A-Z][\w.]*/(?P<names>[A-Z][\w’'-]+ (?:[A-Z]\. )?[A-Z][\w’'-]+)",
    re.MULTILINE,
)
"""The same with the agency first, where a paragraph begins: "REUTERS/Ada Quill"."""
_SIGNED = regex(r"(?<=[.?!”\"] \[)(?P<names>[A-Z][^\]\n“\"]{2,40})(?=\])")
"""Who wrote one of an article's parts: "It ends well. [Ada Quill]"."""
_TITLE = regex(r"[“\"](?P<names>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){1,4})[”\"]")
"""What bears somebody's name and is none: the film "Ada Quill"."""
_CREDITS = (_CREDITED, _CREDITED_ALONE, _WITH_OUTLET, _AFTER_AGENCY, _SIGNED, _TITLE)


def outside_credits(text: str, people: People) -> People:
    """Return the people without the mentions in credits of pictures and of an article's parts, and in titles."""
    named = (match for pattern in _CREDITS for match in pattern.finditer(text))
    return _without(people, [match.span("names") for match in named])


def outside_questions(text: str, people: People) -> People:
    """Return the people without the mentions in what somebody was asked before "he" or "she" replied."""
    return _without(people, [match.span("about") for match in _ASKED_ABOUT.finditer(text)])


def _without(people: People, spans: Sequence[Span]) -> People:
    dropped: set[int] = set()
    for start, end in spans:
        first = bisect_left(people.mentions, start, key=lambda mention: mention.start)
        while first < len(people.mentions) and people.mentions[first].start < end:
            dropped.add(first)
            first += 1
    if not dropped:
        return people
    return replace(people, mentions=tuple(m for i, m in enumerate(people.mentions) if i not in dropped))
