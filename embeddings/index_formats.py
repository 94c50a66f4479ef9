"""Tell the two kinds of index files that are written from each other and from anything else, by their bytes alone.

A checksum kept beside a file proves nothing if both come from somebody else, and FAISS trusts what it reads.
"""

from __future__ import annotations

import os
import struct
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO, Literal

Kind = Literal["exact", "lists"]
"""All vectors one after the other, or in lists, each around a centroid."""

_ID = 8
_HALF, _SINGLE = 2, 4
_FLAT = struct.Struct("<4s i q 16x b i 4s i q 16x b i i i f q q q q")
_LISTS = struct.Struct("<4s i q 16x b i Q Q 4s i q 16x b i Q")
_AFTER_CENTROIDS = struct.Struct("<b Q i i f Q Q Q Q b 4s Q Q 4s Q")
_TRAINED = [1, 0]
"""Ready to be searched, by inner product."""
_FP16 = 4
"""What FAISS calls half precision in a file."""


def kind_of(path: Path, size: int) -> Kind | None:
    """Return which kind of index a file of this size is, or None if it is none that this program writes.

    Raises:
        OSError: If the file cannot be read.
    """
    with path.open("rb") as file:
        if _is_flat(file, size):
            return "exact"
        file.seek(0)
        return "lists" if _is_in_lists(file, size) else None


def _is_flat(file: BinaryIO, size: int) -> bool:
    """Whether a file's head describes exactly ids over vectors of half precision, and no more."""
    head = file.read(_FLAT.size)
    if len(head) < _FLAT.size:
        return False
    outer, dim, count, _, _, inner, inner_dim, inner_count, *_, sq_dim, code_size, trained, codes = (
        _FLAT.unpack(head)
    )
    return (
        (outer, inner) == (b"IxM2", b"IxSQ")
        and (dim, count) == (inner_dim, inner_count)
        and dim > 0
        and count >= 0
        and (sq_dim, code_size, trained, codes) == (dim, _HALF * dim, 0, count * _HALF * dim)
        and size == _FLAT.size + 8 + count * (_HALF * dim + _ID)
    )


def _is_in_lists(file: BinaryIO, size: int) -> bool:
    """Whether a file describes exactly lists of vectors of half precision, with centroids in single, and no more."""
    head = file.read(_LISTS.size)
    if len(head) < _LISTS.size:
        return False
    outer, dim, count, *kind, lists, _, inner, inner_dim, inner_count, trained, metric, numbers = (
        _LISTS.unpack(head)
    )
    if (outer, inner, kind, [trained, metric]) != (b"IwSq", b"IxFI", _TRAINED, _TRAINED):
        return False
    if (inner_dim, inner_count, numbers) != (dim, lists, lists * dim) or dim <= 0 or lists <= 0:
        return False
    file.seek(lists * _SINGLE * dim, os.SEEK_CUR)
    middle = file.read(_AFTER_CENTROIDS.size)
    if len(middle) < _AFTER_CENTROIDS.size:
        return False
    *fields, how, listed = _AFTER_CENTROIDS.unpack(middle)
    code = _HALF * dim
    # No map of ids, and plain halves of whole vectors.
    if fields != [0, 0, _FP16, 0, 0, dim, code, 0, code, 0, b"ilar", lists, code]:
        return False
    if size != file.tell() + 8 * listed + count * (code + _ID):
        return False
    numbers_of_lists = struct.unpack(f"<{listed}Q", file.read(8 * listed))
    if how == b"full":
        return bool(listed == lists and sum(numbers_of_lists) == count)
    # Where most lists are empty, the others are named, in order.
    named, sizes = numbers_of_lists[::2], numbers_of_lists[1::2]
    in_order = all(one < other for one, other in pairwise((*named, lists)))
    return how == b"sprs" and listed % 2 == 0 and in_order and sum(sizes) == count
