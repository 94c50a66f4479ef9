from __future__ import annotations

from time import process_time

import pytest

from qa.answering.objections.other_bodies import is_of_other_body
from qa.answering.objections.premises import Doubt, Surroundings, doubts
from qa.datatypes import Article


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        (
            "Who is the chief executive of Halvorn?",
            "Brandt Foods Chief Executive Una Strand said it is safe.",
        ),
        ("Who is the mayor of Harwick?", "The mayor of Dene, Tom Brandt, stood up."),
        ("who is the mayor of Harwick", "Dene’s mayor, Tom Brandt, stood up."),
    ],
)
def test_who_holds_the_office_of_another_body_is_not_who_is_asked_for(question: str, quote: str) -> None:
    assert is_of_other_body(question, quote)
    assert Doubt.ELSEWHERE in doubts(question, Surroundings(quote, "", Article("a", quote)))


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("Who is the chief executive of Halvorn?", "Chief Executive Una Strand said it is safe."),
        ("Who is the chief executive of Halvorn?", "Halvorn Chief Executive Una Strand said it is safe."),
        ("Who is the head of the Harbour Police Authority?", "HPA head Una Strand said it is safe."),
        ("Who is the mayor of Harwick?", "Former Mayor Tom Brandt stood up."),
        ("Who is the mayor of Harwick?", "On Monday Mayor Tom Brandt stood up."),
        ("Who is the mayor of Harwick?", "Tom Brandt, the mayor, stood up."),
        ("Who is the president of France?", "French President Tom Brandt stood up."),
        ("Who is the mayor?", "Dene’s mayor, Tom Brandt, stood up."),
        ("Who is the mayor of Harwick?", "Tom Brandt stood up in Dene."),
    ],
)
def test_an_office_that_may_be_of_the_asked_body_is_not_anothers(question: str, quote: str) -> None:
    assert not is_of_other_body(question, quote)


@pytest.mark.parametrize(
    ("question", "quote", "other"),
    [
        ("How much did Dene County pay for cameras?", "Orsa County paid $9,000 for cameras.", True),
        ("When was the Harwick Bridge built?", "The Halvorn Bridge was built in 1951.", True),
        ("When was the Harwick Bridge built?", "The Halvorn Bridge was built after Harwick's.", False),
        ("When was the Harwick Bridge built?", "The bridge was built in 1951.", False),
        ("When did Dene County pay?", "The Dene Sheriff paid, and Orsa County did not.", False),
        ("Who left the Dene Council?", "Tom Brandt left Dene County.", False),
    ],
)
def test_what_names_only_another_of_the_asked_kind_is_on_another(
    question: str, quote: str, other: bool
) -> None:
    assert is_of_other_body(question, quote) is other


@pytest.mark.parametrize("part", ["a", "A.", "a-", "Aa ", "Chief "])
def test_a_long_quote_is_read_in_no_time(part: str) -> None:
    started = process_time()

    assert not is_of_other_body("Who is the chief executive of Halvorn?", part * (20_000 // len(part)))
    assert process_time() - started < 1


@pytest.mark.parametrize("part", ["A", "A’", "A-", "Dene "])
def test_a_long_question_is_read_in_no_time(part: str) -> None:
    start = process_time()

    is_of_other_body(part * 20_000, "Dene County paid.")

    assert process_time() - start < 0.5
