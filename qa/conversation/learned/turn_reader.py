"""Tell what a turn of a talk does, and which of its words name what is wanted, by a net.

"Hold on, wasn't that Brandt?" puts Brandt in the place of who was asked; "he has schools, so ask him about schools"
puts schools in that of the topic; "my editor wants to know how many voted" asks how many voted. Such wordings have no
end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from qa.understanding.learned.word_net import LONGEST, Floats, NetReading, reading, shapes_of, words_of

if TYPE_CHECKING:
    from embeddings.encoder import Encoder

WEIGHTS = Path(__file__).with_name("turn_reader.safetensors")


class TurnAct(StrEnum):
    """What a turn does."""

    KEEP = "keep"
    """Asks what it says, as it is typed."""
    ASK = "ask"
    """Asks a whole question, among words that only talk of the talk."""
    CHANGE = "change"
    """Puts another speaker, topic, time or outlet into the question before."""
    WHO = "who"
    """Asks for whoever speaks of a topic."""
    OTHERS = "others"
    """Asks for other people on the same topic."""
    MORE = "more"
    ANYTHING = "anything"
    """Asks for any words of a speaker, on whatever."""
    ANYTIME = "anytime"
    """Drops the limit of time or outlet."""
    DOUBT = "doubt"
    ANOTHER = "another"
    """Says that it is the wrong one of a name, or another thing of a kind."""
    CHAT = "chat"
    """Asks for nothing."""
    WHO_SAID = "who_said"
    """Asks whose words were shown."""
    WHEN_SAID = "when_said"
    SOURCE = "source"
    MEANING = "meaning"
    """Asks for what stands around the quote."""
    BACK = "back"
    """Goes back to an earlier question."""
    NEWEST = "newest"
    OLDEST = "oldest"
    DIRECT = "direct"
    """Asks for words in quotation marks only."""


ACTS = tuple(TurnAct)


def vectors_of(encoder: Encoder, turns: Sequence[tuple[str, str]]) -> Iterator[tuple[Floats, Floats]]:
    """Yield what the net takes of each turn, as (question before, turn); each has a word.

    Of each word that is its vector in the turn alone, that in the turn after the question before it, and its shape; of
    the whole the vectors of the turn, of both, and of the question.
    """
    texts, spans = list[str](), list[list[tuple[int, int]]]()
    for before, turn in turns:
        words, ahead = words_of(turn), len(before) + 1
        texts += [turn, f"{before}\n{turn}"]
        spans += [words, [(ahead + start, ahead + end) for start, end in words]]
    encoded = encoder.encode_passages(texts, spans)
    for (before, turn), alone, after in zip(turns, encoded, encoded, strict=True):
        shapes = shapes_of(turn, words_of(turn))
        each = np.hstack([alone.span_vectors, after.span_vectors, shapes])
        yield each, np.concatenate([alone.vector, after.vector, encoder.encode_query(before)])


class TurnReader:
    """Reads turns. Safe to call from several threads."""

    def __init__(self, encoder: Encoder) -> None:
        """Keep the packaged encoder, whose vectors the net was fitted on."""
        self._encoder = encoder

    def read(self, before: str, turn: str) -> NetReading[TurnAct] | None:
        """Read a turn after the question before it; None for one without a word, or where either is too long."""
        if not words_of(turn) or len(before) > LONGEST:
            return None
        ((each, whole),) = vectors_of(self._encoder, [(before, turn)])
        return reading(turn, each, whole, WEIGHTS, ACTS)
