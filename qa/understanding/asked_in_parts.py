"""Read a question by its parts: what is wanted of the archive, who is to have spoken, and on what.

What stands before the topic is read word by word, whatever their order. Words that only say what is wanted ("list",
"how many", "first", "quoted") are set apart; what is left of it is somebody's name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from qa.answers import OfAll
from qa.language.lexicon.archive_words import (
    ASKS,
    DIRECT,
    FIRST,
    LATEST,
    LISTED,
    MOST,
    NAMES_AT_ONCE,
    OPENS_TOPIC,
    PARTICLES,
    PEOPLE,
    PRINTED,
    QUOTES,
    QUOTES_SOMEBODY,
    SPEAKERS,
    SPEAKS,
    TIMES,
)
from qa.language.lexicon.calendar import MONTH, WEEKDAY
from qa.language.lexicon.question_words import PRONOUNS, QUESTION_AUXILIARIES
from qa.language.patterns import regex
from qa.understanding.scan import ScannedWord, clean, words_of

_ASK_AGAIN = QUESTION_AUXILIARIES - {"can", "may", "might", "must", "will"}
"""What asks on after a topic; the others of these may be nouns: "tolls since May"."""
_RANKS: tuple[tuple[OfAll, frozenset[str]], ...] = (
    ("quoted", DIRECT),
    ("longest", frozenset({"longest"})),
    ("shortest", frozenset({"shortest"})),
    ("first", FIRST),
    ("latest", LATEST),
    ("most", MOST),
)
_IN_A_NAME = frozenset("the of and for".split())
_HAVE = frozenset("has have had did does do".split())
_BE = frozenset("is are was were be been being get gets got".split())
_WHO = PEOPLE | {"who", "whom"}
_A_TIME = regex(
    r"(?:in(?!\s+on\b)|since|before|after|during|between|until|(?:last|this)\s+(?:week|month|year))\b"
)
_HERE = regex(
    r"in\s+(?:(?:all|the|these|your|our)\s+)*(?:articles|stories|archive|library|news)", re.IGNORECASE
)
_SHORTENED = regex(r"(?<=\w)['’](?:s|re|ve)$")
_ENDS = regex(
    r"[\s,]+(?:for\s+the\s+(?:very\s+)?(?P<first>first)\s+time|for\s+the\s+(?:very\s+)?(?P<last>last)\s+time"
    r"|(?P<recently>most\s+recently)|(?P<most>(?:the\s+)?most(?:\s+(?:often|frequently))?))",
    re.IGNORECASE,
)
"""What may stand after a topic, and is none of it: "who spoke of the toll for the first time?"."""
_YOU_HAVE = regex(
    r"\s+(?:(?:do|did|have|can)\s+(?:you|we|i)(?:\s+(?:have|got|find|know|show))?|are\s+there)(?:\s+(?:in\s+)?here)?\W*$",
    re.IGNORECASE,
)
_A_DAY = regex(
    rf"(?:{WEEKDAY}|(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}|{MONTH}\s+\d{{1,2}})\b.*",
    re.IGNORECASE,
)


class Parts(NamedTuple):
    """What is wanted of all words (None: who spoke), whose, on what and when; `within` is who quotes them."""

    of_all: OfAll | None
    speaker: str
    topic: str
    when: str = ""
    within: str = ""


class _Head(NamedTuple):
    """What stands before a topic: what it asks for, and what is left of it, with the word on either side."""

    asks: frozenset[str]
    rest: str
    before: str
    after: str
    when: str


def in_parts(text: str) -> Parts | None:
    """Return the parts of a question for all words on something, or for those who spoke on it; None for any other."""
    words = words_of(text, 0)
    at = _opener(words)
    topic = clean(_YOU_HAVE.sub("", text[words[at].end :])) if at is not None else ""
    ends = _ENDS.search(topic)
    asked_at_its_end = frozenset[str]()
    if ends and ends.end() == len(topic):
        topic = topic[: ends.start()]
        asked_at_its_end = frozenset(name for name, found in ends.groupdict().items() if found)
    if _A_DAY.fullmatch(topic) or not _ASK_AGAIN.isdisjoint(topic.lower().split()):
        return None  # "How many comments on the toll did the council get?" asks for nobody's words
    head = _head(text, words if at is None else words[: at + 1])
    if head is None:
        return None
    asks = head.asks | asked_at_its_end
    if head.rest and topic and head.before in _HAVE and head.after in QUOTES_SOMEBODY and asks & _WHO:
        counted: OfAll | None = "voices" if {"how", "many"} <= asks else "most" if asks & MOST else None
        return Parts(counted, "", topic, head.when, head.rest)
    if not head.rest:
        return _of_anybody(asks, topic, head.when)
    of_all = _of_somebody(asks, topic) if asks.isdisjoint(_WHO) else None
    return Parts(of_all, head.rest, topic, head.when) if of_all else None


def _opener(words: Sequence[ScannedWord]) -> int | None:
    """Return which word is the last before the topic: "on" in "quotes on tolls"; None where nothing is a topic."""
    spoken = False
    for at, word in enumerate(words[:-1]):
        before = words[at - 1].low if at else ""
        if word.low in NAMES_AT_ONCE and (before not in _BE or word.low.endswith("ing")):
            return at
        if spoken and (word.low in OPENS_TOPIC or word.low == PARTICLES.get(before)):
            return at
        spoken = spoken or word.low in SPEAKS | QUOTES | SPEAKERS
    return None


def _head(text: str, words: Sequence[ScannedWord]) -> _Head | None:
    """Part what stands before a topic; None where more is left of it than one phrase."""
    asks, left, when = set[str](), list[int](), ""
    for at, word in enumerate(words):
        if asks & (SPEAKS | QUOTES | SPEAKERS) and _A_TIME.match(text.lower(), word.start):
            end = len(words) - (words[-1].low in OPENS_TOPIC)
            when = text[word.start : words[end - 1].end]
            when = "" if _HERE.fullmatch(when) else when
            break
        if (low := _SHORTENED.sub("", word.low)) in ASKS:
            asks.add(low)
        else:
            left.append(at)
    if not left:
        return _Head(frozenset(asks), "", "", "", when)
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
    return _Head(frozenset(asks), rest, before, after, when)


def _rank(asks: frozenset[str]) -> OfAll | None:
    return next((rank for rank, words in _RANKS if asks & words), None)


def _counts(asks: frozenset[str], what: frozenset[str]) -> bool:
    """Tell whether a number is asked for: how often, or how many of some things."""
    often = "how" in asks and (asks & {"often", "frequently", "much"} or asks >= {"many", "times"})
    many = asks >= {"how", "many"} or asks & {"number", "count"}
    return bool(often or (many and asks & what))


def _of_anybody(asks: frozenset[str], topic: str, when: str) -> Parts | None:
    people, rank = asks & _WHO, _rank(asks)
    if asks.isdisjoint(SPEAKS | QUOTES | SPEAKERS) or asks.isdisjoint(_WHO | PRINTED):
        return None
    if not topic:
        # Of a time alone only who was quoted most is asked here; the rest asks for all that was said then.
        return Parts("most", "", "", when) if when and rank == "most" and people else None
    if _counts(asks, PEOPLE | PRINTED):
        once = asks & PEOPLE and asks.isdisjoint({"often", "frequently", "times"})
        return Parts("voices" if once else "count", "", topic, when)
    if asks & {"how", "number", "count"} or rank == "quoted":
        return None
    listed = asks & PEOPLE and asks & (LISTED - {"what"})
    return Parts(rank, "", topic, when) if rank or listed else None


def _of_somebody(asks: frozenset[str], topic: str) -> OfAll | None:
    if asks.isdisjoint(SPEAKS | QUOTES):
        return None
    if not topic and asks & NAMES_AT_ONCE:
        return None  # "When was Quill last mentioned?" asks for articles
    if _counts(asks, QUOTES):
        return "count"
    rank = _rank(asks)
    if rank == "most" or not asks.isdisjoint({"how", "number", "count"}):
        return None
    return rank if asks & (QUOTES | TIMES | {"what", "which"}) else None
