from __future__ import annotations

from datetime import date, timedelta

import pytest

from bots.web.over_time import HEIGHT, MOST_BARS, WIDTH, bars_of
from qa.answers import Quote
from qa.datatypes import Article, Version


def said_on(day: str | None) -> Quote:
    return Quote(Version(1, "aaaaaaaaaa", "0" * 64, Article("a", "Words.", date=day), True), 0, 5, 1.0)


def test_months_without_a_quote_have_a_place_too() -> None:
    bars = bars_of(map(said_on, ("2024-01-31", "2024-03-01", "2024-03-02", None)))

    assert bars is not None
    assert [(bar.name, bar.count) for bar in bars.bars] == [
        ("January 2024", 1),
        ("February 2024", 0),
        ("March 2024", 2),
    ]
    assert bars.undated == 1
    assert bars.summary == "Quotes by date, January 2024 to March 2024; most in March 2024: 2"


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        ("2019-12-31", "2024-12-01", ("2019", "2024")),
        ("2019-12-31", "2024-11-30", ("December 2019", "November 2024")),
        ("1899-01-01", "2024-01-01", ("the 1890s", "the 2020s")),
        ("1100-01-01", "2024-01-01", ("1100 to 1199", "2000 to 2099")),
    ],
    ids=["61 months", "60 months", "decades", "centuries"],
)
def test_a_long_time_is_cut_into_longer_periods(first: str, last: str, names: tuple[str, str]) -> None:
    bars = bars_of(map(said_on, (first, last)))

    assert bars is not None
    assert (bars.bars[0].name, bars.bars[-1].name) == names
    assert len(bars.bars) <= MOST_BARS


def test_every_bar_lies_within_the_picture_and_none_over_another() -> None:
    days = [date(2020, 1, 1) + timedelta(days=n * n) for n in range(40)]
    bars = bars_of(said_on(day.isoformat()) for day in days)

    assert bars is not None
    right = 0.0
    for bar in bars.bars:
        assert right <= bar.left
        right = bar.left + bar.width
        assert bar.top >= 0
        assert bar.top + bar.height == pytest.approx(HEIGHT)
    assert right <= WIDTH
    assert sum(bar.count for bar in bars.bars) == len(days)
    assert max(bar.height for bar in bars.bars) == HEIGHT


@pytest.mark.parametrize("days", [(), (None,), ("2024-01-01",), ("2024-01-01", "2024-01-31")])
def test_one_period_is_no_picture(days: tuple[str | None, ...]) -> None:
    assert bars_of(map(said_on, days)) is None
