"""Correct what was mistyped in a question: words that the archive does not have, by words that it has."""

from __future__ import annotations

from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.archive.protocol import View
from qa.archive.spelling_lookup import respelled
from qa.understanding.words import has_case


def respelled_question(snapshot: View, understood: Understanding) -> Understanding:
    """Correct the words of a topic, or of a question about content, that the archive does not have."""
    by_topic = understood.kind is not QuestionKind.CONTENT or understood.browses
    text = understood.topic if by_topic else understood.standalone
    if not text or has_case(understood.question):
        return understood  # who writes with capitals rarely mistypes, and "retaliation" is no "retail"
    corrected, pairs = respelled(snapshot, text)
    if not pairs:
        return understood
    standalone = understood.standalone.replace(text, corrected)
    topic = corrected if understood.topic == text else understood.topic
    return replace(
        understood, topic=topic, standalone=standalone, corrections=(*understood.corrections, *pairs)
    )
