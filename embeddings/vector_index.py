"""Write and search the vector index: an immutable FAISS file per generation, memory-mapped by any number of readers.

A file that readers may have mapped is never written again: overwriting it would kill them with SIGBUS. FAISS itself
does not notice a flipped byte. So each file gets a new name, and its SHA-256 is kept elsewhere.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from embeddings.checksums import is_whole, mark_verified, sha256_of, sync_folder
from embeddings.encoder import Vectors
from embeddings.index_formats import kind_of
from embeddings.memory import ran_out_of_memory, require_room, threads_of_blas

Ids = NDArray[np.int64]

_BLOCK = 1 << 20

_ROUNDS = 8
"""Of k-means: more find hardly better centroids, and each takes as long."""
_SHARE = 8
"""A search in lists compares the query with one in so many vectors, and with more for many results or few allowed."""
_FOR_EACH = 500
"""The least vectors that are compared for each result: the hundredth nearest is less often in a near list."""


class VectorIndexError(Exception):
    """The file is missing, damaged, or not the one that was written."""


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """An index file that was written: its checksum, its size in bytes and its number of vectors."""

    sha256: str
    size: int
    count: int


def write(
    path: Path, batches: Iterable[tuple[Ids, Vectors]], dim: int, centroids: Vectors | None = None
) -> WrittenFile:
    """Write an index of fp16 vectors to a new file, durably, and check what is on the disk.

    Args:
        path: Must not exist yet.
        batches: Ids, each once in all, with their vectors of shape (n, dim).
        centroids: If given, each vector goes to the list of the nearest of these, and a search may compare few lists.

    Raises:
        MemoryError: If there is not enough of it.
        VectorIndexError: If what was read back is not what was written.
        OSError: If the disk is full or fails. Nothing is left at `path` then.
    """
    faiss = _faiss()
    faiss.omp_set_num_threads(1)
    half = faiss.ScalarQuantizer.QT_fp16
    if centroids is None:
        flat = faiss.IndexScalarQuantizer(dim, half, faiss.METRIC_INNER_PRODUCT)
        index = faiss.IndexIDMap2(flat)
    else:
        coarse = faiss.IndexFlatIP(dim)
        coarse.add(np.ascontiguousarray(centroids, dtype=np.float32))
        index = faiss.IndexIVFScalarQuantizer(
            coarse, dim, len(centroids), half, faiss.METRIC_INNER_PRODUCT, False
        )
        # Centroids are all that is to be learned: half precision is the same for all vectors.
        index.is_trained = True
    return _filled(index, batches, path)


def extend(
    path: Path, earlier: Path, kept: Ids, batches: Iterable[tuple[Ids, Vectors]], size: int
) -> WrittenFile:
    """Write an index in lists that goes on from an earlier one: its vectors of these ids, and more.

    Each new vector goes to its list, and none of the others is compared with anything: it takes as long as copying.

    Args:
        path: Must not exist yet.
        earlier: The file, which was found whole.
        kept: Which of its vectors to keep, at least one.
        batches: Further ids, with their vectors.
        size: That of the earlier file.

    Raises:
        VectorIndexError: If the earlier file is not one in lists or lacks one of these ids; all else as `write` does.
    """
    faiss = _faiss()
    faiss.omp_set_num_threads(1)
    index = _read(earlier, size, mapped=False)
    if not _in_lists(index):
        raise VectorIndexError(f"{earlier} does not keep its vectors in lists")
    bitmap = _bitmap(kept)
    members = faiss.IDSelectorBitmap(bitmap)
    index.remove_ids(faiss.IDSelectorNot(members))
    if index.ntotal != len(kept):
        raise VectorIndexError(f"{earlier} lacks vectors that it should have")
    return _filled(index, batches, path)


def centroids_of(sample: Vectors, count: int) -> Vectors:
    """Return so many points around which vectors like these are spread: their means by k-means, each of length 1.

    The same sample, of at least as many vectors, gives the same.
    """
    faiss = _faiss()
    faiss.omp_set_num_threads(1)
    means = faiss.Kmeans(
        sample.shape[1], count, niter=_ROUNDS, spherical=True, seed=1, min_points_per_centroid=1
    )
    means.train(np.ascontiguousarray(sample, dtype=np.float32))
    found: Vectors = means.centroids
    return found


def _filled(index: Any, batches: Iterable[tuple[Ids, Vectors]], path: Path) -> WrittenFile:
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
        if not is_whole(path, sha256=sha256, size=size):
            raise VectorIndexError(f"{path} is not the file that was written")
        return cls(_read(path, size, mapped=True))

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def lists(self) -> int:
        """How many lists the vectors are in; 1 if each search compares all."""
        return int(self._index.nlist) if _in_lists(self._index) else 1

    def search(self, query: Vectors, k: int, allowed: Ids | None = None) -> list[tuple[int, float]]:
        """Return (id, score) of the nearest vectors, best first: k of them, or as many as there are.

        Of vectors in lists, those whose centroids are nearest to the query are searched: as many as hold an eighth of
        all vectors, or more if k is large. Where no more than that are allowed, all lists are, so nothing is missed.

        Args:
            query: Shape (dim,).
            allowed: If given, only these ids may be found.
        """
        members = len(self) if allowed is None else len(allowed)
        k = min(k, members, len(self))
        if k <= 0:
            return []
        compared = max(len(self) // _SHARE, _FOR_EACH * k)
        lists = min(self.lists, -(-self.lists * compared // members))
        found = self._nearest(query, k, allowed, lists)
        if len(found) < k and lists < self.lists:
            found = self._nearest(query, k, allowed, self.lists)
        return found

    def _nearest(self, query: Vectors, k: int, allowed: Ids | None, lists: int) -> list[tuple[int, float]]:
        faiss = _faiss()
        # OpenMP keeps this setting per thread. Two threads make a single query slower, not faster.
        faiss.omp_set_num_threads(1)
        only = None
        if allowed is not None:
            bitmap = _bitmap(allowed)
            only = faiss.IDSelectorBitmap(bitmap)
        if _in_lists(self._index):
            parameters = faiss.SearchParametersIVF(sel=only, nprobe=lists)
        else:
            parameters = None if only is None else faiss.SearchParameters(sel=only)
        rows = np.ascontiguousarray(query, dtype=np.float32).reshape(1, -1)
        scores, ids = self._index.search(rows, k, params=parameters)
        # FAISS pads a short result with id -1.
        return [(int(i), float(s)) for i, s in zip(ids[0], scores[0], strict=True) if i >= 0]

    def vectors(self, batch: int = 4096) -> Iterator[tuple[Ids, Vectors]]:
        """Yield all ids with their vectors: in the order in which they were written, or list by list."""
        faiss = _faiss()
        if _in_lists(self._index):
            yield from self._in_each_list()
            return
        ids = faiss.vector_to_array(self._index.id_map)
        for start in range(0, len(ids), batch):
            part = ids[start : start + batch]
            yield part, self._index.index.reconstruct_n(start, len(part))

    def _in_each_list(self) -> Iterator[tuple[Ids, Vectors]]:
        faiss = _faiss()
        held, dim = self._index.invlists, self._index.d
        for number in range(self.lists):
            size = held.list_size(number)
            if size:
                # Copied: what a caller keeps must not depend on the file.
                ids = faiss.rev_swig_ptr(held.get_ids(number), size).copy()
                codes = faiss.rev_swig_ptr(held.get_codes(number), size * held.code_size)
                yield ids, codes.view(np.float16).reshape(size, dim).astype(np.float32)


def _read(path: Path, size: int, *, mapped: bool) -> Any:
    faiss = _faiss()
    try:
        if kind_of(path, size) is None:
            raise VectorIndexError(f"{path} is another kind of index than this program writes")
        if os.name == "nt" and not str(path).isascii():
            # FAISS opens files by narrow strings, which Windows does not read as UTF-8.
            return faiss.deserialize_index(np.fromfile(path, dtype=np.uint8))
        return faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC if mapped else 0)
    except (OSError, RuntimeError) as error:
        if ran_out_of_memory(error):
            raise
        raise VectorIndexError(f"{path} cannot be opened: {error}") from error


def _in_lists(index: Any) -> bool:
    return isinstance(index, _faiss().IndexIVF)


def _bitmap(ids: Ids) -> NDArray[np.uint8]:
    members = np.zeros(int(ids.max()) + 1, dtype=bool)
    members[ids] = True
    return np.packbits(members, bitorder="little")


_FAISS, _FAISS_FOR_EACH_THREAD = 215_000_000, 135_000_000
"""Bytes that loading faiss takes: measured, 202 MiB and 128 MiB for each thread of its OpenBLAS beyond the first."""


def _faiss() -> Any:
    if "faiss" not in sys.modules:
        # Its OpenBLAS crashes where it gets no memory.
        require_room(_FAISS + _FAISS_FOR_EACH_THREAD * (threads_of_blas("OMP_NUM_THREADS") - 1))
    # Its type stubs lag behind its Python wrappers.
    import faiss

    return faiss


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
