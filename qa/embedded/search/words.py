"""Look up how many passages hold a word of the full text, and whether its postings are complete, without numpy."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from qa.embedded.database import Connection

PLACE_BYTES = 2
"""A passage's place in its segment takes so many bytes."""

MOST_DROPPED = 0.1
"""With a larger share of its passages dropped, a segment is written again without them."""

_SINCE = 5
"""The format since which a library has postings and their words in tables of their own; before, FTS5 is asked."""

_VERSIONS_SINCE = 8
"""The format since which each segment also has the versions of its passages."""


def has_postings(connection: Connection) -> bool:
    """Return whether a library has postings; one of an older format gets them when it is next written to."""
    return connection.library_format() >= _SINCE


def has_versions(connection: Connection) -> bool:
    """Return whether a library has the versions of the passages of each segment."""
    return connection.library_format() >= _VERSIONS_SINCE


def holding(connection: Connection, words: Sequence[str]) -> list[int]:
    """Return how many passages hold each of these tokens of the index."""
    rows = connection.execute(
        f"SELECT term, {_COUNT} WHERE term IN (SELECT value FROM json_each(?))".format(*_table(connection)),
        [json.dumps(words)],
    )
    found = {row["term"]: int(row["passages"]) for row in rows}
    return [found.get(word, 0) for word in words]


def beginning_with(connection: Connection, letter: str) -> Iterator[tuple[str, int]]:
    """Yield the tokens that begin with an ASCII letter, each with the number of passages that hold it."""
    rows = connection.execute(
        f"SELECT term, {_COUNT} WHERE term >= ? AND term < ?".format(*_table(connection)),
        [letter, chr(ord(letter) + 1)],
    )
    return ((row["term"], row["passages"]) for row in rows)


def numbers_of(connection: Connection, words: Iterable[str]) -> dict[str, int]:
    """Return the numbers of those of these tokens that some passage holds."""
    rows = connection.execute(
        "SELECT term, id FROM words WHERE term IN (SELECT value FROM json_each(?))", [json.dumps(list(words))]
    )
    return {row["term"]: row["id"] for row in rows}


def segments_are_due(connection: Connection) -> bool:
    """Return whether passages are in no segment yet or in two, many in one were dropped, or one lacks its versions."""
    row = connection.execute(
        """
        SELECT EXISTS (SELECT 1 FROM passages WHERE id > (SELECT coalesce(max(last), 0) FROM word_segments))
            OR EXISTS (SELECT 1 FROM word_segments WHERE length(dropped) > ? * passages)
            OR EXISTS (SELECT 1 FROM word_segments WHERE n NOT IN (SELECT segment FROM segment_versions))
        """,
        [PLACE_BYTES * MOST_DROPPED],
    ).fetchone()
    return bool(row[0]) or overlap(connection)


def overlap(connection: Connection) -> bool:
    """Return whether two segments cover the same passages."""
    row = connection.execute(
        """
        SELECT EXISTS (
            SELECT 1 FROM word_segments a JOIN word_segments b ON b.n <> a.n AND b.first BETWEEN a.first AND a.last
        )
        """
    ).fetchone()
    return bool(row[0])


def empty(connection: Connection) -> None:
    """Delete all segments and words, in the caller's transaction."""
    for table in ("word_postings", "word_lengths", "segment_versions", "word_segments", "words"):
        connection.execute(f"DELETE FROM {table}")


_COUNT = "{1} AS passages FROM {0}"


def _table(connection: Connection) -> tuple[str, str]:
    return ("words", "passages") if has_postings(connection) else ("passages_vocabulary", "doc")
