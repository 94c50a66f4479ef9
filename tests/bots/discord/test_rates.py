from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.discord.rates import SWEEP_ABOVE, Buckets
from bots.rates import Rate


def test_a_bucket_empties_and_fills_again() -> None:
    now = [0.0]
    buckets, rate = Buckets(lambda: now[0]), Rate(per_minute=6, burst=2)

    buckets.take("a", rate)
    buckets.take("a", rate)
    assert buckets.wait("a", rate) == pytest.approx(10.0)
    assert buckets.wait("b", rate) == 0
    now[0] += 10
    assert buckets.wait("a", rate) == 0
    now[0] += 1_000
    buckets.take("a", rate)
    buckets.take("a", rate)
    assert buckets.wait("a", rate) == pytest.approx(10.0)


@given(st.lists(st.floats(0, 30), max_size=60))
def test_nobody_gets_more_than_the_rate(pauses: list[float]) -> None:
    now = [0.0]
    buckets, rate = Buckets(lambda: now[0]), Rate(per_minute=6, burst=3)
    taken = 0
    for pause in pauses:
        now[0] += pause
        if buckets.wait("a", rate) == 0:
            buckets.take("a", rate)
            taken += 1

    assert taken <= rate.burst + now[0] * rate.per_minute / 60 + 1e-6


def test_full_buckets_are_not_kept() -> None:
    now = [0.0]
    buckets, rate = Buckets(lambda: now[0]), Rate(per_minute=60, burst=1)
    for person in range(SWEEP_ABOVE):
        buckets.take(person, rate)
    now[0] += 60

    buckets.take("one more", rate)

    assert len(buckets) == 1
