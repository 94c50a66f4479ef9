"""Pool token states into unit vectors."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from embeddings.encoder import Span, Vectors
from embeddings.errors import DamagedModelError


def unit(vectors: Vectors) -> Vectors:
    """Scale the last axis to length 1. A zero vector, of a text without a word that the model knows, stays zero.

    Raises:
        DamagedModelError: If there are numbers that only a damaged model gives: a score of them would mean nothing.
    """
    with np.errstate(over="ignore", invalid="ignore"):
        lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    if not np.isfinite(lengths).all():
        raise DamagedModelError("The model gives numbers that are none. Run `qa doctor --repair`.")
    return np.asarray(vectors / np.maximum(lengths, np.finfo(np.float32).tiny), dtype=np.float32)


def pool_text(states: Vectors) -> Vectors:
    """Return the unit mean of all token states, special tokens included, as sentence-transformers does it.

    Args:
        states: Shape (tokens, dim), padding cut off.
    """
    return unit(states.mean(axis=0))


def pool_spans(
    states: Vectors, starts: NDArray[np.int64], spans: Sequence[Span], text_vector: Vectors
) -> Vectors:
    """Return the unit mean of the token states of each span, shape (spans, dim).

    A token belongs to the span in which it starts, so that of two neighbouring spans exactly one has it.

    Args:
        states: Shape (tokens, dim), padding cut off.
        starts: Where each token starts in the text, in code points; -1 for a special token.
        spans: Character offsets into the text.
        text_vector: The vector of a span without a token.
    """
    bounds = np.asarray(spans, dtype=np.int64).reshape(-1, 2)
    inside = (starts >= bounds[:, :1]) & (starts < bounds[:, 1:]) & (starts >= 0)
    vectors = unit(inside.astype(np.float32) @ states)
    vectors[~inside.any(axis=1)] = text_vector
    return vectors
