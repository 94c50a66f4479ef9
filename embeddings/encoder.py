"""Define what every encoder offers: text in, unit vectors out."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
"""Shape (n, dim). Every row has length 1, so an inner product is a cosine."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ModelIdentity:
    """Which model made a vector. Two encoders with equal identities make interchangeable vectors.

    `sha256` covers the weights, the tokenizer and the pooling.
    """

    name: str
    sha256: str
    dim: int
    max_tokens: int


class EncodedText(NamedTuple):
    """One text's vector, shape (dim,), and one vector per requested span, shape (spans, dim)."""

    vector: Vectors
    span_vectors: Vectors


Encoded = Generator[EncodedText, None, None]
"""What was encoded, in order. Closed before its end, it computes no more."""


class Encoder(Protocol):
    """Turns text into unit vectors. Safe to call from several threads.

    Queries and passages have separate methods because many retrieval models
    were trained with a different prefix for each.
    """

    @property
    def identity(self) -> ModelIdentity: ...

    def encode_query(self, text: str) -> Vectors:
        """Encode a question. The result has shape (dim,)."""
        ...

    def encode_passages(self, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> Encoded:
        """Encode texts and spans of them, in order; while some are taken, the next may already be computed.

        `spans[i]` are character offsets into `texts[i]`: each gets the normalised mean of its token states, from the
        same pass. A span with no token left (cut off at the model's limit) gets the text's vector.
        """
        ...

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Return the number of word pieces in each text, without special tokens and without a limit."""
        ...
