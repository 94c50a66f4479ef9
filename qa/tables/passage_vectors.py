"""Store the vectors of passages in one byte a number: a vector has length 1, so its direction is all that it is.

Rows that older programs wrote hold numbers of half precision; they are read as they are until they are packed. Either
way a vector comes out in half precision, which is what is published and compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa.datatypes import Vectors

_ONE_BYTE = b"\x02"
"""What packed vectors begin with. With it their length is odd, and that of numbers of half precision never is."""

_HALF = np.dtype("<f2")
_MOST = 127

_ROUNDED = 0.01
"""How far half precision may take the square of a length from 1, and more."""


def packed_vector(vector: Vectors) -> bytes:
    """Return a unit vector, shape (dim,), as it is stored; of an odd number of numbers, in half precision."""
    if len(vector) % 2:
        return half_precision(vector)
    # What an older program stored comes out as what is encoded again.
    vector = vector.astype(_HALF).astype(np.float32)
    # What a damaged model makes stays as it is: whoever reads vectors checks their lengths.
    if not are_unit(vector):
        return half_precision(vector)
    largest = np.abs(vector).max(initial=0) or np.float32(1)
    return _ONE_BYTE + np.rint(vector * (_MOST / largest)).astype(np.int8).tobytes()


def is_packed(stored: bytes) -> bool:
    """Return whether a stored vector is packed: older programs stored them in half precision."""
    return stored.startswith(_ONE_BYTE) and len(stored) % 2 == 1


def numbers_in(stored: bytes) -> float:
    """Return how many numbers a stored vector has; no whole number where half of one is missing."""
    return float(len(stored) - 1) if is_packed(stored) else len(stored) / _HALF.itemsize


def vectors_in(stored: Sequence[bytes], dim: int) -> NDArray[np.float16]:
    """Return many stored vectors in half precision, shape (n, dim).

    Raises:
        ValueError: If one of them is no vector of so many numbers.
    """
    if any(numbers_in(each) != dim for each in stored):
        raise ValueError(f"not a vector of {dim} numbers")
    packed = np.array([is_packed(each) for each in stored], bool)
    if packed.all():
        return _unpacked(stored, dim)
    found = np.empty((len(stored), dim), np.float16)
    whole = b"".join(each for each in stored if not is_packed(each))
    found[~packed] = np.frombuffer(whole, _HALF).reshape(-1, dim)
    if packed.any():
        found[packed] = _unpacked([each for each in stored if is_packed(each)], dim)
    return found


def vector_in(stored: bytes) -> Vectors:
    """Return one stored vector in single precision, shape (dim,). Raises ValueError if half a number is missing."""
    numbers = numbers_in(stored)
    if not numbers.is_integer():
        raise ValueError("half a number")
    found: Vectors = vectors_in([stored], int(numbers))[0].astype(np.float32)
    return found


def half_precision(vectors: Vectors) -> bytes:
    """Return vectors as bytes: little-endian numbers of half precision."""
    return vectors.astype(_HALF).tobytes()


def are_unit(vectors: NDArray[np.floating[Any]]) -> bool:
    """Return whether vectors, shape (..., dim), have length 1, or 0 as of a text without a word that the model knows.

    A damaged model may have made them, and they were sealed like others: "nan" would be shown as a score.
    """
    vectors = vectors.astype(np.float32, copy=False)
    squares = np.einsum("...i,...i->...", vectors, vectors)
    return bool(((np.abs(squares - 1) < _ROUNDED) | (squares == 0)).all())


def _unpacked(stored: Sequence[bytes], dim: int) -> NDArray[np.float16]:
    joined = np.frombuffer(b"".join(stored), np.int8).reshape(len(stored), 1 + dim)
    levels = joined[:, 1:].astype(np.int32)
    # Of whole numbers, so that it is the same on every machine, in whatever order they are added up.
    squares = np.einsum("ni,ni->n", levels, levels)
    found: NDArray[np.float16] = (levels / np.sqrt(np.maximum(squares, 1))[:, None]).astype(np.float16)
    return found
