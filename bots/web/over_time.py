"""Count quotes by year or month, and lay the counts out as bars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from qa.answers import Quote
from qa.understanding.line import in_words

WIDTH, HEIGHT = 600, 80
"""The size of all bars together, in the units of the picture."""
MOST_BARS = 60
_GAP = 2
_WIDEST = 40


@dataclass(frozen=True, slots=True)
class Bar:
    """A period with its number of quotes, and its place in a picture whose origin is at the top left."""

    name: str
    count: int
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Bars:
    """All periods from the first to the last, those without a quote among them; `undated` quotes are in none."""

    bars: tuple[Bar, ...]
    undated: int

    @property
    def summary(self) -> str:
        """Say in words what the picture shows, for those who do not see it."""
        busiest = max(self.bars, key=lambda bar: bar.count)
        return f"Quotes by date, {self.bars[0].name} to {self.bars[-1].name}; most in {busiest.name}: {busiest.count:,}"


def bars_of(quotes: Iterable[Quote]) -> Bars | None:
    """Return the quotes as bars by month, or by a longer period where there would be too many; None without two."""
    days = [quote.version.article.day for quote in quotes]
    dated = [day for day in days if day is not None]
    if not dated:
        return None
    months = [day.year * 12 + day.month - 1 for day in dated]
    step = next(each for each in (1, 12, 120, 1_200, 12_000) if _span(months, each) <= MOST_BARS)
    first, count = min(months) // step, _span(months, step)
    if count < 2:
        return None
    counts = Counter(month // step for month in months)
    most = max(counts.values())
    room = min(WIDTH / count, _WIDEST)
    bars = []
    for place in range(count):
        number = counts[first + place]
        height = round(HEIGHT * number / most, 1)
        gap = min(_GAP, room / 4)
        name = _name(first + place, step)
        bars.append(Bar(name, number, round(place * room, 1), HEIGHT - height, round(room - gap, 1), height))
    return Bars(tuple(bars), len(days) - len(dated))


def _span(months: Iterable[int], step: int) -> int:
    places = [month // step for month in months]
    return max(places) - min(places) + 1


def _name(place: int, step: int) -> str:
    """Write a period: "March 2025", "2025", "the 1990s", "1900 to 1999"."""
    year, month = divmod(place * step, 12)
    if step == 1:
        # The day is cut off: every month has a first one.
        return in_words(date(year, month + 1, 1)).removeprefix("1 ")
    if step == 12:
        return str(year)
    return f"the {year}s" if step == 120 else f"{year} to {year + step // 12 - 1}"
