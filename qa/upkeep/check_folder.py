"""Check a library in a folder: the database's own structure, its rows, its full text, and the vector index's files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from embeddings import checksums, vector_index
from qa.datatypes import Vectors
from qa.embedded.database import Connection, Row, broken_structure
from qa.embedded.search.stored_terms import terms_table
from qa.embedded.value_check import wrong_value
from qa.tables.passage_vectors import packed_vector, vector_in
from qa.upkeep.check_full_text import full_text_troubles
from qa.upkeep.check_rows import TermsTable, row_troubles
from qa.upkeep.findings import LibraryPart, Trouble
from qa.upkeep.status import count

_MOST_BROKEN = 100
"""Places in the structure of a database that are named."""


def folder_troubles(connection: Connection, folder: Path) -> Iterator[Trouble]:
    """Yield whatever does not fit together in a library's folder."""
    troubles = [*_structure(connection)]
    stored = terms_table(connection)
    yield from troubles
    # What cannot be read at all need not be checked in detail.
    if all(trouble.part == "words" for trouble in troubles):
        yield from row_troubles(connection, TermsTable(stored, "rowid", "terms_in(f.terms)"))
        yield from full_text_troubles(connection)
        unindexed = count(connection, f"{stored} WHERE rowid NOT IN (SELECT id FROM passages)")
        if unindexed:
            yield Trouble("words", f"entries of the full-text index that have no passage: {unindexed:,}")
        yield from _generations(connection, folder)


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


def _is_of(stored: bytes, published: Vectors) -> bool:
    """Return whether a published vector is a stored one; packing goes on for a while before all are published again."""
    try:
        return np.array_equal(vector_in(stored), published) or stored == packed_vector(published)
    except ValueError:
        return False  # half a number


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
        differing += sum(not _is_of(each["vector"], vectors[place[each["id"]]]) for each in stored)
    if differing:
        words = f"{row['file']} and the database hold different vectors (passages: {differing:,})"
        yield Trouble("generation", words)
    query = "SELECT id FROM passages WHERE id <= ?"
    lost = sum(each["id"] not in published for each in connection.execute(query, [row["max_passage"]]))
    if lost:
        yield Trouble("generation", f"{row['file']} lacks passages that it should hold: {lost:,}")
