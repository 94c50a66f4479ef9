"""Write and read one segment of postings: for each term the places of the passages that hold it, and how often.

A passage's place is its distance from the segment's first. Everything is little-endian, and sealed row by row.
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from qa.embedded.database import Connection, Row
from qa.tables.seals import broken

SPAN = 1 << 16
"""How many passages a segment covers at most: a place in it takes two bytes."""

_WORD = (1 << 32) - 1

Places = NDArray[np.uint16]
Numbers = NDArray[np.uint8] | NDArray[np.uint16] | NDArray[np.uint32]


class Segment(NamedTuple):
    """A range of passages, and the places of those in it that were dropped since it was written."""

    n: int
    first: int
    last: int
    passages: int
    dropped: Places

    @property
    def span(self) -> int:
        return self.last - self.first + 1


class Posting(NamedTuple):
    """The passages that hold a term, in order, and how often each does; None: once."""

    places: Places
    counts: Numbers | None


class Contents(NamedTuple):
    """What a segment is made of: the numbers of all words, and the place and the number of words of each passage."""

    words: array[int]
    places: array[int]
    lengths: array[int]


def segments(connection: Connection) -> list[Segment]:
    """Return all segments, by their first passage."""
    return [read_segment(row) for row in connection.execute("SELECT * FROM word_segments ORDER BY first")]


def read_segment(row: Row) -> Segment:
    """Return a segment from its row. Raises DamagedIndexError if it is not what was stored."""
    found = Segment(
        row["n"], row["first"], row["last"], row["passages"], np.frombuffer(row["dropped"], "<u2")
    )
    if row["crc"] != _segment_seal(found) or not 0 <= found.last - found.first < SPAN:
        raise broken("The list of segments of full text")
    return found


def lengths_of(connection: Connection, segment: Segment) -> Numbers:
    """Return how many words each passage of a segment has, by place; 0 where there is no passage."""
    row = connection.execute("SELECT * FROM word_lengths WHERE segment = ?", [segment.n]).fetchone()
    if row is None or row["crc"] != _seal(segment.n, row["lengths"]):
        raise broken("A table of lengths of full text")
    return _numbers(row["lengths"], segment.span)


def stamps_of_versions(connection: Connection, some: Sequence[Segment]) -> list[int]:
    """Return a number for each segment that changes with the versions of its passages."""
    stamps = {
        row["segment"]: row["crc"] for row in connection.execute("SELECT segment, crc FROM segment_versions")
    }
    return [int(stamps.get(each.n, 0)) for each in some]


def versions_of(connection: Connection, segment: Segment) -> Numbers:
    """Return the number of the version that each passage of a segment is of, by place; 0 where there is no passage."""
    row = connection.execute("SELECT * FROM segment_versions WHERE segment = ?", [segment.n]).fetchone()
    if row is None or row["crc"] != _seal(segment.n, row["versions"]):
        raise broken("A table of versions of full text")
    return _numbers(row["versions"], segment.span)


def put_versions(connection: Connection, segment: Segment, passages: Sequence[tuple[int, int]]) -> None:
    """Store the versions of a segment's passages.

    Args:
        passages: The number of each passage and of its version.
    """
    by_place = np.zeros(segment.span, np.uint32)
    ids, versions = np.array(passages, np.int64).reshape(-1, 2).T
    by_place[ids - segment.first] = versions
    stored = _small(by_place, np.uint16)
    connection.execute(
        "INSERT INTO segment_versions VALUES (?, ?, ?)", [segment.n, stored, _seal(segment.n, stored)]
    )


def key_of(segment: int, word: int) -> int:
    """Return the key of a word's posting in a segment."""
    return (segment << 32) + word


def postings(
    connection: Connection, some: Sequence[Segment], words: Sequence[int]
) -> Iterator[tuple[int, int, Posting]]:
    """Yield the passages with each of some words: the word, the index of the segment, and the posting there.

    Raises:
        DamagedIndexError: If one is not what was stored.
    """
    index = {each.n: at for at, each in enumerate(some)}
    keys = [key_of(each.n, word) for word in words for each in some]
    rows = connection.execute(
        """
        SELECT p.key, p.places, p.counts, p.crc FROM json_each(?) k CROSS JOIN word_postings p ON p.key = k.value
        """,
        [json.dumps(keys)],
    )
    for key, places, counts, seal in rows:
        at = index[key >> 32]
        found = np.frombuffer(places, "<u2")
        if seal != _seal(key, places, counts) or not len(found) or found[-1] >= some[at].span:
            raise broken("A list of passages of full text")
        yield key & _WORD, at, Posting(found, _numbers(counts, len(found)) if counts else None)


def put_segment(
    connection: Connection, covered: tuple[int, int], ids: Sequence[int], contents: Contents
) -> None:
    """Store a new segment.

    Args:
        ids: The number in the table of words of each of the contents' words; 0 for none.
    """
    first, last = covered
    lengths = np.frombuffer(contents.lengths, np.uint32)
    places = np.frombuffer(contents.places, np.uint32)
    row = connection.execute(
        "INSERT INTO word_segments (first, last, passages, dropped, crc) VALUES (?, ?, ?, x'', 0) RETURNING n",
        [first, last, len(places)],
    ).fetchone()
    segment = Segment(row["n"], first, last, len(places), np.empty(0, np.uint16))
    put_dropped(connection, segment, [])
    by_place = np.zeros(segment.span, np.uint32)
    by_place[places] = lengths
    stored = _small(by_place, np.uint16)
    connection.execute(
        "INSERT INTO word_lengths VALUES (?, ?, ?)", [segment.n, stored, _seal(segment.n, stored)]
    )
    # Words and places in one number: sorted, each word's passages stand together and in order.
    keys = np.array(ids, np.uint64)[np.frombuffer(contents.words, np.uint32)] << 16
    keys |= np.repeat(places, lengths)
    keys, counts = np.unique(keys, return_counts=True)
    words = keys >> 16
    found = (keys & (SPAN - 1)).astype("<u2")
    borders = [0, *(np.flatnonzero(np.diff(words)) + 1).tolist(), len(words)]
    connection.executemany(
        "INSERT INTO word_postings VALUES (?, ?, ?, ?)",
        (
            _row(key_of(segment.n, int(words[at])), found[at:end], counts[at:end])
            for at, end in pairwise(borders)
            if words[at]
        ),
    )


def put_dropped(connection: Connection, segment: Segment, places: Sequence[int]) -> None:
    """Note that some more passages of a segment were dropped."""
    changed = segment._replace(dropped=np.union1d(segment.dropped, np.array(places, "<u2")).astype("<u2"))
    connection.execute(
        "UPDATE word_segments SET dropped = ?, crc = ? WHERE n = ?",
        [changed.dropped.tobytes(), _segment_seal(changed), segment.n],
    )


def _row(key: int, places: Places, counts: NDArray[np.int64]) -> tuple[int, bytes, bytes, int]:
    often = _small(counts, np.uint8) if counts.max() > 1 else b""
    stored = places.tobytes()
    return key, stored, often, _seal(key, stored, often)


def _small(numbers: NDArray[np.uint32] | NDArray[np.int64], least: type[np.uint8] | type[np.uint16]) -> bytes:
    """Return numbers as bytes of a smaller type, or of four bytes each where one does not fit."""
    fits = numbers.max() <= np.iinfo(least).max
    return numbers.astype(np.dtype(least if fits else np.uint32).newbyteorder("<")).tobytes()


def _numbers(data: bytes, count: int) -> Numbers:
    """Read so many numbers of one, two or four bytes each."""
    width = len(data) // count
    if width not in (1, 2, 4) or len(data) != width * count:
        raise broken("A list of numbers of full text")
    return np.frombuffer(data, f"<u{width}")


def _seal(key: int, places: bytes, counts: bytes = b"") -> int:
    return zlib.crc32(counts, zlib.crc32(places, zlib.crc32(b"%d" % key)))


def _segment_seal(segment: Segment) -> int:
    numbers = f"{segment.n} {segment.first} {segment.last} {segment.passages}"
    return zlib.crc32(segment.dropped.tobytes(), zlib.crc32(numbers.encode()))
