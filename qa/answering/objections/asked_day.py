"""Tell whether a text names the day, and the place, that it is asked of what happened: "on 4 July 1776", "in Dene"."""

from __future__ import annotations

import re
from typing import NamedTuple

from qa.language.lexicon.calendar import MONTH_NAMES, MONTHS
from qa.language.patterns import regex
from qa.language.terms import is_stop_term, terms
from qa.understanding.browsing import asked_time

_MONTH = "|".join(rf"{name}|{name[:4]}\.?|{name[:3]}\.?" for name in MONTH_NAMES)
_DAY_OF_YEAR = (
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})"
    rf"|(?P<month_first>{_MONTH}) (?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?)"
)
_DAY = rf"{_DAY_OF_YEAR},? (?P<year>\d{{4}})"
_DATE = regex(rf"\b{_DAY}\b", re.I)
_ANY_DATE = regex(rf"\b{_DAY_OF_YEAR}\b(?:,? (?P<year>\d{{4}})\b)?", re.I)
_AT_A_PLACE = regex(
    rf"\W*(?P<where>(?:in|at|on|near) [^?]{{2,60}}?),? on (?:the )?{_DAY_OF_YEAR}(?:,? (?P<year>\d{{4}}))?\W*",
    re.I,
)
_ALONE = regex(rf"\W*(?:on (?:the )?)?{_DAY}\W*", re.I, needs=" ".join(MONTHS))


class Day(NamedTuple):
    """A day of the calendar as it is written: an article may say 31 February. The year is 0 where none is given."""

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


def tells_of_place_and_day(question: str, text: str) -> bool:
    """Return whether it is asked what happened somewhere on a day, and a text has that day and the whole place.

    "Two were held at the Harwick Inn on Aug. 12" answers "What happened at the Harwick Inn on 12 August?". A year
    counts where both give one.
    """
    asked = _AT_A_PLACE.fullmatch(asked_time(question) or "")
    if asked is None:
        return False
    place, day = {word for word in terms(asked["where"]) if not is_stop_term(word)}, _day(asked)
    days = [_day(it) for it in _ANY_DATE.finditer(text)]
    named = any(it[1:] == day[1:] and 0 in (it.year, day.year, it.year - day.year) for it in days)
    return named and bool(place) and place <= set(terms(text))


def _day(match: re.Match[str]) -> Day:
    month = (match["month"] or match["month_first"]).rstrip(".").casefold()
    return Day(int(match["year"] or 0), MONTHS[month], int(match["day"] or match["day_after"]))


TELLS_OF_DAY = (names_asked_day, tells_of_place_and_day)
"""What tells that a quote answers what happened on a day, whatever the reader says."""
