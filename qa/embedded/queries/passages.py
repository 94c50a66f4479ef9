"""Propose a library's passages by words and by vectors, within a scope, and read them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

import numpy as np

from qa.archive.scoring import most_frequent_alike
from qa.datatypes import PassageHandle, Scope, Span, StoredPassage, Vectors, VersionHandle
from qa.embedded.database import Row
from qa.embedded.queries.names import SpeakerRows
from qa.embedded.rows import PASSAGE_COLUMNS, passage_from
from qa.embedded.scope_conditions import conditions
from qa.embedded.seals import broken
from qa.embedded.search.exact_scan import Ids
from qa.embedded.search.full_text import matching
from qa.embedded.search.full_text_terms import any_of, phrase, token
from qa.embedded.search.nearest import nearest
from qa.embedded.search.phrases_across import versions_holding


class Passages(SpeakerRows):
    """Queries about passages, in one state of a library."""

    def lexical(
        self, terms: Sequence[str], scope: Scope, k: int, *, spoken_by: Collection[str] | None = None
    ) -> list[tuple[PassageHandle, float]]:
        if not terms or k <= 0:
            return []
        frequency = self.document_frequency(terms)
        within = None if spoken_by is None else self.spoken_in(spoken_by, scope)
        words = [(token(term),) for term in frequency]
        return matching(
            self._connection, any_of(frequency), words, list(frequency.values()), scope, k, within
        )

    def phrase(self, terms: Sequence[str], scope: Scope, k: int) -> list[tuple[PassageHandle, float]]:
        if not terms or k <= 0:
            return []
        words = [tuple(map(token, terms))]
        return matching(self._connection, phrase(terms), words, [self.phrase_count(terms)], scope, k)

    def phrase_count(self, terms: Sequence[str]) -> int:
        if not terms:
            return 0
        query = "SELECT count(*) FROM passages_fts WHERE passages_fts MATCH ?"
        return int(self._connection.execute(query, [phrase(terms)]).fetchone()[0])

    def versions_holding(self, phrases: Sequence[Sequence[str]], scope: Scope) -> list[VersionHandle]:
        wanted = [list(map(token, phrase)) for phrase in phrases if phrase]
        return versions_holding(self._connection, wanted, scope)

    def passages_at(self, version: VersionHandle, span: Span) -> list[PassageHandle]:
        rows = self._connection.execute(
            'SELECT id FROM passages WHERE version = ? AND start < ? AND "end" > ? ORDER BY start',
            [version, span[1], span[0]],
        )
        return [PassageHandle(row["id"]) for row in rows]

    def document_frequency(self, terms: Iterable[str]) -> dict[str, int]:
        query = "SELECT doc FROM passages_vocabulary WHERE term = ?"
        found = {}
        for term in dict.fromkeys(terms):
            row = self._connection.execute(query, [token(term)]).fetchone()
            found[term] = 0 if row is None else int(row["doc"])
        return found

    def term_like(self, term: str) -> str | None:
        if not term[:1].isalpha() or not term.isascii():
            return None
        rows = self._connection.execute(
            "SELECT term, doc FROM passages_vocabulary WHERE term >= ? AND term < ?",
            [term[0], chr(ord(term[0]) + 1)],
        )
        return most_frequent_alike(term, ((row["term"], row["doc"]) for row in rows))

    def nearest(
        self, vector: Vectors, scope: Scope, k: int, *, spoken_by: Collection[str] | None = None
    ) -> list[tuple[PassageHandle, float]]:
        if k <= 0:
            return []
        if spoken_by is not None:
            allowed: Ids | None = self.spoken_in(spoken_by, scope)
        else:
            allowed = None if scope.everything else self._allowed(scope)
        return nearest(self._connection, self._generations, vector, allowed, k)

    def spoken_in(self, names: Collection[str], scope: Scope) -> Ids:
        """Return the ids, ascending, of the passages that hold words of these speakers of the archive."""
        condition, values = conditions(self._connection, scope)
        spoken = f"""
            FROM attributions t CROSS JOIN versions v ON v.key = t.version
            WHERE t.id IN ({self.records_of(names)}) AND {condition}
            """
        records = _placed(self._connection.execute(f'SELECT 0, t.version, t.start, t."end" {spoken}', values))
        # Ordered and then compared here: a join compares each record of a version with each of its passages.
        passages = _placed(
            self._connection.execute(
                f"""
                SELECT id, version, start, "end" FROM passages
                WHERE version IN (SELECT t.version {spoken}) ORDER BY version, start
                """,
                values,
            )
        )
        first = np.searchsorted(passages.ends, records.starts, "right")
        last = np.maximum(first, np.searchsorted(passages.starts, records.ends, "left"))
        borders = np.zeros(len(passages.ids) + 1, np.int64)
        np.add.at(borders, first, 1)
        np.add.at(borders, last, -1)
        return np.sort(passages.ids[np.cumsum(borders)[:-1] > 0])

    def passages(self, handles: Sequence[PassageHandle]) -> list[StoredPassage]:
        rows = self._connection.execute(
            f"""
            SELECT {PASSAGE_COLUMNS} FROM passages p JOIN embeddings e ON e.id = p.embedding
            WHERE p.id IN (SELECT value FROM json_each(?))
            """,
            [json.dumps(list(handles))],
        )
        found = {row["id"]: passage_from(row) for row in rows}
        for passage in handles:
            if passage not in found:
                raise broken(f"Passage {passage}")
        return [found[passage] for passage in handles]

    def _allowed(self, scope: Scope) -> Ids:
        condition, values = conditions(self._connection, scope)
        rows = self._connection.execute(
            f"SELECT p.id FROM versions v JOIN passages p ON p.version = v.key WHERE {condition}", values
        )
        return np.array(sorted(row["id"] for row in rows), dtype=np.int64)


class _Placed(NamedTuple):
    """Rows with their places as single numbers, by version and then by offset."""

    ids: Ids
    starts: Ids
    ends: Ids


def _placed(rows: Iterable[Row]) -> _Placed:
    ids, versions, starts, ends = np.array([tuple(row) for row in rows], np.int64).reshape(-1, 4).T
    base = versions << 32  # a text has fewer characters
    return _Placed(ids, base + starts, base + ends)
