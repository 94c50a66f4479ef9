"""Read days as people type them into a command: 2025-01-31, 2025-01 or 2025."""

from __future__ import annotations

import re
from datetime import date, timedelta

from qa.errors import UsageError

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", re.ASCII)


def first_day(text: str | None) -> date | None:
    """Return the day, or the first day of the month or year. Raises UsageError if the text is none of these."""
    return _read(text, last=False)


def last_day(text: str | None) -> date | None:
    """Return the day, or the last day of the month or year. Raises UsageError if the text is none of these."""
    return _read(text, last=True)


def _read(text: str | None, *, last: bool) -> date | None:
    if text is None:
        return None
    match = _DAY.fullmatch(text.strip())
    try:
        if match is None:
            raise ValueError
        year, month, day = (None if part is None else int(part) for part in match.groups())
        return _day(year or 0, month, day, last=last)
    except (ValueError, OverflowError):
        raise UsageError(f"“{text}” is not a day; write it as 2025-01-31.") from None


def _day(year: int, month: int | None, day: int | None, *, last: bool) -> date:
    if day is not None:
        return date(year, month or 0, day)
    if not last:
        return date(year, month or 1, 1)
    following = date(year + 1, 1, 1) if month in (None, 12) else date(year, (month or 0) + 1, 1)
    # `date` refuses month 0, which the line above would let pass.
    return max(date(year, 1 if month is None else month, 1), following - timedelta(days=1))
