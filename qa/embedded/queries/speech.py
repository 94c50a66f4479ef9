"""Who said what in a library, and who speaks in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from qa.datatypes import Attribution, Scope, Speaker, Version
from qa.embedded.database import packed
from qa.embedded.queries.articles import Articles
from qa.embedded.rows import ATTRIBUTION_COLUMNS, attribution_from, folded, speaker_from
from qa.embedded.scope_conditions import conditions
from qa.embedded.search.exact_scan import Ids


class Speech(Articles):
    def attributions(self, version_keys: Iterable[int]) -> dict[int, list[tuple[Attribution, str | None]]]:
        """Return each version's attributions in their order, with the archive's name of the speaker."""
        keys = list(version_keys)
        rows = self._connection.execute(
            f"""
            SELECT {ATTRIBUTION_COLUMNS} FROM attributions t LEFT JOIN speakers s ON s.id = t.linked
            WHERE t.version IN (SELECT value FROM json_each(?)) ORDER BY t.version, t.ordinal
            """,
            [json.dumps(keys)],
        )
        found: dict[int, list[tuple[Attribution, str | None]]] = {key: [] for key in keys}
        for row in rows:
            found[row["version"]].append(attribution_from(row))
        return found

    def attributed_to(self, name: str, scope: Scope) -> list[tuple[int, Attribution]]:
        """Return (version key, attribution) of all that a speaker of the archive said, by article and offset.

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
            [json.dumps(self._speaker_ids(name)), *values],
        )
        return [(row["version"], attribution_from(row)[0]) for row in rows]

    def spoken_in(self, names: Sequence[str], scope: Scope) -> Ids:
        """Return the ids, ascending, of the passages that hold words of these speakers of the archive."""
        condition, values = conditions(self._connection, scope)
        rows = self._connection.execute(
            f"""
            SELECT DISTINCT p.id FROM attributions t
            CROSS JOIN versions v ON v.key = t.version
            CROSS JOIN passages p ON p.version = t.version AND p.start < t."end" AND p."end" > t.start
            WHERE t.linked IN (SELECT value FROM json_each(?)) AND {condition} ORDER BY p.id
            """,
            [json.dumps([key for name in names for key in self._speaker_ids(name)]), *values],
        )
        return np.array([row["id"] for row in rows], dtype=np.int64)

    def all_attributions(self) -> Iterator[tuple[Version, list[tuple[Attribution, str | None]]]]:
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

    def speakers(self) -> tuple[Speaker, ...]:
        """Return who speaks in the archive, most often first; the same object until somebody has written."""
        if self._reader.speakers is None:
            rows = self._connection.execute("SELECT * FROM speakers ORDER BY count DESC, name")
            self._reader.speakers = tuple(speaker_from(row) for row in rows)
        return self._reader.speakers

    def _speaker_ids(self, name: str) -> list[int]:
        exact = self._connection.execute("SELECT id FROM speakers WHERE name = ?", [packed(name)]).fetchall()
        query = "SELECT speaker AS id FROM speaker_names WHERE folded = ? ORDER BY speaker"
        rows = exact or self._connection.execute(query, [folded(name)]).fetchall()
        return [row["id"] for row in rows]
