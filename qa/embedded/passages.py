"""Propose a library's passages by words and by vectors, within a scope."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from qa.archive.scoring import most_frequent_alike
from qa.datatypes import PassageHandle, Scope, Vectors, VersionHandle
from qa.embedded.database import Connection
from qa.embedded.search.full_text import best_by_words, matching
from qa.embedded.search.full_text_terms import any_of, phrase
from qa.embedded.search.nearest import Generations, nearest
from qa.embedded.search.phrases_across import versions_holding, versions_with_all
from qa.embedded.search.scopes import allowed_in
from qa.embedded.search.words import beginning_with, has_postings, holding
from qa.tables.passages import Ids, PassageRows
from qa.tables.reader import Cached
from qa.tables.tokens import token


class Passages(PassageRows):
    """Proposes passages, in one state of a library."""

    _connection: Connection

    def __init__(self, connection: Connection, cached: Cached, generations: Generations) -> None:
        super().__init__(connection, cached)
        self._generations = generations

    def lexical(
        self, terms: Sequence[str], scope: Scope, k: int, *, spoken_by: Collection[str] | None = None
    ) -> list[tuple[PassageHandle, float]]:
        if not terms or k <= 0:
            return []
        frequency = self.document_frequency(terms)
        if has_postings(self._connection):
            counts = {token(term): count for term, count in frequency.items()}
            allowed = self._allowed(scope, spoken_by)
            return best_by_words(self._connection, self._generations.scratch, counts, k, allowed)
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

    def _read_versions_holding(self, phrases: Sequence[Sequence[str]], scope: Scope) -> list[VersionHandle]:
        wanted = [list(map(token, phrase)) for phrase in phrases if phrase]
        return versions_holding(self._connection, self._generations.scratch, wanted, scope)

    def _read_versions_with_all(self, groups: Sequence[Sequence[str]], scope: Scope) -> list[VersionHandle]:
        wanted = [list(map(token, group)) for group in groups]
        return versions_with_all(self._connection, self._generations.scratch, wanted, scope)

    def document_frequency(self, terms: Iterable[str]) -> dict[str, int]:
        wanted = list(dict.fromkeys(terms))
        counts = holding(self._connection, list(map(token, wanted)))
        return dict(zip(wanted, counts, strict=True))

    def term_like(self, term: str) -> str | None:
        if not term[:1].isalpha() or not term.isascii():
            return None
        return most_frequent_alike(term, beginning_with(self._connection, term[0]))

    def nearest(
        self, vector: Vectors, scope: Scope, k: int, *, spoken_by: Collection[str] | None = None
    ) -> list[tuple[PassageHandle, float]]:
        if k <= 0:
            return []
        allowed = self._allowed(scope, spoken_by)
        return nearest(self._connection, self._generations, vector, allowed, k)

    def _allowed(self, scope: Scope, spoken_by: Collection[str] | None) -> Ids | None:
        """Return the passages of a scope, and of these speakers if any are given; None for all passages."""
        if spoken_by is not None:
            return self.spoken_in(spoken_by, scope)
        if scope.everything:
            return None
        return allowed_in(self._connection, self._generations.scratch, scope)
