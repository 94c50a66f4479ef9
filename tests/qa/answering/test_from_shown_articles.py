"""What is asked of the articles of quotes that were shown, where a question goes on from them."""

from __future__ import annotations

import pytest

from qa.answering.from_shown_articles import as_typed
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
