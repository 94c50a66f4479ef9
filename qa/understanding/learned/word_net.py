"""Tell what a text does, and which of its words name what is wanted: by a small net over vectors of its words.

Two convolutions over neighbouring words give each word a kind of mark, and what they find in all words gives the act.
Source of reading marks and act together: Liu and Lane (2016), arXiv:1609.01454. The vectors are those of the packaged
encoder, and the nets are fitted by tests/benchmarks/word_nets/fit.py on texts that were made up for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from qa.language.patterns import regex
from qa.language.terms import content_terms

LONGEST = 400
"""Characters of a text, at most: what is longer is read by rules alone."""
HEADS = 3
"""In how many ways the words of a text are weighed against each other."""
NEIGHBOURS = 5
"""How many words a convolution sees, the one in the middle included."""
_WORD = regex(r"\w+(?:['’.-]\w+)*|[^\w\s]")
_ENDS = " ,;:"

Floats = NDArray[np.float32]
Act = TypeVar("Act", bound=StrEnum)


class MarkKind(StrEnum):
    """What marked words name."""

    NONE = "-"
    SPEAKER = "speaker"
    TOPIC = "topic"
    TIME = "time"
    OUTLET = "outlet"
    QUESTION = "question"


KINDS = tuple(MarkKind)


class Mark(NamedTuple):
    """Words of a text that name what is wanted, as they were typed, and where they begin in it."""

    kind: MarkKind
    text: str
    start: int


class NetReading(NamedTuple, Generic[Act]):
    """What a text does, how sure that is (0..1), and its marked words, in their order."""

    act: Act
    sure: float
    marks: tuple[Mark, ...]


def words_of(text: str) -> list[tuple[int, int]]:
    """Return where each word and each punctuation mark of a text stands; nothing of one that is too long."""
    return [match.span() for match in _WORD.finditer(text)] if len(text) <= LONGEST else []


def shapes_of(text: str, words: Sequence[tuple[int, int]]) -> Floats:
    """Return what vectors do not tell of each word, shape (words, 3): its capital, that it is the first, or a mark."""
    rows = [
        (text[start].isupper(), number == 0, not text[start].isalnum())
        for number, (start, _) in enumerate(words)
    ]
    return np.asarray(rows, np.float32)


def reading(text: str, each: Floats, whole: Floats, weights: Path, acts: Sequence[Act]) -> NetReading[Act]:
    """Read a text by a net.

    Args:
        each: Of each word of the text its vectors and its shape, shape (words, ...).
        whole: The vectors of the text, one after the other.
        weights: The file of the net's weights.
        acts: What the net tells apart, in its order.
    """
    kinds, odds = scores(_loaded(weights), each, whole)
    odds = np.exp(odds - odds.max())
    best = int(odds.argmax())
    marks = _marks(text, words_of(text), kinds.argmax(axis=1).tolist())
    return NetReading(acts[best], float(odds[best] / odds.sum()), tuple(marks))


def scores(weights: dict[str, Floats], each: Floats, whole: Floats) -> tuple[Floats, Floats]:
    """Return the logits of each word's kind, shape (words, kinds), and of the acts, shape (acts,).

    Args:
        weights: Of the layers of `Net` in tests/benchmarks/word_nets/fit.py, by their names.
        each: Shape (words, ...).
        whole: Shape (...,).
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


def _marks(text: str, words: Sequence[tuple[int, int]], kinds: Sequence[int]) -> Iterator[Mark]:
    """Yield each run of words of one kind that says something: "the" alone names nothing."""
    first = 0
    for at, number in enumerate(kinds):
        if at + 1 < len(kinds) and kinds[at + 1] == number:
            continue
        if KINDS[number] is not MarkKind.NONE:
            marked = text[words[first][0] : words[at][1]].strip(_ENDS)
            if content_terms(marked) or (marked and KINDS[number] is MarkKind.QUESTION):
                yield Mark(KINDS[number], marked, text.index(marked, words[first][0]))
        first = at + 1


@cache
def _loaded(weights: Path) -> dict[str, Floats]:
    from safetensors.numpy import load_file

    return {name: values.astype(np.float32) for name, values in load_file(weights).items()}
