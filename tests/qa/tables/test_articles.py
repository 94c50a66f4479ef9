from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qa.archive.listings import Outlet
from qa.datatypes import Scope
from qa.embedded.snapshot import Library

if TYPE_CHECKING:
    from tests.qa.conftest import Archive


@pytest.fixture
def filled(archive: Archive) -> Archive:
    dates = [
        "2024-03-01",
        "2024-01-05",
        "2024-03-01T10:00:00+01:00",
        None,
        "2023-12-31",
        "2024-03-01T08:00:00Z",
    ]
    lines = []
    for number, day in enumerate(dates):
        line = {
            "id": str(number),
            "text": f"Pier {number} is shut.",
            "source": ("Tide", "Reuters", "")[number % 3],
        }
        lines.append(line | ({"date": day} if day else {}))
    archive.write_lines("a.jsonl", *lines)
    archive.index()
    return archive


@pytest.mark.parametrize("scope", [Scope(), Scope(sources=("tide",))], ids=["all", "one source"])
@pytest.mark.parametrize("count", [1, 3, 50])
def test_the_newest_are_the_last_of_all_that_have_a_date(filled: Archive, scope: Scope, count: int) -> None:
    with Library.open(filled.library) as library, library.snapshot() as snapshot:
        dated = [line for line in snapshot.articles(scope) if line.date]

        found = snapshot.latest(scope, count)

    assert found == dated[::-1][:count]
    assert found


def test_outlets_are_counted_with_their_days(filled: Archive) -> None:
    with Library.open(filled.library) as library, library.snapshot() as snapshot:
        found = snapshot.outlets()

    assert found == [
        Outlet("", 2, "2024-03-01", "2024-03-01"),
        Outlet("Reuters", 2, "2023-12-31", "2024-01-05"),
        Outlet("Tide", 2, "2024-03-01", "2024-03-01"),
    ]


def test_the_newest_are_read_in_the_order_of_an_index(filled: Archive) -> None:
    seen: list[str] = []
    with Library.open(filled.library) as library, library.snapshot() as snapshot:
        snapshot._connection.set_trace_callback(seen.append)
        snapshot.latest(Scope(), 2)
        snapshot._connection.set_trace_callback(None)
        plan = [row["detail"] for row in snapshot._connection.execute(f"EXPLAIN QUERY PLAN {seen[-1]}")]

    assert any("versions_by_day" in step for step in plan)
    assert "USE TEMP B-TREE FOR ORDER BY" not in plan
