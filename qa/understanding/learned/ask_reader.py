"""Tell what a first question asks of the archive, and which of its words name what is wanted, by a net.

"Walk me through the strike from start to end" asks for a timeline, "whose name comes up most with the dam" who speaks
most of it: such wordings have no end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from qa.understanding.learned.word_net import Floats, NetReading, reading, shapes_of, words_of

if TYPE_CHECKING:
    from embeddings.encoder import Encoder

WEIGHTS = Path(__file__).with_name("ask_reader.safetensors")


class AskAct(StrEnum):
    """What a question asks for."""

    SAID = "said"
    """The words of somebody named."""
    WHO_SAID = "who_said"
    """Whoever speaks of a topic."""
    FACT = "fact"
    """What it says, as it is typed."""
    WHO_IS = "who_is"
    """Who somebody is: read as it is typed, like a fact."""
    COUNT_QUOTES = "count_quotes"
    """How often somebody speaks, or something is spoken of."""
    FIRST = "first"
    """The earliest words."""
    LATEST = "latest"
    """The newest words."""
    MOST = "most"
    """Who speaks most."""
    ARTICLES = "articles"
    ARTICLES_BY = "articles_by"
    """Articles that somebody wrote."""
    COUNT_ARTICLES = "count_articles"
    TIMELINE = "timeline"
    HAPPENED = "happened"
    """What happened in a time."""
    EVERYTHING = "everything"
    """All there is on something."""
    COMPARE = "compare"
    """What two say."""
    FOR = "for"
    """Who backs something."""
    AGAINST = "against"
    FOR_AND_AGAINST = "for_and_against"
    AGREES = "agrees"
    """Who agrees with somebody."""
    DISAGREES = "disagrees"
    ARCHIVE = "archive"
    """What is in the archive."""
    PROGRAM = "program"
    """What the program can do."""
    CHAT = "chat"


ACTS = tuple(AskAct)


def vectors_of(encoder: Encoder, questions: Sequence[str]) -> Iterator[tuple[Floats, Floats]]:
    """Yield what the net takes of each question: vectors and shapes of its words, and its own vector."""
    words = [words_of(question) for question in questions]
    encoded = encoder.encode_passages(questions, words)
    for question, spans, vectors in zip(questions, words, encoded, strict=True):
        yield np.hstack([vectors.span_vectors, shapes_of(question, spans)]), vectors.vector


class AskReader:
    """Reads first questions. Safe to call from several threads."""

    def __init__(self, encoder: Encoder) -> None:
        """Keep the packaged encoder, whose vectors the net was fitted on."""
        self._encoder = encoder

    def read(self, question: str) -> NetReading[AskAct] | None:
        """Read a question; None for one without a word, or too long for this."""
        if not words_of(question):
            return None
        ((each, whole),) = vectors_of(self._encoder, [question])
        return reading(question, each, whole, WEIGHTS, ACTS)
