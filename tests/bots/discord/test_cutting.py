from __future__ import annotations

from bots.discord.cutting import lines_within
from bots.discord.limits import size

LINES = [f"line {number} " + "x" * 90 for number in range(100)]


def test_lines_that_do_not_fit_are_counted() -> None:
    kept = lines_within(LINES, 500, lambda left: f"and {left} more")

    assert kept[:-1] == LINES[: len(kept) - 1]
    assert kept[-1] == f"and {len(LINES) - (len(kept) - 1)} more"
    assert size("\n".join(kept[:-1])) < 500


def test_all_lines_that_fit_are_kept() -> None:
    assert lines_within(LINES[:2], 500, lambda left: "never") == LINES[:2]
    # 97 characters and the end of the line, five times: 490.
    assert lines_within(LINES, 500) == LINES[:5]
