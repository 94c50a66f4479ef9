"""What a turn asks of the turns before it."""

from __future__ import annotations

import pytest

from qa.conversation.earlier.past import asks_for_more


@pytest.mark.parametrize(
    "question", ["Who else said so?", "And the others?", "Another one?", "Who else said “no other boats”?"]
)
def test_who_else_asks_for_more(question: str) -> None:
    assert asks_for_more(question)


@pytest.mark.parametrize("question", ["Who said “many other boats”?", 'Did Quill say "another wall"?'])
def test_words_in_quotation_marks_ask_for_no_more(question: str) -> None:
    assert not asks_for_more(question)
