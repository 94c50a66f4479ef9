from __future__ import annotations

import hashlib
import os
from pathlib import Path

import numpy as np
import pytest

from embeddings.checksums import remove, verify
from embeddings.encoder import Vectors
from embeddings.vector_index import Ids, VectorIndex, VectorIndexError, WrittenFile, write

DIM = 8


def some_vectors(count: int, seed: int = 0) -> Vectors:
    rows = np.random.default_rng(seed).normal(size=(count, DIM)).astype(np.float32)
    unit: Vectors = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit


def ids_of(*numbers: int) -> Ids:
    return np.array(numbers, dtype=np.int64)


def written(path: Path, vectors: Vectors, first: int = 1) -> WrittenFile:
    ids = np.arange(first, first + len(vectors), dtype=np.int64)
    return write(path, [(ids, vectors)], DIM)


def opened(path: Path, file: WrittenFile) -> VectorIndex:
    return VectorIndex.open(path, sha256=file.sha256, size=file.size)


def test_the_nearest_come_first_as_in_an_exact_comparison(tmp_path: Path) -> None:
    vectors, query = some_vectors(200), some_vectors(1, seed=1)[0]
    index = opened(tmp_path / "v.faiss", written(tmp_path / "v.faiss", vectors))

    found = index.search(query, 5)

    halved = vectors.astype(np.float16).astype(np.float32)
    assert [passage for passage, _ in found] == [int(i) + 1 for i in np.argsort(-(halved @ query))[:5]]
    assert [score for _, score in found] == pytest.approx(sorted(halved @ query, reverse=True)[:5], abs=1e-5)


def test_fewer_come_back_when_there_are_fewer(tmp_path: Path) -> None:
    vectors = some_vectors(3)
    index = opened(tmp_path / "v.faiss", written(tmp_path / "v.faiss", vectors))

    assert len(index.search(vectors[0], 50)) == 3
    assert len(index.search(vectors[0], 50, ids_of(2))) == 1
    assert index.search(vectors[0], 0) == []


def test_only_allowed_ids_are_found(tmp_path: Path) -> None:
    vectors = some_vectors(50)
    index = opened(tmp_path / "v.faiss", written(tmp_path / "v.faiss", vectors))

    found = index.search(vectors[0], 10, ids_of(7, 9, 1_000_000))

    assert sorted(passage for passage, _ in found) == [7, 9]
    assert index.search(vectors[0], 10, ids_of()) == []
    assert index.search(vectors[0], 10, ids_of(1_000_000)) == []


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    index = opened(tmp_path / "v.faiss", written(tmp_path / "v.faiss", some_vectors(0)))

    assert index.search(some_vectors(1)[0], 3) == []


def test_vectors_come_back_with_their_ids(tmp_path: Path) -> None:
    vectors = some_vectors(10)
    index = opened(tmp_path / "v.faiss", written(tmp_path / "v.faiss", vectors, first=40))

    batches = list(index.vectors(batch=4))

    assert np.concatenate([ids for ids, _ in batches]).tolist() == list(range(40, 50))
    halved = vectors.astype(np.float16).astype(np.float32)
    assert np.array_equal(np.concatenate([rows for _, rows in batches]), halved)


def test_paths_need_not_be_ascii(tmp_path: Path) -> None:
    folder = tmp_path / "Arché 文"
    folder.mkdir()
    vectors = some_vectors(5)

    index = opened(folder / "Öl.faiss", written(folder / "Öl.faiss", vectors))

    assert index.search(vectors[2], 1)[0][0] == 3


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "v.faiss"
    first = written(path, some_vectors(5))

    with pytest.raises(FileExistsError):
        written(path, some_vectors(6))

    assert verify(path, sha256=first.sha256)
    assert [p.name for p in tmp_path.iterdir() if p.name.endswith(".tmp")] == []


@pytest.mark.parametrize("position", [0, 40, 100, -1], ids=["head", "header", "data", "end"])
def test_a_flipped_bit_is_noticed(tmp_path: Path, position: int) -> None:
    path = tmp_path / "v.faiss"
    file = written(path, some_vectors(20))
    data = bytearray(path.read_bytes())
    data[position] ^= 1
    path.write_bytes(data)

    with pytest.raises(VectorIndexError):
        opened(path, file)
    assert not verify(path, sha256=file.sha256)


def test_a_torn_or_missing_file_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "v.faiss"
    file = written(path, some_vectors(20))
    path.write_bytes(path.read_bytes()[:-10])

    with pytest.raises(VectorIndexError):
        opened(path, file)

    remove(path)
    with pytest.raises(VectorIndexError):
        opened(path, file)


def test_a_file_that_was_changed_and_dated_back_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "v.faiss"
    file = written(path, some_vectors(20))
    opened(path, file)
    before = path.stat()
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    with path.open("r+b") as same:
        same.write(data)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    with pytest.raises(VectorIndexError):
        opened(path, file)


@pytest.mark.parametrize(
    ("at", "byte"), [(0, 0x78), (4, 9), (8, 200), (37, 0x78), (41, 9), (86, 9), (94, 9), (110, 1)]
)
def test_a_file_of_another_kind_is_refused_though_its_checksum_is_right(
    tmp_path: Path, at: int, byte: int
) -> None:
    path = tmp_path / "v.faiss"
    written(path, some_vectors(20))
    data = bytearray(path.read_bytes())
    data[at] = byte
    path.write_bytes(data)
    forged = WrittenFile(hashlib.sha256(data).hexdigest(), len(data), 20)

    with pytest.raises(VectorIndexError, match="another kind"):
        opened(path, forged)


def test_a_removed_file_still_answers_readers_that_have_it_open(tmp_path: Path) -> None:
    path = tmp_path / "v.faiss"
    vectors = some_vectors(30)
    index = opened(path, written(path, vectors))

    remove(path)

    assert list(tmp_path.iterdir()) == []
    assert index.search(vectors[4], 1)[0][0] == 5


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, limits[1]))
    try:
        with pytest.raises(OSError):
            written(tmp_path / "v.faiss", some_vectors(2000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert list(tmp_path.iterdir()) == []
