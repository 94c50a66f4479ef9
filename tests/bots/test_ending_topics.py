"""What an ending says of the topic that somebody has no words on."""

from __future__ import annotations

import pytest

from bots.endings import ending
from qa.answers import Answer, CorpusSummary, Outcome, QuestionKind, Understanding


@pytest.mark.parametrize(
    ("topic", "said"),
    [
        ("the ferry", "on the ferry"),
        ("at the trial", "at the trial"),
        ("in court", "in court"),
        ("for the delay", "on the delay"),
        ("down payments", "on down payments"),
    ],
)
def test_a_topic_has_one_preposition(topic: str, said: str) -> None:
    asked = Understanding(QuestionKind.SAID, "?", "?", speaker="Ada Quill", topic=topic)
    corpus = CorpusSummary(7, 40, "2025-01-17", "2025-01-20", 1)

    told = ending(Answer("?", Outcome.NOT_FOUND, 0.0, asked, (), corpus))

    assert told.startswith(f"Not found: I found no words of Ada Quill’s {said} (7 articles")
