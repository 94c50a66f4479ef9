"""Tell small talk by its words: all of a few short lists, whatever their order. What names anything else is none."""

from __future__ import annotations

from itertools import pairwise

from qa.answers import Meta
from qa.language.lexicon.small_talk import (
    ABOUT_YOU,
    AROUND_TALK,
    ASKS,
    CHAT_NOUNS,
    COMPLIMENTS,
    CONTRACTED,
    ENDINGS,
    GREETINGS,
    HELD,
    HOLDINGS,
    NODS,
    PARTINGS,
    PAST,
    PRAISE,
    PROGRAM,
    SUMMARIES,
    SUMMED,
    THANKS,
    TIMES_COVERED,
    UNTIL,
    YOU,
)
from qa.language.patterns import regex

MOST_WORDS = 12
_MARKS = regex('["“”„«»]')
"""Words in quotation marks are asked for: "fair is fair" was said by somebody."""
_WORD = regex(r"[^\W_]+(?:['’;][^\W_]+)*")
_POINTS = frozenset("it that this he she they him her them there one ones".split())
_WH = frozenset("what who how which where when why whether".split())
_CHOSEN = frozenset("right wrong true".split())
_HERE = frozenset("this here".split())
_ARCHIVES = frozenset("archive library collection corpus database index here cover covers covered".split())
_COURTESY = frozenset("please ok okay so and well now".split())
_ASKER = frozenset("i you we".split())
_LAUGHS = regex(r"(?:(?:ha|he|hi|ah){2,}h?a?|x+d+|lo+l|h+m+|w+o+w+|o+h+|a+h+|a+w+|u+h+|zz+)")
"""Sounds, however long: "hahahaha"."""
_GOES = frozenset("it things everything life tricks".split())


def small_talk(text: str) -> Meta | None:
    """Return what a text is that asks the articles nothing; None for anything with a word of its own.

    "Thanks, that was useful" thanks; "thanks to whom did it pass?" does not: "pass" is no word of small talk.
    """
    words = [
        CONTRACTED.get(word, word)
        for word in (typed.replace("’", "'") for typed in _WORD.findall(text.casefold()))
    ]
    if not 0 < len(words) <= MOST_WORDS or _MARKS.search(text):
        return None
    words = [word for word in words if not _LAUGHS.fullmatch(word)] or ["haha"]
    said = set(words)
    asks = words[0] in ASKS
    if said & SUMMARIES and said <= SUMMARIES | SUMMED | AROUND_TALK | YOU:
        return Meta.SUMMARY
    if _is_of_the_archive(said, asks=asks):
        return Meta.ARCHIVE
    if words[0] not in PAST and _greets(said, asks=asks):
        return Meta.GREETING
    if said & YOU and asks and _asks_of_the_program(words):
        return Meta.PROGRAM
    if not asks and said & THANKS and said <= THANKS | NODS | ENDINGS | AROUND_TALK | GREETINGS | UNTIL:
        return Meta.THANKS
    if _parts(said) or (
        said & YOU
        and said & COMPLIMENTS
        and said <= COMPLIMENTS | PRAISE | (AROUND_TALK - {"not"}) | YOU | {"total"}
    ):
        return Meta.THANKS
    return None if asks else _remark(said)


def _greets(said: set[str], *, asks: bool) -> bool:
    if said & GREETINGS and said <= GREETINGS | ABOUT_YOU | AROUND_TALK and not said & THANKS:
        return True
    asked = {"you", "we", "anybody", "anyone"} & said and {
        "how",
        "how's",
        "meet",
        "there",
        "home",
        "listening",
    } & said
    goes = "how's" in said and bool(said & _GOES)
    hailed = not asks and {"good", "day"} <= said and "have" not in said
    return said <= ABOUT_YOU | AROUND_TALK | CHAT_NOUNS and bool(
        asked or goes or hailed or {"what's", "up"} <= said
    )


def _parts(said: set[str]) -> bool:
    """Return whether words take leave: "talk to you later"."""
    return (
        bool(said & PARTINGS and said & UNTIL) and said <= PARTINGS | UNTIL | AROUND_TALK | GREETINGS | NODS
    )


def _is_of_the_archive(said: set[str], *, asks: bool) -> bool:
    """Return whether words ask what the archive holds.

    "How many years?" and "what about the library?" ask on about what was talked of.
    """
    here = said & (YOU | _HERE)
    held = said & (HOLDINGS - TIMES_COVERED) or (said & TIMES_COVERED and said & (YOU | _HERE | _ARCHIVES))
    asked = asks or bool(said & {"list", "show", "give"} and here)
    return (
        bool(held) and asked and said <= HOLDINGS | HELD | _COURTESY and ("about" not in said or bool(here))
    )


def _asks_of_the_program(words: list[str]) -> bool:
    """Return whether words ask something of the program; "can you tell me when?" asks on about what was talked of."""
    later = [
        word
        for (before, word), after in zip(pairwise(words), [*words[2:], ""], strict=True)
        if word in _WH and before != "and" and after not in _ASKER
    ]
    return (
        not later
        and set(words) <= (PROGRAM | AROUND_TALK | ASKS | YOU | GREETINGS | THANKS | _COURTESY) - _POINTS
    )


def _remark(said: set[str]) -> Meta | None:
    """Return what words are that ask for nothing: an end, praise, or a nod."""
    if "or" in said or (said & _CHOSEN and "one" in said):
        # "Right or wrong?" and "wrong one" ask on.
        return None
    beside = AROUND_TALK - _POINTS - CHAT_NOUNS
    praised = said <= PRAISE | {"bot", "job", "work", "one", "stuff", "very"} or "have" in said
    if said & PRAISE and said & CHAT_NOUNS and said <= PRAISE | AROUND_TALK | ENDINGS and praised:
        return Meta.THANKS
    ended = {"that's", "thats", "that'll", "i'm", "im"} & said
    if said & ENDINGS and said <= ENDINGS | PRAISE | AROUND_TALK and ended:
        return Meta.THANKS
    if said & NODS and said - NODS <= beside | {"it", "that", "this"}:
        return Meta.NODDED
    return None
