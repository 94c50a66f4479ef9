"""Convert a date phrase to the days it covers: "3 March 2024", "last week", "the first half of 2023", "May"."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from qa.language.patterns import regex
from qa.understanding.calendar_arithmetic import Period
from qa.understanding.period_rules import RULES, read_by_rule

_PIECE = regex(r"(?<![\\a-z<])([a-z]+?)(?:[a-z]\?|(?![a-z]))")
_SHORTEST = 3
_JOINS = frozenset("the and until".split())
"""Of these alone no date phrase consists."""


def may_hold_period(text: str) -> bool:
    """Return whether a text in small letters has a figure, or a piece of a word, of those that date phrases have.

    Without one there is no date in it, and the expression for all of them need not be compiled.
    """
    return any(c.isdigit() for c in text) or any(piece in text for piece in _pieces())


@cache
def _pieces() -> tuple[str, ...]:
    # Neither the letter of "\d" nor the name of a group; and "jun" of "june?".
    found = {piece for pattern, _ in RULES for piece in _PIECE.findall(pattern)}
    return tuple(sorted(piece for piece in found - _JOINS if len(piece) >= _SHORTEST))


@cache
def any_period() -> re.Pattern[str]:
    """Return a pattern for every phrase in small letters that `read_period` reads by rule; longer forms come first."""
    nameless = (re.sub(r"[?]P<[a-z]+>", "?:", pattern) for pattern, _ in RULES)
    return re.compile(r"(?<![\w/.-])(?:" + "|".join(f"(?:{pattern})" for pattern in nameless) + r")(?![\w/])")


def read_period(phrase: str, *, today: date) -> Period | None:
    """Return the days that a phrase covers, or None when it is no date."""
    return read_by_rule(phrase.strip(), today)


def read_period_with_library(phrase: str, *, today: date) -> Period | None:
    """Read what the rules do not: "03/04/2023", "2 weeks and 3 days ago". Slow the first time it is
    called."""
    if not 3 <= len(phrase) <= 40 or not any(c.isdigit() for c in phrase):
        return None
    from datetime import datetime, time

    import dateparser

    found = dateparser.parse(
        phrase,
        languages=["en"],
        settings={
            "RELATIVE_BASE": datetime.combine(today, time(12)),
            "PREFER_DATES_FROM": "past",
            "REQUIRE_PARTS": ["day", "month", "year"] if "/" in phrase else [],
        },
    )
    return (found.date(), found.date()) if found else None
