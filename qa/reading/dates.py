"""Turn the dates that files give into ISO 8601. A date that could mean two days counts as none."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",),
            ("june", "jun"), ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"),
            ("october", "oct"), ("november", "nov"), ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_YEAR = r"(?P<year>\d{4})"
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[ap]\.?m\.?)?(?:\s*\(?(?:[a-z]{2,5}|[+-]\d{2}:?\d{2})\)?)?"
# What may follow a day: its weekday, and a time of that day, "Nov 21, 2026 at 8:30 am EST".
_AFTER = rf"(?:,\s*(?P<last>mon|tues|wednes|thurs|fri|satur|sun)day)?(?:,?\s+(?:(?:at|-|–|\|)\s+)?{_CLOCK})?"
_WRITTEN = (
    re.compile(rf"{_WEEKDAY}{_DAY}(?:\s+of)?\s+{_MONTH},?\s+{_YEAR}{_AFTER}", re.IGNORECASE | re.ASCII),
    re.compile(rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}{_AFTER}", re.IGNORECASE | re.ASCII),
    # As programs print it: "Sat Nov 21 08:30:15 +0000 2026".
    re.compile(rf"{_WEEKDAY}{_MONTH}\s+{_DAY}\s+{_CLOCK}\s+{_YEAR}(?P<last>)", re.IGNORECASE | re.ASCII),
)
_YEAR_FIRST = re.compile(
    rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}})(?:\s+{_CLOCK})?", re.ASCII | re.IGNORECASE
)
_YEAR_LAST = re.compile(
    rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}})(?:,?\s+{_CLOCK})?", re.ASCII | re.IGNORECASE
)
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2}|\d{8})(?:[T ]+(\d{1,2}:?\d{2}.*))?", re.ASCII | re.IGNORECASE)
_SHORT_HOUR = re.compile(r"\d:")
_ZONE_APART = re.compile(r"\s+(?=[+-]\d{2}:?\d{2}$|Z$|UTC$|GMT$)")
_LONGEST = 64
_NO_YEAR = 1
"""The year that programs write where they know no date: "0001-01-01T00:00:00"."""
_SECONDS, _MILLISECONDS = 10, 13
"""Digits of a moment counted from 1970, from 2001 on."""


def normalised(value: object) -> str | None:
    """Return a date as a day ("2026-11-21") or a moment ("2026-11-21T08:30:00+01:00"); None if it is not clear.

    A moment keeps its offset from universal time, so that its day is the day on which it was published there. A time
    that is written in words is left out.
    """
    found = _normalised(value)
    return None if found is None or int(found[:4]) == _NO_YEAR else found


def _normalised(value: object) -> str | None:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(int(value)) if value == value // 1 else ""
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    text = value.strip()
    return _counted(text) or _iso(text) or _by_numbers(text) or _mailed(text) or _written(text)


def _counted(text: str) -> str | None:
    """Read seconds or thousandths of them since 1970, unless their beginning could be a day ("2026112108")."""
    if not (text.isascii() and text.isdigit()) or len(text) not in (_SECONDS, _MILLISECONDS):
        return None
    if _day(text[:4], text[4:6], text[6:8]):
        return None
    return datetime.fromtimestamp(int(text[:_SECONDS]), UTC).isoformat()


def _iso(text: str) -> str | None:
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    try:
        day = date.fromisoformat(match[1])
        if match[2] is None:
            return day.isoformat()
        clock = _ZONE_APART.sub("", match[2])
        clock = "0" + clock if _SHORT_HOUR.match(clock) else clock
        clock = re.sub(r"(?:UTC|GMT|z)$", "Z", clock)
        return datetime.fromisoformat(f"{day.isoformat()}T{clock}").isoformat()
    except ValueError:
        return None


def _by_numbers(text: str) -> str | None:
    """Read a day in numbers with its year first, or with its year last where only one of the others can be a month."""
    if match := _YEAR_FIRST.fullmatch(text):
        return _day(match[1], match[3], match[4])
    if match := _YEAR_LAST.fullmatch(text):
        days = {_day(match[4], match[1], match[3]), _day(match[4], match[3], match[1])} - {None}
        return days.pop() if len(days) == 1 else None
    return None


def _written(text: str) -> str | None:
    for pattern in _WRITTEN:
        if match := pattern.fullmatch(text):
            month = _MONTHS.get(match["month"].lower())
            found = _day(match["year"], month, match["day"]) if month else None
            weekday = match["weekday"] or match["last"]
            if (
                found
                and weekday
                and not date.fromisoformat(found).strftime("%A").lower().startswith(weekday[:3].lower())
            ):
                return None
            return found
    return None


def _mailed(text: str) -> str | None:
    """Read a date as in mail and feeds (RFC 5322): "Fri, 17 Jan 2025 18:05:00 +0000"."""
    if ":" not in text or not re.match(
        r"(?:[A-Z][a-z]{2},\s+)?\d{1,2}\s+[A-Z][a-z]{2}\s+\d{4}\s", text, re.ASCII
    ):
        return None
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    # "-0000" and "GMT" mean that the moment is in universal time.
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()


def _day(year: str, month: str | int, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
