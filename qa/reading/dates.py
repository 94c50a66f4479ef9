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
_WRITTEN = (
    re.compile(rf"{_WEEKDAY}{_DAY}(?:\s+of)?\s+{_MONTH},?\s+{_YEAR}", re.IGNORECASE | re.ASCII),
    re.compile(rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}", re.IGNORECASE | re.ASCII),
)
_SLASHED = re.compile(r"(\d{4})([/.])(\d{1,2})\2(\d{1,2})", re.ASCII)
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2}|\d{8})(?:[T ]+(\d{2}:?\d{2}.*))?", re.ASCII | re.IGNORECASE)
_ZONE_APART = re.compile(r"\s+(?=[+-]\d{2}:?\d{2}$|Z$|UTC$|GMT$)")
_LONGEST = 64


def normalised(value: object) -> str | None:
    """Return a date as a day ("2026-11-21") or a moment ("2026-11-21T08:30:00+01:00"); None if it is not clear.

    A moment keeps its offset from universal time, so that its day is the day on which it was published there.
    """
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool) and 10_000_000 <= value <= 99_999_999:
        value = str(value)
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    text = value.strip()
    return _iso(text) or _slashed(text) or _written(text) or _mailed(text)


def _iso(text: str) -> str | None:
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    try:
        day = date.fromisoformat(match[1])
        if match[2] is None:
            return day.isoformat()
        clock = _ZONE_APART.sub("", match[2])
        clock = re.sub(r"(?:UTC|GMT|z)$", "Z", clock)
        return datetime.fromisoformat(f"{day.isoformat()}T{clock}").isoformat()
    except ValueError:
        return None


def _slashed(text: str) -> str | None:
    match = _SLASHED.fullmatch(text)
    return _day(match[1], match[3], match[4]) if match else None


def _written(text: str) -> str | None:
    for pattern in _WRITTEN:
        if match := pattern.fullmatch(text):
            month = _MONTHS.get(match["month"].lower())
            found = _day(match["year"], month, match["day"]) if month else None
            weekday = match["weekday"]
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
