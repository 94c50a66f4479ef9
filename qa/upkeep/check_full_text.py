"""Check that the full-text index leads to the words in its own rows, each at its place.

SQLite's own check of the index needs a connection that writes, or a newer SQLite than Debian's.
"""

from __future__ import annotations

from collections.abc import Iterator

from qa.embedded.database import Connection
from qa.embedded.database_errors import lacks_memory
from qa.upkeep.findings import Trouble

_EVERY_WORD = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.every_word USING fts5vocab (main, passages_fts, instance)"
)


def words(connection: Connection) -> Iterator[Trouble]:
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
        for passage, terms in connection.execute("SELECT rowid, terms FROM passages_fts"):
            for place, term in enumerate(terms.split()):
                stored += hash((term, passage, place))
    except Exception as error:
        if lacks_memory(error):
            raise
        yield Trouble("words", f"the full-text index cannot be read: {error}")
        return
    if there != stored:
        yield Trouble("words", "the full-text index does not lead to the words of its passages")
