"""Tell whether a text names the day of a question for what happened then: "What happened on 4 July 1776?"."""

from __future__ import annotations

import re
from typing import NamedTuple

from qa.language.lexicon.calendar import MONTH_NAMES, MONTHS
from qa.language.patterns import regex
from qa.understanding.browsing import asked_time

_MONTH = "|".join(rf"{name}|{name[:4]}\.?|{name[:3]}\.?" for name in MONTH_NAMES)
_DAY = (
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})"
    rf"|(?P<month_first>{_MONTH}) (?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?),? (?P<year>\d{{4}})"
)
_DATE = regex(rf"\b{_DAY}\b", re.I)
_ALONE = regex(rf"\W*(?:on (?:the )?)?{_DAY}\W*", re.I, needs=" ".join(MONTHS))


class Day(NamedTuple):
    """A day of the calendar as it is written: an article may say 31 February."""

    year: int
    month: int
    day: int


def asks_day(question: str) -> bool:
    """Return whether a question asks only what happened on a day, year and all."""
    return _ALONE.fullmatch(asked_time(question) or "") is not None


def names_asked_day(question: str, text: str) -> bool:
    """Return whether a question asks only what happened on a day, year and all, and the text names that day."""
    asked = _ALONE.fullmatch(asked_time(question) or "")
    return asked is not None and _day(asked) in map(_day, _DATE.finditer(text))


def _day(match: re.Match[str]) -> Day:
    month = (match["month"] or match["month_first"]).rstrip(".").casefold()
    return Day(int(match["year"]), MONTHS[month], int(match["day"] or match["day_after"]))
