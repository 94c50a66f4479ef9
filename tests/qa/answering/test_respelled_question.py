"""Words that are mistyped in questions with and without capitals."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.answers import Answer, Outcome

Asker = Callable[[str], Callable[[str], Answer]]

TEXT = """The reservoir above Harwick

“The reservoir is half empty,” Ada Quill said. Ivo Brandt said that his diaries were lost at the college."""


@pytest.mark.parametrize(
    "question",
    ["What did Ada Quill say about the resevoir?", "What did Ada Quill say about the reservior?"],
    ids=["a letter too few", "letters in another order"],
)
def test_what_is_no_word_is_corrected_in_a_question_with_capitals(asker_of: Asker, question: str) -> None:
    answer = asker_of(TEXT)(question)

    assert answer.understood.topic == "the reservoir"
    assert [meant for _, meant in answer.understood.corrections] == ["reservoir"]
    assert answer.outcome is Outcome.ANSWERED


@pytest.mark.parametrize(
    "question",
    [
        "What did Ada Quill say about the reservations?",
        "What did Ivo Brandt say about the Colege?",
        "What did Ivo Brandt say about the diary?",
    ],
    ids=["another word", "a name", "another form"],
)
def test_a_word_that_may_be_meant_as_it_stands_is_kept(asker_of: Asker, question: str) -> None:
    assert asker_of(TEXT)(question).understood.corrections == ()


def test_a_word_that_people_write_is_kept_in_small_letters_too(asker_of: Asker) -> None:
    ask = asker_of("The tolls in Dene\n\nAda Quill said that the last clause on the ferries was a gift.")

    assert ask("what did ada quill say about the class of ferries?").understood.corrections == ()
    assert ask("what did ada quill say about the feries?").understood.topic == "the ferries"
