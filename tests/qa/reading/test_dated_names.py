from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reading.dated_names import day_in_path, day_in_url


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2025-01-31-title.txt", "2025-01-31"),
        ("2025-01-31.txt", "2025-01-31"),
        ("2025_01_31 title.md", "2025-01-31"),
        ("2025.01.31.title.html", "2025-01-31"),
        ("2025-01-31T0830-title.txt", "2025-01-31"),
        ("title-2025-01-31.pdf", "2025-01-31"),
        ("title 2025-01-31.jsonl.gz", "2025-01-31"),
        ("20250131_title.txt", "2025-01-31"),
        ("20250131.txt", "2025-01-31"),
        ("20250131T183000-title.txt", "2025-01-31"),
        ("2025/01/31/title.txt", "2025-01-31"),
        ("news/2025/01/31/politics/title.txt", "2025-01-31"),
        ("2025-01-31/title.txt", "2025-01-31"),
        ("20250131/title.txt", "2025-01-31"),
        ("2025/01/31/2025-01-31-title.txt", "2025-01-31"),
        ("2025/2025-01/2025-01-31/title.txt", "2025-01-31"),
    ],
)
def test_a_dated_name_or_folder_gives_the_day(path: str, day: str) -> None:
    assert day_in_path(path) == day


@pytest.mark.parametrize(
    "path",
    [
        "title.txt", "2025-01-title.txt", "2025-01.txt", "2025/01/title.txt", "01-02-2025-title.txt", "25-01-31.txt",
        "2025-13-01.txt", "2025-02-30.txt", "2025-01-31-2025-02-03.txt", "2025-01-31 to 2025-02-03.txt",
        "about-2025-01-31-and-after.txt", "2025/01/31/2025-02-01-title.txt", "2025-01-31/2025-02-01/title.txt",
        "20251301.txt", "title20250131.txt", "title-20250131.txt", "202501311.txt", "12025-01-31.txt",
        "2025-01-311.txt", "2025/1/31/title.txt", "2025/31/01/title.txt", "backup-2025-01-31/title.txt",
        "3025-01-31.txt", "2025-01_31.txt", "٢٠٢٥-٠١-٣١.txt",
    ],
)  # fmt: skip
def test_what_could_be_something_else_gives_none(path: str) -> None:
    assert day_in_path(path) == ""


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://x.example/2025/01/31/title", "2025-01-31"),
        ("https://x.example/news/2025-01-31/title?d=2024/02/03", "2025-01-31"),
        ("https://x.example/2025/01/title", ""),
        ("https://x.example/title-20250131", ""),
        ("http://[broken/2025/01/31/", ""),
        ("", ""),
    ],
)
def test_an_address_gives_the_day_that_its_folders_spell(url: str, day: str) -> None:
    assert day_in_url(url) == day


@given(st.text())
def test_any_name_gives_a_day_or_nothing(path: str) -> None:
    assert day_in_path(path) == "" or date.fromisoformat(day_in_path(path))
    assert day_in_url(path) == "" or date.fromisoformat(day_in_url(path))


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back_from_every_form(day: date) -> None:
    names = (
        f"{day}-a.txt",
        f"a_{day}.txt",
        f"{day:%Y%m%d} a.txt",
        f"{day:%Y/%m/%d}/a.txt",
        f"{day:%Y%m%d}/a.txt",
    )

    assert {day_in_path(name) for name in names} == {day.isoformat()}
