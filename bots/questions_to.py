"""Rewrite a question as one about what a speaker said, where the speaker is given beside the question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.answers import QuestionKind

if TYPE_CHECKING:
    from qa.answering.answerer import Answerer
    from qa.archive.protocol import View


def question_to(answerer: Answerer, view: View, question: str, speaker: str) -> str:
    """Return a question for this speaker's words on what a question is about; as it is, if it asks for them already.

    Args:
        speaker: The archive's name of the speaker.
    """
    understood = answerer.understand(question, view)
    if understood.speaker == speaker:
        return question
    said = understood.kind is not QuestionKind.CONTENT
    topic = understood.topic if said and understood.topic else question.rstrip(" ?.!")
    return f"What did {speaker} say about {topic}?"
