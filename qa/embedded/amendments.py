"""Change what is known of an article where nothing derived from its text changes, and seal its rows again.

A seal may only be renewed where the old one holds: otherwise damage would become what was stored.
"""

from __future__ import annotations

from qa.datatypes import Article, VersionHandle
from qa.embedded.database import Connection
from qa.embedded.writer import Writer
from qa.tables.packing import packed
from qa.tables.rows import pages_to
from qa.tables.seals import broken

_SEALED = (
    ("versions", "key", "crc IS NOT version_seal(article, sha256, day, reader, pages)"),
    ("passages", "version", 'crc IS NOT passage_seal(version, start, "end", embedding, sentences)'),
    (
        "attributions",
        "version",
        """
        crc IS NOT attribution_seal(version, ordinal, start, "end", speaker, kind, confidence, record)
        OR link_crc IS NOT link_seal(crc, (SELECT name FROM speakers WHERE id = linked))
        """,
    ),
    (
        "descriptions",
        "version",
        'crc IS NOT description_seal(version, ordinal, kind, start, "end", who, what, of, former)',
    ),
)


def note_reader(writer: Writer, uid: str, article: Article) -> None:
    """Note the reader of an unchanged article, and where its pages begin: no content hash covers these."""
    row = writer.connection.execute(
        """
        SELECT key, (reader, pages) != (:reader, :pages) AS differs FROM versions
        WHERE current = 1 AND article = (SELECT key FROM articles WHERE uid = :uid)
        """,
        {"uid": uid, "reader": packed(article.reader), "pages": pages_to(article.pages)},
    ).fetchone()
    if row is None or not row["differs"]:
        return
    _require_whole(writer.connection, row["key"], "versions")
    writer.connection.execute(
        """
        UPDATE versions SET reader = :reader, pages = :pages,
            crc = version_seal(article, sha256, day, :reader, :pages)
        WHERE key = :key
        """,
        {"key": row["key"], "reader": packed(article.reader), "pages": pages_to(article.pages)},
    )


def restate(writer: Writer, version: VersionHandle, article: Article) -> None:
    """Replace the current version by one that differs only in what nothing is derived from.

    Passages, vectors and attributions are those of the text and the title: they move to it as they are.

    Raises:
        DamagedIndexError: If one of the rows is not what was stored.
    """
    connection = writer.connection
    _require_whole(connection, version, *(table for table, _, _ in _SEALED))
    row = connection.execute("SELECT article, extractor FROM versions WHERE key = ?", [version]).fetchone()
    connection.execute("UPDATE versions SET current = 0 WHERE key = ?", [version])
    both = {"new": writer.put_version(row["article"], article, row["extractor"]), "old": version}
    connection.execute(
        """
        UPDATE passages SET version = :new, crc = passage_seal(:new, start, "end", embedding, sentences)
        WHERE version = :old
        """,
        both,
    )
    connection.execute(
        """
        UPDATE attributions SET version = :new,
            crc = attribution_seal(:new, ordinal, start, "end", speaker, kind, confidence, record)
        WHERE version = :old
        """,
        both,
    )
    connection.execute(
        """
        UPDATE attributions SET link_crc = link_seal(crc, (SELECT name FROM speakers WHERE id = linked))
        WHERE version = :new
        """,
        {"new": both["new"]},
    )
    connection.execute("DELETE FROM descriptions WHERE version = :new", both)
    connection.execute(
        """
        UPDATE descriptions SET version = :new,
            crc = description_seal(:new, ordinal, kind, start, "end", who, what, of, former)
        WHERE version = :old
        """,
        both,
    )
    connection.execute("UPDATE bands SET version = :new WHERE version = :old", both)
    # A version that was there before still has its old number here.
    connection.execute("UPDATE versions SET extractor = ? WHERE key = ?", [row["extractor"], both["new"]])


def _require_whole(connection: Connection, version: VersionHandle, *tables: str) -> None:
    """Raise DamagedIndexError if a row of a version in one of these tables is not what was stored."""
    for table, key, damaged in _SEALED:
        if (
            table in tables
            and connection.execute(
                f"SELECT 1 FROM {table} WHERE {key} = ? AND ({damaged}) LIMIT 1", [version]
            ).fetchone()
        ):
            raise broken(f"What the table {table} holds of an article")
