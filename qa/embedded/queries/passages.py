"""Passages of a library: proposed by words and by vectors within a scope, then read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

import numpy as np

from qa.datatypes import Scope, StoredPassage, Vectors
from qa.embedded.queries.view import View
from qa.embedded.rows import PASSAGE_COLUMNS, passage_from
from qa.embedded.scope_conditions import conditions
from qa.embedded.seals import broken
from qa.embedded.search.exact_scan import Ids
from qa.embedded.search.full_text import matching
from qa.embedded.search.full_text_terms import any_of, phrase, token
from qa.embedded.search.nearest import nearest


class Passages(View):
    def lexical(
        self, terms: Sequence[str], scope: Scope, k: int, within: Ids | None = None
    ) -> list[tuple[int, float]]:
        """Return (passage id, BM25) of the passages with at least one of these terms, best first.

        Args:
            within: If given, only these passages.
        """
        if not terms or k <= 0:
            return []
        return matching(self._connection, any_of(terms), scope, k, within)

    def holding(self, terms: Sequence[str], scope: Scope, k: int) -> list[tuple[int, float]]:
        """Return (passage id, BM25) of the passages in which these terms stand next to each other, in this order."""
        if not terms or k <= 0:
            return []
        return matching(self._connection, phrase(terms), scope, k)

    def phrase_count(self, terms: Sequence[str]) -> int:
        """Count the passages in which these terms stand next to each other, in this order."""
        if not terms:
            return 0
        query = "SELECT count(*) FROM passages_fts WHERE passages_fts MATCH ?"
        return int(self._connection.execute(query, [phrase(terms)]).fetchone()[0])

    def document_frequency(self, terms: Iterable[str]) -> dict[str, int]:
        """Return in how many passages each of these terms stands."""
        query = "SELECT doc FROM passages_vocabulary WHERE term = ?"
        found = {}
        for term in dict.fromkeys(terms):
            row = self._connection.execute(query, [token(term)]).fetchone()
            found[term] = 0 if row is None else int(row["doc"])
        return found

    def nearest(
        self, query: Vectors, scope: Scope, k: int, within: Ids | None = None
    ) -> list[tuple[int, float]]:
        """Return (passage id, cosine) of the passages nearest to a vector of shape (dim,), best first.

        Args:
            within: If given, only these passages, in ascending order.
        """
        if k <= 0:
            return []
        allowed = None if scope.everything else self._allowed(scope)
        if within is not None:
            allowed = within if allowed is None else np.intersect1d(allowed, within, assume_unique=True)
        return nearest(self._connection, self._generations, query, allowed, k)

    def passages(self, ids: Sequence[int]) -> list[StoredPassage]:
        """Return these passages, in the same order."""
        rows = self._connection.execute(
            f"""
            SELECT {PASSAGE_COLUMNS} FROM passages p JOIN embeddings e ON e.id = p.embedding
            WHERE p.id IN (SELECT value FROM json_each(?))
            """,
            [json.dumps(list(ids))],
        )
        found = {row["id"]: passage_from(row) for row in rows}
        for passage in ids:
            if passage not in found:
                raise broken(f"Passage {passage}")
        return [found[passage] for passage in ids]

    def passages_of(self, version_keys: Iterable[int]) -> dict[int, list[StoredPassage]]:
        """Return the passages of each version, in their order; none for versions that are not current."""
        keys = list(version_keys)
        rows = self._connection.execute(
            f"""
            SELECT {PASSAGE_COLUMNS} FROM passages p JOIN embeddings e ON e.id = p.embedding
            WHERE p.version IN (SELECT value FROM json_each(?)) ORDER BY p.version, p.start
            """,
            [json.dumps(keys)],
        )
        found: dict[int, list[StoredPassage]] = {key: [] for key in keys}
        for row in rows:
            found[row["version"]].append(passage_from(row))
        return found

    def _allowed(self, scope: Scope) -> Ids:
        condition, values = conditions(self._connection, scope)
        rows = self._connection.execute(
            f"SELECT p.id FROM versions v JOIN passages p ON p.version = v.key WHERE {condition}", values
        )
        return np.array(sorted(row["id"] for row in rows), dtype=np.int64)
