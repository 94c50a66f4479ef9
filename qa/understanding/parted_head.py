"""Part what stands before a topic: into words that only say what is wanted of the archive, a time, and what is left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from qa.language.lexicon.archive_words import FIRST, IN_THE_ARCHIVE, LATEST, MOST, NEWEST, OPENS_TOPIC
from qa.language.lexicon.question_words import PRONOUNS
from qa.language.patterns import regex
from qa.understanding.scan import ScannedWord, clean

BE = frozenset("is are was were be been being gets get got".split())
HERE = regex(IN_THE_ARCHIVE, re.IGNORECASE, needs="in")
_AT_ITS_END = regex(rf"\s+{IN_THE_ARCHIVE}\W*$|,?\s+and\s+when\W*$", re.IGNORECASE, inside="in and")
"""What says nothing of a topic: where words are looked for, and that their days are wanted, which all quotes have."""
_IN_A_NAME = frozenset("the of and for".split())
_A_TIME = regex(
    r"(?:in(?!\s+(?:on|which)\b)|since|before|after|during|between|until|(?:last|this)\s+(?:week|month|year))\b"
)
_ON = regex(
    r"\b(?:when\s+it\s+comes\s+to|(?:with|in)\s+regard\s+to|as\s+(?:to|regards)"
    r"|on\s+the\s+(?:subject|topic|question|issue|matter)\s+of)\b",
    re.IGNORECASE,
    inside="when with in as on",
)
_SHORTENED = regex(r"(?<=\w)['’](?:s|re|ve)$")
_ENDS = regex(
    r"[\s,]+(?:for\s+the\s+(?:very\s+)?(?P<first>first)\s+time|for\s+the\s+(?:very\s+)?(?P<last>last)\s+time"
    rf"|(?P<recently>most\s+recently)|(?P<newest>{NEWEST}\s+first)|(?P<most>(?:the\s+)?most(?:\s+(?:often|frequently))?)"
    r"|(?:is|are|was|were)\s+(?:the\s+)?(?:very\s+)?(?:(?P<oldest>oldest|earliest|first)|(?P<latest>newest|latest|last|most\s+recent)|(?P<longest>longest)"
    r"|(?P<shortest>shortest)))$",
    re.IGNORECASE,
    inside="time recently newest latest recent most oldest earliest first last longest shortest",
)
_YOU_HAVE = regex(
    r"\s+(?:(?:do|did|have|can)\s+(?:you|we|i)(?:\s+(?:have|got|find|know|show))?|(?:are|is)\s+there)(?:\s+(?:in\s+)?here)?\W*$"
    r"|\s+(?:are|is)\s+(?:in\s+)?here\W*$",
    re.IGNORECASE,
    inside="you we i there here",
)


class Head(NamedTuple):
    """What stands before a topic: what it asks for, and what is left of it, with the word on either side."""

    asks: frozenset[str]
    rest: str
    before: str
    after: str
    when: str


def with_about(text: str) -> str:
    """Write "about" for what means it in more words: "quotes when it comes to tolls"."""
    return _ON.sub("about", text)


def without_end(text: str) -> tuple[str, frozenset[str]]:
    """Part a question from what it asks at its end: "who spoke of the toll for the first time?"."""
    text = clean(_YOU_HAVE.sub("", _AT_ITS_END.sub("", text)))
    ends = _ENDS.search(text)
    if ends is None:
        return text, frozenset()
    return text[: ends.start()], frozenset(name for name, found in ends.groupdict().items() if found)


def head_of(
    text: str, words: Sequence[ScannedWord], wanted: frozenset[str], timed: frozenset[str]
) -> Head | None:
    """Part what stands before a topic; None where more is left of it than one phrase.

    Args:
        words: Those before the topic, or of the whole text.
        wanted: Words that only say what is wanted of the archive.
        timed: Words of which one stands before a time.
    """
    asks, left, when = set[str](), list[int](), ""
    for at, word in enumerate(words):
        if asks & timed and _A_TIME.match(text.lower(), word.start):
            end = len(words) - (words[-1].low in OPENS_TOPIC)
            when = text[word.start : words[end - 1].end]
            break
        if (low := _SHORTENED.sub("", word.low)) in wanted:
            asks.add(low)
        else:
            left.append(at)
    when = "" if HERE.fullmatch(when) else when
    if not left:
        return Head(frozenset(asks), "", "", "", when)
    first, last = left[0], left[-1]
    if any(words[at].low not in _IN_A_NAME for at in range(first, last) if at not in left):
        return None
    before = words[first - 1].low if first else ""
    if before in FIRST | LATEST | MOST or (first < last and words[first].low in PRONOUNS):
        return None  # "the first minister" is somebody's office
    if before == "the" and first > 1:
        first, before = first - 1, words[first - 2].low
    after = words[last + 1].low if last + 1 < len(words) else ""
    rest = re.sub(r"['’]s?$", "", text[words[first].start : words[last].end])
    return Head(frozenset(asks), rest, before, after, when)
