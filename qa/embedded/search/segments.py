"""Keep the postings of full text: which passages hold a term and how often, in segments that are written whole.

A segment covers a range of passages. Each transaction adds one for its new passages, together with the small ones
before it, so that there are few. Passages that were dropped are noted beside their segment until it is written again.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable

from qa.datatypes import VersionHandle
from qa.embedded.database import Connection
from qa.embedded.search.postings import (
    SPAN,
    Contents,
    key_of,
    put_dropped,
    put_segment,
    put_versions,
    read_segment,
)
from qa.embedded.search.stored_terms import terms_of, terms_table
from qa.embedded.search.words import MOST_DROPPED, PLACE_BYTES, numbers_of, overlap
from qa.tables.connection import Counted

_TAKES_OVER = 3
"""A segment before new passages is written again with them if it holds at most so many times as many."""


def write_due(connection: Connection) -> None:
    """Add the passages that are in no segment, and leave out many dropped ones, in the caller's transaction."""
    _part_overlapping(connection)
    add_new(connection)
    rewrite_without_dropped(connection, MOST_DROPPED)
    put_due_versions(connection)


def put_due_versions(connection: Connection) -> None:
    """Store the versions of the passages of each segment that lacks them, in the caller's transaction."""
    new = connection.execute(
        "SELECT * FROM word_segments WHERE n NOT IN (SELECT segment FROM segment_versions)"
    )
    for row in new.fetchall():
        segment = read_segment(row)
        rows = connection.execute(
            "SELECT id, version FROM passages WHERE id BETWEEN ? AND ?", [segment.first, segment.last]
        )
        put_versions(connection, segment, [(row["id"], row["version"]) for row in rows])


def add_new(connection: Connection, counted: Counted | None = None) -> None:
    """Add the passages that no segment covers yet, in the caller's transaction.

    Args:
        counted: Called after each step: a library may have no segment yet.
    """
    segments = connection.execute(
        "SELECT first, last, passages FROM word_segments ORDER BY first DESC"
    ).fetchall()
    end = segments[0]["last"] if segments else 0
    first, last, count = connection.execute(
        "SELECT min(id), max(id), count(1) FROM passages WHERE id > ?", [end]
    ).fetchone()
    if not count:
        return
    new = range(first, last + 1, SPAN)
    for segment in segments:
        if segment["last"] - segment["first"] + 1 == SPAN or segment["passages"] > _TAKES_OVER * count:
            break
        first, count = segment["first"], count + segment["passages"]
    # All that are taken over, since one of them may reach over a border of those that are written.
    _remove(connection, first, last)
    written = range(first, last + 1, SPAN)
    steps = [*((_count_words, start) for start in new), *((_write, start) for start in written)]
    for number, (step, start) in enumerate(steps, 1):
        step(connection, start, min(start + SPAN - 1, last))
        if counted is not None:
            counted(number, len(steps))


def drop(connection: Connection, version: VersionHandle) -> None:
    """Note that the passages of a version are about to be deleted, in the caller's transaction."""
    rows = connection.execute(
        f"""
        SELECT p.id, terms_in(f.terms) AS terms, s.n FROM passages p
        CROSS JOIN word_segments s ON p.id BETWEEN s.first AND s.last
        LEFT JOIN {terms_table(connection)} f ON f.rowid = p.id WHERE p.version = ?
        """,
        [version],
    ).fetchall()
    gone: Counter[str] = Counter()
    for row in rows:
        gone.update(_words(row["terms"] or ""))
    connection.executemany(
        "UPDATE words SET passages = passages - ? WHERE term = ?", [(n, word) for word, n in gone.items()]
    )
    connection.executemany("DELETE FROM words WHERE term = ? AND passages <= 0", [(word,) for word in gone])
    for number in {row["n"] for row in rows}:
        segment = read_segment(
            connection.execute("SELECT * FROM word_segments WHERE n = ?", [number]).fetchone()
        )
        places = [row["id"] - segment.first for row in rows if row["n"] == number]
        put_dropped(connection, segment, places)


def rewrite_without_dropped(connection: Connection, share: float) -> None:
    """Write the segments again of which more than a share was dropped, in the caller's transaction."""
    for row in connection.execute("SELECT first, last, passages, dropped FROM word_segments").fetchall():
        if len(row["dropped"]) // PLACE_BYTES > share * row["passages"]:
            _remove(connection, row["first"], row["last"])
            _write(connection, row["first"], row["last"])


def _count_words(connection: Connection, first: int, last: int) -> None:
    found: Counter[str] = Counter()
    for row in connection.execute(
        f"SELECT terms_in(terms) AS terms FROM {terms_table(connection)} WHERE rowid BETWEEN ? AND ?",
        [first, last],
    ):
        found.update(_words(terms_of(row)))
    connection.executemany(
        """
        INSERT INTO words (term, passages) VALUES (?, ?)
        ON CONFLICT (term) DO UPDATE SET passages = passages + excluded.passages
        """,
        sorted(found.items()),
    )


def _words(terms: str) -> Iterable[str]:
    return filter(None, set(terms.split(" ")))


def _part_overlapping(connection: Connection) -> None:
    """Write all segments again where two cover the same passages: earlier programs could leave one that was taken over.

    Such passages would be found twice.
    """
    if not overlap(connection):
        return
    first, last = connection.execute("SELECT min(first), max(last) FROM word_segments").fetchone()
    _remove(connection, first, last)
    for start in range(first, last + 1, SPAN):
        _write(connection, start, min(start + SPAN - 1, last))


def _remove(connection: Connection, first: int, last: int) -> None:
    """Delete the segments that lie within a range."""
    inside = connection.execute("SELECT n FROM word_segments WHERE first >= ? AND last <= ?", [first, last])
    for (number,) in inside.fetchall():
        connection.execute(
            "DELETE FROM word_postings WHERE key BETWEEN ? AND ?", [key_of(number, 0), key_of(number + 1, -1)]
        )
        connection.execute("DELETE FROM word_lengths WHERE segment = ?", [number])
        connection.execute("DELETE FROM word_segments WHERE n = ?", [number])


def _write(connection: Connection, first: int, last: int) -> None:
    """Write the one segment of a range in which none is left; none where no passage is left."""
    numbers: dict[str, int] = {}
    words, places, lengths = array("I"), array("I"), array("I")
    rows = connection.execute(
        f"""
        SELECT rowid AS passage, terms_in(terms) AS terms FROM {terms_table(connection)}
        WHERE rowid BETWEEN ? AND ? ORDER BY rowid
        """,
        [first, last],
    )
    for row in rows:
        own = terms_of(row).split(" ")
        words.extend([numbers.setdefault(word, len(numbers)) for word in own])
        places.append(row["passage"] - first)
        lengths.append(len(own))
    if places:
        known = numbers_of(connection, filter(None, numbers))
        ids = [known.get(word, 0) for word in numbers]
        put_segment(connection, (first, last), ids, Contents(words, places, lengths))
