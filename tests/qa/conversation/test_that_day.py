"""Turns that ask of the time of what was shown: "what else did she say that day?"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from qa.conversation.earlier.turns import Conversation, Turn
from qa.conversation.followups import follow
from tests.qa.conversation.talks_of_dene import ON_LEVEE, QUILL, SPEAKERS, read

ASKED, WORDS, _ = ON_LEVEE
SHOWN = Turn(ASKED, WORDS, read(ASKED), ("q",), speakers=(QUILL,))


def asked(question: str, first: date, last: date) -> str:
    shown = replace(SHOWN, first_day=first, last_day=last)
    return follow(question, Conversation((shown,)), read, SPEAKERS).understood.standalone


@pytest.mark.parametrize(
    ("question", "when"),
    [
        ("what else did she say that day?", "on 4 March 2024"),
        ("what else did she say on that very day?", "on 4 March 2024"),
        ("what else did she say the same day?", "on 4 March 2024"),
        ("what did Brandt say in that month?", "in March 2024"),
        ("what did Brandt say that year about the levee?", "in 2024"),
    ],
)
def test_the_time_of_what_was_shown_is_written_out(question: str, when: str) -> None:
    assert when in asked(question, date(2024, 3, 4), date(2024, 3, 4))


def test_what_was_shown_of_several_days_is_of_no_day() -> None:
    assert "2024" not in asked("what else did she say that day?", date(2024, 3, 4), date(2024, 4, 5))


@pytest.mark.parametrize(
    "question",
    [
        "who was the player of the year?",
        "what did she say about that day?",
        "what did Brandt do by the end of the day?",
        "what does she remember of that year?",
        "how was the day?",
    ],
)
def test_a_day_or_a_year_may_be_no_time_of_words(question: str) -> None:
    assert "2024" not in asked(question, date(2024, 3, 4), date(2024, 3, 4))


def test_a_turn_of_nothing_but_times_ends() -> None:
    assert "2024" not in asked("that day " * 1100, date(2024, 3, 4), date(2024, 3, 4))
