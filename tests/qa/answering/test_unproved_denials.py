"""That somebody said nothing on a topic is not claimed where they may have said it in words of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.answers import Answer, Nearest, Outcome

Asker = Callable[[str], Callable[[str], Answer]]

CLINIC = """The harbour clinic

The ward above the quay was painted when the crane was new. Nobody remembers it.

Ada Quill met the council at the harbour clinic. “They threw me out after nine years,” she said in the rain.

Ivo Brandt said the waiting list had doubled since May. “Nobody at the harbour is seen within a week,” he said."""


@pytest.fixture(scope="module")
def ask(asker_of: Asker) -> Callable[[str], Answer]:
    return asker_of(CLINIC)


@pytest.mark.parametrize(
    "question",
    [
        "What did Ada Quill say about her dismissal?",
        "What did Ada Quill say about her pension?",
        # No article has the word "queues": all say "waiting list".
        "What did Ivo Brandt say about ward queues?",
    ],
)
def test_no_silence_is_claimed_on_their_own_affairs_or_by_a_word_that_nobody_uses(
    ask: Callable[[str], Answer], question: str
) -> None:
    answer = ask(question)

    assert answer.nearest is None
    assert answer.outcome is not Outcome.ANSWERED


@pytest.mark.parametrize(
    "question", ["What did Ada Quill say about penguins?", "What did Ada Quill say about Zorn's ferry?"]
)
def test_silence_is_claimed_on_what_no_article_has_and_on_another_name(
    ask: Callable[[str], Answer], question: str
) -> None:
    assert ask(question).nearest is Nearest.SPEAKER_NOT_ON_THIS
