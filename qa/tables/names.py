"""Look up who speaks in a library."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from qa.datatypes import Speaker
from qa.speakers.known import ListedSpeakers
from qa.tables.formats import keeps_descriptions
from qa.tables.name_pairs import names_by_hand
from qa.tables.packing import packed
from qa.tables.reader import RowReader
from qa.tables.rows import folded, speaker_from


class SpeakerRows(RowReader):
    """Queries about speakers and their names, in one state of a library."""

    def speakers(self) -> tuple[Speaker, ...]:
        """Return everybody who speaks in the archive, most often first; the same object until somebody has written."""
        return self._listed().all

    def speaker(self, name: str) -> Speaker | None:
        return self._listed().speaker(name)

    def speakers_like(self, typed: str, wrong_letters: int = 0) -> Sequence[Speaker]:
        return self._listed().speakers_like(typed, wrong_letters)

    def most_quoted(self, count: int) -> Sequence[Speaker]:
        return self._listed().most_quoted(count)

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

    def _listed(self) -> ListedSpeakers:
        if self._cached.speakers is None:
            rows = self._connection.execute("SELECT * FROM speakers ORDER BY count DESC, name")
            self._cached.speakers = ListedSpeakers(self._with_apart([speaker_from(row) for row in rows]))
        return self._cached.speakers

    def _with_apart(self, speakers: list[Speaker]) -> list[Speaker]:
        """Mark the speakers with a name that a person holds apart from another."""
        apart = {folded(name) for pair in names_by_hand(self._connection).apart for name in pair}
        if not apart:
            return speakers
        return [
            replace(each, apart=not apart.isdisjoint(map(folded, (each.name, *each.aliases))))
            for each in speakers
        ]
