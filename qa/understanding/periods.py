"""Convert a date phrase to the days it covers: "3 March 2024", "last week", "the first half of 2023", "May"."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from qa.understanding.calendar_arithmetic import Period
from qa.understanding.period_rules import RULES, read_by_rule


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
