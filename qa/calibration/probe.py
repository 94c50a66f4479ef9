"""Define a probe: a question for which it is known whether the archive answers it."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

WORDINGS = (
    "What did {speaker} say about {topic}?",
    "What did {speaker} say about {topic}?",
    "What did {speaker} say about {topic}?",
    "What does {speaker} think about {topic}?",
    "What is {speaker}'s view of {topic}?",
    "{speaker} on {topic}",
)
"""How people ask for somebody's words; the most usual wording comes most often."""


@dataclass(frozen=True, slots=True)
class Probe:
    """A question, and the part of the archive that answers it.

    `article_id`, `start` and `end` are where the answer stands; for an unanswerable probe, the words from
    which it was made by changing them. `speaker` is the archive's name, or an invented one; None for a
    question about content. `way` says how the probe was made.
    """

    question: str
    answerable: bool
    article_id: str
    start: int
    end: int
    speaker: str | None = None
    topic: str | None = None
    way: str = ""


def asked(chance: random.Random, probe: Probe, topic: str | None) -> Probe:
    """Return a probe with a question for its speaker's words about a topic."""
    question = chance.choice(WORDINGS).format(speaker=probe.speaker, topic=topic)
    return replace(probe, question=question, topic=topic)
