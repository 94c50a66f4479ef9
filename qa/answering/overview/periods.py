"""Divide the time of an archive into months, years, decades or centuries, as many as can be looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

MOST_MONTHS, MOST_YEARS, MOST_DECADES = 24, 40, 40
"""The longest time that is divided into months, into years and into decades; a longer one is into centuries."""

_UNITS: tuple[tuple[int, Callable[[str], str]], ...] = (
    (MOST_MONTHS, lambda day: day[:7]),
    (MOST_YEARS, lambda day: day[:4]),
    (MOST_DECADES, lambda day: f"{day[:3]}0s"),
    (100, lambda day: f"{day[:2]}00-{day[:2]}99"),
)


@dataclass(frozen=True, slots=True)
class Period:
    """A month ("2024-03"), year ("2024"), decade ("2020s") or century ("2000-2099"), and how many articles it has."""

    name: str
    articles: int


@dataclass(frozen=True, slots=True)
class Periods:
    """The periods of an archive, oldest first; one between two others may be empty."""

    all: tuple[Period, ...]
    _name: Callable[[str], str]

    def of(self, day: str) -> str:
        """Return the name of the period of an ISO day or moment."""
        return self._name(day)


def periods(days: Iterable[str]) -> Periods:
    """Divide the time between the first and the last of some ISO days."""
    months = Counter(day[:7] for day in days)
    if not months:
        return Periods((), _UNITS[0][1])
    first, last = min(months), max(months)
    years = range(int(first[:4]), int(last[:4]) + 1)
    between = [
        month for year in years for at in range(1, 13) if first <= (month := f"{year:04}-{at:02}") <= last
    ]
    for most, name in _UNITS:
        names = dict.fromkeys(map(name, between), 0)
        if len(names) <= most:
            break
    for month, count in months.items():
        names[name(month)] += count
    return Periods(tuple(Period(each, count) for each, count in names.items()), name)
