"""Write and search the vector index: an immutable FAISS file per generation, memory-mapped by any number of readers.

A file that readers may have mapped is never written again: overwriting it would kill them with SIGBUS. FAISS itself
does not notice a flipped byte. So each file gets a new name, and its SHA-256 is kept elsewhere.
"""

from __future__ import annotations

import hashlib
import os
import struct
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from embeddings.checksums import is_whole, mark_verified, sha256_of, sync_folder
from embeddings.encoder import Vectors
from embeddings.memory import ran_out_of_memory, require_room, threads_of_blas

Ids = NDArray[np.int64]

_BLOCK = 1 << 20


class VectorIndexError(Exception):
    """The file is missing, damaged, or not the one that was written."""


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """An index file that was written: its checksum, its size in bytes and its number of vectors."""

    sha256: str
    size: int
    count: int


def write(path: Path, batches: Iterable[tuple[Ids, Vectors]], dim: int) -> WrittenFile:
    """Write an index of fp16 vectors to a new file, durably, and check what is on the disk.

    Args:
        path: Must not exist yet.
        batches: Ids, each once in all, with their vectors of shape (n, dim).

    Raises:
        MemoryError: If there is not enough of it.
        VectorIndexError: If what was read back is not what was written.
        OSError: If the disk is full or fails. Nothing is left at `path` then.
    """
    faiss = _faiss()
    faiss.omp_set_num_threads(1)
    flat = faiss.IndexScalarQuantizer(dim, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
    index = faiss.IndexIDMap2(flat)
    for ids, vectors in batches:
        if len(ids):
            index.add_with_ids(np.ascontiguousarray(vectors, dtype=np.float32), ids)
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    beside.unlink(missing_ok=True)
    try:
        sha256, size = _stream(index, beside)
        if sha256_of(beside) != sha256:
            raise VectorIndexError(f"{beside} does not hold what was written to it")
        if path.exists():
            raise FileExistsError(f"{path} exists already")
        beside.rename(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
    mark_verified(path, sha256)
    return WrittenFile(sha256, size, int(index.ntotal))


class VectorIndex:
    """Searches one generation's vectors. Safe to use from several threads."""

    def __init__(self, index: Any) -> None:
        self._index = index

    @classmethod
    def open(cls, path: Path, *, sha256: str, size: int) -> VectorIndex:
        """Map a file into memory after checking it: by size each time, by SHA-256 once per file identity.

        Raises:
            VectorIndexError: If the file is missing or is not the one with this checksum.
        """
        faiss = _faiss()
        try:
            if not is_whole(path, sha256=sha256, size=size):
                raise VectorIndexError(f"{path} is not the file that was written")
            if not _is_of_our_kind(path, size):
                raise VectorIndexError(f"{path} is another kind of index than this program writes")
            if os.name == "nt" and not str(path).isascii():
                # FAISS opens files by narrow strings, which Windows does not read as UTF-8.
                return cls(faiss.deserialize_index(np.fromfile(path, dtype=np.uint8)))
            return cls(faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC))
        except (OSError, RuntimeError) as error:
            if ran_out_of_memory(error):
                raise
            raise VectorIndexError(f"{path} cannot be opened: {error}") from error

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def search(self, query: Vectors, k: int, allowed: Ids | None = None) -> list[tuple[int, float]]:
        """Return (id, score) of the nearest vectors, best first: k of them, or as many as there are.

        Args:
            query: Shape (dim,).
            allowed: If given, only these ids may be found.
        """
        faiss = _faiss()
        k = min(k, len(self) if allowed is None else len(allowed), len(self))
        if k <= 0:
            return []
        # OpenMP keeps this setting per thread. Two threads make a single query slower, not faster.
        faiss.omp_set_num_threads(1)
        parameters = None
        if allowed is not None:
            members = np.zeros(int(allowed.max()) + 1, dtype=bool)
            members[allowed] = True
            bitmap = np.packbits(members, bitorder="little")
            parameters = faiss.SearchParameters(sel=faiss.IDSelectorBitmap(bitmap))
        rows = np.ascontiguousarray(query, dtype=np.float32).reshape(1, -1)
        scores, ids = self._index.search(rows, k, params=parameters)
        # FAISS pads a short result with id -1.
        return [(int(i), float(s)) for i, s in zip(ids[0], scores[0], strict=True) if i >= 0]

    def vectors(self, batch: int = 4096) -> Iterator[tuple[Ids, Vectors]]:
        """Yield all ids with their vectors, in the order in which they were written."""
        faiss = _faiss()
        ids = faiss.vector_to_array(self._index.id_map)
        for start in range(0, len(ids), batch):
            part = ids[start : start + batch]
            yield part, self._index.index.reconstruct_n(start, len(part))


_FAISS, _FAISS_FOR_EACH_THREAD = 215_000_000, 135_000_000
"""Bytes that loading faiss takes: measured, 202 MiB and 128 MiB for each thread of its OpenBLAS beyond the first."""


def _faiss() -> Any:
    if "faiss" not in sys.modules:
        # Its OpenBLAS crashes where it gets no memory.
        require_room(_FAISS + _FAISS_FOR_EACH_THREAD * (threads_of_blas("OMP_NUM_THREADS") - 1))
    # Its type stubs lag behind its Python wrappers.
    import faiss

    return faiss


_HEAD = struct.Struct("<4s i q 16x b i 4s i q 16x b i i i f q q q q")


def _is_of_our_kind(path: Path, size: int) -> bool:
    """Whether a file's head describes exactly what `write` makes: ids over half-precision vectors, and no more.

    A checksum kept beside a file proves nothing if both come from somebody else, and FAISS trusts what it reads.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return False
    outer, dim, count, _, _, inner, inner_dim, inner_count, *_, sq_dim, code_size, trained, codes = (
        _HEAD.unpack(head)
    )
    return (
        (outer, inner) == (b"IxM2", b"IxSQ")
        and (dim, count) == (inner_dim, inner_count)
        and dim > 0
        and count >= 0
        and (sq_dim, code_size, trained, codes) == (dim, 2 * dim, 0, count * 2 * dim)
        and size == _HEAD.size + 8 + count * (2 * dim + 8)
    )


def _stream(index: Any, path: Path) -> tuple[str, int]:
    faiss = _faiss()
    digest, size, failure = hashlib.sha256(), 0, None
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:

        def put(data: bytes) -> int:
            nonlocal size, failure
            try:
                file.write(data)
            except (OSError, MemoryError) as error:
                # An exception would be lost on its way through C++.
                failure = error
                return 0
            digest.update(data)
            size += len(data)
            return len(data)

        try:
            faiss.write_index(index, faiss.BufferedIOWriter(faiss.PyCallbackIOWriter(put, _BLOCK), _BLOCK))
        except RuntimeError as error:
            if failure is None and ran_out_of_memory(error):
                raise
            raise failure or OSError(str(error)) from error
        if failure is not None:
            raise failure
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest(), size
