"""Understand a question, or a speaker and a topic, with the names and outlets that an archive knows."""

from __future__ import annotations

from datetime import date

from qa.answers import Understanding
from qa.archive.name_lookup import is_mentioned, occurs
from qa.archive.protocol import View
from qa.understanding.understand import understand, understand_named


def understood_in(view: View, question: str, today: date) -> Understanding:
    """Understand a question by itself."""
    return understand(
        question,
        today=today,
        speakers=view,
        sources=view.sources(),
        mentions=lambda name: is_mentioned(view, name),
        bearers=view.bearers,
        occurs=lambda word: occurs(view, word),
    )


def named_in(view: View, name: str, about: str | None) -> Understanding:
    """Understand a speaker and a topic that were given apart."""
    return understand_named(
        name,
        about,
        speakers=view,
        sources=view.sources(),
        mentions=lambda each: is_mentioned(view, each),
        bearers=view.bearers,
        occurs=lambda word: occurs(view, word),
    )
