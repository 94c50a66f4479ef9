from __future__ import annotations

import pytest

from qa.calibration.rewording import questions_from


@pytest.mark.parametrize(
    ("statement", "questions"),
    [
        ("The bridge over the Alder was built in 1931.", ["When was the bridge over the Alder built?"]),
        ("The council opened the new pier on May 3, 2011.", ["When did the council open the new pier?"]),
        ("Anna Lindqvist was born in Nordby, a small town.", ["Where was Anna Lindqvist born?"]),
        ("Anna Lindqvist won the harbour race twice, to loud cheers.", ["Who won the harbour race twice?"]),
        ("Nordby Radio is a local station with two studios.", ["What is Nordby Radio?"]),
        ("Anna Lindqvist was the first mayor of the town.", ["Who was Anna Lindqvist?"]),
        ("The storm destroyed 40 boats along the coast.", ["How many boats did the storm destroy?"]),
    ],
    ids=["when, passive", "when, active", "where", "who did", "what", "who", "how many"],
)
def test_a_plain_statement_becomes_the_question_that_it_answers(statement: str, questions: list[str]) -> None:
    assert [each.question for each in questions_from(statement)] == questions


@pytest.mark.parametrize(
    "statement",
    [
        "It was built in 1931 by a local firm.",
        "“The bridge was built in 1931,” she said.",
        "Built in 1931.",
        "In the old days a bridge was built in 1931.",
        "Anna Lindqvist said in 2011 that it was over.",
        "The bridge, which was old, was closed in 1999.",
        "",
        ". . . . . . .",
    ],
    ids=["it", "quoted", "short", "opens with a preposition", "speech", "inserted", "empty", "marks"],
)
def test_what_is_not_plain_makes_no_question(statement: str) -> None:
    assert questions_from(statement) == []


def test_the_name_that_another_can_replace_is_given() -> None:
    (made,) = questions_from("The bridge over the Alder was built in 1931.")

    assert made.name == "Alder"
