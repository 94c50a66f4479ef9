from __future__ import annotations

import pytest

from qa.answers import QuestionKind, Understanding
from qa.understanding.doers import asked_of_doers


def asked(question: str, speaker: str, *, role: bool) -> tuple[str | None, str | None] | None:
    """Return the act and the topic that a question for a speaker's words on the toll is read as."""
    found = asked_of_doers(
        Understanding(
            QuestionKind.SAID, question, question, speaker=speaker, speaker_is_role=role, topic="the toll"
        )
    )
    return (found.cue, found.topic) if found else None


@pytest.mark.parametrize(
    ("question", "speaker", "role", "read"),
    [
        ("What do critics say about the toll?", "critics", True, ("criticize", "the toll")),
        ("What do critics say about the toll?", "Harwick Critics", False, ("criticize", "the toll")),
        ("What do the Harwick Critics say about the toll?", "Harwick Critics", False, None),
        ("What does Quill say about the toll?", "Ada Quill", False, None),
    ],
)
def test_critics_are_a_body_only_where_its_whole_name_is_typed(
    question: str, speaker: str, role: bool, read: tuple[str, str] | None
) -> None:
    assert asked(question, speaker, role=role) == read
