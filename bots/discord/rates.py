"""Limit how often people ask the bot: a bucket of tokens for each person, each server, and all together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field

from bots.rates import Rate

Clock = Callable[[], float]
"""Returns monotonic seconds: `time.monotonic`, or a test's own clock."""

SWEEP_ABOVE = 10_000
"""Above so many buckets, the full ones are dropped."""


@dataclass(frozen=True, slots=True)
class Rates:
    """The limits of the bot: how often questions may be asked, and how many may wait.

    At most `waiting` questions wait, over all; one more is refused at once. `seconds` is how long somebody waits for an
    answer before the bot gives up and says so.
    """

    person: Rate = field(default=Rate(per_minute=10, burst=6))
    guild: Rate = field(default=Rate(per_minute=30, burst=15))
    everyone: Rate = field(default=Rate(per_minute=120, burst=60))
    waiting: int = 16
    seconds: float = 60.0

    def applying(self, person: int, guild: int | None, per_person: int | None) -> dict[Hashable, Rate]:
        """Return the limits for a person in a place, each under the key of its bucket."""
        rates: dict[Hashable, Rate] = {("person", person): self.person, ("everyone", 0): self.everyone}
        if per_person is not None and per_person < self.person.per_minute:
            rates["person here", guild, person] = Rate(per_person, min(per_person, self.person.burst))
        if guild is not None:
            rates["guild", guild] = self.guild
        return rates


class Buckets:
    """Holds a token bucket for each key; each is full at first."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._buckets: dict[Hashable, tuple[float, float, Rate]] = {}
        """Key to the bucket's level, the time of that level, and its rate."""

    def __len__(self) -> int:
        return len(self._buckets)

    def charge(self, rates: Mapping[Hashable, Rate], cost: float) -> float:
        """Take the cost out of every bucket and return 0; or out of none, and return the seconds to wait."""
        wait = max(self.wait(key, rate, cost) for key, rate in rates.items())
        if wait == 0:
            for key, rate in rates.items():
                self.take(key, rate, cost)
        return wait

    def wait(self, key: Hashable, rate: Rate, cost: float = 1.0) -> float:
        """Return the seconds until the bucket holds `cost` tokens; 0 if it holds them now."""
        return rate.seconds_for(min(cost, rate.burst) - self._level(key, rate))

    def take(self, key: Hashable, rate: Rate, cost: float = 1.0) -> None:
        """Take tokens out of a bucket, whether they are there or not."""
        self._buckets[key] = (self._level(key, rate) - cost, self._clock(), rate)
        if len(self._buckets) > SWEEP_ABOVE:
            self._drop_full_ones()

    def _level(self, key: Hashable, rate: Rate) -> float:
        if key not in self._buckets:
            return float(rate.burst)
        level, since, _ = self._buckets[key]
        return rate.level(level, self._clock() - since)

    def _drop_full_ones(self) -> None:
        # A full bucket is as good as none. Many people ask over the years, and few at a time.
        full = [key for key, (_, _, rate) in self._buckets.items() if self._level(key, rate) >= rate.burst]
        for key in full:
            del self._buckets[key]
