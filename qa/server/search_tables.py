"""Keep what a server's passages are found by, in the transactions that write them: full text and vectors."""

from __future__ import annotations

import json
import logging
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from qa.datatypes import VersionHandle
from qa.server.connections import ServerConnection
from qa.server.full_text import key_of
from qa.server.schema import OWN_TABLES
from qa.server.vector_index import vector_search
from qa.server.vector_index_builds import bring_indexes_up_to_date
from qa.tables.columns import COLUMNS
from qa.tables.connection import IndexedPassage
from qa.tables.passage_vectors import numbers_in
from qa.tables.rows import whole_vectors

logger = logging.getLogger(__name__)

_AT_ONCE = 1024
"""Passages that wait in memory until their terms are written: a common term's count is then written once for all."""


class SearchTables:
    """The tables `full_text`, `vocabulary`, `postings` and `vectors` of a library, and what `state` says of them.

    `let_others_commit` is called before an index of vectors is made, which takes long: from then on others may commit
    between two transactions of its writer.
    """

    def __init__(
        self, connection: ServerConnection, let_others_commit: Callable[[], None] = lambda: None
    ) -> None:
        self._connection = connection
        self._let_others_commit = let_others_commit
        self._gave_up = False
        self._waiting: list[IndexedPassage] = []

    def settle(self) -> None:
        """Write what waits, and number the state that the caller's transaction makes."""
        self._write()
        self._connection.execute("UPDATE state SET commit_number = commit_number + 1")

    def rolled_back(self) -> None:
        """Drop what waits: its transaction was undone."""
        self._waiting = []

    def add(self, passages: Sequence[IndexedPassage]) -> None:
        self._waiting += passages
        if len(self._waiting) >= _AT_ONCE:
            self._write()

    def move(self, version: VersionHandle) -> None:
        """Do nothing: what passages are searched by here names no version."""

    def drop(self, version: VersionHandle) -> None:
        stored = self._connection.execute(
            """
            SELECT p.id AS passage, f.terms FROM passages p LEFT JOIN full_text f ON f.passage = p.id
            WHERE p.version = ?
            """,
            [version],
        ).fetchall()
        rows = [row for row in stored if row["terms"] is not None]
        if len(rows) < len(stored):
            # Written a moment ago. What waits of other versions may wait: a change of many articles is written once.
            gone = {row["passage"] for row in stored}
            self._waiting = [each for each in self._waiting if each.passage not in gone]
        if not rows:
            return
        passages = [row["passage"] for row in rows]
        counts = {row["passage"]: _counted(row["terms"]) for row in rows}
        numbers = self._recount(_holding(counts.values()), -1)
        pairs = [
            (numbers[key], passage) for passage, found in counts.items() for key in found if key in numbers
        ]
        self._connection.execute(
            """
            DELETE FROM postings p USING unnest(?::int[], ?::bigint[]) AS gone(term, passage)
            WHERE p.term = gone.term AND p.passage = gone.passage
            """,
            [[term for term, _ in pairs], [passage for _, passage in pairs]],
        )
        # A term that stands nowhere must not be taken for one that was misspelt.
        self._connection.execute(
            "DELETE FROM vocabulary WHERE id = ANY(?::int[]) AND passages <= 0", [list(numbers.values())]
        )
        for table in ("full_text", "vectors"):
            self._connection.execute(f"DELETE FROM {table} WHERE passage = ANY(?::bigint[])", [passages])
        self._count(-len(rows), -sum(_length(row["terms"]) for row in rows))

    def empty(self) -> None:
        self._waiting = []
        # Not TRUNCATE: those who read an older state would see nothing.
        for table in ("postings", "vocabulary", "full_text", "vectors"):
            self._connection.execute(f"DELETE FROM {table}")
        self._connection.execute("UPDATE state SET passages = 0, tokens = 0")

    def generation(self) -> int:
        row = self._connection.execute("SELECT commit_number FROM state").fetchone()
        return 0 if row is None else int(row["commit_number"])

    # Vectors are rows, written with their passages: all that can be due is an index of them.

    def forget_vectors(self) -> None:
        return

    def replace_vectors(self) -> None:
        return

    def is_grown(self) -> bool:
        return False

    def is_due(self) -> bool:
        # What could not be done once is not tried after every batch.
        return not self._gave_up and vector_search(self._connection).is_due

    def publish(self, *, alone: bool = False) -> None:
        self._let_others_commit()
        self._gave_up = not bring_indexes_up_to_date(self._connection)

    def note_size(self) -> None:
        return None

    def is_loose(self) -> bool:
        return False

    def shrink(self) -> bool:
        # The server gives the room to rows that come; only a copy of the tables, which keeps readers out, is smaller.
        return True

    def erase(self) -> bool:
        tables = [*COLUMNS, *OWN_TABLES]
        row = self._connection.execute(
            """
            SELECT (SELECT bool_and(has_table_privilege(name, 'MAINTAIN')) FROM unnest(?::text[]) AS name) AS may,
                EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND backend_xmin IS NOT NULL
                    AND pid != pg_backend_pid()) AS is_read
            """,
            [tables],
        ).fetchone()
        done = row is not None and bool(row["may"]) and not row["is_read"]
        if done:
            # What was deleted is only marked as such until the files are rewritten.
            self._connection.execute(f"VACUUM (FULL) {', '.join(tables)}")
        else:
            logger.warning(
                "Somebody is reading the library, or this role does not own its tables, so the server still has parts "
                "of what was purged. `VACUUM (FULL)` on them, as their owner, deletes it."
            )
        return done

    def _write(self) -> None:
        some, self._waiting = self._waiting, []
        if not some:
            return
        counts = {each.passage: _counted(each.terms) for each in some}
        numbers = self._numbered(_holding(counts.values()))
        lengths = {each.passage: len(each.terms.split(" ")) for each in some}
        self._connection.copy_in(
            "full_text",
            "passage, terms, length",
            ((each.passage, each.terms, lengths[each.passage]) for each in some),
        )
        self._connection.copy_in(
            "postings",
            "term, passage, occurrences, length",
            (
                (numbers[key], passage, count, lengths[passage])
                for passage, found in counts.items()
                for key, count in found.items()
            ),
        )
        self._write_vectors(some)
        self._count(len(some), sum(_length(each.terms) for each in some))

    def _write_vectors(self, some: Sequence[IndexedPassage]) -> None:
        rows = self._connection.execute(
            f"SELECT id, vector, vector_crc FROM embeddings WHERE {self._connection.among('id')}",
            [self._connection.listed({each.embedding for each in some})],
        ).fetchall()
        # All of one model, so of one length.
        vectors = whole_vectors(rows, int(numbers_in(rows[0]["vector"])))
        # Every number of half precision is one of single precision, so nothing is rounded.
        texts = {row["id"]: json.dumps(vector.tolist()) for row, vector in zip(rows, vectors, strict=True)}
        self._connection.copy_in(
            "vectors", "passage, vector", ((each.passage, texts[each.embedding]) for each in some)
        )

    def _numbered(self, holding: Mapping[str, int]) -> dict[str, int]:
        """Count the passages that hold each key, and return the numbers of all; those that are new get one."""
        numbers = self._recount(holding, 1)
        new = [key for key in holding if key not in numbers]
        last = self._connection.execute("SELECT coalesce(max(id), 0) AS last FROM vocabulary").fetchone()
        first = (0 if last is None else int(last["last"])) + 1
        added = dict(zip(new, range(first, first + len(new)), strict=True))
        self._connection.copy_in(
            "vocabulary", "id, term, passages", ((number, key, holding[key]) for key, number in added.items())
        )
        return numbers | added

    def _recount(self, holding: Mapping[str, int], sign: int) -> dict[str, int]:
        """Change how many passages hold each key; return the numbers of those that the vocabulary has."""
        rows = self._connection.execute(
            """
            UPDATE vocabulary v SET passages = v.passages + changed.passages
            FROM unnest(?::text[], ?::bigint[]) AS changed(term, passages) WHERE v.term = changed.term
            RETURNING v.id, v.term
            """,
            [list(holding), [sign * count for count in holding.values()]],
        )
        return {row["term"]: int(row["id"]) for row in rows}

    def _count(self, passages: int, tokens: int) -> None:
        self._connection.execute(
            "UPDATE state SET passages = passages + ?, tokens = tokens + ?", [passages, tokens]
        )


def _counted(terms: str) -> Counter[str]:
    """Return how often each key stands in the terms of a passage."""
    return Counter(key_of(token) for token in terms.split(" ") if token)


def _holding(counts: Iterable[Mapping[str, int]]) -> Counter[str]:
    """Return how many passages hold each key."""
    return Counter(key for found in counts for key in found)


def _length(terms: str) -> int:
    return len(terms.split())
