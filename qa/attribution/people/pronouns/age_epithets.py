"""Find whom "the 27-year-old" means: who has that age in the article, or else who is talked of right before."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple, Self

from qa.attribution.people.names.layout import Layout
from qa.attribution.people.names.persons import People
from qa.datatypes import Attribution, Span
from qa.language.lexicon.function_words import PREPOSITIONS
from qa.language.lexicon.offices import KIN
from qa.language.lexicon.roles import FEMALE_NOUNS, HUMAN, MALE_NOUNS
from qa.language.patterns import regex

_EPITHET = regex(r"[Tt]he (?P<age>\d{1,3})-year-old")
_ANYBODY = "(?:[Aa]n?|[Oo]ne|[Aa]nother) {}-year-old"
"""Somebody without a name may be meant by it later: "A 19-year-old was robbed. The 19-year-old told police"."""
_ANOTHERS = (
    r"[a-z] aged {0}\b|[a-z], {0}(?=[,.;])|[a-z] \({0}\)"
    r"|(?<!\b[Hh]e )(?<!\b[Ss]he )\b(?:is|was|turned) {0}(?=[,.;])"
)
"""What tells the age of somebody without a name: "a boy aged 12", "the girl, 12,", "The boy was 12."."""
_PHRASE = regex(
    r"(?:\b(?P<the>[Tt]he)|\b(?:[Aa]n?|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir)|(?<=\w)[’']s)(?=(?P<words>(?: [a-z-]+){1,3}))"
)
_OF_NAMED = regex(r"(?:[A-Z][\w’'-]+, (?:who is )?|\b(?:is|was|be|been|became|become|as) )$")
"""Before what somebody named is: "Mara Strand, a judge", "Quill is a nurse"."""
_NAMED_AFTER = regex(r",? [A-Z]")
_OF_A_KIND = MALE_NOUNS | FEMALE_NOUNS | frozenset("child teenager victim suspect defendant".split())
"""Nouns with which "the" tells of somebody without a name: "the girl", unlike "the striker", who may be Quill."""
_AGED = r"(?:, (?:who is )?(?:now )?(?:aged )?{0}\b| \({0}\)|,? (?:is )?an? {0}-year-old\b)"
"""What tells the age of who is named before it: "Quill, 27," or "Quill, a 27-year-old"."""
_NEAR = 2000
"""Up to how many characters back who is talked of is named."""
FACTOR = 0.9
"""By which the probability that the name is right is multiplied: nothing beside the words names anybody."""


class _Age(NamedTuple):
    """Who has an age in an article, and from which offset on somebody without a name may have it."""

    bearer: int | None
    anybodys: int
    """Of "A 19-year-old was robbed"; the end of the text where it tells of none."""
    anothers: int
    """Of "a boy aged 19"; likewise."""

    @classmethod
    def find(cls, text: str, people: People, age: str) -> Self:
        anybody = re.compile(_ANYBODY.format(age)).search(text)
        another = re.compile(_ANOTHERS.format(age)).search(text)
        return cls(
            _of_that_age(text, people, age),
            anybody.start() if anybody else len(text),
            another.start() if another else len(text),
        )


def with_ages(layout: Layout, people: People, records: Sequence[Attribution]) -> list[Attribution]:
    """Return the records, where words of "the 27-year-old" are those of the one who is meant."""
    result: list[Attribution] = []
    ages: dict[str, _Age] = {}
    for record in records:
        epithet = _epithet(layout.text, record)
        if epithet is not None and epithet not in ages:
            ages[epithet] = _Age.find(layout.text, people, epithet)
        last = result[-1] if result else None
        person = _meant(layout, people, ages[epithet], record, last) if epithet else None
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


def _meant(
    layout: Layout, people: People, age: _Age, record: Attribution, last: Attribution | None
) -> int | None:
    """Return who is talked of, or has that age; None where these are two: one may be told of by her age alone."""
    start = min(record.start, record.mention[0]) if record.mention else record.start
    if age.anybodys < start:
        return None
    talked = _talked_of(layout, people, start, last)
    if talked is None or age.bearer is not None:
        return age.bearer if talked in (None, age.bearer) else None
    return None if age.anothers < start or _tells_of_nameless(layout, start) else talked


def _epithet(text: str, record: Attribution) -> str | None:
    """Return the age that the mention of a record without a name consists of."""
    if record.speaker is not None or record.mention is None:
        return None
    match = _EPITHET.fullmatch(text, *record.mention)
    return match["age"] if match else None


def _of_that_age(text: str, people: People, age: str) -> int | None:
    """Return the only one whose age stands beside their name: "Ada Quill, 27," and "27-year-old striker Ada Quill"."""
    aged = re.compile(_AGED.format(age))
    having = {one.people for one in people.mentions if not one.quoted and aged.match(text, one.end)}
    own = re.compile(rf"{age}-year-old (?:[a-z-]+ )*$")
    having |= {
        one.people
        for one in people.mentions
        if not one.quoted and own.search(text, max(0, one.start - 60), one.start)
    }
    return _only(having)


def _talked_of(layout: Layout, people: People, start: int, last: Attribution | None) -> int | None:
    """Return who spoke last, or else the only one who is named, in the paragraph before an offset or in its own."""
    span = _before(layout, start)
    if last is not None and last.speaker is not None and span[0] <= last.start:
        return _only({(i,) for i, one in enumerate(people.persons) if one.name == last.speaker})
    named = [one for one in people.within(*span) if not one.quoted]
    return _only({one.people for one in named})


def _tells_of_nameless(layout: Layout, start: int) -> bool:
    """Return whether who is meant may be somebody without a name: "Mara Strand sentenced the defendant"."""
    text = layout.text
    for phrase in _PHRASE.finditer(text, *_before(layout, start)):
        people = _OF_A_KIND if phrase["the"] else HUMAN | KIN
        end = phrase.end()
        for word in phrase["words"].split():
            end += len(word) + 1
            if word in PREPOSITIONS:
                break
            if word in people:
                named = _OF_NAMED.search(text, max(0, phrase.start() - 40), phrase.start())
                if not (named or _NAMED_AFTER.match(text, end) or layout.is_quoted(phrase.start())):
                    return True
                break
    return False


def _before(layout: Layout, start: int) -> Span:
    """Return what stands near before an offset, from the beginning of the paragraph before at most."""
    at = bisect_right(layout.paragraphs, start, key=lambda paragraph: paragraph.start) - 1
    return max(layout.paragraphs[max(at - 1, 0)].start, start - _NEAR), start


def _only(having: set[tuple[int, ...]]) -> int | None:
    return next(iter(having))[0] if len(having) == 1 and len(next(iter(having))) == 1 else None
