"""Define how often somebody may ask: a bucket of tokens, of which each question takes one, and that time fills."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rate:
    """A bucket of `burst` tokens that gets `per_minute` new ones a minute."""

    per_minute: float
    burst: int

    def level(self, before: float, seconds: float) -> float:
        """Return how many tokens are in a bucket that had so many so many seconds ago."""
        return min(float(self.burst), before + seconds * self.per_minute / 60.0)

    def seconds_for(self, tokens: float) -> float:
        """Return how long it takes until so many new ones are there; 0 for none or fewer."""
        return max(0.0, tokens) * 60.0 / self.per_minute
