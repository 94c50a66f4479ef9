"""Read the versions of articles that a library keeps, and who said what in them, for whoever is about to change it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qa.archive.protocol import Said
from qa.datatypes import Version, VersionHandle
from qa.tables.connection import Connection
from qa.tables.packing import packed


def current_versions(connection: Connection) -> list[VersionHandle]:
    """Return all current versions, in the order in which they were stored."""
    rows = connection.execute("SELECT key FROM versions WHERE current = 1 ORDER BY key")
    return [VersionHandle(row["key"]) for row in rows]


def versions_by(connection: Connection, extractor: int) -> list[VersionHandle]:
    """Return the current versions whose records an extractor made."""
    query = "SELECT key FROM versions WHERE current = 1 AND extractor = ? ORDER BY key"
    return [VersionHandle(row["key"]) for row in connection.execute(query, [extractor])]


def versions_with(connection: Connection, text_sha: bytes) -> list[VersionHandle]:
    """Return the current versions with this text, by their articles' uids."""
    rows = connection.execute(
        """
        SELECT v.key FROM versions v JOIN articles a ON a.key = v.article
        WHERE v.text_sha = ? AND v.current = 1 ORDER BY a.uid
        """,
        [text_sha],
    )
    return [VersionHandle(row["key"]) for row in rows]


def versions(connection: Connection, handles: Iterable[VersionHandle]) -> list[Version]:
    """Return these versions, in the same order.

    Raises:
        DamagedIndexError: If a text is not the one that was indexed.
    """
    from qa.tables.rows import VERSION_COLUMNS, version_from  # here: it loads numpy

    query = f"SELECT {VERSION_COLUMNS} FROM versions v JOIN articles a ON a.key = v.article WHERE v.key = ?"
    return [version_from(connection.execute(query, [handle]).fetchone()) for handle in handles]


def named_articles(connection: Connection, name: str) -> list[Version]:
    """Return the current versions of the articles with this uid, id or path, by uid."""
    return _current(connection, "a.uid = ? OR a.id = ? OR a.path = ?", [name, packed(name), packed(name)])


def articles_at(connection: Connection, place: int, path: str) -> list[Version]:
    """Return the current versions of the articles of one file, by uid."""
    return _current(connection, "a.place = ? AND a.path = ?", [place, packed(path)])


def current_version(connection: Connection, uid: str) -> Version | None:
    """Return the current version of an article, or None without one."""
    return next(iter(_current(connection, "a.uid = ?", [uid])), None)


def extractors(connection: Connection) -> list[int]:
    """Return the numbers of the extractors that made the records of current versions."""
    rows = connection.execute("SELECT DISTINCT extractor FROM versions WHERE current = 1")
    return [row["extractor"] for row in rows]


def extractor_of(connection: Connection, handle: VersionHandle) -> int:
    """Return the number of the extractor that made a version's records."""
    row = connection.execute("SELECT extractor FROM versions WHERE key = ?", [handle]).fetchone()
    return int(row["extractor"])


def records_of(connection: Connection, version: VersionHandle) -> list[Said]:
    """Return the attributions of a version in their order, each with the archive's name of its speaker.

    Raises:
        DamagedIndexError: If one is not what was stored.
    """
    from qa.tables.attribution_rows import ATTRIBUTION_COLUMNS, attribution_from  # here: as above

    query = f"""
        SELECT {ATTRIBUTION_COLUMNS} FROM attributions t LEFT JOIN speakers s ON s.id = t.linked
        WHERE t.version = ? ORDER BY t.ordinal
    """
    return [attribution_from(row) for row in connection.execute(query, [version])]


def _current(connection: Connection, condition: str, values: Sequence[object]) -> list[Version]:
    from qa.tables.rows import VERSION_COLUMNS, version_from  # here: it loads numpy

    rows = connection.execute(
        f"""
        SELECT {VERSION_COLUMNS} FROM versions v JOIN articles a ON a.key = v.article
        WHERE v.current = 1 AND ({condition}) ORDER BY a.uid
        """,
        values,
    )
    return [version_from(row) for row in rows]
