"""When a quote surely counts what a question asks for: the rest of the question stands in it or beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answering.objections.counts import counts_of_nothing, surely_counts
from qa.answers import Outcome


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


@pytest.mark.parametrize(
    ("question", "vague"),
    [
        ("How many pages are there?", True),
        ("how many ferry lines were there in all", True),
        ("How many pages are there in the report?", False),
        ("How many pages does the report have?", False),
    ],
)
def test_what_is_counted_must_be_of_something(question: str, *, vague: bool) -> None:
    assert counts_of_nothing(question) is vague


def test_a_number_of_anything_may_answer_a_count_of_nothing(
    tmp_path: Path, answerer_of: Callable[[Path], Answerer]
) -> None:
    (tmp_path / "levee.md").write_text(
        "# The levee\n\nThe report on the levee has 750 pages.\n", encoding="utf-8"
    )
    answerer = answerer_of(tmp_path)

    assert answerer.ask("How many pages are there?").outcome is not Outcome.ANSWERED
    assert answerer.ask("How many pages are there in the report on the levee?").outcome is Outcome.ANSWERED
