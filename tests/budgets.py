"""Scale what a property test may spend to the Hypothesis profile of the run."""

from __future__ import annotations

from hypothesis import settings

USUAL = 100
"""Examples of a test that sets no number of its own, in the profile `ci`."""


def register_profiles() -> None:
    """Register `quick` for the fast lane, `ci` for every other run, and `long` for a night."""
    usual = settings.get_profile("default")
    # No deadline: the fast lane runs while other things do, and how fast an example is shows in `ci`.
    settings.register_profile("quick", usual, max_examples=USUAL // 10, deadline=None)
    settings.register_profile("ci", usual, max_examples=USUAL)
    settings.register_profile("long", usual, max_examples=20 * USUAL)


def examples(in_ci: int) -> int:
    """Return how many examples a test tries that tries `in_ci` in the profile `ci`, at least 1."""
    return max(1, in_ci * settings().max_examples // USUAL)
