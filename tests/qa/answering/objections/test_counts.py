"""When a quote surely counts what a question asks for: the rest of the question stands in it or beside it."""

from __future__ import annotations

import pytest

from qa.answering.objections.counts import surely_counts


@pytest.mark.parametrize(
    ("question", "quote", "beside"),
    [
        ("How many sailors were on the ferry?", "It carried 27 sailors. The ferry sank off Dene.", ""),
        ("How much did Quill pay for the quay?", "Quill sold the quay after its $4m purchase in May.", ""),
        (
            "How old is the Dene Bridge?",
            "The ship struck the 90-year-old bridge on Monday.",
            "A ship hit the Dene Bridge.",
        ),
        ("How long did the strike in Dene last?", "It lasted nine days in Dene.", "Strike ends"),
    ],
)
def test_a_number_of_the_asked_kind_counts_where_the_rest_stands_there_or_beside_it(
    question: str, quote: str, beside: str
) -> None:
    assert surely_counts(question, quote, beside, 0.5)
    assert not surely_counts(question, quote, beside, 0.4)


@pytest.mark.parametrize(
    ("question", "quote", "beside"),
    [
        ("How many sailors were on the ferry?", "It carried 27 cars. The sailors of the ferry swam.", ""),
        ("How many sailors drowned on the ferry?", "It carried 27 sailors. The ferry sank off Dene.", ""),
        ("How many sailors were not on the ferry?", "It carried 27 sailors. The ferry sank off Dene.", ""),
        (
            "How old is the Dene Bridge?",
            "The 90-year-old captain saw the bridge.",
            "A ship hit the Dene Bridge.",
        ),
        ("When did the ferry sink?", "It carried 27 sailors. The ferry sank in May.", ""),
        (
            "How many people were hurt in the crash?",
            "Three people were hurt in the fire.",
            "A crash was near.",
        ),
        ("How much did Orsa pay for the ferry?", "Orsa paid $20 million for the land.", "Orsa has a ferry."),
        ("How many people criticised the port?", "Orsa hired 300 people.", "Critics of the port said so."),
    ],
    ids=[
        "counts others",
        "a word is missing",
        "not",
        "another's age",
        "no number is asked",
        "in another",
        "for another",
        "another event",
    ],
)
def test_a_number_counts_nothing_else_and_no_word_may_be_missing(
    question: str, quote: str, beside: str
) -> None:
    assert not surely_counts(question, quote, beside, 0.9)
