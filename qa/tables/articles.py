"""Query a library's articles: their versions, where they were read, and the lines of a listing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple, cast

from qa.archive.listings import ArticleLine, Outlet
from qa.datatypes import Scope, Version, VersionHandle
from qa.tables.connection import Row
from qa.tables.packing import packed, unpacked
from qa.tables.reader import RowReader
from qa.tables.rows import VERSION_COLUMNS, version_from
from qa.tables.scope_conditions import conditions, stored_sources
from qa.tables.seals import broken


class Origin(NamedTuple):
    """Where an article was read: the place, the path in it, and its id there."""

    kind: str
    place: str
    path: str
    article: str


class Articles(RowReader):
    """Queries about articles, versions and outlets, in one state of a library."""

    def sources(self) -> tuple[str, ...]:
        if self._cached.sources is None:
            self._cached.sources = tuple(source for source in stored_sources(self._connection) if source)
        return self._cached.sources

    def versions(self, handles: Iterable[VersionHandle]) -> dict[VersionHandle, Version]:
        wanted = set(handles)
        kept = self._cached.versions
        found = {key: version for key in wanted if (version := kept.get(key)) is not None}
        missing = wanted - found.keys()
        if missing:
            rows = self._connection.execute(
                f"""
                SELECT {VERSION_COLUMNS} FROM versions v JOIN articles a ON a.key = v.article
                WHERE {self._connection.among("v.key")} ORDER BY v.key
                """,
                [self._connection.listed(missing)],
            )
            for row in rows:
                version = found[row["key"]] = self._version(row)
                kept.put(version.key, version, len(version.article.text))
        if len(found) < len(wanted):
            raise broken("An article", "Run `qa doctor`")
        # In one order, whatever was kept.
        return dict(sorted(found.items(), key=_by_key))

    def _version(self, row: Row) -> Version:
        return replace(version_from(row), sentences_shown=self._sentences_shown())

    def version_ids(self) -> list[tuple[str, str]]:
        """Return (article's uid, content hash) of every current version."""
        rows = self._connection.execute(
            "SELECT a.uid, v.sha256 FROM versions v JOIN articles a ON a.key = v.article WHERE v.current = 1"
        )
        return [(row["uid"], row["sha256"]) for row in rows]

    def kept_versions(self, uid: str) -> list[Version]:
        """Return all versions of an article that the library keeps, the current one among them."""
        rows = self._connection.execute(
            f"""
            SELECT {VERSION_COLUMNS} FROM versions v JOIN articles a ON a.key = v.article
            WHERE a.uid = ? ORDER BY v.sha256
            """,
            [uid],
        )
        return [self._version(row) for row in rows]

    def version_by_quote(self, uid: str, sha_prefix: str) -> Version | None:
        """Return the version that a quote id names, current or not; None if the library does not keep it.

        One whose text is still current in the library counts as current: only its date, outlet or title has changed, or
        its file was moved.
        """
        row = self._connection.execute(
            f"""
            SELECT {VERSION_COLUMNS} FROM versions v JOIN articles a ON a.key = v.article
            WHERE a.uid = ? AND substr(v.sha256, 1, ?) = ? ORDER BY v.sha256
            """,
            [uid, len(sha_prefix), sha_prefix],
        ).fetchone()
        if row is None:
            return None
        version = self._version(row)
        same = self._connection.execute(
            """
            SELECT 1 FROM versions v JOIN versions o ON o.text_sha = v.text_sha AND o.current = 1
            WHERE v.key = ?
            """,
            [version.key],
        ).fetchone()
        return replace(version, current=same is not None)

    def origins(self, version_key: VersionHandle) -> list[Origin]:
        """Return where a version's article was read, then where the current articles with the same text were."""
        rows = self._connection.execute(
            """
            SELECT pl.kind, pl.path AS place, a.path, a.id FROM versions v
            JOIN versions o ON o.key = v.key OR (o.text_sha = v.text_sha AND o.current = 1)
            JOIN articles a ON a.key = o.article JOIN places pl ON pl.id = a.place
            WHERE v.key = ? ORDER BY o.article != v.article, a.uid
            """,
            [version_key],
        )
        found = [
            Origin(row["kind"], unpacked(row["place"]), unpacked(row["path"]), unpacked(row["id"]))
            for row in rows
        ]
        return list(dict.fromkeys(found))

    def find_articles(self, text: str) -> list[Version]:
        """Return the current versions of the articles with this uid, id or path, by uid."""
        rows = self._connection.execute(
            f"""
            SELECT {VERSION_COLUMNS} FROM versions v JOIN articles a ON a.key = v.article
            WHERE v.current = 1 AND (a.uid = ? OR a.id = ? OR a.path = ?) ORDER BY a.uid
            """,
            [text, packed(text), packed(text)],
        )
        return [self._version(row) for row in rows]

    def articles(
        self,
        scope: Scope | None = None,
        *,
        undated: bool = False,
    ) -> Iterator[ArticleLine]:
        """Yield the current articles by date (unknown dates last) and uid."""
        condition, values = conditions(self._connection, scope or Scope())
        rows = self._connection.execute(
            f"""
            {_LINES} WHERE {condition} {"AND v.date IS NULL" if undated else ""}
            ORDER BY v.day IS NULL, v.day, v.date, a.uid
            """,
            values,
        )
        return map(_line, rows)

    def latest(self, scope: Scope, count: int) -> list[ArticleLine]:
        """Return the newest articles that have a date, newest first; an index finds them, however many there are."""
        condition, values = conditions(self._connection, scope)
        rows = self._connection.execute(
            f"""
            {_LINES} WHERE {condition} AND v.day IS NOT NULL
            ORDER BY v.day DESC, v.date DESC, a.uid DESC LIMIT ?
            """,
            [*values, count],
        )
        return [_line(row) for row in rows]

    def bylines(self, scope: Scope) -> dict[str, list[VersionHandle]]:
        """Return the current versions by who is named as their author, newest first, undated last."""
        condition, values = conditions(self._connection, scope)
        rows = self._connection.execute(
            f"""
            SELECT v.key, v.author FROM versions v JOIN articles a ON a.key = v.article
            WHERE {condition} ORDER BY v.day IS NULL, v.day DESC, v.date DESC, a.uid
            """,
            values,
        )
        found = defaultdict[str, list[VersionHandle]](list)
        for row in rows:
            if byline := unpacked(row["author"]):
                found[byline].append(row["key"])
        return dict(found)

    def outlets(self) -> list[Outlet]:
        """Return each source with the number of its articles and their days, most articles first; "" is one of them."""
        rows = self._connection.execute(
            """
            SELECT source, count(*) AS n, min(day) AS "first", max(day) AS "last" FROM versions
            WHERE current = 1 GROUP BY source
            """
        )
        found = [Outlet(unpacked(row["source"]), row["n"], row["first"], row["last"]) for row in rows]
        return sorted(found, key=lambda outlet: (-outlet.articles, outlet.source))


_LINES = """
    SELECT a.uid, a.id, a.path, pl.path AS place, v.title, v.date, v.source, v.url,
        (SELECT count(*) FROM passages p WHERE p.version = v.key) AS passages
    FROM versions v JOIN articles a ON a.key = v.article JOIN places pl ON pl.id = a.place
"""


def _by_key(found: tuple[VersionHandle, Version]) -> int:
    return cast(int, found[0])


def _line(row: Row) -> ArticleLine:
    # SQLite lets a column of texts hold bytes; no seal is looked at here.
    if not isinstance(row["uid"], str) or not isinstance(row["date"], str | None):
        raise broken("What an article is called", "Restore a backup")
    names = ("id", "title", "source", "url", "path", "place")
    texts = {name: unpacked(row[name]) for name in names}
    return ArticleLine(uid=row["uid"], date=row["date"], passages=row["passages"], **texts)
