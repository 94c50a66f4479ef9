"""Count with days, months and years."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from qa.language.lexicon.calendar import MONTH, MONTHS, NUMBERS

Period = tuple[date, date]
"""First and last day, both inclusive."""


DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
YEAR = r"(?:1[5-9]\d\d|20\d\d)\b"
SPAN = (
    rf"(?:{MONTH},?\s+(?:of\s+)?{YEAR}|(?:the\s+)?(?:year\s+)?{YEAR}"
    rf"|(?:the|this|last)\s+(?:year|month|week)|{MONTH})"
)


def whole_month(year: int, month: int) -> Period:
    return date(year, month, 1), last_day(year, month)


def last_day(year: int, month: int) -> date:
    return date(year, month, 31) if month == 12 else date(year, month + 1, 1) - timedelta(1)


def months_on(day: date, months: int) -> date:
    """Return the day so many months later, or the last of its month: from 31 January one month on is 28 February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, last_day(year, month + 1).day))


def month_number(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")]


def number(word: str) -> int:
    word = " ".join(word.lower().split())
    return int(word) if word.isdigit() else NUMBERS[word]


def split(text: str) -> tuple[list[int], list[int], list[int]]:
    """Return the days, months and years that a phrase of numbers and one month name holds."""
    years = [int(n) for n in re.findall(YEAR, text)]
    days = [int(n) for n in re.findall(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", text, re.I)]
    return days, [month_number(m) for m in re.findall(MONTH, text, re.I)], years


def latest(today: date, year: int | None, build: Callable[[int], Period]) -> Period:
    """Without a year, the most recent such period that has begun."""
    if year:
        return build(year)
    # Eight years back, since 29 February needs a leap year.
    for candidate in range(today.year, max(today.year - 9, 1), -1):
        try:
            period = build(candidate)
        except ValueError:
            continue
        if period[0] <= today:
            return period
    raise ValueError


def back(today: date, count: int, unit: str) -> date:
    """Return the day so many days, weeks, months or years ago; any other unit counts as a year."""
    match unit.lower():
        case "day":
            return today - timedelta(count)
        case "week":
            return today - timedelta(7 * count)
        case "month":
            return months_on(today, -count)
    return months_on(today, -12 * count)


def piece(whole: Period, pieces: int, index: int) -> Period:
    """Return one of the equal parts of a period, counted from 0: the second half of a year is its part 1 of 2.

    Raises:
        ValueError: If there are not so many parts.
    """
    first, last = whole
    if index >= pieces:
        raise ValueError
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        months = 12 // pieces
        start = date(first.year, 1 + index * months, 1)
        return start, months_on(start, months) - timedelta(1)
    length = (last - first).days + 1
    return first + timedelta(index * length // pieces), first + timedelta((index + 1) * length // pieces - 1)


def bounded(cue: str, period: Period) -> tuple[date | None, date | None]:
    """Return what a preposition makes of a period: "after May" begins on 1 June, "before May" ends on 30 April."""
    first, last = period
    try:
        if cue in {"since", "ever since"}:
            return first, None
        if cue == "after" or cue.startswith(("newer", "later", "more")):
            return last + timedelta(1), None
        if cue in {"before", "prior to"} or cue.startswith(("older", "earlier")):
            return None, first - timedelta(1)
        if cue in {"around", "circa"}:
            # "Around July" is from the middle of June, "around 3 May" within three days of it.
            more = max((last - first) / 2, timedelta(3))
            return first - more, last + more
    except OverflowError:
        return first, last
    return (None, last) if cue in {"until", "till", "up to", "through"} else (first, last)
