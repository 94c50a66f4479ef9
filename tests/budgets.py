"""Scale what a property test may spend to the Hypothesis profile of the run."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

USUAL = 100
"""Examples of a test that sets no number of its own, in the profile `ci`."""


def register_profiles() -> None:
    """Register `quick` for the fast lane, `ci` for every other run, and `long` for a night.

    `ci` tries the same examples at each run, as Hypothesis' own profile of that name does: what it reports is of the
    change that it was run on. The other two try new ones each time, and find what nobody thought of.
    """
    # How long an example takes is the machine's doing as much as the code's, and belongs in a benchmark.
    usual = settings(
        settings.get_profile("default"), deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
    settings.register_profile("quick", usual, max_examples=USUAL // 10)
    settings.register_profile("ci", usual, max_examples=USUAL, derandomize=True)
    settings.register_profile("long", usual, max_examples=20 * USUAL)


def examples(in_ci: int) -> int:
    """Return how many examples a test tries that tries `in_ci` in the profile `ci`, at least 1."""
    return max(1, in_ci * settings().max_examples // USUAL)
