"""In a pipe, long work writes a line for every tenth, with the time that is left."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from bots.terminal.progress import Tenths

Run = Any


def lines(shares: Sequence[float], seconds: float) -> list[str]:
    """Return what is written if a step takes so many seconds."""
    now, written = [0.0], []
    tenths = Tenths(written.append, "Indexing", clock=lambda: now[0])
    for share in shares:
        now[0] += seconds
        tenths.reached(share)
    return written


@pytest.mark.parametrize(
    ("shares", "seconds", "expected"),
    [
        pytest.param(
            [0.05, 0.1, 0.15, 0.2, 0.21, 0.29],
            2,
            ["Indexing: 10%, about 36 seconds left", "Indexing: 20%, about 32 seconds left"],
            id="one line a tenth",
        ),
        pytest.param([0.5], 600, ["Indexing: 50%, about 10 minutes left"], id="minutes"),
        pytest.param(
            [0.35, 0.99],
            2,
            ["Indexing: 30%, about 4 seconds left", "Indexing: 90%, about 1 second left"],
            id="tenths passed at once",
        ),
        pytest.param([1.0], 60, [], id="no line at the end"),
        pytest.param([0.25, 0.5, 0.75, 1.0], 0.01, [], id="done at once"),
        pytest.param([0.0, 0.05], 60, [], id="before the first tenth"),
        pytest.param([0.3, 0.2, 0.3], 60, ["Indexing: 30%, about 2 minutes left"], id="never back"),
    ],
)
def test_a_line_is_written_for_every_tenth(
    shares: Sequence[float], seconds: float, expected: list[str]
) -> None:
    assert lines(shares, seconds) == expected


def test_many_quick_steps_are_told_all_the_same() -> None:
    assert len(lines([step / 100 for step in range(1, 101)], 0.001)) == 9


@pytest.mark.slow
def test_indexing_one_large_file_is_told_by_tenths(qa: Run, tmp_path: Path) -> None:
    rows = [
        {"id": str(n), "text": " ".join(f"The {n}th ferry of day {d} was late." for d in range(60))}
        for n in range(300)
    ]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))

    done = qa("index", "a.jsonl", cwd=tmp_path)
    quiet = qa("index", "a.jsonl", "-q", "--rebuild", cwd=tmp_path)

    told = [line for line in done.stderr.splitlines() if "% " in line.replace(",", " ")]
    assert done.returncode == 0
    assert len(told) >= 2
    assert all(line.startswith("Indexing: ") and line.endswith(" left") for line in told)
    assert quiet.stderr == ""
