"""Days, months and years: the words for them, and counting with them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

Period = tuple[date, date]
"""First and last day, both inclusive."""

# Spelt out: the names in `calendar` follow the machine's locale.
_MONTH_NAMES = "january february march april may june july august september october november december".split()
MONTHS = {short: n for n, name in enumerate(_MONTH_NAMES, 1) for short in (name, name[:3], name[:4])}
DAYS = {day: n for n, day in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
NUMBERS = {
    **{
        word: n
        for n, word in enumerate("a one two three four five six seven eight nine ten eleven twelve".split())
    },
    "a": 1,
    "an": 1,
    "few": 3,
    "couple of": 2,
    "several": 5,
    "dozen": 12,
    "a few": 3,
    "a couple of": 2,
}

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
YEAR = r"(?:1[5-9]\d\d|20\d\d)\b"
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
SEASON = r"(?:spring|summer|autumn|fall|winter)"
COUNT = (
    r"(?:\d{1,3}|a few|few|a couple of|couple of|several|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|a dozen|dozen)"
)
UNIT = r"(?:day|week|month|year)"
LAST = r"(?:last|past|previous)"
SPAN = (
    rf"(?:{MONTH},?\s+(?:of\s+)?{YEAR}|(?:the\s+)?(?:year\s+)?{YEAR}"
    rf"|(?:the|this|last)\s+(?:year|month|week)|{MONTH})"
)


def whole_month(year: int, month: int) -> Period:
    return date(year, month, 1), last_day(year, month)


def last_day(year: int, month: int) -> date:
    return date(year, month, 31) if month == 12 else date(year, month + 1, 1) - timedelta(1)


def months_on(day: date, months: int) -> date:
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
    match unit.lower():
        case "day":
            return today - timedelta(count)
        case "week":
            return today - timedelta(7 * count)
        case "month":
            return months_on(today, -count)
    return months_on(today, -12 * count)


def piece(whole: Period, pieces: int, index: int) -> Period:
    first, last = whole
    if index >= pieces:
        raise ValueError
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        months = 12 // pieces
        start = date(first.year, 1 + index * months, 1)
        return start, months_on(start, months) - timedelta(1)
    length = (last - first).days + 1
    return first + timedelta(index * length // pieces), first + timedelta((index + 1) * length // pieces - 1)
