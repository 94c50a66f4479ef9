"""How often somebody may ask: buckets of tokens, filled by a clock that is handed in."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass

Clock = Callable[[], float]
"""Seconds, rising: `time.monotonic`, or a test's own."""

_SWEEP_ABOVE = 10_000


@dataclass(frozen=True, slots=True)
class Rate:
    """A bucket of `burst` tokens that gets `per_minute` new ones a minute."""

    per_minute: float
    burst: int


@dataclass(frozen=True, slots=True)
class Rates:
    """What may be asked, and what may wait.

    `waiting` questions at most stand in line, over all; one more is refused at once. `seconds` is how long
    somebody waits for an answer until they are told that it takes too long.
    """

    person: Rate = Rate(per_minute=10, burst=6)
    guild: Rate = Rate(per_minute=30, burst=15)
    everyone: Rate = Rate(per_minute=120, burst=60)
    waiting: int = 16
    seconds: float = 60.0


class Buckets:
    """A bucket for each key, full at first."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._buckets: dict[Hashable, tuple[float, float, Rate]] = {}
        """Key to its level, when it was that, and its rate."""

    def __len__(self) -> int:
        return len(self._buckets)

    def wait(self, key: Hashable, rate: Rate, cost: float = 1.0) -> float:
        """Return the seconds until this many tokens are there; 0 if they are there now."""
        missing = min(cost, rate.burst) - self._level(key, rate)
        return max(0.0, missing) * 60.0 / rate.per_minute

    def take(self, key: Hashable, rate: Rate, cost: float = 1.0) -> None:
        self._buckets[key] = (self._level(key, rate) - cost, self._clock(), rate)
        if len(self._buckets) > _SWEEP_ABOVE:
            self._drop_full_ones()

    def _level(self, key: Hashable, rate: Rate) -> float:
        if key not in self._buckets:
            return float(rate.burst)
        level, since, _ = self._buckets[key]
        return min(float(rate.burst), level + (self._clock() - since) * rate.per_minute / 60.0)

    def _drop_full_ones(self) -> None:
        # A full bucket is as good as none: so many people may ask over the years, and few at a time.
        full = [key for key, (_, _, rate) in self._buckets.items() if self._level(key, rate) >= rate.burst]
        for key in full:
            del self._buckets[key]
