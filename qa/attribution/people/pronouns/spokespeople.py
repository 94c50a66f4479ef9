"""Find for whom spokespeople speak: "Ned Pryce, a Ports Authority spokesman", or only "a spokesman"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from qa.attribution.people.names.layout import Layout
from qa.attribution.people.names.persons import People
from qa.attribution.people.pronouns.body_anaphors import names_another, surely_person
from qa.datatypes import Attribution, Description, DescriptionKind
from qa.language.patterns import regex
from qa.speakers.names import is_group

_BARE = regex(
    r"(?:an?|the|its|their)\s+(?:(?:company|official|senior|media)\s+)?"
    r"(?:spokes(?:man|woman|person)|press (?:officer|secretary))",
    re.I,
)
"""A spokesperson of whom nothing says for whom: "a spokesman", "its official spokeswoman"."""
_OF = regex(r"\s+(?:for|of|from)\b", re.I)


def with_speaks_for(
    layout: Layout, records: Sequence[Attribution], descriptions: Sequence[Description], people: People
) -> list[Attribution]:
    """Fill `speaks_for` of the records where it is a body; somebody unnamed who speaks for a person is not that person.

    The words of a person's spokesperson are not that person's, as those of a body's are the body's.
    """
    named: dict[str, set[str]] = {}
    spokespeople = [one for one in descriptions if one.kind is DescriptionKind.SPEAKS_FOR and one.of]
    starts = [one.start for one in spokespeople]
    for one in spokespeople:
        if one.who and one.of and not one.former:
            named.setdefault(one.who, set()).add(one.of)
    persons = {person.name for person in people.persons}
    # "A HaleWorks spokesperson": a bare name that speaks is taken for a person's elsewhere.
    surely = {person.name for person in people.persons if surely_person(person)}
    named = {who: bodies for who, of in named.items() if (bodies := of - surely)}
    result = []
    for record in records:
        own = _of_mention(record, spokespeople, starts)
        if own is not None and (own.who is None or record.speaker in (None, own.who)):
            speaker = None if own.who is None and record.speaker in persons else record.speaker
            callings = record.callings if speaker == record.speaker else ()
            body = None if own.of in surely else own.of
            result.append(replace(record, speaks_for=body, speaker=speaker, callings=callings))
            continue
        of = named.get(record.speaker, set()) if record.speaker else set()
        result.append(replace(record, speaks_for=next(iter(of))) if len(of) == 1 else record)
    return _for_the_body_before(layout, people, result)


def _for_the_body_before(layout: Layout, people: People, records: Sequence[Attribution]) -> list[Attribution]:
    """Let "a spokesman" speak for the body that speaks in his sentence or the one before it, in one paragraph.

    "The Ports Authority said that it had ended. A spokesman said ..." A body that is only spoken of is not enough.
    """
    result = list(records)
    persons = {person.name for person in people.persons}
    spoken = sorted(
        (record.mention[0], at) for at, record in enumerate(records) if record.mention is not None
    )
    for (_, before), (start, at) in pairwise(spoken):
        record, last = result[at], result[before]
        body = last.speaker if last.speaker not in persons else None
        body = (
            body if body is not None and is_group(body) else last.speaks_for if last.speaker is None else None
        )
        if (
            body is None
            or record.speaker is not None
            or record.speaks_for is not None
            or last.mention is None
        ):
            continue
        near = _is_near(layout, last.mention[0], start) and not names_another(
            people, last.mention[1], start, body
        )
        if near and _is_bare(layout.text, record):
            result[at] = replace(record, speaks_for=body)
    return result


def _is_bare(text: str, record: Attribution) -> bool:
    if record.mention is None:
        return False
    start, end = record.mention
    return bool(_BARE.fullmatch(text, start, end)) and not _OF.match(text, end)


def _is_near(layout: Layout, before: int, start: int) -> bool:
    """Return whether the second place is in the sentence of the first or the next one, in one paragraph."""
    first, second = layout.sentence_at(before), layout.sentence_at(start)
    return second - first in (0, 1) and "\n" not in layout.text[before:start]


def _of_mention(
    record: Attribution, spokespeople: Sequence[Description], starts: Sequence[int]
) -> Description | None:
    """Return the description that a record's mention holds the end of: "[Ned Pryce, a Ports Authority spokesman]"."""
    if record.mention is None:
        return None
    start, end = record.mention
    at = bisect_left(starts, start)
    beside = spokespeople[max(0, at - 1) : at + 1]
    return next((one for one in reversed(beside) if start < one.end <= end), None)
