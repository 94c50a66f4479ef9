"""Read the passages of a library, and find those that hold somebody's words."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from qa.datatypes import PassageHandle, Scope, Span, StoredPassage, VersionHandle
from qa.tables.connection import Row
from qa.tables.names import SpeakerRows
from qa.tables.rows import PASSAGE_COLUMNS, passages_from, version_of_passage
from qa.tables.scope_conditions import conditions
from qa.tables.seals import broken

Ids = NDArray[np.int64]
_Reads = Callable[[Sequence[Sequence[str]], Scope], list[VersionHandle]]
_MOST_PHRASES = 8
"""For how many phrases it is kept which versions may hold them: those of a question or two."""


class PassageRows(SpeakerRows, ABC):
    """Queries about passages, in one state of a library; each engine adds its full text."""

    def passages_at(self, version: VersionHandle, span: Span) -> list[PassageHandle]:
        rows = self._connection.execute(
            'SELECT id FROM passages WHERE version = ? AND start < ? AND "end" > ? ORDER BY start',
            [version, span[1], span[0]],
        )
        return [PassageHandle(row["id"]) for row in rows]

    def spoken_in(self, names: Collection[str], scope: Scope) -> Ids:
        """Return the ids, ascending, of the passages that hold words of these speakers of the archive."""
        asked = frozenset(names), scope
        # A question asks twice for the same, once for each way of searching.
        if self._cached.spoken_in is None or self._cached.spoken_in[0] != asked:
            self._cached.spoken_in = asked, self._read_spoken_in(names, scope)
        return self._cached.spoken_in[1]

    def versions_holding(self, phrases: Sequence[Sequence[str]], scope: Scope) -> list[VersionHandle]:
        return self._kept(False, phrases, scope, self._read_versions_holding)

    def versions_with_all(self, groups: Sequence[Sequence[str]], scope: Scope) -> list[VersionHandle]:
        return self._kept(True, groups, scope, self._read_versions_with_all)

    def _kept(
        self, of_all: bool, wanted: Sequence[Sequence[str]], scope: Scope, read: _Reads
    ) -> list[VersionHandle]:
        asked = of_all, tuple(map(tuple, wanted)), scope
        # A question that ends in a denial looks for a name in several ways, each from the same articles.
        if (found := self._cached.holding.get(asked)) is None:
            if len(self._cached.holding) >= _MOST_PHRASES:
                self._cached.holding.clear()
            found = self._cached.holding[asked] = read(wanted, scope)
        return found

    def _read_versions_with_all(self, groups: Sequence[Sequence[str]], scope: Scope) -> list[VersionHandle]:
        """Find what `versions_with_all` returns; an engine that need not order all versions of a word has its own."""
        found = [self.versions_holding([[term] for term in group], scope) for group in groups]
        if not found:
            return []
        held = set(found[0]).intersection(*found[1:])
        return [version for version in found[0] if version in held]

    @abstractmethod
    def _read_versions_holding(self, phrases: Sequence[Sequence[str]], scope: Scope) -> list[VersionHandle]:
        """Find what `versions_holding` returns, in the full text that each engine has of its own."""

    def _read_spoken_in(self, names: Collection[str], scope: Scope) -> Ids:
        condition, values = conditions(self._connection, scope)
        spoken = f"""
            FROM attributions t {self._connection.in_order} versions v ON v.key = t.version
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
        found = np.sort(passages.ids[np.cumsum(borders)[:-1] > 0])
        found.flags.writeable = False
        return found

    def passages(self, handles: Sequence[PassageHandle]) -> list[StoredPassage]:
        rows = self._connection.execute(
            f"""
            SELECT {PASSAGE_COLUMNS} FROM passages p JOIN embeddings e ON e.id = p.embedding
            WHERE {self._connection.among("p.id")}
            """,
            [self._connection.listed(handles)],
        )
        found = {passage.id: passage for passage in passages_from(rows)}
        for passage in handles:
            if passage not in found:
                raise broken(f"Passage {passage}")
        return [found[passage] for passage in handles]

    def versions_of(self, handles: Sequence[PassageHandle]) -> list[VersionHandle]:
        rows = self._connection.execute(
            f"""
            SELECT p.id, p.version, p.start, p."end", p.embedding, p.sentences, p.crc FROM passages p
            WHERE {self._connection.among("p.id")}
            """,
            [self._connection.listed(handles)],
        )
        found = {row["id"]: VersionHandle(version_of_passage(row)) for row in rows}
        for passage in handles:
            if passage not in found:
                raise broken(f"Passage {passage}")
        return [found[passage] for passage in handles]


class _Placed(NamedTuple):
    """Rows with their places as single numbers, by version and then by offset."""

    ids: Ids
    starts: Ids
    ends: Ids


def _placed(rows: Iterable[Row]) -> _Placed:
    ids, versions, starts, ends = np.array([tuple(row) for row in rows], np.int64).reshape(-1, 4).T
    base = versions << 32  # a text has fewer characters
    return _Placed(ids, base + starts, base + ends)
