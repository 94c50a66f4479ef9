"""Questions for a share of something, and what text has one."""

from __future__ import annotations

import pytest

from qa.answering.objections.premises import Doubt, Surroundings, doubts
from qa.answering.objections.shares import asks_share, holds_share
from qa.datatypes import Article


@pytest.mark.parametrize(
    "text",
    [
        "Some 70 % of voters came.",
        "Two thirds of the voters came.",
        "Nine in ten voters came.",
        "One in 12 voters came.",
        "It lost nine of the 57 seats.",
        "Most voters came.",
        "The tolls are backed by 70 % of the voters.",
    ],
)
def test_a_text_has_a_share(text: str) -> None:
    assert holds_share(text)


@pytest.mark.parametrize(
    "text",
    [
        "9,000 voters came in 2015.",
        "As of 6 May, a share cost $450.",
        "Quill, 58, voted.",
        "Quill led Brandt by less than one-half of 1 percent.",
        "The fares rose by 12 %.",
    ],
)
def test_a_text_with_another_number_has_none(text: str) -> None:
    assert not holds_share(text)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("What percentage of voters backed the tolls?", True),
        ("which proportion of the boats is insured", True),
        ("How big a share of the voters backed the tolls?", True),
        ("What did a share of the mill cost?", False),
        ("How big is the mill?", False),
    ],
)
def test_a_share_is_asked_for(question: str, asked: bool) -> None:
    assert asks_share(question) is asked


def test_what_has_no_share_does_not_answer_what_percentage() -> None:
    quote = "As of 6 May, 9,000 voters backed the tolls."
    article = Article("tolls", quote, "", None)

    assert Doubt.KIND in doubts(
        "What percentage of voters backed the tolls?", Surroundings(quote, "", article)
    )
