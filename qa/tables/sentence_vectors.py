"""Store the vectors of a passage's sentences in four bits a number: how each differs from the passage's vector.

A sentence says most of what its passage says, so what differs is small, and few levels are enough for it. Rows that
older programs wrote hold whole numbers of half precision; they are read as they are until they are packed.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from qa.datatypes import Vectors

_FOUR_BITS = b"\x01"
"""What packed vectors begin with. With it their length is odd, and that of numbers of half precision never is."""

_HALF = np.dtype("<f2")
_UPPER = np.array([0.1284, 0.3881, 0.6568, 0.9424, 1.2562, 1.6180, 2.0690, 2.7326], np.float32)
_LEVELS = np.concatenate([-_UPPER[::-1], _UPPER])
"""The sixteen levels that lose least of normally distributed numbers, as multiples of their deviation: Max, "Quantizing
for minimum distortion", 1960, table I."""

_BORDERS = (_LEVELS[1:] + _LEVELS[:-1]) / 2
_PAIRS = np.stack([np.tile(_LEVELS, 16), np.repeat(_LEVELS, 16)], axis=1).view(np.uint64).ravel()
"""The two numbers of each byte, the first in its lower half, as one: so they are looked up together."""

_WIDER = (0.9, 1.1, 1.35)
"""Multiples of a sentence's own deviation that are tried: its numbers are seldom quite normally distributed."""


def packed_sentences(passage: Vectors, sentences: bytes) -> bytes:
    """Return vectors of sentences, in half precision, as they are stored beside the vector of their passage.

    Args:
        passage: The passage's vector as it is read, shape (dim,).
    """
    if not sentences:
        return b""
    exact = np.frombuffer(sentences, _HALF).astype(np.float32).reshape(-1, len(passage))
    # Of what a damaged model makes, no factor is a number; whoever reads the vectors checks their lengths.
    with np.errstate(invalid="ignore", over="ignore"):
        scales, codes = _closest(passage, exact)
    filled = np.zeros((len(exact), 2 * _bytes_of(len(passage))), np.uint8)
    filled[:, : len(passage)] = codes
    pairs = filled[:, ::2] | filled[:, 1::2] << 4
    return _FOUR_BITS + np.concatenate([scales.view(np.uint8).reshape(-1, 4), pairs], axis=1).tobytes()


def are_packed(sentences: bytes) -> bool:
    """Return whether stored vectors of sentences are packed: older programs stored them in half precision."""
    return len(sentences) % 2 == 1


def sentences_in(sentences: bytes, dim: int) -> float:
    """Return how many vectors are stored; no whole number where something is missing."""
    if not are_packed(sentences):
        return len(sentences) / (dim * _HALF.itemsize)
    return (len(sentences) - 1) / (4 + _bytes_of(dim))


def unpacked_sentences(vectors: Vectors, stored: Sequence[bytes]) -> Vectors:
    """Return the vectors of the sentences of many passages, one after another.

    Args:
        vectors: Those of the passages, shape (n, dim).
        stored: What `packed_sentences` made for each, or an older program.

    Raises:
        ValueError: If that is no vectors of so many numbers.
    """
    dim = vectors.shape[1]
    counts = [sentences_in(each, dim) for each in stored]
    if any(not count.is_integer() for count in counts):
        raise ValueError("a part of a vector")
    each = np.asarray(counts, np.int64)
    packed = np.array([are_packed(some) for some in stored], bool)
    if packed.all():
        return _unpacked(np.repeat(vectors, each, axis=0), stored)
    found = np.empty((each.sum(), dim), np.float32)
    rows = np.repeat(packed, each)
    found[~rows] = np.frombuffer(b"".join(some for some in stored if not are_packed(some)), _HALF).reshape(
        -1, dim
    )
    found[rows] = _unpacked(
        np.repeat(vectors[packed], each[packed], axis=0), [some for some in stored if are_packed(some)]
    )
    return found


def _unpacked(passages: Vectors, stored: Sequence[bytes]) -> Vectors:
    """Return packed vectors; `passages` has the vector of its passage for each."""
    if any(each[:1] != _FOUR_BITS for each in stored):
        raise ValueError("vectors of another form")
    dim = passages.shape[1]
    rows = np.frombuffer(b"".join([each[1:] for each in stored]), np.uint8).reshape(-1, 4 + _bytes_of(dim))
    alike, deviation = np.ascontiguousarray(rows[:, :4]).view(_HALF).astype(np.float32).T
    found: Vectors = _PAIRS.take(rows[:, 4:]).view(np.float32)[:, :dim]
    # Crafted numbers may be infinite; whoever reads the vectors checks their lengths.
    with np.errstate(invalid="ignore", over="ignore"):
        found *= deviation[:, None]
        found += alike[:, None] * passages
    return found


def _closest(passage: Vectors, exact: Vectors) -> tuple[NDArray[np.float16], NDArray[np.uint8]]:
    """Return two factors of each vector, of its passage's vector and of its levels, and the numbers of these levels."""
    alike, length = _product(exact, passage), _product(exact, exact)
    other = _product(passage, passage) or np.float32(1)  # of a passage without a direction nothing is used
    across = exact - alike[:, None] * passage
    deviation = np.maximum(np.sqrt(np.mean(across**2, axis=1)), 1e-6)
    scales = np.full((len(exact), 2), np.nan, np.float32)
    codes = np.zeros(exact.shape, np.uint8)
    least = np.full(len(exact), np.inf, np.float32)
    for wider in _WIDER:
        tried = np.searchsorted(_BORDERS, across / (deviation * wider)[:, None])
        levels = _LEVELS[tried]
        both, own, right = _product(levels, passage), _product(levels, levels), _product(exact, levels)
        # The least squares of what is lost, and then the vector's own length.
        shared = np.maximum(own * other - both**2, 1e-12)
        first, second = (alike * own - right * both) / shared, (right * other - alike * both) / shared
        made = first**2 * other + 2 * first * second * both + second**2 * own
        longer = np.sqrt(length / np.maximum(made, 1e-12))
        lost = 2 * length - 2 * longer * (first * alike + second * right)
        better = lost < least
        scales[better] = np.stack([first * longer, second * longer], axis=1)[better]
        codes[better], least[better] = tried[better], lost[better]
    return scales.astype(_HALF), codes


def _product(left: Vectors, right: Vectors) -> Vectors:
    # Row by row: a matrix product adds up in another order when there are other rows.
    product: Vectors = np.sum(left * right, axis=-1)
    return product


def _bytes_of(dim: int) -> int:
    """Return the bytes of so many numbers of four bits, an even number."""
    return 2 * -(-dim // 4)
