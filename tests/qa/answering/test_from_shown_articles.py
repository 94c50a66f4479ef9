"""What is asked of the articles of quotes that were shown, where a question goes on from them."""

from __future__ import annotations

import pytest

from qa.answering.from_shown_articles import as_typed, fits_better
from tests.qa.conversation.talks_of_dene import ON_LEVEE, QUILL, Before, followed

ON_PEACE: Before = ("what did quill say about peace", "Words.", (QUILL,))


@pytest.mark.parametrize("question", ["who hosted it?", "how much did it cost", "who chaired this?"])
def test_what_it_may_not_be_is_left_out_of_what_the_articles_shown_are_asked(question: str) -> None:
    understood = followed(question, ON_PEACE).understood
    typed = as_typed(understood)

    assert "peace" in understood.standalone
    assert typed is not None
    assert (typed.standalone, typed.topic) == (question, None)


@pytest.mark.parametrize("question", ["how old is she?", "who built the levee?"])
def test_who_is_meant_and_what_is_named_stay_in_a_question(question: str) -> None:
    assert as_typed(followed(question, ON_LEVEE).understood) is None


@pytest.mark.parametrize(
    ("typed", "filled", "better"),
    [(1.6, -0.8, True), (0.6, -4.5, True), (1.2, -0.3, False), (0.2, -4.7, False), (3.8, 3.1, False)],
    ids=["much better", "hardly an answer", "little better", "no answer", "both answer"],
)
def test_it_as_typed_is_meant_only_where_that_is_much_rather_answered(
    typed: float, filled: float, *, better: bool
) -> None:
    assert fits_better(typed, filled) is better
