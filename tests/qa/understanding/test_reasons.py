"""Questions for somebody's reasons, read as questions for their words."""

from __future__ import annotations

import pytest

from qa.understanding.reasons import asked_as_words


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Why did Ada Quill oppose the bridge?", "What did Ada Quill say about the bridge?"),
        ("why does quill criticise Tom Brandt", "What did quill say about Tom Brandt?"),
        ("Why is the guild attacking the plan?", "What did the guild say about the plan?"),
        ("Why does Tom Brandt fear the winter?", "What did Tom Brandt say about the winter?"),
        ("Where did Ada Quill speak?", "What did Ada Quill say?"),
        ("where has quill been talking", "What did quill say?"),
        ("Please tell me why has Orsa spoken out against tolls?", "What did Orsa say about tolls?"),
    ],
)
def test_why_somebody_takes_a_stand_they_say_themselves(question: str, words: str) -> None:
    assert asked_as_words(question) == words


@pytest.mark.parametrize(
    "question",
    [
        "Why did Ada Quill resign?",
        "Why did the ferry sink?",
        "Why was Quill late?",
        "Why oppose the bridge?",
        "Why did Quill object?",
        "Did Ada Quill oppose the bridge?",
        "Why was Ada Quill accused of fraud?",
        "Why was Quill attacked by the guild?",
        "Why had Quill been criticised by Tom Brandt?",
    ],
)
def test_other_questions_ask_for_what_happened(question: str) -> None:
    assert asked_as_words(question) is None
