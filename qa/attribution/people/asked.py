"""Find who is only asked about: in "Asked if Quill could return, he replied" the one who replies is not Quill."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from qa.attribution.people.persons import People
from qa.language.patterns import regex

_ASKED_ABOUT = regex(
    r"\b(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Qq]uizzed|[Cc]hallenged|[Gg]rilled)\b[^,.;\n“\"]{0,40}?"
    r"\b(?:if|whether|about|on|over|why|how|what|when|where|who|which)\b(?P<about>[^.;\n“\"]{1,200}?), (?:he|she)\b"
)


def outside_questions(text: str, people: People) -> People:
    """Return the people without the mentions in what somebody was asked before "he" or "she" replied."""
    dropped: set[int] = set()
    for match in _ASKED_ABOUT.finditer(text):
        start, end = match.span("about")
        first = bisect_left(people.mentions, start, key=lambda mention: mention.start)
        while first < len(people.mentions) and people.mentions[first].start < end:
            dropped.add(first)
            first += 1
    if not dropped:
        return people
    return replace(people, mentions=tuple(m for i, m in enumerate(people.mentions) if i not in dropped))
