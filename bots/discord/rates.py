"""How often somebody may ask: buckets of tokens, filled by a clock that is handed in."""

from __future__ import annotations

from collections.abc import Callable, Hashable

Clock = Callable[[], float]
"""Seconds, rising: `time.monotonic`, or a test's own."""

_SWEEP_ABOVE = 10_000


class Buckets:
    """A bucket for each key; it holds a minute's tokens and begins full."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._buckets: dict[Hashable, tuple[float, float, float]] = {}
        """Key to (level, when it was that, tokens a minute)."""

    def __len__(self) -> int:
        return len(self._buckets)

    def wait(self, key: Hashable, per_minute: float, cost: float = 1.0) -> float:
        """Return the seconds until this many tokens are there; 0 if they are there now."""
        missing = min(cost, per_minute) - self._level(key, per_minute)
        return max(0.0, missing) * 60.0 / per_minute

    def take(self, key: Hashable, per_minute: float, cost: float = 1.0) -> None:
        self._buckets[key] = (self._level(key, per_minute) - cost, self._clock(), per_minute)
        if len(self._buckets) > _SWEEP_ABOVE:
            self._drop_full_ones()

    def _level(self, key: Hashable, per_minute: float) -> float:
        if key not in self._buckets:
            return per_minute
        level, since, _ = self._buckets[key]
        return min(per_minute, level + (self._clock() - since) * per_minute / 60.0)

    def _drop_full_ones(self) -> None:
        # A full bucket is as good as none: so many people may ask over the years, and few at a time.
        full = [key for key, (_, _, rate) in self._buckets.items() if self._level(key, rate) >= rate]
        for key in full:
            del self._buckets[key]
