"""List the forms of date phrases, longer ones first, each with the function that reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from qa.language.lexicon.calendar import (
    COUNT,
    DAYS,
    FEAST,
    FEASTS,
    LAST,
    MONTH,
    ORDINALS_IN_WORDS,
    SEASON,
    SEASONS,
    UNIT,
    WEEKDAY,
)
from qa.language.patterns import regex
from qa.understanding.calendar_arithmetic import (
    DAY,
    SPAN,
    YEAR,
    Period,
    back,
    latest,
    month_number,
    months_on,
    number,
    piece,
    split,
    whole_month,
)

_DAY_OF_MONTH = (
    rf"(?:{WEEKDAY},?\s+)?(?:(?:the\s+)?{DAY}\s+(?:of\s+)?{MONTH}(?:,?\s+{YEAR})?"
    rf"|{MONTH}\s+(?:the\s+)?{DAY}\b(?:,?\s+{YEAR})?)"
)

_SO_MANY = regex(r"\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve", re.IGNORECASE)

PeriodReader = Callable[[re.Match[str], date], Period]
RULES: list[tuple[str, PeriodReader]] = []


def _rule(pattern: str) -> Callable[[PeriodReader], PeriodReader]:
    def add(reader: PeriodReader) -> PeriodReader:
        RULES.append((pattern, reader))
        return reader

    return add


@_rule(r"\d{4}-\d{1,2}-\d{1,2}(?:t[\d:.]+(?:z|[+-][\d:]+)?)?|\d{4}/\d{1,2}/\d{1,2}")
def _iso_day(match: re.Match[str], today: date) -> Period:
    year, month, day = (int(n) for n in re.split(r"[-/]", match[0].upper().split("T")[0]))
    return date(year, month, day), date(year, month, day)


@_rule(r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d")
def _dotted_day(match: re.Match[str], today: date) -> Period:
    day, month, year = (int(n) for n in match[0].split("."))
    return date(year, month, day), date(year, month, day)


@_rule(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])")
def _iso_month(match: re.Match[str], today: date) -> Period:
    return whole_month(int(match[0][:4]), int(match[0][5:]))


@_rule(
    rf"(?:the\s+)?{DAY}\s*(?:-|–|to|and|until)\s*{DAY}\s+(?:of\s+)?{MONTH}(?:,?\s+{YEAR})?"
    rf"|{MONTH}\s+{DAY}\s*(?:-|–|to|and|until)\s*{DAY}\b(?:,?\s+{YEAR})?"
)
def _days_of_month(match: re.Match[str], today: date) -> Period:
    days, (month,), years = split(match[0])
    year = years[0] if years else None
    return latest(today, year, lambda y: (date(y, month, days[0]), date(y, month, days[1])))


@_rule(_DAY_OF_MONTH)
def _day_of_month(match: re.Match[str], today: date) -> Period:
    days, (month,), years = split(match[0])
    year = years[0] if years else None
    return latest(today, year, lambda y: (date(y, month, days[0]),) * 2)


@_rule(
    rf"(?:(?P<part>early|mid|late)[-\s]+|the\s+(?P<middle>middle)\s+of\s+)(?P<month>{MONTH})(?:,?\s+(?:of\s+)?(?P<year>{YEAR}))?"
)
def _part_of_month(match: re.Match[str], today: date) -> Period:
    month = month_number(match["month"])
    first, last = latest(today, int(match["year"] or 0), lambda y: whole_month(y, month))
    tenth, twentieth = first.replace(day=10), first.replace(day=20)
    return {
        "early": (first, tenth),
        "mid": (tenth + timedelta(1), twentieth),
        "late": (twentieth + timedelta(1), last),
    }["mid" if match["middle"] else match["part"].lower()]


@_rule(rf"(?P<part>early|mid|late)[-\s]+(?P<year>{YEAR})")
def _part_of_year(match: re.Match[str], today: date) -> Period:
    year = int(match["year"])
    return piece(
        (date(year, 1, 1), date(year, 12, 31)), 3, ("early", "mid", "late").index(match["part"].lower())
    )


@_rule(rf"(?P<month>{MONTH}),?\s+(?:of\s+)?(?P<year>{YEAR})")
def _month_of_year(match: re.Match[str], today: date) -> Period:
    return whole_month(int(match["year"]), month_number(match["month"]))


@_rule(
    rf"(?:the\s+)?(?P<part>first|second|third|fourth|last|1st|2nd|3rd|4th)\s+(?P<unit>half|quarter)\s+of\s+(?P<of>{SPAN})"
)
def _fraction(match: re.Match[str], today: date) -> Period:
    whole = read_by_rule(match["of"], today)
    if whole is None:
        raise ValueError
    pieces = 2 if match["unit"].lower() == "half" else 4
    part = match["part"].lower()
    index = (
        pieces - 1
        if part == "last"
        else ("first", "second", "third", "fourth").index(ORDINALS_IN_WORDS.get(part, part))
    )
    return piece(whole, pieces, index)


@_rule(
    rf"(?:the\s+)?(?P<part>first|second|third|fourth|last|final|1st|2nd|3rd|4th)\s+week\s+(?:of|in)\s+(?P<of>{SPAN})"
    rf"|(?:the\s+)?(?P<edge>first|last|final)\s+(?:(?P<count>{COUNT})\s+)?(?P<unit>days|weeks)\s+(?:of|in)\s+(?P<whole>{SPAN})"
)
def _days_within(match: re.Match[str], today: date) -> Period:
    """Read "the second week of May" as seven days, the 8th to the 14th: nobody asks on which day that week begins."""
    whole = read_by_rule(match["of"] or match["whole"], today)
    if whole is None:
        raise ValueError
    part = (match["part"] or match["edge"]).lower()
    days = 7 if match["part"] or match["unit"].lower().startswith("week") else 1
    if match["edge"]:
        # "The first days" and "the first few days" may be as many as "early May" has.
        days *= number(match["count"]) if _SO_MANY.fullmatch(match["count"] or "") else 10 if days == 1 else 3
    if part in ("last", "final"):
        return max(whole[0], whole[1] - timedelta(days - 1)), whole[1]
    index = ("first", "second", "third", "fourth").index(ORDINALS_IN_WORDS.get(part, part))
    first = whole[0] + timedelta(days * index)
    return first, min(whole[1], first + timedelta(days - 1))


@_rule(rf"the\s+week\s+(?:(?P<within>of)|beginning|starting|from)\s+(?:on\s+)?(?P<day>{_DAY_OF_MONTH})")
def _week_of_day(match: re.Match[str], today: date) -> Period:
    found = read_by_rule(match["day"], today)
    if found is None:
        raise ValueError
    first = found[0] - timedelta(found[0].weekday() if match["within"] else 0)
    return first, first + timedelta(6)


@_rule(rf"(?P<quarter>q[1-4])\s+(?:of\s+)?(?P<year>{YEAR})")
def _quarter(match: re.Match[str], today: date) -> Period:
    year = int(match["year"])
    return piece((date(year, 1, 1), date(year, 12, 31)), 4, int(match["quarter"][1]) - 1)


@_rule(rf"(?:the\s+)?(?P<edge>start|beginning|end)\s+of\s+(?P<of>{SPAN})")
def _edge(match: re.Match[str], today: date) -> Period:
    whole = read_by_rule(match["of"], today)
    if whole is None:
        raise ValueError
    return (whole[1],) * 2 if match["edge"].lower() == "end" else (whole[0],) * 2


@_rule(
    rf"(?:(?:the\s+)?(?P<season>{SEASON})(?:\s+of)?\s+(?P<year>{YEAR})|(?P<which>last|this|past)\s+(?P<named>{SEASON}))"
)
def _season(match: re.Match[str], today: date) -> Period:
    month = SEASONS[(match["season"] or match["named"]).lower()]

    def build(year: int) -> Period:
        start = date(year, month, 1)
        return start, months_on(start, 3) - timedelta(1)

    if match["year"]:
        return build(int(match["year"]))
    found = latest(today, None, build)
    running = found[0] <= today <= found[1]
    return build(found[0].year - 1) if running and match["which"].lower() == "last" else found


@_rule(rf"(?:the\s+)?(?P<feast>{FEAST})(?:,?\s+(?:of\s+)?(?P<year>{YEAR}))?")
def _feast(match: re.Match[str], today: date) -> Period:
    month, day = FEASTS[" ".join(match["feast"].lower().split())]
    return latest(today, int(match["year"] or 0), lambda y: (date(y, month, day),) * 2)


@_rule(r"the\s+(?P<decade>(?:1[5-9]|20)\d0)['’]?s")
def _decade(match: re.Match[str], today: date) -> Period:
    first = int(match["decade"])
    return date(first, 1, 1), date(first + 9, 12, 31)


@_rule(rf"(?:the\s+)?(?:year\s+)?(?P<year>{YEAR})")
def _year(match: re.Match[str], today: date) -> Period:
    return date(int(match["year"]), 1, 1), date(int(match["year"]), 12, 31)


@_rule(rf"(?:the\s+)?{LAST}\s+(?P<count>{COUNT})\s+(?P<unit>{UNIT})s?|the\s+{LAST}\s+(?P<single>{UNIT})")
def _last_so_many(match: re.Match[str], today: date) -> Period:
    count = number(match["count"]) if match["count"] else 1
    return back(today, count, match["unit"] or match["single"]), today


@_rule(rf"(?P<count>{COUNT}|an?)\s+(?P<unit>{UNIT})s?\s+ago")
def _ago(match: re.Match[str], today: date) -> Period:
    unit = match["unit"].lower()
    day = back(today, number(match["count"]), unit)
    # "Two months ago" is a month, not a day.
    if unit == "month":
        return whole_month(day.year, day.month)
    return (date(day.year, 1, 1), date(day.year, 12, 31)) if unit == "year" else (day, day)


@_rule(r"recent\s+(?P<unit>days|weeks|months)|the\s+last\s+(?P<hours>24|48)\s+hours")
def _recent(match: re.Match[str], today: date) -> Period:
    if match["hours"]:
        return today - timedelta(int(match["hours"]) // 24), today
    return back(today, 3, match["unit"][:-1]), today


@_rule(r"(?P<which>this|last|past|previous|the)\s+(?P<unit>week|weekend|month|quarter|year)")
def _calendar_unit(match: re.Match[str], today: date) -> Period:
    back = 0 if match["which"].lower() in {"this", "the"} else 1
    monday = today - timedelta(today.weekday())
    match match["unit"].lower():
        case "week":
            return monday - timedelta(7 * back), monday + timedelta(6 - 7 * back)
        case "weekend":
            saturday = monday + timedelta(5 - 7 * back)
            return saturday, saturday + timedelta(1)
        case "month":
            day = months_on(today.replace(day=1), -back)
            return whole_month(day.year, day.month)
        case "quarter":
            start = months_on(date(today.year, (today.month - 1) // 3 * 3 + 1, 1), -3 * back)
            return start, months_on(start, 3) - timedelta(1)
    return date(today.year - back, 1, 1), date(today.year - back, 12, 31)


@_rule(
    r"the\s+day\s+before\s+yesterday|yesterday|last\s+night|today|tonight|this\s+(?:morning|afternoon|evening)"
)
def _near_day(match: re.Match[str], today: date) -> Period:
    word = match[0].lower()
    back = 2 if "before" in word else 1 if word in {"yesterday"} or "night" in word.split() else 0
    return (today - timedelta(back),) * 2


@_rule(rf"(?P<which>(?:last|this|past)\s+)?(?P<day>{WEEKDAY})")
def _weekday(match: re.Match[str], today: date) -> Period:
    back = (today.weekday() - DAYS[match["day"].lower()]) % 7
    if back == 0 and match["which"] and match["which"].strip().lower() != "this":
        back = 7
    return (today - timedelta(back),) * 2


@_rule(rf"(?P<which>(?:last|this|past)\s+)?(?P<month>{MONTH})")
def _month(match: re.Match[str], today: date) -> Period:
    month = month_number(match["month"])
    first, last = latest(today, None, lambda y: whole_month(y, month))
    if match["which"] and match["which"].strip().lower() == "last" and last >= today:
        return whole_month(first.year - 1, month)
    return first, last


@cache
def _compiled() -> list[tuple[re.Pattern[str], PeriodReader]]:
    # At the first question and not at import: together they cost some milliseconds.
    return [(re.compile(pattern, re.IGNORECASE), reader) for pattern, reader in RULES]


def read_by_rule(phrase: str, today: date) -> Period | None:
    """Return the period that a phrase names, by the first rule that fits all of it: "last May", "the 1990s"."""
    for pattern, reader in _compiled():
        if match := pattern.fullmatch(phrase):
            try:
                first, last = reader(match, today)
            except (ValueError, OverflowError, KeyError):
                continue
            # Years that no article has; beyond them a day more or less is no date.
            return (first, last) if first <= last and first.year >= 1000 and last.year < 3000 else None
    return None
