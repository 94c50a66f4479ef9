"""Tell what a turn of a talk does, and which of its words name what is wanted: by a small net over vectors.

"Hold on, wasn't that Brandt?" puts Brandt in the place of who was asked; "he has schools, so ask him about schools"
puts schools in that of the topic; "my editor wants to know how many voted" asks how many voted. Such wordings have no
end.

The net sees vectors of each word, of the turn and of the question before it, all by the packaged encoder. Two
convolutions over neighbouring words give each word a kind of mark, and what they find in all words gives the act. It
is fitted by tests/benchmarks/turn_reader/fit.py on turns that were made up for it. Source of reading marks and act
together: Liu and Lane (2016), arXiv:1609.01454.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from qa.language.patterns import regex
from qa.language.terms import content_terms

if TYPE_CHECKING:
    from embeddings.encoder import Encoder

WEIGHTS = Path(__file__).with_name("turn_reader.safetensors")
LONGEST = 400
"""Characters of a turn, at most: what is longer is read by rules alone."""
HEADS = 3
"""In how many ways the words of a turn are weighed against each other."""
NEIGHBOURS = 5
"""How many words a convolution sees, the one in the middle included."""
_WORD = regex(r"\w+(?:['’.-]\w+)*|[^\w\s]")
_ENDS = " ,;:"

Floats = NDArray[np.float32]


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


class MarkKind(StrEnum):
    """What marked words name."""

    NONE = "-"
    SPEAKER = "speaker"
    TOPIC = "topic"
    TIME = "time"
    OUTLET = "outlet"
    QUESTION = "question"


ACTS, KINDS = tuple(TurnAct), tuple(MarkKind)


class Mark(NamedTuple):
    """Words of a turn that name what is wanted, as they were typed, and where they begin in it."""

    kind: MarkKind
    text: str
    start: int


class TurnReading(NamedTuple):
    """What a turn does, how sure that is (0..1), and its marked words, in their order."""

    act: TurnAct
    sure: float
    marks: tuple[Mark, ...]


def words_of(turn: str) -> list[tuple[int, int]]:
    """Return where each word and each mark of a turn stands."""
    return [match.span() for match in _WORD.finditer(turn)]


def shapes_of(turn: str, words: Sequence[tuple[int, int]]) -> Floats:
    """Return what vectors do not tell of each word, shape (words, 3): its capital, that it is the first, or a mark."""
    rows = [
        (turn[start].isupper(), number == 0, not turn[start].isalnum())
        for number, (start, _) in enumerate(words)
    ]
    return np.asarray(rows, np.float32)


def vectors_of(encoder: Encoder, turns: Sequence[tuple[str, str]]) -> Iterator[tuple[Floats, Floats]]:
    """Yield what `scores` takes of each turn, as (question before, turn); each has a word."""
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

    def read(self, before: str, turn: str) -> TurnReading | None:
        """Read a turn after the question before it; None for one without a word, or too long for this."""
        words = words_of(turn) if len(turn) <= LONGEST else []
        if not words:
            return None
        ((each, whole),) = vectors_of(self._encoder, [(before, turn)])
        kinds, acts = scores(_weights(), each, whole)
        odds = np.exp(acts - acts.max())
        best = int(odds.argmax())
        return TurnReading(
            ACTS[best],
            float(odds[best] / odds.sum()),
            tuple(_marks(turn, words, kinds.argmax(axis=1).tolist())),
        )


def scores(weights: dict[str, Floats], each: Floats, whole: Floats) -> tuple[Floats, Floats]:
    """Return the logits of each word's kind, shape (words, kinds), and of the acts, shape (acts,).

    Args:
        each: Of each word its vector in the turn alone, that in the turn after the question before it, and its shape.
        whole: The vectors of the turn, of both, and of the question before it, one after the other.
    """

    def linear(name: str, values: Floats) -> Floats:
        return np.asarray(values @ weights[f"{name}.weight"].T + weights[f"{name}.bias"])

    about = np.maximum(linear("whole", whole), 0)
    states = np.maximum(linear("each", each), 0) + about
    for layer in ("near", "far"):
        states = states + np.maximum(linear(layer, _neighbours(states)), 0)
    most = states.max(axis=0)
    weighed = np.exp(linear("weigh", states))
    weighed /= weighed.sum(axis=0)
    found = np.concatenate([most, (weighed.T @ states).ravel(), about, states[0], whole])
    acts = linear("act", np.maximum(linear("found", found), 0))
    return linear("kind", np.hstack([states, np.broadcast_to(most, states.shape)])), acts


def _neighbours(states: Floats) -> Floats:
    """Return beside each word's state those of its neighbours, in order; zeros before the first and after the last."""
    around = NEIGHBOURS // 2
    padded = np.pad(states, ((around, around), (0, 0)))
    return np.hstack([padded[at : at + len(states)] for at in range(NEIGHBOURS)])


def _marks(turn: str, words: Sequence[tuple[int, int]], kinds: Sequence[int]) -> Iterator[Mark]:
    """Yield each run of words of one kind that says something: "the" alone names nothing."""
    first = 0
    for at, number in enumerate(kinds):
        if at + 1 < len(kinds) and kinds[at + 1] == number:
            continue
        if KINDS[number] is not MarkKind.NONE:
            text = turn[words[first][0] : words[at][1]].strip(_ENDS)
            if content_terms(text) or KINDS[number] is MarkKind.QUESTION:
                yield Mark(KINDS[number], text, turn.index(text, words[first][0]))
        first = at + 1


@cache
def _weights() -> dict[str, Floats]:
    from safetensors.numpy import load_file

    return {name: values.astype(np.float32) for name, values in load_file(WEIGHTS).items()}
