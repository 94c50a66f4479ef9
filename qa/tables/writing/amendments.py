"""Change what is known of an article where nothing derived from its text changes, and seal its rows again.

A seal may only be renewed where the old one holds: otherwise damage would become what was stored.
"""

from __future__ import annotations

from qa.datatypes import Article, VersionHandle
from qa.tables.connection import Row, WritingConnection
from qa.tables.packing import packed
from qa.tables.rows import pages_to, row_values
from qa.tables.seals import attribution_seal, broken, description_seal, link_seal, passage_seal, version_seal
from qa.tables.writing.writer import Writer


def note_reader(writer: Writer, uid: str, article: Article) -> None:
    """Note the reader of an unchanged article, and where its pages begin: no content hash covers these."""
    connection, reader, pages = writer.connection, packed(article.reader), pages_to(article.pages)
    row = connection.execute(
        "SELECT * FROM versions WHERE current = 1 AND article = (SELECT key FROM articles WHERE uid = ?)",
        [uid],
    ).fetchone()
    if row is None or (row["reader"], row["pages"]) == (reader, pages):
        return
    _require_whole_version(row)
    seal = version_seal(row["article"], row["sha256"], row["day"], reader, pages)
    connection.execute(
        "UPDATE versions SET reader = ?, pages = ?, crc = ? WHERE key = ?", [reader, pages, seal, row["key"]]
    )


def restate(writer: Writer, version: VersionHandle, article: Article) -> None:
    """Replace the current version by one that differs only in what nothing is derived from.

    Passages, vectors and attributions are those of the text and the title: they move to it as they are.

    Raises:
        DamagedIndexError: If one of the rows is not what was stored.
    """
    connection = writer.connection
    row = connection.execute("SELECT * FROM versions WHERE key = ?", [version]).fetchone()
    _require_whole_version(row)
    connection.execute("UPDATE versions SET current = 0 WHERE key = ?", [version])
    now = writer.put_version(row["article"], article, row["extractor"])
    writer.index.move(version)
    _move_passages(connection, version, now)
    _move_attributions(connection, version, now)
    _move_descriptions(connection, version, now)
    connection.execute("UPDATE bands SET version = ? WHERE version = ?", [now, version])
    # A version that was there before still has its old number here.
    connection.execute("UPDATE versions SET extractor = ? WHERE key = ?", [row["extractor"], now])


def _require_whole_version(row: Row) -> None:
    _require(
        row["crc"] == version_seal(*row_values(row, "article", "sha256", "day", "reader", "pages")),
        "versions",
    )


def _require(whole: bool, table: str) -> None:
    if not whole:
        raise broken(f"What the table {table} holds of an article")


def _move_passages(connection: WritingConnection, old: VersionHandle, new: VersionHandle) -> None:
    rows = connection.execute("SELECT * FROM passages WHERE version = ?", [old]).fetchall()
    moved = []
    for row in rows:
        values = row_values(row, "start", "end", "embedding", "sentences")
        _require(row["crc"] == passage_seal(old, *values), "passages")
        moved.append((new, passage_seal(new, *values), row["id"]))
    connection.executemany("UPDATE passages SET version = ?, crc = ? WHERE id = ?", moved)


def _move_attributions(connection: WritingConnection, old: VersionHandle, new: VersionHandle) -> None:
    rows = connection.execute(
        "SELECT t.*, s.name FROM attributions t LEFT JOIN speakers s ON s.id = t.linked WHERE t.version = ?",
        [old],
    ).fetchall()
    moved = []
    for row in rows:
        values = row_values(row, "ordinal", "start", "end", "speaker", "kind", "confidence", "record")
        whole = row["crc"] == attribution_seal(old, *values)
        _require(whole and row["link_crc"] == link_seal(row["crc"], row["name"]), "attributions")
        seal = attribution_seal(new, *values)
        moved.append((new, seal, link_seal(seal, row["name"]), row["id"]))
    connection.executemany("UPDATE attributions SET version = ?, crc = ?, link_crc = ? WHERE id = ?", moved)


def _move_descriptions(connection: WritingConnection, old: VersionHandle, new: VersionHandle) -> None:
    rows = connection.execute("SELECT * FROM descriptions WHERE version = ?", [old]).fetchall()
    connection.execute("DELETE FROM descriptions WHERE version = ?", [new])
    moved = []
    for row in rows:
        values = row_values(row, "ordinal", "kind", "start", "end", "who", "what", "of", "former")
        _require(row["crc"] == description_seal(old, *values), "descriptions")
        moved.append((new, description_seal(new, *values), old, row["ordinal"]))
    connection.executemany(
        "UPDATE descriptions SET version = ?, crc = ? WHERE version = ? AND ordinal = ?", moved
    )
