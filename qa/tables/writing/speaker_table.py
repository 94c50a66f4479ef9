"""Keep the archive's speakers up to date with the attributions: link only the names that a change can touch.

What a name is linked to depends on the other names of its family (`qa.speakers.linking.family`) and on how often
each of them speaks. So the families of the names that changed are linked as a whole, and no others; the result is
the same as that of linking everything. Families whose names are joined by a pair, by hand
(`qa.tables.writing.name_pairs`) or in an article, are linked together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qa.datatypes import Speaker
from qa.rule_versions import LINKING_VERSION
from qa.speakers.by_hand import NamesByHand
from qa.tables.connection import Counted, WritingConnection
from qa.tables.name_pairs import names_by_hand
from qa.tables.packing import packed, unpacked
from qa.tables.seals import link_seal, speaker_seal, spoken_for_seal
from qa.tables.speaker_words import are_made
from qa.tables.writing.descriptions import known_bodies
from qa.tables.writing.speaker_words import drop_words, make_words, put_words
from qa.tables.writing.writer import Writer

if TYPE_CHECKING:
    from qa.speakers.bodies import KnownAs

_LINKED_BY = "linking"


def make_due_words(writer: Writer, counted: Counted) -> None:
    """Make the words by which speakers are found, in a library of an older format or by other rules."""
    if not are_made(writer.connection):
        with writer.transaction():
            make_words(writer.connection, counted)


def link_speakers(writer: Writer) -> None:
    """Link the names that changed since the last time, or all names if they were linked by other rules then."""
    if not is_linked(writer):
        with writer.transaction():
            link_now(writer)


def is_linked(writer: Writer) -> bool:
    """Return whether every name is linked, and found by its words, by the rules of this program."""
    if writer.meta(_LINKED_BY) != str(LINKING_VERSION) or not are_made(writer.connection):
        return False
    return writer.connection.execute("SELECT 1 FROM unlinked LIMIT 1").fetchone() is None


def link_now(writer: Writer) -> None:
    """Link the names that changed, as `link_speakers` does, inside the caller's transaction."""
    if is_linked(writer):
        return
    connection = writer.connection
    if not are_made(connection):
        make_words(connection)
    if writer.meta(_LINKED_BY) != str(LINKING_VERSION):
        connection.execute("DELETE FROM names")
        connection.execute(
            """
            INSERT INTO unlinked (name)
            SELECT speaker FROM attributions WHERE speaker IS NOT NULL UNION SELECT name FROM spoken_for WHERE TRUE
            ON CONFLICT DO NOTHING
            """
        )
    touched = {unpacked(row["name"]) for row in connection.execute("SELECT name FROM unlinked")}
    _link(connection, touched, known_bodies(connection))
    connection.execute("DELETE FROM unlinked")
    if writer.meta(_LINKED_BY) != str(LINKING_VERSION):
        rows = connection.execute("SELECT id FROM speakers WHERE id NOT IN (SELECT speaker FROM names)")
        _drop_speakers(connection, [row["id"] for row in rows.fetchall()])
        writer.set_meta(_LINKED_BY, str(LINKING_VERSION))


def _link(connection: WritingConnection, touched: Iterable[str], known_as: KnownAs) -> None:
    """Link the families of the touched names again, and write what differs."""
    from qa.speakers.bodies import body_family  # here, as below: mostly there is nothing to link
    from qa.speakers.linking import family, joined_families, link_names

    by_hand = names_by_hand(connection)
    joined = joined_families(by_hand, known_as)
    families = {name: packed("\x1f".join(family(name))) for name in touched}
    # A name that is nobody's by itself may have been a body's short name in a pair that is gone now.
    own = {kind for name in touched for kind in (family(name), ("group", *body_family(name)))}
    kept = {packed("\x1f".join(each)) for each in own.union(*(joined.get(each, ()) for each in own))}
    before = _linked_together(connection, kept, families)

    counts = _counts(connection, families)
    speakers, name_of = link_names(
        {name: count for name, count in counts.items() if count}, by_hand, known_as
    )
    ids = _put_speakers(connection, speakers)
    meant = {name: (ids[name_of[name]], name_of[name]) for name, count in counts.items() if count}
    changed = {name: speaker for name, speaker in meant.items() if before.get(name) != speaker[0]}
    gone = [name for name in counts if name not in meant]
    connection.executemany("DELETE FROM names WHERE name = ?", [[packed(name)] for name in (*gone, *changed)])
    connection.executemany(
        "INSERT INTO names (name, family, speaker) VALUES (?, ?, ?)",
        [(packed(name), families[name], key) for name, (key, _) in changed.items()],
    )
    _point(connection, changed, everywhere=True)
    _point(connection, {name: meant[name] for name in meant if name not in changed}, everywhere=False)
    _drop_speakers(connection, set(before.values()) - set(ids.values()))


def _linked_together(
    connection: WritingConnection, families: Collection[bytes], family_of: dict[str, bytes]
) -> dict[str, int]:
    """Return the names of families, and all that were linked with one of them, each with its speaker's row number.

    Names of two families are one speaker by a pair of names; it may be gone now, from the articles or from what a
    person set, and with it the only way from one family to the other.

    Args:
        family_of: Gets the family of each name that is found.
    """
    found: dict[str, int] = {}
    asked, seen = set(families), set[int]()
    while asked:
        members = connection.execute_each(
            "SELECT name, family, speaker FROM names WHERE family = ?", [[each] for each in asked]
        )
        rows = [row for each in members for row in each]
        found |= {unpacked(row["name"]): row["speaker"] for row in rows}
        family_of |= {unpacked(row["name"]): row["family"] for row in rows}
        speakers = {row["speaker"] for row in rows} - seen
        seen |= speakers
        beside = connection.execute_each(
            "SELECT family FROM names WHERE speaker = ?", [[key] for key in speakers]
        )
        asked = {row["family"] for each in beside for row in each} - set(family_of.values()) - set(families)
    return found


def forget_speakers(writer: Writer) -> None:
    """Take out the archive's speakers, in the caller's transaction: the next linking finds them all again."""
    connection = writer.connection
    rows = connection.execute("SELECT id, crc FROM attributions").fetchall()
    connection.executemany(
        "UPDATE attributions SET linked = NULL, link_crc = ? WHERE id = ?",
        [(link_seal(row["crc"], None), row["id"]) for row in rows],
    )
    rows = connection.execute("SELECT attribution, name FROM spoken_for").fetchall()
    connection.executemany(
        "UPDATE spoken_for SET linked = NULL, crc = ? WHERE attribution = ?",
        [(spoken_for_seal(row["attribution"], row["name"], None), row["attribution"]) for row in rows],
    )
    for table in ("names", "speaker_names", "speaker_words", "word_halves", "speakers"):
        connection.execute(f"DELETE FROM {table}")
    writer.set_meta("linking", "")


def note_names(writer: Writer, names: Iterable[str]) -> None:
    """Note that the speakers of names have to be found again: a person joined them, or holds them apart."""
    writer.connection.executemany(
        "INSERT INTO unlinked (name) VALUES (?) ON CONFLICT DO NOTHING", [(packed(name),) for name in names]
    )


def regroup(writer: Writer, before: NamesByHand) -> None:
    """Link the names again that a change of the pairs by hand can touch, inside the caller's transaction.

    Args:
        before: The pairs as they were.
    """
    now = names_by_hand(writer.connection)
    changed = {*before.together, *before.apart} ^ {*now.together, *now.apart}
    note_names(writer, {name for pair in changed for name in pair})
    link_now(writer)


def _counts(connection: WritingConnection, names: Collection[str]) -> dict[str, int]:
    """Return how often each of these names speaks, or is spoken for."""
    query = """
        SELECT (SELECT count(*) FROM attributions WHERE speaker = ?)
            + (SELECT count(*) FROM spoken_for WHERE name = ?)
    """
    rows = connection.execute_each(query, [(packed(name), packed(name)) for name in names])
    return {name: int(row[0]) for name, (row,) in zip(names, rows, strict=True)}


def _point(connection: WritingConnection, names: Mapping[str, tuple[int, str]], *, everywhere: bool) -> None:
    """Point the attributions of names to their speakers: all of them, or only those that point nowhere yet.

    Args:
        names: The row number of each name's speaker, and that one's own name.
    """
    wrong = "(linked IS NULL OR linked != ?)" if everywhere else "linked IS NULL"
    values = [(packed(name), key) if everywhere else (packed(name),) for name, (key, _) in names.items()]
    found = connection.execute_each(f"SELECT id, crc FROM attributions WHERE speaker = ? AND {wrong}", values)
    connection.executemany(
        "UPDATE attributions SET linked = ?, link_crc = ? WHERE id = ?",
        [
            (key, link_seal(row["crc"], packed(speaker)), row["id"])
            for (key, speaker), rows in zip(names.values(), found, strict=True)
            for row in rows
        ],
    )
    found = connection.execute_each(f"SELECT attribution FROM spoken_for WHERE name = ? AND {wrong}", values)
    connection.executemany(
        "UPDATE spoken_for SET linked = ?, crc = ? WHERE attribution = ?",
        [
            (key, spoken_for_seal(row["attribution"], packed(name), packed(speaker)), row["attribution"])
            for (name, (key, speaker)), rows in zip(names.items(), found, strict=True)
            for row in rows
        ],
    )


def _put_speakers(connection: WritingConnection, speakers: Sequence[Speaker]) -> dict[str, int]:
    """Write speakers where they differ; return the row number of each name, which it keeps if it has one."""
    from qa.tables.rows import aliases_to, folded, speaker_from

    names = [packed(speaker.name) for speaker in speakers]
    found = connection.execute_each("SELECT * FROM speakers WHERE name = ?", [[name] for name in names])
    ids: dict[str, int] = {}
    new, changed = list[Sequence[Any]](), list[Sequence[Any]]()
    had, others = list[tuple[int, Speaker]](), list[Speaker]()
    for speaker, name, rows in zip(speakers, names, found, strict=True):
        aliases = aliases_to(speaker.aliases)
        seal = speaker_seal(name, speaker.kind, aliases)
        values = (speaker.kind, aliases, speaker.count, seal, name)
        if not rows:
            new.append(values)
            others.append(speaker)
            continue
        (row,) = rows
        ids[speaker.name] = int(row["id"])
        if speaker_from(row) == speaker and row["crc"] == seal:
            continue
        changed.append(values)
        if (row["kind"], row["aliases"]) != (speaker.kind, aliases):
            had.append((int(row["id"]), speaker_from(row)))
            others.append(speaker)
    written = connection.execute_each(
        "INSERT INTO speakers (kind, aliases, count, crc, name) VALUES (?, ?, ?, ?, ?) RETURNING id", new
    )
    ids |= {unpacked(values[-1]): int(row["id"]) for values, (row,) in zip(new, written, strict=True)}
    connection.executemany(
        "UPDATE speakers SET kind = ?, aliases = ?, count = ?, crc = ? WHERE name = ?", changed
    )
    drop_words(connection, had)
    put_words(connection, [(ids[speaker.name], speaker) for speaker in others])
    connection.executemany("DELETE FROM speaker_names WHERE speaker = ?", [[key] for key, _ in had])
    connection.executemany(
        "INSERT INTO speaker_names (folded, speaker) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [
            (folded(form), ids[speaker.name])
            for speaker in others
            for form in (speaker.name, *speaker.aliases)
        ],
    )
    return ids


def _drop_speakers(connection: WritingConnection, keys: Iterable[int]) -> None:
    from qa.tables.rows import speaker_from

    gone = [[key] for key in keys]
    found = connection.execute_each("SELECT * FROM speakers WHERE id = ?", gone)
    drop_words(connection, [(key, speaker_from(row)) for (key,), (row,) in zip(gone, found, strict=True)])
    connection.executemany("DELETE FROM speaker_names WHERE speaker = ?", gone)
    connection.executemany("DELETE FROM speakers WHERE id = ?", gone)
