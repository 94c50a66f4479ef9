"""Find whom "the 27-year-old" means: who has that age in the article, or else who is talked of right before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from qa.attribution.people.names.layout import Layout
from qa.attribution.people.names.persons import People
from qa.datatypes import Attribution, Span
from qa.language.patterns import regex

_EPITHET = regex(r"[Tt]he (?P<age>\d{1,3})-year-old")
_ANYBODY = "(?:[Aa]n?|[Oo]ne|[Aa]nother) {}-year-old"
"""Somebody without a name may be meant by it later: "A 19-year-old was robbed. The 19-year-old told police"."""
_AGED = r"(?:, (?:who is )?(?:now )?(?:aged )?{0}\b| \({0}\)|,? (?:is )?an? {0}-year-old\b)"
"""What tells the age of who is named before it: "Quill, 27," or "Quill, a 27-year-old"."""
FACTOR = 0.9
"""By which the probability that the name is right is multiplied: nothing beside the words names anybody."""


def with_ages(layout: Layout, people: People, records: Sequence[Attribution]) -> list[Attribution]:
    """Return the records, where words of "the 27-year-old" are those of the one who is meant."""
    result: list[Attribution] = []
    for record in records:
        person = _meant(layout, people, record, result[-1] if result else None)
        if person is None:
            result.append(record)
            continue
        one = people.persons[person]
        sure = record.name_confidence * FACTOR
        callings = tuple(sorted(one.callings))
        result.append(
            replace(record, speaker=one.name, ambiguous=(), callings=callings, name_confidence=sure)
        )
    return result


def _meant(layout: Layout, people: People, record: Attribution, last: Attribution | None) -> int | None:
    """Return who is talked of, or has that age; None where these are two: one may be told of by her age alone."""
    age = _epithet(layout.text, record)
    if age is None or record.mention is None:
        return None
    talked = _talked_of(layout, people, min(record.start, record.mention[0]), last)
    aged = _of_that_age(layout.text, people, age)
    return aged if talked is None else talked if aged in (None, talked) else None


def _epithet(text: str, record: Attribution) -> str | None:
    """Return the age that a mention consists of, where nobody without a name has it."""
    if record.speaker is not None or record.mention is None:
        return None
    match = _EPITHET.fullmatch(text, *record.mention)
    if match is None or regex(_ANYBODY.format(match["age"])).search(text, 0, record.mention[0]):
        return None
    return match["age"]


def _of_that_age(text: str, people: People, age: str) -> int | None:
    aged = regex(_AGED.format(age))
    having = {one.people for one in people.mentions if not one.quoted and aged.match(text, one.end)}
    own = regex(rf"{age}-year-old (?:[a-z-]+ )*$")
    having |= {
        one.people
        for one in people.mentions
        if not one.quoted and own.search(text, max(0, one.start - 60), one.start)
    }
    return _only(having)


def _talked_of(layout: Layout, people: People, start: int, last: Attribution | None) -> int | None:
    """Return who spoke last, or else the only one who is named, in the paragraph before an offset or in its own."""
    at = bisect_right(layout.paragraphs, start, key=lambda paragraph: paragraph.start) - 1
    before = _paragraph(layout, at - 1)
    span = (before[0] if before is not None else layout.paragraphs[at].start, start)
    if last is not None and last.speaker is not None and span[0] <= last.start:
        return _only({(i,) for i, one in enumerate(people.persons) if one.name == last.speaker})
    named = [one for one in people.within(*span) if not one.quoted]
    return _only({one.people for one in named})


def _paragraph(layout: Layout, at: int) -> Span | None:
    return (layout.paragraphs[at].start, layout.paragraphs[at].end) if at >= 0 else None


def _only(having: set[tuple[int, ...]]) -> int | None:
    return next(iter(having))[0] if len(having) == 1 and len(next(iter(having))) == 1 else None
