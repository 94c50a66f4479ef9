"""Look up who speaks in a library."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Literal

from qa.datatypes import Speaker
from qa.speakers.known import LOOKED_UP, ListedSpeakers
from qa.tables.connection import Row
from qa.tables.formats import keeps_descriptions
from qa.tables.name_pairs import names_by_hand
from qa.tables.packing import packed
from qa.tables.reader import RowReader
from qa.tables.rows import folded, speaker_from
from qa.tables.speaker_words import are_made, found_by_words


class SpeakerRows(RowReader):
    """Queries about speakers and their names, in one state of a library. None but `speakers` reads them all.

    Unless it has no words by which they are found: a library of an older format, and one of other rules.
    """

    def speakers(self) -> tuple[Speaker, ...]:
        """Return everybody who speaks in the archive, most often first; the same object until somebody has written."""
        return self._listed().all

    def speaker_count(self, holding: str = "") -> int:
        """Return how many speakers there are, one of whose names holds these letters, whatever their case."""
        condition, values = self._of(None, holding)
        query = f"SELECT count(*) FROM speakers WHERE {condition}"
        return int(self._connection.execute(query, values).fetchone()[0])

    def speaker(self, name: str) -> Speaker | None:
        found = self._made(self._connection.execute("SELECT * FROM speakers WHERE name = ?", [packed(name)]))
        return found[0] if found else None

    def speakers_like(self, typed: str, wrong_letters: int = 0) -> Sequence[Speaker]:
        if self._cached.found_by_words is None:
            self._cached.found_by_words = are_made(self._connection)
        if not self._cached.found_by_words:
            return self._listed().speakers_like(typed, wrong_letters)
        # One question is understood several times, as a whole and in parts: each time with the same name.
        kept = self._cached.speakers_like
        if (typed, wrong_letters) not in kept:
            ids, values = found_by_words(self._connection, typed, wrong_letters)
            query = f"SELECT * FROM speakers WHERE id IN ({ids}) ORDER BY count DESC, name"
            if len(kept) >= LOOKED_UP:
                kept.clear()
            kept[typed, wrong_letters] = self._made(self._connection.execute(query, values))
        return kept[typed, wrong_letters]

    def most_quoted(
        self,
        count: int,
        *,
        start: int = 0,
        kind: Literal["person", "group"] | None = None,
        holding: str = "",
    ) -> Sequence[Speaker]:
        condition, values = self._of(kind, holding)
        query = f"SELECT * FROM speakers WHERE {condition} ORDER BY count DESC, name LIMIT ? OFFSET ?"
        return self._made(self._connection.execute(query, [*values, count, start]))

    def _of(self, kind: str | None, holding: str) -> tuple[str, list[object]]:
        """Return SQL for being of a kind, and having a name with these letters, with its values."""
        conditions, values = ["TRUE"], list[object]()
        if kind is not None:
            conditions, values = [*conditions, "kind = ?"], [*values, kind]
        if holding:
            # Looked through by the database: nobody is read but those who are found.
            held = f"SELECT speaker FROM speaker_names WHERE {self._connection.holds('folded')}"
            conditions, values = [*conditions, f"id IN ({held})"], [*values, folded(holding)]
        return " AND ".join(conditions), values

    def speaker_ids(self, name: str) -> list[int]:
        """Return the row number of the speaker of this name, or else of all that have it as another form."""
        exact = self._connection.execute("SELECT id FROM speakers WHERE name = ?", [packed(name)]).fetchall()
        query = "SELECT speaker AS id FROM speaker_names WHERE folded = ? ORDER BY speaker"
        rows = exact or self._connection.execute(query, [folded(name)]).fetchall()
        return [row["id"] for row in rows]

    def records_of(self, names: Collection[str]) -> str:
        """Return SQL for the row numbers of the records of these speakers, and of those who speak for them."""
        keys = ", ".join(str(key) for name in sorted(names) for key in self.speaker_ids(name)) or "NULL"
        own = f"SELECT id FROM attributions WHERE linked IN ({keys})"
        if not keeps_descriptions(self._connection):
            return own
        return f"{own} UNION SELECT attribution FROM spoken_for WHERE linked IN ({keys})"

    def is_record_of(self, names: Collection[str]) -> str:
        """Return the condition by which a record `t` is one of these speakers', or of who speaks for them.

        It is looked at for each record, so of few: `records_of` lists all that these speakers ever said.
        """
        keys = ", ".join(str(key) for name in sorted(names) for key in self.speaker_ids(name)) or "NULL"
        spoken_for = f"SELECT 1 FROM spoken_for f WHERE f.attribution = t.id AND f.linked IN ({keys})"
        return f"(t.linked IN ({keys}) OR EXISTS ({spoken_for}))"

    def _listed(self) -> ListedSpeakers:
        if self._cached.speakers is None:
            rows = self._connection.execute("SELECT * FROM speakers ORDER BY count DESC, name")
            self._cached.speakers = ListedSpeakers(self._made(rows))
        return self._cached.speakers

    def _made(self, rows: Iterable[Row]) -> list[Speaker]:
        """Return the speakers of rows; those with a name that a person holds apart from another are marked."""
        if self._cached.apart is None:
            pairs = names_by_hand(self._connection).apart
            self._cached.apart = frozenset(folded(name) for pair in pairs for name in pair)
        apart = self._cached.apart
        speakers = [speaker_from(row) for row in rows]
        if not apart:
            return speakers
        return [
            replace(each, apart=not apart.isdisjoint(map(folded, (each.name, *each.aliases))))
            for each in speakers
        ]
