"""Sentences in which an article tells who did something with words or a vote."""

from __future__ import annotations

import pytest

from qa.answering.who_spoke.referents import Around
from qa.answering.who_spoke.reported_acts import told_acts
from qa.answering.who_spoke.sought import Sought
from qa.datatypes import Article


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("The ferry sank in May, and this week Dene Bank boss Tom Brandt resigned.", True),
        ("Dene Bank boss Tom Brandt resigned this month.", True),
        ("The boss of Dene Bank was ill, and this resigned nobody.", False),
    ],
)
def test_who_resigned_this_week_is_somebody(told: str, found: bool) -> None:
    sought = Sought.of("resign", "boss of Dene Bank")
    assert sought is not None

    assert bool(told_acts(sought, Around(Article("a", told)))) is found


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Hale said that she knows members who oppose the toll.", True),
        ("Hale said that she has not heard from any members who oppose the toll.", False),
    ],
)
def test_who_was_not_heard_from_opposes_nothing(told: str, found: bool) -> None:
    sought = Sought.of("oppose", "the toll")
    assert sought is not None

    assert bool(told_acts(sought, Around(Article("a", told)))) is found
