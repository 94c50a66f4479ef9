"""List words that are cut to the term of an event's verb and tell nothing of it: "department", as "departure"."""

from __future__ import annotations

NO_EVENT_BY_STEM = frozenset(
    """
    authorities authority collective collectively command commanded commander commanders commands critical critically
    department departmental departments designated executive executives feet generation generational generations handful
    liberal liberalism liberals objective objectives please position positioned positions presidencies presidency
    president presidential presidents quite reportedly reporter reporters route routes savings securities security suite
    suites terminal terminals unit units
    """.split()
)
"""Words that tell of none of these, and have the term of one that does: a department is no departure."""
