"""What is told of somebody themselves where a relative of theirs is asked of."""

from __future__ import annotations

import pytest

from qa.answering.objections.premises import Doubt, Surroundings, doubts
from qa.datatypes import Article


@pytest.mark.parametrize(
    ("question", "quote", "doubted"),
    [
        ("How did Tom Quill's wife die?", "Quill died at home on Sunday, his wife, Ada Quill, said.", True),
        ("When did Tom Quill's brother resign?", "Tom Quill resigned in May.", True),
        ("How did Tom Quill's wife die?", "Ada Quill died at home on Sunday.", False),
        ("How did Tom Quill's wife die?", "Quill's wife died at home on Sunday.", False),
        ("How did Tom Quill's wife die?", "His wife, who met Quill in Dene, died on Sunday.", False),
        (
            "Who kidnapped Tom Quill's wife?",
            "Soon after she wed Tom Quill, she was kidnapped by Hale.",
            False,
        ),
        ("How did Tom Quill's wife die?", "Quill died in May. She died in June.", False),
        ("How did Tom Quill die?", "Quill died at home on Sunday, his wife said.", False),
    ],
)
def test_what_is_told_of_them_is_not_their_relatives(question: str, quote: str, doubted: bool) -> None:
    found = doubts(question, Surroundings(quote, "", Article("a", quote)))

    assert (Doubt.RELATIVE in found) is doubted
