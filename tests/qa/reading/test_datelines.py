"""A dateline is not taken for a title, and a title not for a dateline."""

from __future__ import annotations

import time

import pytest

from qa.reading.articles import title_of


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("CNN —\n\nThe pier is shut\n\nIt fell.", "The pier is shut"),
        (
            "CNN  — \nThe pier of Harwick is shut, its mayor said. It fell.",
            "The pier of Harwick is shut, its mayor said.",
        ),
        ("(CNN) The pier is shut. It fell.", "The pier is shut."),
        ("LONDON (Reuters) — The pier is shut. It fell.", "The pier is shut."),
        ("London (Reuters) - The pier is shut.", "The pier is shut."),
        ("NEW YORK, Jan. 5 (AP) -- The pier is shut.", "The pier is shut."),
        ("HARWICK, Ohio (Gazette) – The pier is shut.", "The pier is shut."),
        ("LONDON (Reuters)\n\nThe pier is shut\n\nIt fell.", "The pier is shut"),
        ("WASHINGTON — The pier is shut.", "The pier is shut."),
        ("ST. IVES —\nPier is shut\n\nIt fell.", "Pier is shut"),
        ("Reuters —The pier is shut.", "The pier is shut."),
    ],
)
def test_a_title_does_not_begin_with_a_dateline(text: str, title: str) -> None:
    assert title_of(text) == title


@pytest.mark.parametrize(
    "title",
    [
        "NATO — a short history",
        "Una Strand (Labour) — a profile",
        "CNN wins a prize",
        "CNN — a history",
        "Reuters staff on strike",
        "London — the pier is shut",
        "UFOs - what we know",
        "A-LEVEL results: the day in pictures",
        "CNN —",
        "LONDON (Reuters)",
        "Storm (and flood) - pictures",
    ],
)
def test_a_title_that_looks_like_one_stays_whole(title: str) -> None:
    assert (
        title_of(f"{title}\n\nThe pier is shut." if title not in ("CNN —", "LONDON (Reuters)") else title)
        == title
    )


@pytest.mark.parametrize("text", ["AB " * 400_000, "AB, " * 300_000, "(" * 1_000_000, "A." * 500_000])
def test_a_megabyte_takes_little_time(text: str) -> None:
    begun = time.monotonic()

    title_of(text)

    assert time.monotonic() - begun < 20
