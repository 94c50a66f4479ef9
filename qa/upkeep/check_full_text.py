"""Check that the full-text index leads to the words in its own rows, each at its place, and so do the postings.

SQLite's own check of the index needs a connection that writes, or a newer SQLite than Debian's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from qa.embedded.database import Connection
from qa.embedded.database_errors import lacks_memory
from qa.embedded.search.stored_terms import terms_table
from qa.embedded.search.words import has_postings, has_versions
from qa.errors import DamagedIndexError
from qa.upkeep.findings import Trouble

_EVERY_WORD = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.every_word USING fts5vocab (main, passages_fts, instance)"
)


def full_text_troubles(connection: Connection) -> Iterator[Trouble]:
    """Compare each (term, passage, place) in the index with the terms stored for the passages."""
    # Only a temporary table of this connection is made; the library is open for reading.
    connection.execute("PRAGMA query_only = OFF")
    connection.execute(_EVERY_WORD)
    connection.execute("PRAGMA query_only = ON")
    there = stored = 0
    try:
        # The index gives them by term, the rows by passage. A sum of hashes is the same in any order.
        for term, passage, place in connection.execute("SELECT term, doc, offset FROM temp.every_word"):
            there += hash((term, passage, place))
        for passage, terms in _stored(connection):
            for place, term in enumerate(terms.split()):
                stored += hash((term, passage, place))
    except Exception as error:
        if lacks_memory(error):
            raise
        yield Trouble("words", f"the full-text index cannot be read: {error}")
        return
    if there != stored:
        yield Trouble("words", "the full-text index does not lead to the words of its passages")
    if has_postings(connection):
        yield from _postings(connection)
    if has_versions(connection):
        yield from _versions(connection)


def _stored(connection: Connection) -> Iterator[tuple[int, str]]:
    """Yield each passage with its terms; without any where they cannot be read, which the check of rows finds."""
    rows = connection.execute(f"SELECT rowid, coalesce(terms_in(terms), '') FROM {terms_table(connection)}")
    return ((passage, terms) for passage, terms in rows)


def _postings(connection: Connection) -> Iterator[Trouble]:
    """Compare each (word, passage, number of times) in the postings, and the words' numbers, with the stored terms."""
    from qa.embedded.search.postings import lengths_of, postings, segments  # here: it loads numpy

    there = stored = 0
    words = {row["id"]: (row["term"], row["passages"]) for row in connection.execute("SELECT * FROM words")}
    holding = dict.fromkeys((term for term, _ in words.values()), 0)
    for passage, terms in _stored(connection):
        own = terms.split(" ")
        stored += hash((passage, len(own)))
        for term, count in Counter(filter(None, own)).items():
            stored += hash((term, passage, count))
            holding[term] = holding.get(term, 0) + 1
    try:
        for segment in segments(connection):
            gone = set(segment.dropped.tolist())
            for place, length in enumerate(lengths_of(connection, segment).tolist()):
                if length and place not in gone:
                    there += hash((segment.first + place, length))
            for number, _, posting in postings(connection, [segment], list(words)):
                term = words[number][0]
                places = posting.places.tolist()
                counts = [1] * len(places) if posting.counts is None else posting.counts.tolist()
                for place, count in zip(places, counts, strict=True):
                    if place not in gone:
                        there += hash((term, segment.first + place, count))
    except DamagedIndexError as error:
        yield Trouble("words", str(error))
        return
    if there != stored or holding != dict(words.values()):
        yield Trouble("words", "the postings of the full text are not those of its passages")


def _versions(connection: Connection) -> Iterator[Trouble]:
    """Compare the version that each passage of the segments is of with its row."""
    from qa.embedded.search.postings import segments, versions_of  # here: as above

    there = 0
    try:
        for segment in segments(connection):
            gone = set(segment.dropped.tolist())
            for place, version in enumerate(versions_of(connection, segment).tolist()):
                if version and place not in gone:
                    there += hash((segment.first + place, version))
    except DamagedIndexError as error:
        yield Trouble("words", str(error))
        return
    if there != sum(map(hash, map(tuple, connection.execute("SELECT id, version FROM passages")))):
        yield Trouble("words", "the full text is not of the versions of its passages")
