"""Find the articles of a library that tell nearly the same story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from qa.datatypes import Version, VersionHandle
from qa.tables.articles import Articles

_MOST_DUPLICATES = 50
"""The most near-duplicates of an article that are looked at: those that share most with it."""


class Likeness(Articles):
    """Queries about near-duplicates, in one state of a library."""

    def near_duplicates(self, handles: Iterable[VersionHandle]) -> dict[VersionHandle, tuple[Version, ...]]:
        """Return for each version the current versions of other articles with nearly its text, by uid."""
        keys = list(handles)
        rows = self._connection.execute(
            f"""
            WITH pairs AS (
                SELECT v.key, o.key AS other, 1000000 AS shared FROM versions v
                {self._connection.in_order} versions o ON o.text_sha = v.text_sha AND o.current = 1
                WHERE {self._connection.among("v.key")}
                UNION ALL
                SELECT b.version, o.version, count(*) FROM bands b
                {self._connection.in_order} bands o ON o.band = b.band AND o.hash = b.hash
                WHERE {self._connection.among("b.version")} GROUP BY 1, 2
            )
            SELECT p.key, p.other, max(p.shared) AS shared, a.uid FROM pairs p
            JOIN versions v ON v.key = p.key JOIN versions o ON o.key = p.other
            JOIN articles a ON a.key = o.article
            WHERE o.article != v.article GROUP BY p.key, p.other, a.uid ORDER BY p.key, shared DESC, a.uid
            """,
            [self._connection.listed(keys)] * 2,
        )
        others: dict[VersionHandle, list[VersionHandle]] = {key: [] for key in keys}
        for row in rows:
            if len(others[row["key"]]) < _MOST_DUPLICATES:
                others[row["key"]].append(row["other"])
        versions = self.versions({other for found in others.values() for other in found})
        return {
            key: tuple(sorted((versions[other] for other in found), key=lambda version: version.uid))
            for key, found in others.items()
        }

    def near_duplicates_among(
        self, handles: Iterable[VersionHandle]
    ) -> dict[VersionHandle, frozenset[VersionHandle]]:
        """Return for each of these versions those of them that have nearly its text."""
        # Grouped by the engine: few bands are shared, and reading each of them here takes several times as long.
        rows = self._connection.execute(
            f"""
            SELECT {self._connection.collected("version")} AS sharing FROM bands
            WHERE {self._connection.among("version")} GROUP BY band, hash HAVING count(*) > 1
            """,
            [self._connection.listed(handles)],
        )
        found: dict[VersionHandle, set[VersionHandle]] = defaultdict(set)
        for row in rows:
            keys = [VersionHandle(int(key)) for key in row["sharing"].split()]
            for key in keys:
                found[key].update(keys)
        return {key: frozenset(others - {key}) for key, others in found.items()}
