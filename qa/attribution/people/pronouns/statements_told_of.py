"""Find whose "the statement" is: "The Tide Office released a statement. “It is late,” the statement said."."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from qa.attribution.people.names.layout import Layout
from qa.attribution.people.names.persons import People
from qa.datatypes import Attribution
from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.lexicon.roles import ANY_ROLE, HUMAN
from qa.language.patterns import regex

_NOUNS = "statement|letter|e-?mail|memo|message|press release|news release|release|petition|communiqu[eé]"
_SAYS = regex(rf"(?:the|The) (?P<noun>{_NOUNS})")
_INTRODUCED = regex(
    rf"\b(?:(?P<in>[Ii]n|[Vv]ia|through|by) )?(?:[Aa]n?|[Tt]he|[Aa]nother|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ne)"
    rf" (?P<kind>(?:[\w’'-]+ ){{0,3}}?)(?P<noun>{_NOUNS})\b"
    r"(?P<by>,? (?:(?:written|issued|released|signed|sent|published) by|from|by|(?<!release )of) (?:the )?(?=[A-Z]))?"
)
"""Where an article tells of a statement, a letter or a message."""
_GIVES = regex(
    r"^(?:,? (?:\w+ly|also|then|later|on \w+day|last \w+|had|has))*"
    r" (?:released|issued|sent(?: out)?|posted|published|wrote|put out|shared|circulated|made|delivered) $"
)
"""What stands between whoever gives out a statement and the statement."""
_GIVES_LETTERS = regex(
    r"^(?:,? (?:\w+ly|also|then|later|on \w+day|last \w+|had|has))* (?:issued|sent(?: out)?|wrote|put out) $"
)
"""The same for what one may also make known of another's: "Quill shared a letter"."""
_STATEMENTS = frozenset(("statement", "message", "press release", "news release", "release"))
_JOINED = regex(r"(?:\band|&) (?:the )?$")
_HANGS = regex(r"(?:\b(?:of|for|to|by|with|from|in|at|about|against|near|behind)|[’']s) (?:the )?$")
"""Before a name that only tells whose somebody is: "the family of Ada Quill released a statement"."""
_NOT_WHOSE = regex(r"[’']s |\b(?:anonymous|unsigned|forged|fake|leaked|purported|alleged) ")
_WRITTEN_BY_OTHERS = regex(r" (?:that|which|whose|he|she|they|it|I|we|[A-Z](?!\w+day\b)\w+) ")
"""After a statement that somebody else made: "published a letter that she was sent", "a letter Brandt wrote"."""
_GOES_ON = regex(r"[’']s\b|,? (?:and|&) |((?: [\w-]+){1,3})")
_REACH = 6
"""How many sentences a statement may lie back that is only called "the statement"."""
FACTOR = 0.85


class _Told(NamedTuple):
    """A place where a statement is told of, and whose it is; None where that is not said."""

    start: int
    noun: str
    whose: str | None


def with_statements(layout: Layout, people: People, records: Sequence[Attribution]) -> list[Attribution]:
    """Name the speaker of records whose mention is "the statement": whoever gave out the last one told of before.

    Where the article tells of another's statement since, or does not say whose the last one is, it stays nobody's.
    """
    open_ones = [
        at
        for at, record in enumerate(records)
        if record.speaker is None and not record.ambiguous and _noun(layout, record)
    ]
    if not open_ones:
        return list(records)
    result = list(records)
    told = list(_told(layout, people, records))
    starts = [one.start for one in told]
    for at in open_ones:
        record = result[at]
        start = min(record.start, record.mention[0] if record.mention else record.start)
        noun = _noun(layout, record)
        before = [one for one in told[: bisect_right(starts, start - 1)] if one.noun == noun]
        if not before or before[-1].whose is None:
            continue
        if layout.sentence_at(start) - layout.sentence_at(before[-1].start) > _REACH:
            continue
        result[at] = replace(
            record,
            speaker=before[-1].whose,
            confidence=record.confidence * FACTOR,
            name_confidence=FACTOR,
        )
    return result


def _noun(layout: Layout, record: Attribution) -> str | None:
    if record.mention is None:
        return None
    found = _SAYS.fullmatch(layout.text, *record.mention)
    return found["noun"].casefold() if found is not None else None


def _told(layout: Layout, people: People, records: Sequence[Attribution]) -> Iterator[_Told]:
    """Yield the statements that an article tells of, but those that it only calls "the statement"."""
    text = layout.text
    spoken = [one for one in records if one.speaker is not None and one.mention is not None]
    for found in _INTRODUCED.finditer(text):
        definite = found[0].startswith(("the ", "The "))
        if layout.is_quoted(found.start()) or (definite and found["by"] is None and found["in"] is None):
            continue
        yield _Told(found.start(), found["noun"].casefold(), _whose(layout, people, spoken, found))


def _whose(layout: Layout, people: People, spoken: Sequence[Attribution], told: re.Match[str]) -> str | None:
    text = layout.text
    if _NOT_WHOSE.search(told["kind"]):
        return None  # "posted an anonymous letter", "posted her friend's letter"
    if told["by"] is not None:
        return _name_at(text, people, told.end())
    if told["in"] is None and _WRITTEN_BY_OTHERS.match(text, told.end()):
        return None
    start, end = layout.sentences[layout.sentence_at(told.start())]
    if told["in"] is None:
        gives = _GIVES if told["noun"].casefold() in _STATEMENTS else _GIVES_LETTERS
        return _name_before(text, people, start, told.start(), gives)
    # "The Tide Office said in a statement that it was late.", but not "Quill said she was fired in an email".
    speakers = {
        one.speaker
        for one in spoken
        if one.mention is not None and start <= one.mention[0] < end and not one.ambiguous
        if not any(begin <= told.start() < stop for begin, stop in one.content)
    }
    return speakers.pop() if len(speakers) == 1 else None


def _name_at(text: str, people: People, start: int) -> str | None:
    """Return whose name begins at a place, if it ends there: in "from Dene police" it does not."""
    for group in people.groups:
        if group.start == start:
            return group.name if _is_whole(text, group.end) else None
    mention = people.mention_at(start)
    if mention is None or len(mention.people) != 1 or not _is_whole(text, mention.end):
        return None
    return people.persons[mention.people[0]].name


def _is_whole(text: str, end: int) -> bool:
    following = _GOES_ON.match(text, end)
    if following is None:
        return True
    if following[1] is None:
        return False
    words = following[1].casefold().split()
    return not any(word in GROUP_NOUNS or word in ANY_ROLE or word in HUMAN for word in words)


def _name_before(text: str, people: People, start: int, end: int, gives: re.Pattern[str]) -> str | None:
    """Return who gives out a statement, with the verb before it: "the Tide Office later released "."""
    named = [
        (one.end, one.start, people.persons[one.people[0]].name)
        for one in people.within(start, end)
        if len(one.people) == 1
    ]
    named += [
        (one.end, one.start, one.name) for one in people.groups if start <= one.start and one.end <= end
    ]
    last = max(named, default=None)
    if last is None or not gives.match(text[last[0] : end]) or _HANGS.search(text, start, last[1]):
        return None
    # "Ada Quill and the Tide Office released a statement": it is no one's alone.
    return None if _JOINED.search(text, start, last[1]) else last[2]
