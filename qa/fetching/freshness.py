"""Compute when an address may be asked again, from what its answer says, within reason."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime

LONGEST_REST = 24 * 3600.0
"""Longest time, in seconds, that an answer may claim to stay fresh: news is looked for at least once a day."""

LONGEST_WAIT = 7 * 24 * 3600.0
"""Longest time, in seconds, that a site may ask to be left alone."""

WAIT = 15 * 60.0
"""Seconds to leave a site alone that says it has had too many requests, but not for how long."""

_HEAD = 64 * 1024
_MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)
_UNKEPT = re.compile(r"\b(?:no-cache|no-store)\b", re.IGNORECASE)
_TTL = re.compile(rb"<ttl>\s*(\d{1,6})\s*</ttl>", re.IGNORECASE)
_PERIOD = re.compile(rb"<sy:updatePeriod>\s*(hourly|daily|weekly|monthly|yearly)\s*</", re.IGNORECASE)
_FREQUENCY = re.compile(rb"<sy:updateFrequency>\s*(\d{1,4})\s*</", re.IGNORECASE)
_HOURS = {b"hourly": 1, b"daily": 24, b"weekly": 168, b"monthly": 720, b"yearly": 8760}


def rest(headers: Mapping[str, str], body: bytes = b"") -> float:
    """Return for how many seconds an answer says that it stays fresh, at most a day."""
    return min(max(_by_headers(headers), _by_feed(body[:_HEAD])), LONGEST_REST)


def wait(headers: Mapping[str, str], now: float) -> float:
    """Return for how many seconds a site that answered "not now" wants no further request, at most a week."""
    asked = headers.get("retry-after", "").strip()
    seconds = WAIT
    if asked.isascii() and asked.isdecimal():
        seconds = float(asked[:12])
    elif asked:
        try:
            moment = parsedate_to_datetime(asked[:64])
            seconds = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() - now
        except (ValueError, TypeError, OverflowError):
            pass
    return min(max(seconds, 0.0), LONGEST_WAIT)


def _by_headers(headers: Mapping[str, str]) -> float:
    control = headers.get("cache-control", "")[:1000]
    match = _MAX_AGE.search(control)
    if match is None or _UNKEPT.search(control):
        return 0.0
    age = headers.get("age", "").strip()
    passed = int(age[:9]) if age.isascii() and age.isdecimal() else 0
    return float(max(int(match[1]) - passed, 0))


def _by_feed(head: bytes) -> float:
    # Only what comes before the first entry is about the feed.
    head = re.split(rb"<(?:item|entry)[\s>]", head, maxsplit=1)[0]
    minutes = _TTL.search(head)
    period, frequency = _PERIOD.search(head), _FREQUENCY.search(head)
    often = max(int(frequency[1]), 1) if frequency else 1
    by_period = _HOURS[period[1].lower()] * 3600 / often if period else 0.0
    return max(float(minutes[1]) * 60 if minutes else 0.0, by_period)
