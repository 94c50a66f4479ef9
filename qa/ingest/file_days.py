"""Date articles that give no date by the day on which their file was last changed, where a person asked for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from qa.datatypes import Article
from qa.tables.writing.amendments import restate
from qa.tables.writing.given_values import all_given, put_given
from qa.tables.writing.places import Place, dating_key
from qa.tables.writing.stored_versions import current_version
from qa.tables.writing.writer import Writer, article_uid

MTIME = "mtime"
"""What `IndexRequest.date_from` and a library have for a place of which files date their articles."""


class FileDays:
    """Dates the articles of the places for which it was asked; what was dated once keeps its day with its text."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def note(self, place: Place, wanted: str) -> None:
        """Remember for a place whether its files date their articles, inside the caller's transaction."""
        if wanted == MTIME:
            self._writer.set_meta(dating_key(place.id), MTIME)
        else:
            self._writer.drop_meta(dating_key(place.id))

    def dated(self, place: Place, article: Article, mtime_ns: int) -> Article:
        """Return an article as its place has it dated."""
        if article.date is not None or self._writer.meta(dating_key(place.id)) != MTIME:
            return article
        return replace(article, date=self._kept(place, article) or _day(mtime_ns))

    def _kept(self, place: Place, article: Article) -> str | None:
        """Return the day that the same text has already: a copied or touched file is not published again."""
        uid = article_uid(place.name, article.path, article.id)
        version = current_version(self._writer.connection, uid)
        if version is None or version.article.text != article.text:
            return None
        given = all_given(self._writer.connection).get(uid)
        return version.article.date if given is None else given.own_date

    def date_undated(self, place: Place) -> None:
        """Date what was read before it was asked for, by the files as they were read, in the caller's transaction."""
        rows = self._writer.connection.execute(
            """
            SELECT a.uid, f.mtime_ns FROM articles a
            JOIN versions v ON v.article = a.key AND v.current = 1
            JOIN files f ON f.place = a.place AND f.path = a.path
            WHERE a.place = ? AND v.date IS NULL ORDER BY a.uid
            """,
            [place.id],
        ).fetchall()
        given = all_given(self._writer.connection) if rows else {}
        for row in rows:
            version, day = current_version(self._writer.connection, row["uid"]), _day(row["mtime_ns"])
            if version is None:
                continue
            if row["uid"] in given:
                put_given(self._writer.connection, row["uid"], replace(given[row["uid"]], own_date=day))
            restate(self._writer, version.key, replace(version.article, date=day))


def _day(mtime_ns: int) -> str:
    """Return the day of a time, where the machine is: a person who looks at the file sees the same."""
    return datetime.fromtimestamp(mtime_ns // 1_000_000_000, UTC).astimezone().date().isoformat()
