"""Query who said what in a library."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from qa.archive.protocol import Said
from qa.datatypes import Attribution, Bearer, Description, Scope, Span, Version, VersionHandle
from qa.tables.articles import Articles
from qa.tables.attribution_rows import ATTRIBUTION_COLUMNS, attribution_from
from qa.tables.connection import Row
from qa.tables.descriptions import (
    DESCRIPTION_COLUMNS,
    bearer_from,
    bodies_spoken_for,
    description_from,
)
from qa.tables.formats import keeps_descriptions
from qa.tables.names import SpeakerRows
from qa.tables.packing import packed
from qa.tables.scope_conditions import conditions

_MOST_SPANS = 200
"""In how many spans records are looked for at once: with some 300, SQLite reads all records of a library instead."""


class Speech(Articles, SpeakerRows):
    """Queries about attributions, in one state of a library."""

    def attributions(
        self, handles: Iterable[VersionHandle], *, spoken_by: Collection[str] | None = None
    ) -> dict[VersionHandle, list[Said]]:
        # An older format does not have in rows who speaks for whom.
        if spoken_by is not None and keeps_descriptions(self._connection):
            return self._read_attributions(list(handles), self.is_record_of(spoken_by))
        kept = self._cached.said
        found = {key: kept.get(key) for key in handles}
        missing = [key for key, said in found.items() if said is None]
        read = self._read_attributions(missing) if missing else {}
        for key, said in read.items():
            kept.put(key, said, len(said))
        return {key: read[key] if said is None else said for key, said in found.items()}

    def attributions_near(
        self, places: Mapping[VersionHandle, Sequence[Span]]
    ) -> dict[VersionHandle, list[Said]]:
        found: dict[VersionHandle, list[Said]] = {key: [] for key in places}
        for some in _in_parts(places):
            found |= self._read_near(some)
        return found

    def _read_near(self, places: Mapping[VersionHandle, Sequence[Span]]) -> dict[VersionHandle, list[Said]]:
        near = [value for key, spans in places.items() for span in spans for value in (key, *span)]
        rows = self._connection.execute(
            f"""
            WITH near (version, low, high) AS (VALUES {", ".join(["(?, ?, ?)"] * (len(near) // 3))})
            SELECT {ATTRIBUTION_COLUMNS} FROM near n
            {self._connection.in_order} attributions t
                ON t.version = n.version AND t.start < n.high AND t."end" > n.low
            LEFT JOIN speakers s ON s.id = t.linked ORDER BY t.version, t.ordinal
            """,
            near,
        )
        # What is near two spans comes twice, one after the other.
        return self._said(places, (next(same) for _, same in groupby(rows, itemgetter("id"))))

    def _read_attributions(
        self, keys: list[VersionHandle], condition: str = "TRUE"
    ) -> dict[VersionHandle, list[Said]]:
        rows = self._connection.execute(
            f"""
            SELECT {ATTRIBUTION_COLUMNS} FROM attributions t LEFT JOIN speakers s ON s.id = t.linked
            WHERE {self._connection.among("t.version")} AND {condition} ORDER BY t.version, t.ordinal
            """,
            [self._connection.listed(keys)],
        )
        return self._said(keys, rows)

    def _said(self, keys: Collection[VersionHandle], rows: Iterable[Row]) -> dict[VersionHandle, list[Said]]:
        """Return the records of rows by their versions, each with the archive's name of who says it."""
        found: dict[VersionHandle, list[Said]] = {key: [] for key in keys}
        bodies = bodies_spoken_for(self._connection, keys)
        for row in rows:
            record, name = attribution_from(row)
            found[row["version"]].append((_for_body(record, bodies.get(row["id"])), name))
        return found

    def attributed_to(self, name: str, scope: Scope) -> list[tuple[VersionHandle, Attribution]]:
        """Return (version, attribution) for everything that a speaker of the archive said, by article and offset.

        `name` is a speaker's name, or else one of its other forms; it may then mean several speakers.
        """
        condition, values = conditions(self._connection, scope)
        rows = self._connection.execute(
            f"""
            SELECT {ATTRIBUTION_COLUMNS} FROM attributions t
            {self._connection.in_order} versions v ON v.key = t.version
            {self._connection.in_order} articles a ON a.key = v.article
            LEFT JOIN speakers s ON s.id = t.linked
            WHERE t.id IN ({self.records_of([name])}) AND {condition}
            ORDER BY a.uid, t.ordinal
            """,
            values,
        ).fetchall()
        bodies = bodies_spoken_for(self._connection, sorted({row["version"] for row in rows}))
        return [(row["version"], _for_body(attribution_from(row)[0], bodies.get(row["id"]))) for row in rows]

    def versions_spoken_in(self, names: Collection[str], scope: Scope) -> set[VersionHandle]:
        condition, values = conditions(self._connection, scope)
        rows = self._connection.execute(
            f"""
            SELECT DISTINCT t.version FROM attributions t
            {self._connection.in_order} versions v ON v.key = t.version
            WHERE t.id IN ({self.records_of(names)}) AND {condition}
            """,
            values,
        )
        return {row["version"] for row in rows}

    def descriptions(self, handles: Iterable[VersionHandle]) -> dict[VersionHandle, list[Description]]:
        keys = list(handles)
        found: dict[VersionHandle, list[Description]] = {key: [] for key in keys}
        if keeps_descriptions(self._connection):
            rows = self._connection.execute(
                f"""
                SELECT {DESCRIPTION_COLUMNS} FROM descriptions d
                WHERE {self._connection.among("d.version")} ORDER BY d.version, d.ordinal
                """,
                [self._connection.listed(keys)],
            )
            for row in rows:
                found[row["version"]].append(description_from(row))
        return found

    def bearers(self, heads: Collection[str], scope: Scope) -> list[Bearer]:
        if not heads or not keeps_descriptions(self._connection):
            return []
        condition, values = conditions(self._connection, scope)
        rows = self._connection.execute(
            f"""
            SELECT d.kind, d.what, d.of, d.former, d.who, s.name, e.name AS elsewhere,
                count(DISTINCT d.version) AS articles, min(v.day) AS "first", max(v.day) AS "last"
            FROM descriptions d {self._connection.in_order} versions v ON v.key = d.version
            LEFT JOIN names n ON n.name = d.identity LEFT JOIN speakers s ON s.id = n.speaker
            LEFT JOIN speakers e ON n.speaker IS NULL AND e.name = d.who
            WHERE d.head IN ({", ".join("?" * len(heads))}) AND d.who IS NOT NULL AND {condition}
            GROUP BY d.kind, d.what, d.of, d.former, d.who, s.name, e.name
            ORDER BY articles DESC, d.who, s.name NULLS FIRST, d.what, d.of NULLS FIRST, d.former
            """,
            [*(packed(head.casefold()) for head in heads), *values],
        )
        return [bearer_from(row) for row in rows]

    def all_attributions(self) -> Iterator[tuple[Version, list[Said]]]:
        """Yield every current version by uid with its attributions."""
        keys = self._connection.execute(
            """
            SELECT v.key FROM versions v JOIN articles a ON a.key = v.article
            WHERE v.current = 1 ORDER BY a.uid
            """
        ).fetchall()
        for row in keys:
            key = row["key"]
            yield self.versions([key])[key], self.attributions([key])[key]


def _for_body(record: Attribution, body: str | None) -> Attribution:
    return record if body is None else replace(record, speaks_for=body)


def _in_parts(
    places: Mapping[VersionHandle, Sequence[Span]],
) -> Iterator[Mapping[VersionHandle, Sequence[Span]]]:
    """Yield the versions that have spans, so many at once as have no more than `_MOST_SPANS`, or one."""
    part: dict[VersionHandle, Sequence[Span]] = {}
    for key, spans in places.items():
        if part and sum(map(len, part.values())) + len(spans) > _MOST_SPANS:
            yield part
            part = {}
        if spans:
            part[key] = spans
    if part:
        yield part
