"""Tell whether a text names the day, and the place, that it is asked of what happened: "on 4 July 1776", "in Dene"."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from qa.answering.objections.months_of_years import MONTH, years_meant
from qa.language.lexicon.calendar import MONTHS
from qa.language.patterns import regex
from qa.language.terms import is_stop_term, terms
from qa.understanding.browsing import asked_time

_DAY_OF_YEAR = (
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{MONTH})"
    rf"|(?P<month_first>{MONTH}) (?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?)"
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


def tells_of_asked_day(question: str, text: str, told_on: date | None) -> bool:
    """Return whether a text answers what happened on a day, whatever the reader says.

    Args:
        told_on: The day of its article.
    """
    return names_asked_day(question, text) or tells_of_place_and_day(question, text, told_on)


def asks_day(question: str) -> bool:
    """Return whether a question asks only what happened on a day, year and all."""
    return _ALONE.fullmatch(asked_time(question) or "") is not None


def names_asked_day(question: str, text: str) -> bool:
    """Return whether a question asks only what happened on a day, year and all, and the text names that day."""
    asked = _ALONE.fullmatch(asked_time(question) or "")
    return asked is not None and _day(asked) in map(_day, _DATE.finditer(text))


def tells_of_place_and_day(question: str, text: str, told_on: date | None) -> bool:
    """Return whether it is asked what happened somewhere on a day, and a text has that day and the whole place.

    "Two were held at the Harwick Inn on Aug. 12" answers "What happened at the Harwick Inn on 12 August?". Where a year
    is asked for and the text gives none, the article's day must allow it.
    """
    asked = _AT_A_PLACE.fullmatch(asked_time(question) or "")
    if asked is None:
        return False
    place, day = {word for word in terms(asked["where"]) if not is_stop_term(word)}, _day(asked)
    days = [_day(it) for it in _ANY_DATE.finditer(text)]
    named = any(it[1:] == day[1:] and (not day.year or day.year in _years(it, told_on)) for it in days)
    return named and bool(place) and place <= set(terms(text))


def _years(day: Day, told_on: date | None) -> set[int]:
    if day.year:
        return {day.year}
    return years_meant(day.month, told_on) if told_on else set()


def _day(match: re.Match[str]) -> Day:
    month = (match["month"] or match["month_first"]).rstrip(".").casefold()
    return Day(int(match["year"] or 0), MONTHS[month], int(match["day"] or match["day_after"]))
