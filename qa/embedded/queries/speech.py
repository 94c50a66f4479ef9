"""Query who said what in a library."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from qa.archive.protocol import Said
from qa.datatypes import Attribution, Bearer, Description, Scope, Version, VersionHandle
from qa.embedded.attribution_rows import ATTRIBUTION_COLUMNS, attribution_from
from qa.embedded.database import Row, packed
from qa.embedded.descriptions import (
    DESCRIPTION_COLUMNS,
    bearer_from,
    bodies_spoken_for,
    description_from,
    keeps_descriptions,
)
from qa.embedded.queries.articles import Articles
from qa.embedded.queries.names import SpeakerRows
from qa.embedded.scope_conditions import conditions

MOST_KEPT = 10_000
"""Records that are kept read, of some two kilobytes each."""


class Speech(Articles, SpeakerRows):
    """Queries about attributions, in one state of a library."""

    def attributions(self, handles: Iterable[VersionHandle]) -> dict[VersionHandle, list[Said]]:
        keys = list(handles)
        rows = self._connection.execute(
            f"""
            SELECT {ATTRIBUTION_COLUMNS} FROM attributions t LEFT JOIN speakers s ON s.id = t.linked
            WHERE t.version IN (SELECT value FROM json_each(?)) ORDER BY t.version, t.ordinal
            """,
            [json.dumps(keys)],
        )
        found: dict[VersionHandle, list[Said]] = {key: [] for key in keys}
        bodies = bodies_spoken_for(self._connection, json.dumps(keys))
        for row in rows:
            record, name = self._said(row)
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
            CROSS JOIN versions v ON v.key = t.version CROSS JOIN articles a ON a.key = v.article
            LEFT JOIN speakers s ON s.id = t.linked
            WHERE t.id IN ({self.records_of([name])}) AND {condition}
            ORDER BY a.uid, t.ordinal
            """,
            values,
        ).fetchall()
        bodies = bodies_spoken_for(self._connection, json.dumps(sorted({row["version"] for row in rows})))
        return [(row["version"], _for_body(self._said(row)[0], bodies.get(row["id"]))) for row in rows]

    def descriptions(self, handles: Iterable[VersionHandle]) -> dict[VersionHandle, list[Description]]:
        keys = list(handles)
        found: dict[VersionHandle, list[Description]] = {key: [] for key in keys}
        if keeps_descriptions(self._connection):
            rows = self._connection.execute(
                f"""
                SELECT {DESCRIPTION_COLUMNS} FROM descriptions d
                WHERE d.version IN (SELECT value FROM json_each(?)) ORDER BY d.version, d.ordinal
                """,
                [json.dumps(keys)],
            )
            for row in rows:
                found[row["version"]].append(description_from(row))
        return found

    def bearers(self, heads: Collection[str], scope: Scope) -> list[Bearer]:
        if not keeps_descriptions(self._connection):
            return []
        condition, values = conditions(self._connection, scope)
        rows = self._connection.execute(
            f"""
            SELECT d.kind, d.what, d.of, d.former, d.who, s.name, count(DISTINCT d.version) AS articles,
                min(v.day) AS "first", max(v.day) AS "last"
            FROM descriptions d CROSS JOIN versions v ON v.key = d.version
            LEFT JOIN names n ON n.name = d.identity LEFT JOIN speakers s ON s.id = n.speaker
            WHERE d.head IN ({", ".join("?" * len(heads))}) AND d.who IS NOT NULL AND {condition}
            GROUP BY d.kind, d.what, d.of, d.former, d.who, s.name
            ORDER BY articles DESC, d.who, s.name, d.what, d.of, d.former
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

    def _said(self, row: Row) -> Said:
        kept = self._reader.said
        if row["id"] not in kept:
            if len(kept) >= MOST_KEPT:
                kept.clear()
            kept[row["id"]] = attribution_from(row)
        return kept[row["id"]]


def _for_body(record: Attribution, body: str | None) -> Attribution:
    return record if body is None else replace(record, speaks_for=body)
