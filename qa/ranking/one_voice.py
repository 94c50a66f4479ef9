"""Find spans that mix the words of several speakers: a name beside another's words is the worst mistake of all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.archive.protocol import Said
from qa.archive.speaker_lookup import QUOTED
from qa.attribution.rule_names import QUESTION
from qa.datatypes import Attribution
from qa.language.lexicon.roles import ROLES
from qa.language.paragraphs import paragraphs
from qa.language.patterns import regex
from qa.language.spans import any_overlaps, shared
from qa.ranking.labelling import attribution_of
from qa.ranking.speaking import THE_PERSON, Asked

_ANYBODY = regex(r"(?:an?(?! spokes\w+\Z)|one|another|some) ", re.IGNORECASE)
"""How somebody is mentioned who is not the one with a name beside; "a spokesman" alone may speak for the named body."""


def is_mixed(
    text: str, said: Sequence[Said], start: int, end: int, asked: Asked | None, about: frozenset[str]
) -> bool:
    """Return whether a span of several sentences holds words of others than the speaker it would be shown with.

    Those are another's words. In another paragraph they are also a quotation whose speaker is not known, and, where a
    question asks for somebody's words, a paragraph without the speaker's: only one that stands before theirs and names
    them leads in to their words.
    """
    inside = [(record, name) for record, name in said if any_overlaps(record.content, (start, end))]
    if not inside:
        return False
    if len({name for _, name in inside if name is not None}) > 1 or _mixes_anybody(text, inside):
        return True
    if asked is not None and asked.word and _mixes_unnamed(text, inside, start, end, asked.word):
        return True
    paragraphs = _paragraphs(text, start, end)
    label = attribution_of(text, inside, start, end, asked, about)
    if len(paragraphs) == 1 or label is None:
        return False
    name = label[1]
    led_in = False
    for first, last in paragraphs:
        here = [(record, who) for record, who in inside if any_overlaps(record.content, (first, last))]
        own = any(record is label[0] or (name is not None and who == name) for record, who in here)
        if not own and any(record.kind in QUOTED for record, _ in here):
            return True
        if not own and asked is not None and (led_in or not _names(text[first:last], name, label[0], text)):
            return True
        led_in = led_in or own
    return False


def _mixes_anybody(text: str, inside: Sequence[Said]) -> bool:
    """Tell whether words of somebody with a name stand beside those of anybody: of "one resident", of "the officer"."""
    if not any(name is not None for _, name in inside):
        return False
    mentions = {text[slice(*record.mention)] for record, name in inside if record.mention and name is None}
    return any(_ANYBODY.match(each) or THE_PERSON.fullmatch(each) for each in mentions)


def _mixes_unnamed(text: str, inside: Sequence[Said], start: int, end: int, word: str) -> bool:
    """Tell whether a sentence names who was asked for, and another one is said by somebody whom only words name.

    "The Bakers welcomed it. “Too late,” said a spokesman of the Millers."
    """
    for record, name in inside:
        mention = text[slice(*record.mention)] if record.mention and name is None else ""
        if any(each[:1].isupper() for each in mention.split()[1:]) and word not in mention:
            first = min(record.start, record.mention[0] if record.mention else record.start)
            last = max(record.end, record.mention[1] if record.mention else record.end)
            if word in text[start:first] or word in text[last:end]:
                return True
    return False


def is_question(said: Sequence[Said], start: int, end: int) -> bool:
    """Return whether most of a span is a reporter's question in a transcript: it answers nothing."""
    asked = [span for record, _ in said if record.rule == QUESTION for span in record.content]
    return 2 * shared(asked, [(start, end)]) > end - start


def is_cut(said: Sequence[Said], start: int, end: int) -> bool:
    """Return whether a span holds only a part of what somebody says in one attribution."""
    return any(
        any_overlaps(record.content, (start, end)) and any(s < start or end < e for s, e in record.content)
        for record, _ in said
    )


def is_opened_before(said: Sequence[Said], start: int) -> bool:
    """Return whether a place lies inside words in quotation marks that begin before it."""
    return any(record.kind in QUOTED and any(s < start < e for s, e in record.content) for record, _ in said)


def _paragraphs(text: str, start: int, end: int) -> Sequence[tuple[int, int]]:
    return [(start + first, start + last) for first, last in paragraphs(text[start:end])]


def _names(paragraph: str, name: str | None, record: Attribution, text: str) -> bool:
    if name is not None:
        words = name.split()
        # In "coach Jonas Reed" the first word only tells him from a namesake.
        given, surname = next((word for word in words if word[0].isupper()), words[0]), words[-1]
        # "Helen Calloway" is not led in to by "Ruth Calloway".
        return any(
            _is_same(match[1], given)
            for match in re.finditer(rf"(?:([\w.’'-]+) )?\b{re.escape(surname)}\b", paragraph)
        )
    return record.mention is not None and text[slice(*record.mention)] in paragraph


def _is_same(before: str | None, given: str) -> bool:
    """Return whether the word before a surname fits: the given name, a title, or no name at all."""
    if not before or not before[0].isupper():
        return True
    return before == given or before.endswith(".") or before.casefold() in ROLES
