from __future__ import annotations

import hashlib
import os
from pathlib import Path

import numpy as np
import pytest

from embeddings.checksums import remove, verify
from embeddings.encoder import Vectors
from embeddings.index_formats import kind_of
from embeddings.vector_index import (
    Ids,
    VectorIndex,
    VectorIndexError,
    WrittenFile,
    centroids_of,
    extend,
    write,
)

DIM = 8


def some_vectors(count: int, seed: int = 0) -> Vectors:
    rows = np.random.default_rng(seed).normal(size=(count, DIM)).astype(np.float32)
    unit: Vectors = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit


def halves(count: int, seed: int = 0) -> Vectors:
    """Return unit vectors that half precision does not change."""
    return some_vectors(count, seed).astype(np.float16).astype(np.float32)


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


def in_lists(path: Path, vectors: Vectors, lists: int = 40) -> WrittenFile:
    ids = np.arange(1, len(vectors) + 1, dtype=np.int64)
    return write(path, [(ids, vectors)], DIM, centroids_of(vectors, lists))


def exactly(vectors: Vectors, query: Vectors, ids: Ids, k: int) -> list[int]:
    return [int(ids[i]) for i in np.argsort(-(vectors[ids - 1] @ query))[:k]]


def test_a_search_in_lists_finds_nearly_all_of_the_nearest(tmp_path: Path) -> None:
    vectors, queries = halves(6000), some_vectors(40, seed=1)
    index = opened(tmp_path / "v.faiss", in_lists(tmp_path / "v.faiss", vectors))
    ids = np.arange(1, 6001, dtype=np.int64)

    found = [{passage for passage, _ in index.search(query, 2)} for query in queries]

    wanted = [set(exactly(vectors, query, ids, 2)) for query in queries]
    assert sum(len(one & other) for one, other in zip(found, wanted, strict=True)) >= 0.98 * 80
    assert index.lists == 40


@pytest.mark.parametrize("of_each", [8, 60], ids=["an eighth", "a sixtieth"])
def test_of_few_allowed_ids_none_is_missed(tmp_path: Path, of_each: int) -> None:
    vectors, queries = halves(6000), some_vectors(40, seed=1)
    index = opened(tmp_path / "v.faiss", in_lists(tmp_path / "v.faiss", vectors))
    allowed = np.arange(1, 6001, of_each, dtype=np.int64)

    for query in queries:
        assert [passage for passage, _ in index.search(query, 2, allowed)] == exactly(
            vectors, query, allowed, 2
        )


def test_allowed_ids_that_are_all_far_from_the_query_are_found(tmp_path: Path) -> None:
    vectors, here = halves(6000), np.eye(1, DIM, dtype=np.float32)[0]
    vectors[:, 0] = np.where(np.arange(6000) < 3000, 1, -1) * abs(vectors[:, 0])
    centroids = np.stack([here, 0.9 * here, 0.8 * here, -here])
    ids = np.arange(1, 6001, dtype=np.int64)
    index = opened(tmp_path / "v.faiss", write(tmp_path / "v.faiss", [(ids, vectors)], DIM, centroids))

    # Half of all, so that half of the lists are searched first: those of the others.
    found = index.search(here, 2, ids[3000:])

    assert [score for _, score in found] == pytest.approx(sorted(vectors[3000:, 0])[:-3:-1], abs=1e-3)


def test_many_results_of_an_index_in_lists_are_exact(tmp_path: Path) -> None:
    vectors, query = halves(300), some_vectors(1, seed=1)[0]
    index = opened(tmp_path / "v.faiss", in_lists(tmp_path / "v.faiss", vectors))

    assert [passage for passage, _ in index.search(query, 400)] == exactly(
        vectors, query, np.arange(1, 301), 300
    )


def test_vectors_in_lists_come_back_with_their_ids(tmp_path: Path) -> None:
    vectors = halves(300)
    index = opened(tmp_path / "v.faiss", in_lists(tmp_path / "v.faiss", vectors))

    batches = list(index.vectors())

    assert sorted(np.concatenate([ids for ids, _ in batches]).tolist()) == list(range(1, 301))
    assert all(np.array_equal(rows, vectors[ids - 1]) for ids, rows in batches)


def test_equal_vectors_leave_most_lists_empty_and_are_found(tmp_path: Path) -> None:
    vectors = np.tile(halves(1), (300, 1))

    index = opened(tmp_path / "v.faiss", in_lists(tmp_path / "v.faiss", vectors))

    assert len(index.search(vectors[0], 250)) == 250


def test_an_extended_index_has_what_was_kept_and_what_is_new(tmp_path: Path) -> None:
    vectors = halves(400)
    first = in_lists(tmp_path / "v.faiss", vectors[:300])
    kept = np.arange(11, 301, dtype=np.int64)
    new = (np.arange(301, 401, dtype=np.int64), vectors[300:])

    file = extend(tmp_path / "w.faiss", tmp_path / "v.faiss", kept, [new], first.size)

    index = opened(tmp_path / "w.faiss", file)
    ids, query = np.arange(11, 401, dtype=np.int64), some_vectors(1, seed=1)[0]
    assert [passage for passage, _ in index.search(query, 400)] == exactly(vectors, query, ids, 390)
    assert file.count == 390
    assert opened(tmp_path / "v.faiss", first).search(vectors[0], 1)[0][0] == 1


def test_an_index_that_lacks_a_vector_or_has_no_lists_is_not_extended(tmp_path: Path) -> None:
    lists = in_lists(tmp_path / "v.faiss", halves(300))
    flat = written(tmp_path / "f.faiss", halves(300))

    with pytest.raises(VectorIndexError, match="lacks"):
        extend(tmp_path / "w.faiss", tmp_path / "v.faiss", ids_of(1, 2, 301), [], lists.size)
    with pytest.raises(VectorIndexError, match="lists"):
        extend(tmp_path / "w.faiss", tmp_path / "f.faiss", ids_of(1, 2), [], flat.size)
    assert not (tmp_path / "w.faiss").exists()


# Its centroids begin at byte 98 and end at 1378.
@pytest.mark.parametrize(
    "at",
    [3, 4, 8, 32, 33, 37, 41, 53, 57, 61, 85, 90, 1378, 1379, 1387, 1403, 1411, 1428, 1436, 1440, 1452, 1456],
)
@pytest.mark.parametrize("lists", [40, 39], ids=["full", "mostly empty"])
def test_an_index_in_lists_of_another_kind_is_refused(tmp_path: Path, at: int, lists: int) -> None:
    path = tmp_path / "v.faiss"
    vectors = halves(300) if lists == 40 else np.tile(halves(1), (300, 1))
    in_lists(path, vectors)
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)

    assert kind_of(path, len(data)) is None
    with pytest.raises(VectorIndexError, match="another kind"):
        opened(path, WrittenFile(hashlib.sha256(data).hexdigest(), len(data), 300))


@pytest.mark.parametrize("length", [0, 50, 120, 1400, 1500, 3000])
def test_a_part_of_an_index_is_of_no_kind(tmp_path: Path, length: int) -> None:
    path = tmp_path / "v.faiss"
    in_lists(path, halves(300))
    path.write_bytes(path.read_bytes()[:length])

    assert kind_of(path, length) is None
