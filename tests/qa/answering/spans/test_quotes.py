"""In what order quotes stand, and what may be said of it."""

from __future__ import annotations

import pytest

from qa.answering.spans.quotes import in_order, is_in_order
from qa.answers import QuestionKind, Quote, Understanding
from qa.datatypes import Article, Version

LATEST = Understanding(QuestionKind.SAID, "", "", speaker="Ada Quill", topic="tolls", order="newest")


def quote(day: str | None, confidence: float) -> Quote:
    version = Version(1, "a" * 10, "0" * 64, Article("a", "The toll is dear.", date=day))
    return Quote(version, 0, 5, confidence)


@pytest.mark.parametrize(
    ("quotes", "ordered"),
    [
        pytest.param([("2024-05-01", 0.9), ("2024-06-01", 0.8)], True, id="all that answer well"),
        pytest.param(
            [("2024-05-01", 0.9), ("2024-06-01", 0.1)], False, id="a newer one that answers less well"
        ),
        pytest.param([("2024-05-01", 0.9), (None, 0.1)], True, id="one without a date at the end"),
        pytest.param([(None, 0.9), ("2024-05-01", 0.8)], True, id="one without a date goes last"),
    ],
)
def test_quotes_are_said_to_be_in_order_only_where_all_of_them_are(
    quotes: list[tuple[str | None, float]], ordered: bool
) -> None:
    shown = in_order([quote(*each) for each in quotes], LATEST)

    assert is_in_order(shown, LATEST) is ordered
