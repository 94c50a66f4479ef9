"""Store the names that a person said are one speaker's, or two speakers', whatever the rules of linking find."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from qa.datatypes import Speaker
from qa.tables.connection import Connection, WritingConnection
from qa.tables.formats import keeps_corrections
from qa.tables.name_pairs import NamePair, is_whole_pair, name_pairs
from qa.tables.packing import packed
from qa.tables.seals import pair_seal


def put_pair(connection: WritingConnection, pair: NamePair) -> None:
    drop_pair(connection, pair)
    values = (packed(pair.first), packed(pair.second), int(pair.apart))
    connection.execute(
        "INSERT INTO name_pairs (first, second, apart, crc) VALUES (?, ?, ?, ?)",
        [*values, pair_seal(*values)],
    )


def drop_pair(connection: WritingConnection, pair: NamePair) -> None:
    connection.execute(
        "DELETE FROM name_pairs WHERE first = ? AND second = ?", [packed(pair.first), packed(pair.second)]
    )


def damaged_pairs(connection: Connection) -> int:
    """Count the rows that are not what was stored."""
    if not keeps_corrections(connection):
        return 0
    return sum(not is_whole_pair(row) for row in connection.execute("SELECT * FROM name_pairs"))


def drop_damaged_pairs(connection: WritingConnection) -> int:
    """Delete the rows that are not what was stored; return how many there were."""
    rows = connection.execute("SELECT * FROM name_pairs").fetchall()
    damaged = [(row["first"], row["second"]) for row in rows if not is_whole_pair(row)]
    connection.executemany("DELETE FROM name_pairs WHERE first = ? AND second = ?", damaged)
    return len(damaged)


def drop_pairs_without_text(connection: WritingConnection) -> None:
    """Delete the pairs with a name that nobody has and that stands in no text that the library keeps."""
    for pair in name_pairs(connection):
        if not all(_is_kept(connection, name) for name in (pair.first, pair.second)):
            drop_pair(connection, pair)


def known_spellings(connection: Connection, name: str) -> Collection[str]:
    """Return the spellings that the archive has of a name, case and spaces aside; none if nobody is called so."""
    from qa.tables.rows import folded  # here: it loads numpy

    forms = [form for each in _called(connection, name) for form in (each.name, *each.aliases)]
    return dict.fromkeys(form for form in forms if folded(form) == folded(name))


def speakers_called(connection: Connection, name: str) -> Iterator[str]:
    """Yield the archive's name of the speaker who is shown under a name, or else of all who have it."""
    from qa.tables.rows import folded

    names = [each.name for each in _called(connection, name)]
    shown = [each for each in names if folded(each) == folded(name)]
    yield from shown or names


def _called(connection: Connection, name: str) -> list[Speaker]:
    from qa.tables.rows import folded, speaker_from

    rows = connection.execute(
        "SELECT s.* FROM speaker_names n JOIN speakers s ON s.id = n.speaker WHERE n.folded = ? ORDER BY s.id",
        [folded(name)],
    )
    return [speaker_from(row) for row in rows.fetchall()]


def _is_kept(connection: Connection, name: str) -> bool:
    if known_spellings(connection, name):
        return True
    text, title = connection.holds("text"), connection.holds("title")
    query = f"SELECT 1 FROM versions WHERE {text} OR {title} LIMIT 1"
    return connection.execute(query, [packed(name), packed(name)]).fetchone() is not None
