"""Store the dates and sources that a person gave articles: they override what the files say, at every reading."""

from __future__ import annotations

from dataclasses import dataclass, replace

from qa.datatypes import Article
from qa.tables.connection import Connection, WritingConnection
from qa.tables.packing import packed, unpacked


@dataclass(frozen=True, slots=True)
class Given:
    """The date and source that a person gave an article, and those that the article itself has (`own_`).

    `date` and `source` are None where nothing was given.
    """

    date: str | None
    source: str | None
    own_date: str | None
    own_source: str

    def applied(self, article: Article) -> Article:
        """Return an article with what was given, and with its own date or source where nothing was."""
        return replace(
            article,
            date=self.own_date if self.date is None else self.date,
            source=self.own_source if self.source is None else self.source,
        )


def all_given(connection: Connection) -> dict[str, Given]:
    """Return the date and source that a person gave each article, by the article's uid."""
    return {
        row["uid"]: Given(
            row["date"],
            None if row["source"] is None else unpacked(row["source"]),
            row["own_date"],
            unpacked(row["own_source"]),
        )
        for row in connection.execute("SELECT * FROM given")
    }


def texts_given(connection: Connection) -> dict[str, bytes]:
    """Return the hash of the text of each article that a person gave a date or source, by the article's uid."""
    rows = connection.execute(
        """
        SELECT a.uid, v.text_sha FROM given g JOIN articles a ON a.uid = g.uid
        JOIN versions v ON v.article = a.key AND v.current = 1
        """
    )
    return {row["uid"]: bytes(row["text_sha"]) for row in rows}


def put_given(connection: WritingConnection, uid: str, given: Given) -> None:
    """Store what was given an article; if that is nothing, delete what was given before."""
    connection.execute("DELETE FROM given WHERE uid = ?", [uid])
    if given.date is not None or given.source is not None:
        connection.execute(
            "INSERT INTO given (uid, date, source, own_date, own_source) VALUES (?, ?, ?, ?, ?)",
            [
                uid,
                given.date,
                None if given.source is None else packed(given.source),
                given.own_date,
                packed(given.own_source),
            ],
        )
