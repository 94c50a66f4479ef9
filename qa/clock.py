"""The one place that asks which day it is."""

from __future__ import annotations

from datetime import date, datetime


def today() -> date:
    """Return the day it is where this computer is."""
    return datetime.now().astimezone().date()
