"""Propose passages by full text: postings in plain SQL find them, `qa.archive.scoring` scores what their rows hold."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from qa.archive.scoring import K1, B, Candidate, TermStatistics, by_bm25, term_weight
from qa.datatypes import PassageHandle, Scope, VersionHandle
from qa.server.connections import ServerConnection
from qa.tables.passages import Ids
from qa.tables.scope_conditions import conditions
from qa.tables.seals import broken

Hits = list[tuple[PassageHandle, float]]

LONGEST_KEY = 500
"""Characters. An index of PostgreSQL takes no entry of more than some 2,700 bytes."""
_ROUNDING = 1e-9
"""More than the same sum, added up in another order, differs by."""
_LONG = 10_000
"""Lists of fewer entries are all read: that takes some milliseconds."""
_LOOK_UP = 3
"""How many entries of a list are read in the time in which one is looked up, or a little more."""
_EXPECTED = 0.6
"""What the k-th best passage is expected to have of the most that the terms in it can give."""


def key_of(token: str) -> str:
    """Return the word under which the vocabulary has a token: itself, or a hash of one that is too long.

    No other token begins with 1x: none that begins with a digit has letters, but those of `qa.tables.tokens` with 0x.
    """
    return token if len(token) <= LONGEST_KEY else "1x" + hashlib.sha256(token.encode()).hexdigest()


def inside(
    connection: ServerConnection, column: str, scope: Scope, within: Ids | None
) -> tuple[str, list[Any]]:
    """Return an SQL condition, and its values, on a column with a passage's number: in scope, and one of some."""
    parts, values = ["TRUE"], list[Any]()
    if not scope.everything:
        condition, values = conditions(connection, scope)
        parts.append(
            f"{column} IN (SELECT o.id FROM versions v JOIN passages o ON o.version = v.key WHERE {condition})"
        )
    if within is not None:
        parts.append(connection.among(column))
        values.append(connection.listed(within))
    return " AND ".join(parts), values


class _Weighed(NamedTuple):
    """A term: its number in the vocabulary, how many passages hold it, and more than it can add to a score."""

    term: int
    holding: int
    weight: float


def _rare(terms: Sequence[_Weighed], k: int) -> int:
    """Return how many of some terms, the rarest first, are likely to tell the k best passages; 0 where none do."""
    length = sum(each.holding for each in terms)
    if length < _LONG:
        return 0
    for count in range(1, len(terms)):
        rare, others = terms[:count], terms[count:]
        holding = sum(each.holding for each in rare)
        if holding * (1 + _LOOK_UP * len(others)) > length / 2:
            return 0
        if holding >= k and _most(others) < _EXPECTED * _most(rare):
            return count
    return 0


def _most(terms: Sequence[_Weighed]) -> float:
    """Return more than what some terms can add to a score together."""
    return sum(each.weight for each in terms)


def _listed(terms: Sequence[_Weighed]) -> list[Any]:
    return [[each.term for each in terms], [each.weight for each in terms]]


class FullText:
    """The full text of a library, in one state of it."""

    def __init__(self, connection: ServerConnection) -> None:
        self._connection = connection

    def holding(self, tokens: Sequence[str]) -> list[tuple[int, int]]:
        """Return for each token its number in the vocabulary, and how many passages hold it: (0, 0) if none does."""
        rows = self._connection.execute(
            "SELECT id, term, passages FROM vocabulary WHERE term = ANY(?::text[])",
            [list(map(key_of, tokens))],
        )
        known = {row["term"]: (int(row["id"]), int(row["passages"])) for row in rows}
        return [known.get(key_of(token), (0, 0)) for token in tokens]

    def beginning_with(self, letter: str) -> Iterator[tuple[str, int]]:
        """Yield the tokens that begin with a letter, with how many passages hold each."""
        rows = self._connection.execute(
            "SELECT term, passages FROM vocabulary WHERE term >= ? AND term < ?",
            [letter, chr(ord(letter) + 1)],
        )
        return ((row["term"], int(row["passages"])) for row in rows)

    def any_of(self, tokens: Sequence[str], scope: Scope, k: int, within: Ids | None) -> Hits:
        """Return the k passages with the highest BM25 among those with one of these tokens."""
        found = self.holding(tokens)
        statistics = self._statistics([holding for _, holding in found])
        # What only the number of a term decides is computed here, as the scoring does it.
        weights = [term_weight(statistics.passages, holding) * (K1 + 1) for _, holding in found]
        weighed = [_Weighed(*each, weight) for each, weight in zip(found, weights, strict=True) if each[1]]
        chosen = inside(self._connection, "p.passage", scope, within)
        average = max(statistics.average_length, 1e-9)
        passages = self._best(sorted(weighed, key=lambda each: -each.weight), average, chosen, k)
        return by_bm25(self._with_terms(passages), [(token,) for token in tokens], statistics, k)

    def _best(
        self, terms: Sequence[_Weighed], average: float, chosen: tuple[str, list[Any]], k: int
    ) -> list[int]:
        """Return the passages of which the k with the highest BM25 are, and all that tie with the last.

        Common terms have long lists, and decide little. So where some rare ones may tell the best, only their lists are
        read, and the others are looked up in the passages of those: the k-th then has a score that the common terms
        alone cannot reach, or else all lists are read.

        Args:
            terms: The rarest first.
        """
        rare = _rare(terms, k)
        if rare:
            rows = self._scored(terms[:rare], terms[rare:], average, chosen, k)
            if rows and rows[0]["last"] is not None and rows[0]["last"] - _ROUNDING > _most(terms[rare:]):
                return [row["passage"] for row in rows]
        return [row["passage"] for row in self._scored(terms, [], average, chosen, k)]

    def _scored(
        self,
        terms: Sequence[_Weighed],
        looked_up: Sequence[_Weighed],
        average: float,
        chosen: tuple[str, list[Any]],
        k: int,
    ) -> list[Any]:
        """Return the best passages with one of some terms, and the score of the k-th, if there are so many.

        Args:
            looked_up: Terms that count, too, where a passage has one of the others.
        """
        condition, values = chosen
        adds = "q.weight * p.occurrences / (p.occurrences + ?::float8 + ?::float8 * p.length)"
        constants = [K1 * (1 - B), K1 * B / average]
        also, also_values = "0", list[Any]()
        if looked_up:
            also = f"""
                coalesce((SELECT sum({adds}) FROM unnest(?::int[], ?::float8[]) AS q(term, weight)
                    JOIN postings p ON p.term = q.term AND p.passage = found.passage), 0)
            """
            also_values = [*constants, *_listed(looked_up)]
        return self._connection.execute(
            f"""
            WITH some_terms AS (
                SELECT p.passage, sum({adds}) AS score
                FROM unnest(?::int[], ?::float8[]) AS q(term, weight) JOIN postings p ON p.term = q.term
                WHERE {condition} GROUP BY p.passage
            ), scored AS (
                SELECT passage, score + {also} AS score FROM some_terms AS found
            ), last AS (SELECT score FROM scored ORDER BY score DESC OFFSET ? LIMIT 1)
            SELECT passage, (SELECT score FROM last) AS last FROM scored
            WHERE score >= coalesce((SELECT score FROM last), '-Infinity') - ?::float8
            """,
            [*constants, *_listed(terms), *values, *also_values, k - 1, _ROUNDING],
        ).fetchall()

    def phrase(self, tokens: Sequence[str], scope: Scope, k: int) -> Hits:
        """Return the k passages with the highest BM25 in which these tokens stand next to each other, in order."""
        statistics = self._statistics([self.phrase_count(tokens)])
        condition, values = inside(self._connection, "f.passage", scope, None)
        passages = self._with_phrase(tokens, condition, values)
        return by_bm25(self._with_terms(passages), [tuple(tokens)], statistics, k)

    def phrase_count(self, tokens: Sequence[str]) -> int:
        if len(tokens) == 1:
            return self.holding(tokens)[0][1]
        return len(self._with_phrase(tokens, "TRUE", []))

    def versions_with(self, tokens: Sequence[str], scope: Scope) -> set[int]:
        """Return the versions within a scope that may hold these tokens in a row, in a passage or over a border."""
        every = self._numbers(tokens)
        if not every:
            return set()
        condition, values = conditions(self._connection, scope)
        whole = f" {' '.join(tokens)} "
        # What runs over a border has a passage that ends with its first words.
        first = [f" {' '.join(tokens[:at])}" for at in range(1, len(tokens))]
        rows = self._connection.execute(
            f"""
            WITH having_all AS (
                SELECT p.version FROM postings t JOIN passages p ON p.id = t.passage
                WHERE t.term = ANY(?::int[]) GROUP BY p.version HAVING count(DISTINCT t.term) = ?
            )
            SELECT DISTINCT p.version FROM having_all h JOIN versions v ON v.key = h.version
            JOIN passages p ON p.version = h.version JOIN full_text f ON f.passage = p.id
            WHERE {condition} AND (position(?::text IN ' ' || f.terms || ' ') > 0 OR EXISTS (
                SELECT 1 FROM unnest(?::text[]) b(words) WHERE right(' ' || f.terms, length(b.words)) = b.words
            ))
            """,
            [every, len(every), *values, whole, first],
        )
        return {int(row["version"]) for row in rows}

    def in_order(self, versions: set[int]) -> list[VersionHandle]:
        """Return versions, newest first, undated last, ties by uid."""
        rows = self._connection.execute(
            f"""
            SELECT v.key FROM versions v JOIN articles a ON a.key = v.article WHERE {self._connection.among("v.key")}
            ORDER BY v.day DESC NULLS LAST, v.date DESC NULLS LAST, a.uid
            """,
            [self._connection.listed(versions)],
        )
        return [VersionHandle(row["key"]) for row in rows]

    def _with_phrase(self, tokens: Sequence[str], condition: str, values: Sequence[Any]) -> list[int]:
        every = self._numbers(tokens)
        if not every:
            return []
        rows = self._connection.execute(
            f"""
            WITH having_all AS (
                SELECT passage FROM postings WHERE term = ANY(?::int[]) GROUP BY passage HAVING count(*) = ?
            )
            SELECT f.passage FROM having_all h JOIN full_text f ON f.passage = h.passage
            WHERE {condition} AND position(?::text IN ' ' || f.terms || ' ') > 0
            """,
            [every, len(every), *values, f" {' '.join(tokens)} "],
        )
        return [int(row["passage"]) for row in rows]

    def _numbers(self, tokens: Sequence[str]) -> list[int]:
        """Return the numbers of some tokens in the vocabulary, each once; none if one of them stands nowhere."""
        found = [number for number, _ in self.holding(list(dict.fromkeys(tokens)))]
        return found if all(found) else []

    def _statistics(self, holding: Sequence[int]) -> TermStatistics:
        passages, tokens = self._connection.totals
        return TermStatistics(passages, tokens / max(passages, 1), holding)

    def _with_terms(self, passages: Sequence[int]) -> Iterator[tuple[Candidate, list[str]]]:
        rows = self._connection.execute(
            f"""
            SELECT f.passage, f.terms, a.uid, p.start FROM full_text f
            JOIN passages p ON p.id = f.passage JOIN versions v ON v.key = p.version
            JOIN articles a ON a.key = v.article WHERE {self._connection.among("f.passage")}
            """,
            [self._connection.listed(passages)],
        )
        found = 0
        for row in rows:
            found += 1
            yield Candidate(PassageHandle(row["passage"]), row["uid"], row["start"]), row["terms"].split(" ")
        if found < len(passages):
            raise broken("A full-text row without its passage", "Move the library there again")
