"""Check everything in a library: the database's own structure, every text, passage, vector and checksum."""

from __future__ import annotations

import json
from collections.abc import Container, Iterator
from pathlib import Path

import numpy as np

from embeddings import checksums, vector_index
from qa.attribution.corrections import apply_corrections
from qa.datatypes import Version
from qa.embedded.connections import one_state
from qa.embedded.database import Connection, Row, broken_structure
from qa.embedded.value_check import wrong_value
from qa.errors import DamagedIndexError
from qa.ingest.chunking import embedded, says_the_title
from qa.rule_versions import RULES, made_by
from qa.tables.attribution_rows import ATTRIBUTION_COLUMNS, attribution_from
from qa.tables.descriptions import DESCRIPTION_COLUMNS, bodies_spoken_for, description_from
from qa.tables.formats import keeps_descriptions
from qa.tables.rows import (
    PASSAGE_COLUMNS,
    VERSION_COLUMNS,
    folded,
    half,
    passage_from,
    speaker_from,
    vectors_are_whole,
    version_from,
)
from qa.tables.tokens import indexed
from qa.tables.writing.corrections import corrections_of, damaged_corrections
from qa.tables.writing.name_pairs import damaged_pairs
from qa.upkeep.check_full_text import words
from qa.upkeep.findings import CheckReport, LibraryPart, Trouble
from qa.upkeep.status import count

_HALF_BYTES = 2
_MOST_BROKEN = 100
"""Places in the structure of a database that are named."""


def check(folder: Path) -> CheckReport:
    """Check the whole library and report what does not fit together.

    Raises:
        NoIndexError: If there is no library.
        DamagedIndexError: If the database cannot be opened at all.
    """
    with one_state(folder) as connection:
        return _checked(connection, folder)


def _checked(connection: Connection, folder: Path) -> CheckReport:
    troubles = [*_structure(connection)]
    # What cannot be read at all need not be checked in detail.
    if all(trouble.part == "words" for trouble in troubles):
        for look in (_versions, _passages, words, _vectors, _speakers, _by_hand):
            troubles += look(connection)
        troubles += _generations(connection, folder)
    kinds = ("versions WHERE current = 1", "versions", "passages", "generations")
    return CheckReport(tuple(troubles), *(count(connection, kind) for kind in kinds))


def _structure(connection: Connection) -> Iterator[Trouble]:
    try:
        for broken in broken_structure(connection, most=_MOST_BROKEN):
            # SQLite from 3.44 on checks full-text indexes too, and names them so.
            part: LibraryPart = "words" if "FTS5" in broken else "database"
            yield Trouble(part, f"database: {broken}")
    except UnicodeDecodeError as error:
        # SQLite's message quotes the damaged bytes, which may not be text.
        yield Trouble("database", f"database: {error}")
    for row in connection.execute("PRAGMA foreign_key_check"):
        yield Trouble("database", f"database: a row of {row['table']} points to nothing in {row['parent']}")
    if wrong := wrong_value(connection):
        yield Trouble("database", f"database: {wrong}")
    if count(connection, "models WHERE current = 1") > 1:
        yield Trouble("database", "database: more than one model is current")


def _versions(connection: Connection) -> Iterator[Trouble]:
    # What other rules have made is no damage: an older or newer program was here.
    numbers = {row["key"]: row["value"] for row in connection.execute("SELECT key, value FROM meta")}
    own = {rule for rule, number in RULES.items() if made_by(rule, numbers.get(rule)) == number}
    query = f"SELECT {VERSION_COLUMNS} FROM versions v JOIN articles a ON a.key = v.article ORDER BY v.key"
    for row in connection.execute(query):
        try:
            version = version_from(row)
        except DamagedIndexError as error:
            yield Trouble("text", str(error))
            continue
        if version.current:
            yield from _passages_of(connection, version, own)
            yield from _attributions_of(connection, version)
            yield from _descriptions_of(connection, version)


def _passages_of(connection: Connection, version: Version, own: Container[str]) -> Iterator[Trouble]:
    """Compare a text with the passages and full-text rows made from it.

    Args:
        own: The rules of this program by which they were made.
    """
    text, end = version.article.text, 0
    rows = connection.execute(
        f"""
        SELECT {PASSAGE_COLUMNS}, e.sha, f.terms FROM passages p JOIN embeddings e ON e.id = p.embedding
        LEFT JOIN passages_fts f ON f.rowid = p.id WHERE p.version = ? ORDER BY p.start
        """,
        [version.key],
    )
    for row in rows:
        try:
            passage = passage_from(row).passage
        except DamagedIndexError as error:
            yield Trouble("passages", str(error))
            continue
        inner = [at for span in passage.sentences for at in span]
        borders = [end, passage.start, *inner, passage.end, len(text)]
        between = text[end : passage.start]
        if "chunking" in own and embedded(version.article, passage).sha() != row["sha"]:
            words = f"article {version.uid}: passage {row['id']} has the vectors of another text"
            yield Trouble("passages", words)
        # A headline above the text is in no passage.
        at_title = end == 0 and says_the_title(version.article, between)
        left_out = "chunking" in own and between.strip() and not at_title
        if borders != sorted(borders) or left_out:
            words = f"article {version.uid}: passage {row['id']} is not where it should be in the text"
            yield Trouble("passages", words)
        if "terms" in own and row["terms"] != indexed(
            version.article.title, text[passage.start : passage.end]
        ):
            words = f"article {version.uid}: passage {row['id']} has different words in the full-text index"
            yield Trouble("words", words)
        end = passage.end
    if "chunking" in own and text[end:].strip():
        yield Trouble("passages", f"article {version.uid}: no passage holds the end of the text")


def _attributions_of(connection: Connection, version: Version) -> Iterator[Trouble]:
    query = f"""
        SELECT {ATTRIBUTION_COLUMNS} FROM attributions t LEFT JOIN speakers s ON s.id = t.linked
        WHERE t.version = ? ORDER BY t.ordinal
    """
    records = []
    for row in connection.execute(query, [version.key]).fetchall():
        try:
            found, name = attribution_from(row)
            records.append(found)
        except DamagedIndexError as error:
            yield Trouble("attributions", str(error))
            continue
        spans = [*found.content, *filter(None, (found.mention, found.cue))]
        if not all(0 <= start <= finish <= len(version.article.text) for start, finish in spans):
            words = f"article {version.uid}: an attribution points outside the text"
            yield Trouble("attributions", words)
        # An update that was interrupted has recorded the names that are still to be linked.
        waiting = "SELECT 1 FROM unlinked WHERE name = ?"
        if (
            name is None
            and found.speaker is not None
            and not connection.execute(waiting, [row["speaker"]]).fetchone()
        ):
            yield Trouble(
                "speakers", f"article {version.uid}: {found.speaker!r} is no speaker of the archive"
            )
    if apply_corrections(records, corrections_of(connection, version.key))[0] != records:
        words = f"article {version.uid}: its speakers are not those that were corrected by hand"
        yield Trouble("attributions", words)


def _descriptions_of(connection: Connection, version: Version) -> Iterator[Trouble]:
    if not keeps_descriptions(connection):
        return
    query = f"SELECT {DESCRIPTION_COLUMNS} FROM descriptions d WHERE d.version = ? ORDER BY d.ordinal"
    for row in connection.execute(query, [version.key]).fetchall():
        try:
            found = description_from(row)
        except DamagedIndexError as error:
            yield Trouble("attributions", str(error))
            continue
        if not 0 <= found.start <= found.end <= len(version.article.text):
            yield Trouble("attributions", f"article {version.uid}: a description points outside the text")
    try:
        bodies_spoken_for(connection, [version.key])
    except DamagedIndexError as error:
        yield Trouble("attributions", str(error))


def _passages(connection: Connection) -> Iterator[Trouble]:
    stray = count(
        connection,
        """
        passages p JOIN versions v ON v.key = p.version
        JOIN embeddings e ON e.id = p.embedding JOIN models m ON m.id = e.model
        WHERE v.current = 0 OR m.current = 0
        """,
    )
    if stray:
        yield Trouble("passages", f"passages that belong to an old version or to another model: {stray:,}")
    unindexed = count(connection, "passages_fts WHERE rowid NOT IN (SELECT id FROM passages)")
    if unindexed:
        yield Trouble("words", f"entries of the full-text index that have no passage: {unindexed:,}")


def _vectors(connection: Connection) -> Iterator[Trouble]:
    rows = connection.execute(
        """
        SELECT e.id, e.vector, e.sentence_vectors, e.crc, e.vector_crc, m.dim,
            (SELECT length(p.sentences) / 8 FROM passages p WHERE p.embedding = e.id) AS sentences
        FROM embeddings e JOIN models m ON m.id = e.model ORDER BY e.id
        """
    )
    for row in rows:
        width = row["dim"] * _HALF_BYTES
        if not vectors_are_whole(row):
            yield Trouble("vectors", f"the vectors {row['id']} are not the ones that were stored")
        elif len(row["vector"]) != width or row["sentences"] not in (
            None,
            len(row["sentence_vectors"]) / width,
        ):
            yield Trouble("vectors", f"the vectors {row['id']} do not fit their passage")


def _speakers(connection: Connection) -> Iterator[Trouble]:
    for row in connection.execute("SELECT * FROM speakers ORDER BY id"):
        try:
            speaker = speaker_from(row)
        except DamagedIndexError as error:
            yield Trouble("speakers", str(error))
            continue
        query = "SELECT folded FROM speaker_names WHERE speaker = ?"
        known = {bytes(each["folded"]) for each in connection.execute(query, [row["id"]])}
        if known != {folded(name) for name in (speaker.name, *speaker.aliases)}:
            yield Trouble("speakers", f"{speaker.name!r} cannot be found by all of the names it has")


def _by_hand(connection: Connection) -> Iterator[Trouble]:
    for where in damaged_corrections(connection):
        yield Trouble("by hand", f"{where}: a correction of a speaker is not what was stored")
    if count_ := damaged_pairs(connection):
        yield Trouble(
            "by hand", f"pairs of names that were joined or parted and are not what was stored: {count_:,}"
        )


def _generations(connection: Connection, folder: Path) -> Iterator[Trouble]:
    rows = connection.execute("SELECT * FROM generations ORDER BY n").fetchall()
    for row in rows:
        if not checksums.verify(folder / row["file"], sha256=row["sha256"]):
            yield Trouble("generation", f"{row['file']} is missing or has another checksum")
        elif row is rows[-1]:
            try:
                yield from _generation(connection, folder, row)
            except vector_index.VectorIndexError as error:
                yield Trouble("generation", str(error))


def _generation(connection: Connection, folder: Path, row: Row) -> Iterator[Trouble]:
    """Compare a generation's vectors with those of the passages that are still there."""
    index = vector_index.VectorIndex.open(folder / row["file"], sha256=row["sha256"], size=row["size"])
    published: set[int] = set()
    differing = 0
    for ids, vectors in index.vectors():
        stored = connection.execute(
            """
            SELECT p.id, e.vector FROM passages p JOIN embeddings e ON e.id = p.embedding
            WHERE p.id IN (SELECT value FROM json_each(?)) ORDER BY p.id
            """,
            [json.dumps(ids.tolist())],
        ).fetchall()
        place = {int(passage): number for number, passage in enumerate(ids)}
        published |= place.keys()
        alive = [place[each["id"]] for each in stored]
        if stored:
            rows = half([each["vector"] for each in stored], vectors.shape[1]).astype(np.float32)
            differing += int((rows != vectors[alive]).any(axis=1).sum())
    if differing:
        words = f"{row['file']} and the database hold different vectors (passages: {differing:,})"
        yield Trouble("generation", words)
    query = "SELECT id FROM passages WHERE id <= ?"
    lost = sum(each["id"] not in published for each in connection.execute(query, [row["max_passage"]]))
    if lost:
        yield Trouble("generation", f"{row['file']} lacks passages that it should hold: {lost:,}")
