"""Find for which body "it" and "the company" stand: "The Herring Board met. It said the quota was too low."."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from qa.attribution.people.names.layout import Layout
from qa.attribution.people.names.persons import GroupMention, People, Person
from qa.attribution.people.names.phrase_patterns import WHICH_ONE
from qa.datatypes import Attribution, AttributionKind, Span
from qa.language.lexicon.groups import FIRM_NOUNS, FIRM_WORDS, GROUP_NOUNS, NEWSPAPERS
from qa.language.lexicon.roles import HUMAN, ROLES
from qa.language.patterns import regex
from qa.speakers.names import folded_words

_IT = regex(r"it", re.I)
_BEGINS = regex(r"(?:(?:And|But|Yet|Still|Also|However),? )?$")
_BODY = regex(r"(?:the|this) (?P<noun>[\w-]+)", re.I)
_ANY = frozenset("body group organisation organization".split())
"""Nouns that stand for any body."""
_STATE = frozenset("congress court government house ministry parliament senate".split())
"""Words of names that no noun of those stands for: the Appeal Court is no group."""
_PAPER = frozenset(("newspaper", "paper"))
_AGENCIES = frozenset(
    """
    administration agency bureau center centers centre centres department office police service treasury
    afp ap cbp cdc cia dea dhs epa esa faa fbi fcc fda fema ftc ice irs nasa nhtsa noaa nsa reuters tsa usda usgs xinhua
    """.split()
)
"""Words of names that "the agency" stands for."""
_WHO_MAKE = (
    ROLES | HUMAN | frozenset("homemaker kingmaker matchmaker peacemaker playmaker policymaker".split())
)
"""People, some of whom are called makers."""
_SAID_IT = regex(
    r"(?<![\w’'-])(?P<subject>(?:[Tt]he )?[A-Z][\w&.’'-]*(?: (?:(?:of|for|and|the|on) )*[A-Z][\w&.’'-]*)*)"
    r" (?:(?:has|have|had|also|later|only|simply) )*(?:said|says|say|added|told reporters)"
    r"(?: on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?(?: that)? $"
)
"""Whose clause "it" opens right after: "the Abbey said it had no comment"."""
_LONGEST_SUBJECT = 120
_REACH = 3
"""How many sentences may lie between a body's name and a noun that stands for it."""
_MOST_BETWEEN = 4
"""How many records are looked through for that name."""
_CLOSE = 4
"""How many characters lie at most between a quotation and "it said"."""
_CLAUSES = frozenset(
    """
    bare-clause that-clause think-that think-clause wh-clause quote-right colon interrupted to-infinitive
    continued finding
    """.split()
)
"""Rules whose contents are what somebody says, and not whom or what they praise."""
BY_ANOTHER = 0.94
"""How certain a body's name is at most that only somebody spoke for."""
FACTOR = 0.9
"""By which a record's confidence is multiplied; all such names in some 400 news articles were right."""


def with_bodies(layout: Layout, people: People, records: Sequence[Attribution]) -> list[Attribution]:
    """Name the speaker of records whose mention stands for the body that spoke shortly before.

    That is in the sentence before or in the same, or a little further back where a noun says which body is meant. A
    noun must fit the body's name: "the union" is no Ports Authority. No other body may be named between the two, except
    in what that body says itself: "The Ports Authority praised the Herring Board. It said ..." is anybody's.
    """
    result = list(records)
    persons = {person.name for person in people.persons if surely_person(person)}
    spoken = sorted((one.mention[0], at) for at, one in enumerate(records) if one.mention is not None)
    for i, (start, at) in enumerate(spoken[1:], 1):
        record = result[at]
        noun = None if record.speaker or record.speaks_for else _anaphor(layout, record)
        if noun is None:
            continue
        # "Orsa Inc said so. “Yes,” said Ada Quill, its head. The company said ...": a noun reaches past a person.
        back = _MOST_BETWEEN if noun else 1
        for _, before in reversed(spoken[max(0, i - back) : i]):
            last = result[before]
            # "A spokesman for Orsa Inc said so. The company said ...": a body speaks by whoever speaks for it.
            body = last.speaks_for if last.speaker is None else last.speaker
            if body is None or body in persons:
                continue
            # What stands between is what comes before the words themselves: "“We are sorry,” it said."
            if _stands_for(layout, people, noun, min(start, record.start), last, body):
                sure = min(last.name_confidence, BY_ANOTHER) if last.speaker is None else last.name_confidence
                result[at] = replace(
                    record,
                    speaker=body,
                    confidence=record.confidence * FACTOR,
                    name_confidence=sure * FACTOR,
                )
            break
    return result


def _stands_for(layout: Layout, people: People, noun: str, start: int, last: Attribution, body: str) -> bool:
    if last.mention is None:
        return False
    if noun and not _fits(noun, frozenset(folded_words(body))):
        return False
    sentences = layout.sentence_at(start) - layout.sentence_at(last.mention[0])
    if not 0 <= sentences <= (_REACH if noun else 1):
        return False
    return all(group.name == body for group in _named_between(people, last, start))


def surely_person(person: Person) -> bool:
    """Tell whether somebody is more than a bare name, which may be a firm's: "Orsa said so. It said ..."."""
    return bool(person.parsed.given or person.gender or person.roles or person.callings)


def _anaphor(layout: Layout, record: Attribution) -> str | None:
    """Return the noun by which a mention stands for a body, "" for "it", None where it does not stand for one."""
    if record.mention is None or not layout.sentences or layout.is_quoted(record.mention[0]):
        return None
    start, end = record.mention
    if found := _BODY.fullmatch(layout.text, start, end):
        return None if WHICH_ONE.match(layout.text, end) else found["noun"].casefold()
    opening = layout.sentences[layout.sentence_at(start)][0]
    begins = _BEGINS.fullmatch(layout.text, opening, start) or _follows_quotation(layout, record)
    return "" if begins and _IT.fullmatch(layout.text, start, end) else None


def _follows_quotation(layout: Layout, record: Attribution) -> bool:
    """Return whether a mention stands right after what is quoted: "“We are sorry,” it said"."""
    if record.kind is not AttributionKind.DIRECT or record.mention is None:
        return False
    start = record.mention[0]
    end = max((last for _, last in record.content if last <= start), default=-_CLOSE)
    return start - end < _CLOSE and not layout.text[end:start].strip(" ,”\"’'")


def _named_between(people: People, last: Attribution, until: int) -> Iterator[GroupMention]:
    """Yield the groups that are named after a body spoke, outside its own words."""
    said = last.content if last.rule in _CLAUSES else ()
    at = bisect_left(people.groups, last.mention[1] if last.mention else 0, key=lambda group: group.start)
    for group in people.groups[at : at + 40]:
        if group.start >= until:
            return
        if not any(start <= group.start < end for start, end in said):
            yield group


def subject_before_it(layout: Layout, mention: Span) -> Span | None:
    """Return the subject of the clause around "it": "the Abbey" for "the Abbey said it had no comment"."""
    text, (start, end) = layout.text, mention
    if not _IT.fullmatch(text, start, end) or layout.is_quoted(start):
        return None
    opening = layout.sentences[layout.sentence_at(start)][0] if layout.sentences else 0
    subject = _SAID_IT.search(text, max(opening, start - _LONGEST_SUBJECT), start)
    return subject.span("subject") if subject else None


def is_firm_noun(noun: str) -> bool:
    """Return whether a noun stands for a firm: "the carmaker", but "the lawmaker" is somebody."""
    return noun in FIRM_NOUNS or (noun.endswith("maker") and noun not in _WHO_MAKE)


def _fits(noun: str, name: frozenset[str]) -> bool:
    """Return whether a noun may stand for a body with a name of these words."""
    if is_firm_noun(noun):
        return name.isdisjoint(GROUP_NOUNS - FIRM_WORDS)
    if noun == "agency":
        return not name.isdisjoint(_AGENCIES)
    if noun in _PAPER:
        return not name.isdisjoint(NEWSPAPERS | {"news", "newspaper"})
    return (noun in _ANY and name.isdisjoint(_STATE)) or (noun in GROUP_NOUNS and noun in name)


def names_another(people: People, start: int, end: int, body: str) -> bool:
    """Return whether another body is named between two places."""
    at = bisect_left(people.groups, start, key=lambda group: group.start)
    for group in people.groups[at : at + 20]:
        if group.start >= end:
            return False
        if group.name != body:
            return True
    return False
