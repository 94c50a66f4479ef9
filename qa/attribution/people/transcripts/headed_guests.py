"""Find whom the headings of an interview with several name, each above the questions to them: "ADA QUILL – MAYOR"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from itertools import pairwise

from qa.attribution.people.names.full_names import is_full_name
from qa.attribution.people.names.persons import People, Person
from qa.attribution.speech.without_verbs.labels import NAME
from qa.datatypes import Span
from qa.language.lexicon.first_names import is_given
from qa.language.patterns import regex
from qa.language.sentences import Paragraph
from qa.speakers.names import fold

_HEADING = regex(
    rf"(?:#{{1,6}}[ \t]+)?(?:\*\*|__)?(?P<name>{NAME})(?P<rest>,[ \t][^\n]+|[ \t]*[-–—:(|][^\n]+|)(?:\*\*|__)?[ \t]*\Z"
)
_STOPS = frozenset(".?!…")
_LONGEST = 120
_FEWEST = 2


class HeadedGuests:
    """Who answers below each heading that names somebody."""

    def __init__(self, starts: Sequence[int], guests: Sequence[Person | None]) -> None:
        """Keep where each heading begins, in order, and whom it names: nobody where it may be no name."""
        self._starts = starts
        self._guests = guests

    def at(self, offset: int, otherwise: Person | None) -> Person | None:
        """Return who answers at an offset: whom the last heading above it names."""
        before = bisect_right(self._starts, offset)
        return self._guests[before - 1] if before else otherwise


def headed_guests(
    text: str, paragraphs: Sequence[Paragraph], people: People, asked: Collection[Span]
) -> HeadedGuests:
    """Return whom headings right above a question name, if two do.

    "Early Days" heads a part of an interview as well. It is taken for a name only beside headings of the same form
    whose given names are known: "ADA QUILL – MAYOR", "OTTLA BRANDT – HARBOUR MASTER".
    """
    questions = sorted(start for start, _ in asked)

    def asks(paragraph: Paragraph) -> bool:
        return bisect_left(questions, paragraph.start) < bisect_left(questions, paragraph.end)

    headings = [
        (one.start, match)
        for one, following in pairwise(paragraphs)
        if one.end - one.start <= _LONGEST and text[one.end - 1] not in _STOPS
        if asks(following)
        if (match := _HEADING.match(text, one.start, one.end))
        and is_full_name(match["name"].split(), titled=True)
    ]
    known = [match for _, match in headings if is_given(fold(match["name"].split()[0]))]
    if len(headings) < _FEWEST or not known:
        return HeadedGuests((), ())
    described = any(match["rest"] for match in known)
    guests: list[Person | None] = []
    for _, match in headings:
        name = match["name"].title() if match["name"].isupper() else match["name"]
        named = match in known or (described and bool(match["rest"]))
        guests.append(people.named_in_full(name) if named else None)
    return HeadedGuests([start for start, _ in headings], guests)
