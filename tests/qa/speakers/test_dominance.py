from __future__ import annotations

import pytest

from qa.datatypes import Speaker
from qa.speakers.dominance import dominant
from qa.speakers.known import ListedSpeakers


@pytest.mark.parametrize(
    ("counts", "name"),
    [((40, 10), "Ada Vane"), ((39, 10), None), ((4, 4), None), ((1, 0), "Ada Vane")],
    ids=["four times as often", "not quite", "alike", "alone"],
)
def test_who_speaks_four_times_as_often_is_meant(counts: tuple[int, int], name: str | None) -> None:
    names = ("Ada Vane", "Ned Vane")
    speakers = [
        Speaker(each, "person", (), count) for each, count in zip(names, counts, strict=True) if count
    ]

    assert dominant(names, ListedSpeakers(speakers)) == name


def test_of_names_that_nobody_speaks_under_none_is_meant() -> None:
    assert dominant(("Ada Vane", "Ned Vane"), ListedSpeakers()) is None


@pytest.mark.parametrize(
    ("counts", "name"),
    [
        ({"Joe Vane": 50, "Joseph R. Vane Jr.": 36, "Ned Vane": 9}, "Joe Vane"),
        ({"Joe Vane": 36, "Joseph R. Vane Jr.": 50, "Ned Vane": 9}, "Joseph R. Vane Jr."),
        ({"Joe Vane": 50, "Joseph R. Vane Jr.": 36, "Ned Vane": 30}, None),
        ({"Ivo Vane": 50, "Ivo Vane Jr.": 36}, None),
        ({"Joe Vane": 50, "Jack Vane": 36}, None),
    ],
    ids=["the more frequent", "the other more frequent", "another too often", "father and son", "two people"],
)
def test_names_that_may_be_one_persons_count_together(counts: dict[str, int], name: str | None) -> None:
    speakers = [Speaker(each, "person", (), count) for each, count in counts.items()]

    assert dominant(tuple(counts), ListedSpeakers(speakers)) == name
