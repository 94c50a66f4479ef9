"""A library looked at: what is in it, and whether everything fits together."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import numpy as np

from embeddings import vector_index
from embeddings.encoder import ModelIdentity
from qa.calibration import thresholds
from qa.database import DATABASE, Connection, Row, connect_for_reading, naming_damage, unpacked
from qa.datatypes import Version
from qa.dense import latest
from qa.errors import DamagedIndexError
from qa.fulltext import indexed
from qa.publishing import outside
from qa.reports import CheckReport, PlaceStatus, Skipped, Status
from qa.rows import ATTRIBUTION_COLUMNS, VERSION_COLUMNS, attribution_from, half, spans_from, version_from
from qa.schema import SCHEMA
from qa.store import Library

_HALF_BYTES = 2


def status(folder: Path) -> Status:
    """Raises NoIndexError without a library, DamagedIndexError if it is not whole."""
    with Library.open(folder):
        pass
    connection = connect_for_reading(folder)
    try:
        with naming_damage(folder):
            connection.execute("BEGIN")
            return _status(connection, folder)
    finally:
        connection.close()


def _status(connection: Connection, folder: Path) -> Status:
    def count(query: str) -> int:
        return int(connection.execute(f"SELECT count(*) FROM {query}").fetchone()[0])

    generation = latest(connection)
    unpublished, dead = outside(connection, generation)
    model = connection.execute("SELECT * FROM models WHERE current = 1").fetchone()
    return Status(
        folder=folder,
        schema=SCHEMA,
        model=None if model is None else _identity(model),
        generation=0 if generation is None else generation["n"],
        places=tuple(_places(connection)),
        articles=count("versions WHERE current = 1"),
        versions=count("versions"),
        passages=count("passages"),
        attributions=count("attributions"),
        speakers=count("speakers"),
        unpublished=unpublished,
        dead=dead,
        database_bytes=_size(folder / DATABASE) + _size(folder / f"{DATABASE}-wal"),
        generation_bytes=sum(_size(path) for path in folder.glob("vectors-*.faiss")),
        skipped=tuple(_skipped(connection)),
        calibration=_calibration(connection, None if model is None else _identity(model)),
    )


def _calibration(connection: Connection, model: ModelIdentity | None) -> Literal["none", "holds", "stale"]:
    row = connection.execute("SELECT value FROM meta WHERE key = ?", [thresholds.KEY]).fetchone()
    if row is None or model is None:
        return "none"
    return "holds" if thresholds.from_text(row["value"]).holds_for(model) else "stale"


def check(folder: Path) -> CheckReport:
    """Look at everything: the database's own structure, every text, vector, passage and generation's file.

    Raises:
        NoIndexError: If there is no library.
        DamagedIndexError: If the database cannot be opened at all.
    """
    with Library.open(folder):
        pass
    connection = connect_for_reading(folder)
    try:
        with naming_damage(folder):
            connection.execute("BEGIN")
            problems = [*_structure(connection)]
            # What cannot be read at all need not be looked at more closely.
            if not problems:
                problems += _versions(connection)
                problems += _passages(connection)
                problems += _embeddings(connection)
                problems += _generations(connection, folder)
            seen = _status(connection, folder)
            generations = connection.execute("SELECT count(*) FROM generations").fetchone()[0]
    finally:
        connection.close()
    return CheckReport(tuple(problems), seen.articles, seen.versions, seen.passages, generations)


def _structure(connection: Connection) -> Iterator[str]:
    for row in connection.execute("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield f"database: {row[0]}"
    for row in connection.execute("PRAGMA foreign_key_check"):
        yield f"database: a row of {row['table']} points to nothing in {row['parent']}"
    if connection.execute("SELECT count(*) FROM models WHERE current = 1").fetchone()[0] > 1:
        yield "database: more than one model is current"


def _versions(connection: Connection) -> Iterator[str]:
    query = f"SELECT {VERSION_COLUMNS} FROM versions v JOIN articles a ON a.key = v.article ORDER BY v.key"
    for row in connection.execute(query):
        try:
            version = version_from(row)
        except DamagedIndexError as error:
            yield str(error)
            continue
        if version.current:
            yield from _version(connection, version)


def _version(connection: Connection, version: Version) -> Iterator[str]:
    """Compare a text with the passages, full-text rows and attributions that were made from it."""
    text, end = version.article.text, 0
    rows = connection.execute(
        """
        SELECT p.id, p.start, p."end", p.sentences, f.terms FROM passages p
        LEFT JOIN passages_fts f ON f.rowid = p.id WHERE p.version = ? ORDER BY p.start
        """,
        [version.key],
    )
    for row in rows:
        sentences = spans_from(row["sentences"])
        borders = [end, row["start"], *(at for span in sentences for at in span), row["end"], len(text)]
        if borders != sorted(borders) or text[end : row["start"]].strip():
            yield f"article {version.uid}: passage {row['id']} is not where it should be in the text"
        if row["terms"] != indexed(version.article.title, text[row["start"] : row["end"]]):
            yield f"article {version.uid}: passage {row['id']} has other words in the full-text index"
        end = row["end"]
    if text[end:].strip():
        yield f"article {version.uid}: no passage holds the end of the text"
    query = f"""
        SELECT {ATTRIBUTION_COLUMNS} FROM attributions t LEFT JOIN speakers s ON s.id = t.linked
        WHERE t.version = ?
    """
    for row in connection.execute(query, [version.key]):
        try:
            found, _ = attribution_from(row)
        except DamagedIndexError as error:
            yield str(error)
            continue
        spans = [*found.content, *filter(None, (found.mention, found.cue))]
        if not all(0 <= start <= finish <= len(text) for start, finish in spans):
            yield f"article {version.uid}: an attribution points outside the text"


def _passages(connection: Connection) -> Iterator[str]:
    stray = connection.execute(
        """
        SELECT count(*) FROM passages p JOIN versions v ON v.key = p.version
        JOIN embeddings e ON e.id = p.embedding JOIN models m ON m.id = e.model
        WHERE v.current = 0 OR m.current = 0
        """
    ).fetchone()[0]
    if stray:
        yield f"{stray} passages belong to an old version or to another model"
    unindexed = connection.execute(
        "SELECT count(*) FROM passages_fts WHERE rowid NOT IN (SELECT id FROM passages)"
    ).fetchone()[0]
    if unindexed:
        yield f"{unindexed} entries of the full-text index have no passage"


def _embeddings(connection: Connection) -> Iterator[str]:
    rows = connection.execute(
        """
        SELECT e.id, e.vector, e.sentence_vectors, e.crc, m.dim,
            (SELECT length(p.sentences) / 8 FROM passages p WHERE p.embedding = e.id) AS sentences
        FROM embeddings e JOIN models m ON m.id = e.model ORDER BY e.id
        """
    )
    for row in rows:
        width = row["dim"] * _HALF_BYTES
        if row["crc"] != zlib.crc32(row["sentence_vectors"], zlib.crc32(row["vector"])):
            yield f"the vectors {row['id']} are not the ones that were stored"
        elif len(row["vector"]) != width or row["sentences"] not in (
            None,
            len(row["sentence_vectors"]) / width,
        ):
            yield f"the vectors {row['id']} do not fit their passage"


def _generations(connection: Connection, folder: Path) -> Iterator[str]:
    rows = connection.execute("SELECT * FROM generations ORDER BY n").fetchall()
    for row in rows:
        if not vector_index.verify(folder / row["file"], sha256=row["sha256"]):
            yield f"{row['file']} is missing or has another checksum: run `qa index`, which writes it anew"
        elif row is rows[-1]:
            yield from _generation(connection, folder, row)


def _generation(connection: Connection, folder: Path, row: Row) -> Iterator[str]:
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
        yield f"{row['file']} holds other vectors for {differing} passages than the database"
    query = "SELECT id FROM passages WHERE id <= ?"
    lost = sum(each["id"] not in published for each in connection.execute(query, [row["max_passage"]]))
    if lost:
        yield f"{row['file']} lacks {lost} passages that it should hold"


def _places(connection: Connection) -> Iterator[PlaceStatus]:
    rows = connection.execute(
        """
        SELECT path, exclude,
            (SELECT count(*) FROM files f WHERE f.place = p.id) AS files,
            (SELECT count(*) FROM articles a JOIN versions v ON v.article = a.key AND v.current = 1
                WHERE a.place = p.id) AS articles
        FROM places p WHERE remembered = 1 ORDER BY path
        """
    )
    for row in rows:
        path = unpacked(row["path"])
        exclude = tuple(json.loads(row["exclude"]))
        yield PlaceStatus(path, Path(path).exists(), row["files"], row["articles"], exclude)


def _skipped(connection: Connection) -> Iterator[Skipped]:
    rows = connection.execute(
        """
        SELECT pl.path AS place, s.path, s.id, s.reason FROM skipped s JOIN places pl ON pl.id = s.place
        ORDER BY pl.path, s.path, s.rowid
        """
    )
    for row in rows:
        yield Skipped(*(unpacked(row[name]) for name in ("place", "path", "id", "reason")))


def _identity(row: Row) -> ModelIdentity:
    return ModelIdentity(row["name"], row["sha256"], row["dim"], row["max_tokens"])


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
