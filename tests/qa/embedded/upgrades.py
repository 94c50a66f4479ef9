"""Libraries as older and newer programs leave them, and all that was derived in one: raw SQL that upgrades need."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from embeddings.encoder import Encoder
from qa.embedded.schema import FULL_TEXT_BEFORE_9
from qa.embedded.search.stored_terms import delete_terms, put_terms
from qa.embedded.search.words import empty
from qa.embedded.writer import open_writer
from qa.ingest.article_vectors import encoded_by
from qa.ingest.chunking import embedded
from qa.rule_versions import LINKING_VERSION, RULES
from qa.tables.attribution_rows import ATTRIBUTION_COLUMNS
from qa.tables.compressed import RECORDS, terms_in
from qa.tables.connection import WritingConnection
from qa.tables.formats import LIBRARY_FORMAT
from qa.tables.packing import packed, unpacked
from qa.tables.passage_vectors import half_precision, vector_in
from qa.tables.rows import (
    PASSAGE_COLUMNS,
    passage_from,
    row_values,
    vectors_crc,
)
from qa.tables.seals import attribution_seal, link_seal, vector_seal
from qa.tables.sentence_vectors import unpacked_sentences
from qa.tables.writing.speaker_words import make_words
from qa.tables.writing.stored_versions import versions
from qa.tables.writing.writer import Writer, article_uid

DERIVED = {
    "passages": """
        SELECT p.start, p."end", p.sentences, terms_in(f.terms), e.vector, e.sentence_vectors FROM passages p
        JOIN embeddings e ON e.id = p.embedding JOIN {terms} f ON f.rowid = p.id
        WHERE p.version = ? ORDER BY p.start
    """,
    "attributions": """
        SELECT t.ordinal, t.start, t."end", t.speaker, t.kind, t.confidence, t.record, s.name FROM attributions t
        LEFT JOIN speakers s ON s.id = t.linked WHERE t.version = ? ORDER BY t.ordinal
    """,
    "bands": "SELECT band, hash FROM bands WHERE version = ? ORDER BY band, hash",
}
OF_ALL = {
    "speakers": "SELECT name, kind, aliases, count FROM speakers ORDER BY name",
    "names": """
        SELECT n.name, n.family, s.name FROM names n JOIN speakers s ON s.id = n.speaker ORDER BY n.name
    """,
    "found by": """
        SELECT f.folded, s.name FROM speaker_names f JOIN speakers s ON s.id = f.speaker ORDER BY f.folded, s.name
    """,
    "not linked yet": "SELECT name FROM unlinked",
    "rules": "SELECT key, value FROM meta WHERE key IN ('chunking', 'terms', 'banding', 'linking') ORDER BY key",
}


def derived(library: Path) -> dict[Any, Any]:
    """Return everything in a library that rules have made, without row numbers, by its article's path and id."""
    connection = sqlite3.connect(f"file:{library / 'library.db'}?mode=ro", uri=True)
    connection.create_function("terms_in", 1, terms_in)
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    terms = "passage_terms" if number >= 9 else "passages_fts"
    try:
        found: dict[Any, Any] = {name: connection.execute(query).fetchall() for name, query in OF_ALL.items()}
        versions = connection.execute(
            """
            SELECT v.key, a.path, a.id, v.sha256, v.extractor, v.day, v.reader FROM versions v
            JOIN articles a ON a.key = v.article WHERE v.current = 1
            """
        ).fetchall()
        for key, path, article, *rest in versions:
            rows = {
                name: connection.execute(query.format(terms=terms), [key]).fetchall()
                for name, query in DERIVED.items()
            }
            found[path, article] = [rest, rows]
        return found
    finally:
        connection.close()


def derived_but_vectors(library: Path) -> dict[Any, Any]:
    """Return what `derived` does, without vectors: two kinds of processors make some that differ in the last digits."""
    found = derived(library)
    for value in found.values():
        if isinstance(value, list) and value and isinstance(value[0], list):
            value[1]["passages"] = [row[:4] for row in value[1]["passages"]]
    return found


def derived_by_any_reader(library: Path) -> dict[Any, Any]:
    """Return what `derived_but_vectors` does, without the reader's name: a file not at hand is not read again."""
    found = derived_but_vectors(library)
    for value in found.values():
        if isinstance(value, list) and value and isinstance(value[0], list):
            value[0] = value[0][:-1]
    return found


def vectors_of(library: Path) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the vectors of a library's passages, and those of their sentences, in the order of their articles."""
    rows = [
        row[4:]
        for _, value in sorted(
            (key, value) for key, value in derived(library).items() if isinstance(key, tuple)
        )
        for row in value[1]["passages"]
    ]
    vectors = np.stack([vector_in(vector) for vector, _ in rows])
    return vectors, unpacked_sentences(vectors, [sentences for _, sentences in rows])


def schema_of(library: Path) -> int:
    connection = sqlite3.connect(f"file:{library / 'library.db'}?mode=ro", uri=True)
    try:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()


def make_by_other_rules(library: Path, *, numbers: int, records_only: bool = False) -> None:
    """Let derived rows be what rules of other numbers have made: these numbers higher, or lower.

    Half of the records are missing; if not `records_only`, the terms are others, a passage and all bands are missing,
    and speakers are groups.
    """
    with open_writer(library) as writer, writer.transaction():
        writer.connection.execute(
            "UPDATE versions SET extractor = extractor + ? WHERE current = 1", [numbers]
        )
        writer.connection.execute("DELETE FROM attributions WHERE ordinal % 2 = 0")
        if records_only:
            return
        for rule, number in RULES.items():
            writer.set_meta(rule, str(number + numbers))
        writer.set_meta("linking", str(LINKING_VERSION + numbers))
        for statement in (
            "DELETE FROM bands",
            "DELETE FROM passages WHERE id = (SELECT min(id) FROM passages)",
            "UPDATE speakers SET kind = 'group', crc = speaker_seal(name, 'group', aliases)",
        ):
            writer.connection.execute(statement)
        write_other_terms(writer.connection)
        # That program too kept its postings in step, as the end of this transaction does, and the words of speakers.
        empty(writer.connection)
        make_words(writer.connection)


def make_of_newer_schema(library: Path) -> None:
    connection = sqlite3.connect(library / "library.db")
    connection.execute(f"PRAGMA user_version = {LIBRARY_FORMAT + 1}")
    connection.close()


def make_backup_of_newer_schema(file: Path) -> None:
    with zipfile.ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(members["manifest.json"])
    members["manifest.json"] = json.dumps({**manifest, "schema": LIBRARY_FORMAT + 1}).encode()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def put_places_in(library: Path, before: str, after: Path) -> dict[str, str]:
    """Let a library be as if its places had been where a folder is now; return each article's uid by its former one."""
    uids: dict[str, str] = {}
    with open_writer(library) as writer, writer.transaction():
        connection = writer.connection
        for place in writer.places.all():
            if not place.name.startswith(f"{before}/"):
                continue
            name = f"{after}{place.name.removeprefix(before)}"
            connection.execute("UPDATE places SET path = ? WHERE id = ?", [packed(name), place.id])
            for row in connection.execute("SELECT * FROM articles WHERE place = ?", [place.id]).fetchall():
                uid = article_uid(name, unpacked(row["path"]), unpacked(row["id"]))
                connection.execute(
                    "UPDATE articles SET uid = ?1, crc = article_seal(?1, place, path, id) WHERE key = ?2",
                    [uid, row["key"]],
                )
                connection.execute("UPDATE given SET uid = ? WHERE uid = ?", [uid, row["uid"]])
                uids[row["uid"]] = uid
    return uids


def make_unpacked(library: Path, encoder: Encoder) -> None:
    """Let the rows of a library be whole as a program of format 6 wrote them."""
    with open_writer(library) as writer:
        unpack(writer, encoder)
        with writer.transaction():
            writer.index.replace_vectors()
    connection = sqlite3.connect(library / "library.db")
    connection.execute("DROP TABLE segment_versions")
    keep_terms_in_full_text(connection)
    connection.execute("PRAGMA user_version = 6")
    connection.close()


def keep_terms_in_full_text(connection: sqlite3.Connection) -> None:
    """Let the full text keep the terms that it indexes, as before format 9."""
    connection.create_function("terms_in", 1, terms_in)
    kept = connection.execute("SELECT passage, terms_in(terms) FROM passage_terms").fetchall()
    for table in ("passages_vocabulary", "passages_fts", "passage_terms"):
        connection.execute(f"DROP TABLE {table}")
    connection.executescript(FULL_TEXT_BEFORE_9)
    with connection:
        connection.executemany("INSERT INTO passages_fts (rowid, terms) VALUES (?, ?)", kept)


def write_other_terms(connection: WritingConnection) -> None:
    """Let the full text of every passage be another one, in the caller's transaction."""
    known = [row["passage"] for row in connection.execute("SELECT passage FROM passage_terms")]
    passages = [row["id"] for row in connection.execute("SELECT id FROM passages")]
    delete_terms(connection, known)
    put_terms(connection, ((passage, "other") for passage in passages))


def unpack(writer: Writer, encoder: Encoder) -> None:
    """Write vectors, made again by the model, in half precision, and records as JSON."""
    connection = writer.connection
    query = f"SELECT {PASSAGE_COLUMNS} FROM passages p JOIN embeddings e ON e.id = p.embedding ORDER BY p.id"
    for row in connection.execute(query).fetchall():
        stored = passage_from(row)
        (version,) = versions(connection, [stored.version_key])
        (made,) = encoded_by(encoder, [embedded(version.article, stored.passage)])
        vector, whole = half_precision(made.vector), half_precision(made.span_vectors)
        connection.execute(
            "UPDATE embeddings SET vector = ?, sentence_vectors = ?, crc = ?, vector_crc = ? WHERE id = ?",
            [vector, whole, vectors_crc(vector, whole), vector_seal(vector), row["embedding"]],
        )
    query = f"SELECT {ATTRIBUTION_COLUMNS} FROM attributions t LEFT JOIN speakers s ON s.id = t.linked"
    for row in connection.execute(query).fetchall():
        values = row_values(row, "version", "ordinal", "start", "end", "speaker", "kind", "confidence")
        record = RECORDS.decompressed(row["record"])
        seal = attribution_seal(*[*values, record])
        connection.execute(
            "UPDATE attributions SET record = ?, crc = ?, link_crc = ? WHERE id = ?",
            [record, seal, link_seal(seal, row["name"]), row["id"]],
        )
    writer.drop_meta("packing")
