"""Query who said what in a library."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from qa.archive.protocol import Said
from qa.datatypes import Attribution, Scope, Version, VersionHandle
from qa.embedded.queries.articles import Articles
from qa.embedded.queries.names import SpeakerRows
from qa.embedded.rows import ATTRIBUTION_COLUMNS, attribution_from
from qa.embedded.scope_conditions import conditions


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
        for row in rows:
            found[row["version"]].append(attribution_from(row))
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
            WHERE t.linked IN (SELECT value FROM json_each(?)) AND {condition}
            ORDER BY a.uid, t.ordinal
            """,
            [json.dumps(self.speaker_ids(name)), *values],
        )
        return [(row["version"], attribution_from(row)[0]) for row in rows]

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
