from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reading.dates import normalised


@pytest.mark.parametrize(
    ("given_as", "iso"),
    [
        ("2026-11-21", "2026-11-21"),
        (" 2026-11-21 ", "2026-11-21"),
        ("20261121", "2026-11-21"),
        (20261121, "2026-11-21"),
        ("2026/11/21", "2026-11-21"),
        ("2026.1.5", "2026-01-05"),
        ("2026-11-21T08:30", "2026-11-21T08:30:00"),
        ("2026-11-21T08:30:15Z", "2026-11-21T08:30:15+00:00"),
        ("2026-11-21t08:30:15z", "2026-11-21T08:30:15+00:00"),
        ("2026-11-21 08:30:15", "2026-11-21T08:30:15"),
        ("2026-11-21 08:30:15 +0100", "2026-11-21T08:30:15+01:00"),
        ("2026-11-21 08:30 UTC", "2026-11-21T08:30:00+00:00"),
        ("2026-11-21T08:30:15.250-05:00", "2026-11-21T08:30:15.250000-05:00"),
        ("20261121T083015Z", "2026-11-21T08:30:15+00:00"),
        ("21 November 2026", "2026-11-21"),
        ("1 may 2026", "2026-05-01"),
        ("November 21, 2026", "2026-11-21"),
        ("Nov. 21st, 2026", "2026-11-21"),
        ("Sept 2 2026", "2026-09-02"),
        ("the 21st of November 2026", None),
        ("21st of November, 2026", "2026-11-21"),
        ("Saturday, November 21, 2026", "2026-11-21"),
        ("Sat 21 Nov 2026", "2026-11-21"),
        ("Sat, 21 Nov 2026 08:30:15 +0100", "2026-11-21T08:30:15+01:00"),
        ("21 Nov 2026 08:30:15 GMT", "2026-11-21T08:30:15+00:00"),
        ("2026-11-21 8:30:15 -0500", "2026-11-21T08:30:15-05:00"),
        ("Nov 21, 2026 8:30 AM EST", "2026-11-21"),
        ("November 21, 2026, 8:30 a.m.", "2026-11-21"),
        ("November 21, 2026 at 8.30pm", "2026-11-21"),
        ("Saturday, November 21, 2026 - 08:30", "2026-11-21"),
        ("21 November 2026, 08:30 GMT", "2026-11-21"),
        ("21 Nov 2026,Saturday", "2026-11-21"),
        ("Sat Nov 21 08:30:15 +0000 2026", "2026-11-21"),
        ("2026-11-3", "2026-11-03"),
        ("2026/11/21 08:30", "2026-11-21"),
        ("11/21/2026 8:30:15 AM", "2026-11-21"),
        ("21.11.2026", "2026-11-21"),
        ("11/11/2026", "2026-11-11"),
        (1795249815, "2026-11-21T08:30:15+00:00"),
        (1795249815.0, "2026-11-21T08:30:15+00:00"),
        ("1795249815000", "2026-11-21T08:30:15+00:00"),
        (date(2026, 11, 21), "2026-11-21"),
        (datetime(2026, 11, 21, 8, 30, tzinfo=UTC), "2026-11-21T08:30:00+00:00"),
    ],
)
def test_the_usual_ways_to_write_a_date_become_iso(given_as: object, iso: str | None) -> None:
    assert normalised(given_as) == iso


@pytest.mark.parametrize(
    "value",
    [
        "01/02/2026", "1.2.2026", "11-21-26", "2026-13-01", "2026-02-30", "30 February 2026", "2026-11",
        "2026", "November 2026", "21 Novembre 2026", "21 No 2026", "Monday, November 21, 2026", "yesterday",
        "soon", "", "2026-11-21T25:00", "2026-11-21 or later", "٢٠٢٦-١١-٢١", "0000-01-01",
        "21 " + "November " * 50 + "2026", 2026112108, 20261341, -20261121, 2026.5, True,
        None, ["2026-11-21"], {"day": 21}, "0001-01-01T00:00:00", date(1, 1, 1), "21 Nov 2026, Monday", "13/13/2026",
        float("inf"), float("nan"), 179524981,
    ],
    ids=repr,
)  # fmt: skip
def test_what_is_no_sure_date_is_none(value: object) -> None:
    assert normalised(value) is None


@given(st.text() | st.integers() | st.dates().map(str) | st.datetimes().map(str))
def test_whatever_comes_back_begins_with_a_day(value: object) -> None:
    iso = normalised(value)

    if iso is not None:
        datetime.fromisoformat(iso)
        date.fromisoformat(iso[:10])


@given(
    st.datetimes(
        min_value=datetime(2, 1, 2),  # noqa: DTZ001 - the zones come from the strategy
        timezones=st.integers(-14, 14).map(lambda hours: timezone(timedelta(hours=hours))),
    )
)
def test_a_moment_keeps_the_offset_it_was_given_with(moment: datetime) -> None:
    assert normalised(moment.isoformat()) == moment.isoformat()


@given(st.dates(min_value=date(2, 1, 1)))
def test_a_day_written_out_is_that_day(day: date) -> None:
    assert normalised(f"{day.day} {day:%B} {day.year:04}") == day.isoformat()
    assert normalised(f"{day:%A}, {day:%b} {day.day}, {day.year:04}") == day.isoformat()
