"""Dates of short turns: "and in March?", "in 2019 I mean", "and in 2050?"."""

from __future__ import annotations

from datetime import date

import pytest

from tests.qa.conversation.talks_of_dene import QUILL, Before, followed, read

IN_2019: Before = ("what did quill say about the levee in 2019?", "Words.", (QUILL,))


@pytest.mark.parametrize("question", ["and in march?", "what about in March", "in march, i mean"])
def test_a_month_is_one_of_the_year_that_was_asked_for(question: str) -> None:
    found = followed(question, IN_2019).understood

    assert (found.since, found.until) == (date(2019, 3, 1), date(2019, 3, 31))


def test_a_month_after_no_year_is_the_last_one() -> None:
    found = followed("and in march?", ("what did quill say about the levee?", "Words.", (QUILL,))).understood

    assert (found.since, found.until) == (date(2024, 3, 1), date(2024, 3, 31))


def test_a_month_after_a_fact_of_a_year_is_one_of_that_year() -> None:
    asked: Before = ("How many bakers were hurt in 2019?", "Ten were hurt.", ())

    assert (
        followed("and in March?", asked).understood.standalone == "How many bakers were hurt in March 2019?"
    )


@pytest.mark.parametrize("question", ["in 2020 i mean", "2020, I meant", "sorry, in 2020 i mean"])
def test_what_is_meant_may_stand_first(question: str) -> None:
    found = followed(question, IN_2019).understood

    assert (found.speaker, found.topic, found.since) == (QUILL, "the levee", date(2020, 1, 1))


def test_a_year_to_come_is_no_day_of_an_article() -> None:
    found = read("What did Quill say about the levee in 2050?")

    assert (found.topic, found.since, found.until) == ("the levee in 2050", None, None)


def test_a_year_to_come_is_asked_of_what_was_talked_of() -> None:
    on_levee: Before = ("what did quill say about the levee?", "Words.", (QUILL,))
    first = followed("and in 2050?", on_levee).understood
    then = followed("and in 2060?", on_levee, ("and in 2050?", "Words.", (QUILL,))).understood

    assert [first.topic, then.topic] == ["the levee in 2050", "the levee in 2060"]
