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
    ASKS_FOR_WORDS,
    DIRECT,
    FIRST,
    HOLDS,
    LATEST,
    LISTED,
    MOMENTS,
    MOST,
    NAMES_AT_ONCE,
    OPENS_TOPIC,
    PEOPLE,
    QUOTATIONS,
    QUOTES,
    QUOTES_SOMEBODY,
    SPEAKERS,
    SPEAKING,
    VERB_PARTICLES,
)
from qa.language.lexicon.calendar import MONTH, WEEKDAY
from qa.language.lexicon.question_words import ONLY_AUXILIARIES
from qa.language.patterns import regex
from qa.understanding.dates import may_hold_date
from qa.understanding.described import asked_for
from qa.understanding.parted_head import BE, Head, head_of, with_about, without_end
from qa.understanding.scan import ScannedWord, clean, words_of

_RANKS: tuple[tuple[OfAll, frozenset[str]], ...] = (
    ("quoted", DIRECT),
    ("longest", frozenset({"longest"})),
    ("shortest", frozenset({"shortest"})),
    ("first", FIRST),
    ("latest", LATEST),
    ("most", MOST),
)
_OF_A_KIND = frozenset("which what many".split())
_ONLY_SPEAKERS = SPEAKING - HOLDS
"""What only people and bodies do: articles and reports mention a thing, and cover it."""
_OF_SEVERAL = frozenset(("any", "all", "some", "every", "list", "name", ""))
_AND_WHO = frozenset("who that".split())
_WOMEN_AND_MEN = frozenset("women men".split())
_HAVE = frozenset("has have had did does do".split())
_WHO = PEOPLE | {"who", "whom", "whose"}
_WHO_SAID_WHAT = SPEAKING | OPENS_TOPIC | frozenset("who what tell show list me us has have".split())
_GIVEN = frozenset("statement statements remark remarks comment comments".split())
_AN_OUTLET = regex(r"in\s+(?:the\s+)?[A-Z]")
_A_DAY = regex(
    rf"(?:{WEEKDAY}|(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}|{MONTH}\s+\d{{1,2}})\b.*",
    re.IGNORECASE,
)


class Parts(NamedTuple):
    """What is wanted of all words (None: who spoke), whose, on what and when; `within` is who quotes them.

    `of_kind`: it is asked which people of a kind spoke; the speaker is what they are, "" where nothing tells who is so.
    """

    of_all: OfAll | None
    speaker: str
    topic: str
    when: str = ""
    within: str = ""
    of_kind: bool = False


def in_parts(text: str) -> Parts | None:
    """Return the parts of a question for all words on something, or for those who spoke on it; None for any other."""
    text, asked_at_its_end = without_end(with_about(text))
    words = words_of(text, 0)
    at = _opener(words)
    topic = clean(text[words[at].end :]) if at is not None else ""
    if _A_DAY.fullmatch(topic) or not ONLY_AUXILIARIES.isdisjoint(topic.lower().split()):
        return None  # "How many comments on the toll did the council get?" asks for nobody's words
    head = head_of(
        text, words if at is None else words[: at + 1], ASKS_FOR_WORDS, SPEAKING | QUOTES | SPEAKERS
    )
    if head is None or (head.when and not (_AN_OUTLET.match(head.when) or may_hold_date(head.when))):
        return None  # what was said first "after the vote", no date tells
    asks = head.asks | asked_at_its_end
    if head.rest and topic and head.before in _HAVE and head.after in QUOTES_SOMEBODY and asks & _WHO:
        counted: OfAll | None = "voices" if {"how", "many"} <= asks else "most" if asks & MOST else None
        return Parts(counted, "", topic, head.when, head.rest)
    of_anything = head.rest and not topic and asks & QUOTES_SOMEBODY and asks & _WHO
    if of_anything and _rank(asks) in (None, "most") and (outlet := _outlet_that_quotes(text, words, head)):
        return Parts(_of_speakers(asks), "", "", head.when, outlet)
    if not head.rest:
        return _of_anybody(asks, topic, head.when)
    if _asks_who_of_them(head, topic) and (kind := _people_of_kind(head.rest)):
        return _of_kind(asks, kind, topic, head.when)
    if (
        words[0].low == head.before == "which"
        and topic
        and not asks.isdisjoint(_ONLY_SPEAKERS)
        and asks.isdisjoint(_WHO)
    ):
        return Parts(None, "", topic, head.when, of_kind=True)  # nothing tells who is an astronaut
    if not asks.isdisjoint(_WHO):
        return None
    of_all = _of_somebody(asks, topic)
    # "Was Quill quoted on it?" and "all quotes in which she mentions it" ask for their words.
    plain = (topic and head.before in BE and head.after == "quoted") or (
        asks >= {"in", "which"} and asks & QUOTES
    )
    return Parts(of_all, head.rest, topic, head.when) if of_all or (plain and _rank(asks) is None) else None


def _opener(words: Sequence[ScannedWord]) -> int | None:
    """Return which word is the last before the topic: "on" in "quotes on tolls"; None where nothing is a topic."""
    spoken = False
    for at, word in enumerate(words[:-1]):
        before = words[at - 1].low if at else ""
        if word.low in NAMES_AT_ONCE and (before not in BE or word.low.endswith("ing")):
            return at
        if spoken and (word.low in OPENS_TOPIC or word.low == VERB_PARTICLES.get(before)):
            return at
        spoken = spoken or word.low in SPEAKING | QUOTES | SPEAKERS
    return None


def _rank(asks: frozenset[str]) -> OfAll | None:
    return next((rank for rank, words in _RANKS if asks & words), None)


def _outlet_that_quotes(text: str, words: Sequence[ScannedWord], head: Head) -> str:
    """Return what stands in an outlet's place, "the Dene Times" too: "whom does it quote?", "everyone quoted by it"."""
    if head.before == "by":
        return clean(text.rpartition(" by ")[2].removesuffix(head.when))
    quotes = [word.start for word in words if word.low in QUOTES_SOMEBODY]
    return clean(text[text.find(head.rest) : quotes[-1]]) if head.before in _HAVE else ""


def _of_speakers(asks: frozenset[str]) -> OfAll:
    """Return what is asked of those who are quoted, whatever they speak of: how many, or who they are."""
    return "voices" if asks >= {"how", "many"} else "most"


def _counts(asks: frozenset[str], what: frozenset[str]) -> bool:
    """Tell whether a number is asked for: how often, or how many of some things."""
    often = "how" in asks and (
        asks & {"often", "frequently", "regularly", "much"} or asks >= {"many", "times"}
    )
    many = asks >= {"how", "many"} or asks & {"number", "count"}
    return bool(often or (many and asks & what))


def _of_anybody(asks: frozenset[str], topic: str, when: str) -> Parts | None:
    people, rank = asks & _WHO, _rank(asks)
    if asks.isdisjoint(SPEAKING | QUOTES | SPEAKERS):
        return None
    if topic and asks >= {"who", "what"} and asks <= _WHO_SAID_WHAT:
        return Parts(None, "", topic, when)  # "Tell me who said what about the toll"
    if asks.isdisjoint(_WHO | QUOTATIONS) and (rank in (None, "most") or asks.isdisjoint(_GIVEN)):
        return None
    if not topic:
        # Of a time alone only who was quoted is asked here; the rest asks for all that was said then.
        quoted = rank == "most" or (rank is None and asks & QUOTES_SOMEBODY)
        return Parts(_of_speakers(asks), "", "", when) if when and quoted and people else None
    if _counts(asks, PEOPLE | QUOTATIONS):
        once = asks & PEOPLE and asks.isdisjoint({"often", "frequently", "regularly", "times"})
        return Parts("voices" if once else "count", "", topic, when)
    if asks & {"how", "number", "count"} or rank == "quoted":
        return None
    has_words = {"who", "say"} <= asks and not asks.isdisjoint({"something", "anything"})
    named = asks & PEOPLE and asks & (QUOTES_SOMEBODY | (LISTED - {"what"}))
    listed = named or (has_words and topic) or (asks >= {"whose"} and asks & QUOTES)
    return Parts(rank, "", topic, when) if rank or listed else None


def _people_of_kind(typed: str) -> str | None:
    """Return a noun for people by what they are, as a plural; None for others: "which roads", "which companies"."""
    noun = typed.lower()
    if noun in _WOMEN_AND_MEN:
        return noun
    asked = asked_for(typed)
    if asked is None or asked.several:
        return typed if asked is not None else None
    if noun.endswith("man"):
        return f"{typed[:-3]}men"
    return f"{typed[:-1]}ies" if noun.endswith("y") else f"{typed}s"


def _asks_who_of_them(head: Head, topic: str) -> bool:
    """Tell whether it is asked who of several spoke, by the words around a noun for them."""
    asks, quoted = head.asks, not head.asks.isdisjoint(QUOTES_SOMEBODY | QUOTATIONS)
    if head.before in _OF_A_KIND:
        return asks.isdisjoint(_WHO) and (quoted or (bool(topic) and not asks.isdisjoint(SPEAKING | QUOTES)))
    # "All the mayor's quotes on tolls" are one mayor's.
    if not topic or head.before not in _OF_SEVERAL or head.rest.lower().startswith("the "):
        return False
    who = head.after in _AND_WHO and not asks.isdisjoint(SPEAKING)
    return who or (quoted and head.after in QUOTES_SOMEBODY | QUOTATIONS | BE)


def _of_kind(asks: frozenset[str], kind: str, topic: str, when: str) -> Parts:
    """Read "which doctors spoke of the toll?" as what doctors said of it: articles tell what people are."""
    rank = _rank(asks)
    of_all: OfAll | None = "voices" if {"how", "many"} <= asks else rank if rank != "most" else None
    return Parts(of_all, kind, topic, when, of_kind=True)


def _of_somebody(asks: frozenset[str], topic: str) -> OfAll | None:
    if asks.isdisjoint(SPEAKING | QUOTES):
        return None
    if not topic and asks & NAMES_AT_ONCE:
        return None  # "When was Quill last mentioned?" asks for articles
    if _counts(asks, QUOTES):
        return "count"
    rank = _rank(asks)
    if rank == "most" or not asks.isdisjoint({"how", "number", "count"}):
        return None
    return rank if asks & (QUOTES | MOMENTS | {"what", "which"}) else None
