"""What the records prove: that somebody said so, or that they have words on a topic."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.answers import Answer, Outcome

Asker = Callable[[str], Callable[[str], Answer]]

LEVEE = """The levee vote

Ada Quill said the boats were late. “Nobody sweeps the quay,” she said.

The levee will hold for a hundred years, Ada Quill predicted on Tuesday.

Ivo Brandt denied that he had sold the quay. “I have never owned it,” Brandt said.

Una Strand met the skippers in the rain. She said that the harbour was hers."""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did Ada Quill predict?", "a hundred years"),
        ("What did Brandt deny?", "sold the quay"),
    ],
)
def test_a_verb_without_a_topic_is_answered_by_a_record_with_that_verb(
    asker_of: Asker, question: str, words: str
) -> None:
    answer = asker_of(LEVEE)(question)

    assert answer.outcome is Outcome.ANSWERED
    assert words in answer.quotes[0].text


def test_another_verb_is_not_answered_by_what_somebody_only_said(asker_of: Asker) -> None:
    answer = asker_of(LEVEE)("What did Una Strand promise?")

    assert answer.outcome is not Outcome.ANSWERED


def test_what_somebody_did_not_do_is_not_what_they_did(asker_of: Asker) -> None:
    asked = asker_of(
        "The levee vote\n\nAda Quill has never promised that the levee would hold. Ivo Brandt left."
    )

    assert asked("What did Ada Quill promise?").outcome is not Outcome.ANSWERED
