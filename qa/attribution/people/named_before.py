"""Find who is named before a quotation that stands alone: the words may be theirs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from qa.attribution.people.names.layout import Layout
from qa.attribution.people.names.persons import People
from qa.attribution.rule_names import ALONE
from qa.datatypes import Attribution


def with_named_before(layout: Layout, people: People, records: Sequence[Attribution]) -> list[Attribution]:
    """Return the records, where quotations that stand alone are `ambiguous` between those who are named before them.

    These are all in the paragraph before and, where it names nobody, the last one who is named after the words of
    others: "Ivo Brandt, the mayor, disagrees with Ada Quill.", and then "“The quay is a danger.”"
    """
    found: list[Attribution] = []
    since = 0
    for record in records:
        if record.rule == ALONE:
            found.append(replace(record, ambiguous=_named(layout, people, since, record.start)))
        else:
            found.append(record)
            since = max(since, record.end)
    return found


def _named(layout: Layout, people: People, since: int, start: int) -> tuple[str, ...]:
    """Return the names in the paragraph before an offset, or else the last name between two offsets."""
    at = bisect_right(layout.paragraphs, start, key=lambda paragraph: paragraph.start) - 2
    begins = layout.paragraphs[at].start if at >= 0 else 0
    last = bisect_left(people.mentions, start, key=lambda mention: mention.start) - 1
    mentions = people.within(max(since, begins), start)
    if not mentions and last >= 0 and people.mentions[last].start >= since:
        mentions = [people.mentions[last]]
    return tuple(sorted({people.persons[i].name for mention in mentions for i in mention.people}))
