"""Propose a library's passages by words and by vectors, within a scope."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from qa.archive.scoring import Candidate, by_cosine, most_frequent_alike
from qa.datatypes import PassageHandle, Scope, Vectors, VersionHandle
from qa.server.connections import ServerConnection
from qa.server.full_text import FullText, Hits
from qa.server.nearest import nearest
from qa.server.vector_index import VectorSearch, vector_search
from qa.tables.passages import PassageRows
from qa.tables.reader import Cached
from qa.tables.rows import whole_vectors
from qa.tables.tokens import token

_BATCH = 1024


class Proposals(PassageRows):
    """Proposes passages, in one state of a library."""

    _connection: ServerConnection

    def __init__(self, connection: ServerConnection, cached: Cached) -> None:
        super().__init__(connection, cached)
        self._full_text = FullText(connection)
        self._search: VectorSearch | None = None

    def lexical(
        self, terms: Sequence[str], scope: Scope, k: int, *, spoken_by: Collection[str] | None = None
    ) -> Hits:
        if not terms or k <= 0:
            return []
        within = None if spoken_by is None else self.spoken_in(spoken_by, scope)
        return self._full_text.any_of(list(map(token, dict.fromkeys(terms))), scope, k, within)

    def phrase(self, terms: Sequence[str], scope: Scope, k: int) -> Hits:
        if not terms or k <= 0:
            return []
        return self._full_text.phrase(list(map(token, terms)), scope, k)

    def phrase_count(self, terms: Sequence[str]) -> int:
        return self._full_text.phrase_count(list(map(token, terms))) if terms else 0

    def _read_versions_holding(self, phrases: Sequence[Sequence[str]], scope: Scope) -> list[VersionHandle]:
        found: set[int] = set()
        for words in phrases:
            if words:
                found |= self._full_text.versions_with(list(map(token, words)), scope)
        return self._full_text.in_order(found)

    def document_frequency(self, terms: Iterable[str]) -> dict[str, int]:
        wanted = list(dict.fromkeys(terms))
        found = self._full_text.holding(list(map(token, wanted)))
        return {term: holding for term, (_, holding) in zip(wanted, found, strict=True)}

    def term_like(self, term: str) -> str | None:
        if not term[:1].isalpha() or not term.isascii():
            return None
        return most_frequent_alike(term, self._full_text.beginning_with(term[0]))

    def nearest(
        self, vector: Vectors, scope: Scope, k: int, *, spoken_by: Collection[str] | None = None
    ) -> Hits:
        if k <= 0:
            return []
        within = None if spoken_by is None else self.spoken_in(spoken_by, scope)
        if self._search is None:
            self._search = vector_search(self._connection)
        found = nearest(self._connection, self._search, vector, scope, k, within)
        return by_cosine(self._with_vectors(found, len(vector)), vector, k)

    def _with_vectors(
        self, passages: Sequence[int], dim: int
    ) -> Iterator[tuple[list[Candidate], NDArray[np.float16]]]:
        cursor = self._connection.execute(
            f"""
            SELECT p.id, p.start, a.uid, e.vector, e.vector_crc FROM passages p
            JOIN embeddings e ON e.id = p.embedding
            JOIN versions v ON v.key = p.version JOIN articles a ON a.key = v.article
            WHERE {self._connection.among("p.id")}
            """,
            [self._connection.listed(passages)],
        )
        while rows := cursor.fetchmany(_BATCH):
            candidates = [Candidate(PassageHandle(row["id"]), row["uid"], row["start"]) for row in rows]
            yield candidates, whole_vectors(rows, dim)
