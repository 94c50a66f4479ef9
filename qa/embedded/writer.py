"""Write a library: add and delete its rows, always inside the caller's transaction."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from qa.datatypes import Article, Attribution, Extraction, Passage, VersionHandle
from qa.embedded.connections import close_for_readers, connect_for_writing
from qa.embedded.corrections import corrections_of
from qa.embedded.database import Connection, make_private_folder, transaction
from qa.embedded.database_errors import naming_damage
from qa.embedded.descriptions import drop_descriptions, put_descriptions, put_spoken_for
from qa.embedded.encoded import Models
from qa.embedded.migrations import bring_up_to_date
from qa.embedded.places import Place, Places
from qa.embedded.schema import FULL_TEXT, statements
from qa.embedded.search.generations import remove_leftovers
from qa.embedded.value_check import blaming_damage
from qa.embedded.writer_lock import writer_lock
from qa.language.near_duplicates import bands
from qa.tables.packing import packed, unpacked
from qa.tables.seals import attribution_seal, link_seal, passage_seal


@dataclass(frozen=True, slots=True)
class Known:
    """An article in the library, and the content hash of its current version, if it has one."""

    key: int
    id: str
    sha256: str | None


@dataclass(frozen=True, slots=True)
class Derived:
    """What is made from a version: passages, each with the row number of its vectors, and who said what."""

    passages: Sequence[tuple[Passage, int]]
    extraction: Extraction
    extractor: int


def article_uid(place: str, path: str, article_id: str) -> str:
    """Return the name of an article, ten characters a-z2-7: a hash of its place, path and id."""
    digest = hashlib.sha256(b"\0".join(map(packed, (place, path, article_id)))).digest()
    return base64.b32encode(digest).decode("ascii")[:10].lower()


@contextmanager
def open_writer(folder: Path) -> Iterator[Writer]:
    """Open the one writer of a library; the library is created if there is none.

    Raises:
        LibraryBusyError: While another process writes.
        DamagedIndexError: If the library is not whole, or newer than this program.
    """
    make_private_folder(folder)
    with writer_lock(folder):
        connection = connect_for_writing(folder)
        try:
            copy = bring_up_to_date(connection, folder)
            with blaming_damage(connection, folder), naming_damage(folder):
                remove_leftovers(connection, folder)
                yield Writer(connection, folder, copy)
        finally:
            close_for_readers(connection, folder)


class Writer:
    """Adds, changes and deletes the rows of one library.

    `copy` is where the database was copied to before it was brought to this program's format, if it was.
    """

    def __init__(self, connection: Connection, folder: Path, copy: Path | None = None) -> None:
        self.connection = connection
        self.folder = folder
        self.copy = copy
        self.places = Places(connection)
        self.models = Models(connection)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit everything that is written inside the block, or nothing of it."""
        with transaction(self.connection):
            yield

    def known(self, place: int, path: str) -> dict[str, Known]:
        """Return the articles of one file, by id."""
        rows = self.connection.execute(
            """
            SELECT a.key, a.id, v.sha256 FROM articles a
            LEFT JOIN versions v ON v.article = a.key AND v.current = 1 WHERE a.place = ? AND a.path = ?
            """,
            [place, packed(path)],
        )
        found = [Known(row["key"], unpacked(row["id"]), row["sha256"]) for row in rows]
        return {known.id: known for known in found}

    def put_article(self, place: Place, article: Article, derived: Derived) -> bool:
        """Make this the current version of an article; return whether it had another one."""
        uid = article_uid(place.name, article.path, article.id)
        self.connection.execute(
            """
            INSERT INTO articles (uid, place, path, id, crc)
            VALUES (?1, ?2, ?3, ?4, article_seal(?1, ?2, ?3, ?4)) ON CONFLICT (uid) DO NOTHING
            """,
            [uid, place.id, packed(article.path), packed(article.id)],
        )
        key = self.connection.execute("SELECT key FROM articles WHERE uid = ?", [uid]).fetchone()["key"]
        had = self.retire(key)
        version = self.put_version(key, article, derived.extractor)
        self.put_passages(version, article, derived.passages)
        self.put_extraction(version, derived.extraction, derived.extractor)
        self.put_bands(version, article.text)
        return had

    def put_version(self, article_key: int, article: Article, extractor: int) -> VersionHandle:
        """Store an article's content as its current version, and return the version."""
        from qa.tables.rows import (
            pages_to,  # here, as below: an update that finds nothing new need not load numpy
        )

        # A version that comes back is written again: what was kept of it may be damaged.
        row = self.connection.execute(
            """
            INSERT INTO versions (article, sha256, current, extractor, date, day, text_sha,
                title, source, url, author, reader, text, pages, crc)
            VALUES (?1, ?2, 1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13,
                version_seal(?1, ?2, ?5, ?11, ?13))
            ON CONFLICT (article, sha256) DO UPDATE SET current = 1, date = excluded.date, day = excluded.day,
                text_sha = excluded.text_sha, title = excluded.title, source = excluded.source,
                url = excluded.url, author = excluded.author, reader = excluded.reader, text = excluded.text,
                pages = excluded.pages, crc = excluded.crc
            RETURNING key
            """,
            [
                article_key,
                article.sha256(),
                extractor,
                article.date,
                article.day.isoformat() if article.day else None,
                hashlib.sha256(packed(article.text)).digest(),
                *map(
                    packed,
                    (
                        article.title,
                        article.source,
                        article.url,
                        article.author,
                        article.reader,
                        article.text,
                    ),
                ),
                pages_to(article.pages),
            ],
        ).fetchone()
        return VersionHandle(row["key"])

    def retire(self, article: int) -> bool:
        """Take an article's current version out of answers: keep its text, delete what was derived from it.

        Return whether it had a current version.
        """
        row = self.connection.execute(
            "SELECT key FROM versions WHERE article = ? AND current = 1", [article]
        ).fetchone()
        if row is None:
            return False
        self.drop_derived(row["key"])
        self.connection.execute("UPDATE versions SET current = 0 WHERE key = ?", [row["key"]])
        return True

    def drop_derived(self, version: VersionHandle) -> None:
        """Delete everything that was derived from the text of a version."""
        self.connection.execute(
            "DELETE FROM passages_fts WHERE rowid IN (SELECT id FROM passages WHERE version = ?)", [version]
        )
        self.connection.execute("DELETE FROM passages WHERE version = ?", [version])
        self._drop_attributions(version)
        drop_descriptions(self.connection, version)
        self.connection.execute("DELETE FROM bands WHERE version = ?", [version])

    def _drop_attributions(self, version: VersionHandle) -> None:
        self._unlink(version)
        self.connection.execute("DELETE FROM attributions WHERE version = ?", [version])

    def _unlink(self, version: VersionHandle) -> None:
        """Note the names in a version's attributions: whom they mean has to be found again."""
        self.connection.execute(
            """
            INSERT OR IGNORE INTO unlinked (name)
            SELECT speaker FROM attributions WHERE version = ?1 AND speaker IS NOT NULL
            UNION SELECT f.name FROM attributions t JOIN spoken_for f ON f.attribution = t.id WHERE t.version = ?1
            """,
            [version],
        )

    def put_bands(self, version: VersionHandle, text: str) -> None:
        """Store the bands of a version's text, by which near-duplicates are found."""
        self.connection.executemany(
            "INSERT OR IGNORE INTO bands (band, hash, version) VALUES (?, ?, ?)",
            [(number, hashed, version) for number, hashed in enumerate(bands(text))],
        )

    def empty_full_text(self) -> None:
        """Create the tables of full text again, empty: to delete from a damaged index may not be possible."""
        for table in ("passages_vocabulary", "passages_fts"):
            self.connection.execute(f"DROP TABLE {table}")
        for statement in statements(FULL_TEXT):
            self.connection.execute(statement)

    def put_passages(
        self, version: VersionHandle, article: Article, passages: Sequence[tuple[Passage, int]]
    ) -> None:
        """Store passages of a version, each with the row number of its vectors, and their full text."""
        from qa.tables.rows import spans_to
        from qa.tables.tokens import indexed

        for passage, embedding in passages:
            sentences = spans_to(passage.sentences)
            seal = passage_seal(version, passage.start, passage.end, embedding, sentences)
            row = self.connection.execute(
                """
                INSERT INTO passages (version, start, "end", embedding, sentences, crc)
                VALUES (?, ?, ?, ?, ?, ?) RETURNING id
                """,
                [version, passage.start, passage.end, embedding, sentences, seal],
            ).fetchone()
            self.connection.execute(
                "INSERT INTO passages_fts (rowid, terms) VALUES (?, ?)",
                [row["id"], indexed(article.title, article.text[passage.start : passage.end])],
            )

    def put_extraction(self, version: VersionHandle, found: Extraction, extractor: int) -> None:
        """Store what an extractor found in a version in the place of what was found before."""
        from qa.speakers.callings import identity

        identities = {
            each.speaker: identity(each.speaker, each.callings) for each in found.attributions if each.speaker
        }
        put_descriptions(self.connection, version, found.descriptions, identities)
        self.put_attributions(version, found.attributions, extractor)

    def put_attributions(self, version: VersionHandle, found: Sequence[Attribution], extractor: int) -> None:
        """Store the attributions of a version in the place of those that it had, corrected as a person said."""
        from qa.attribution.corrections import apply_corrections
        from qa.speakers.callings import identity
        from qa.tables.attribution_rows import attribution_to

        self._drop_attributions(version)
        found, _ = apply_corrections(found, corrections_of(self.connection, version))
        for ordinal, each in enumerate(sorted(found, key=lambda each: (each.start, each.end))):
            speaker = None if each.speaker is None else packed(identity(each.speaker, each.callings))
            values = (version, ordinal, each.start, each.end, speaker, each.kind.value, float(each.confidence),
                      attribution_to(each))  # fmt: skip
            seal = attribution_seal(*values)
            row = self.connection.execute(
                """
                INSERT INTO attributions
                    (version, ordinal, start, "end", speaker, kind, confidence, record, crc, link_crc)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                """,
                [*values, seal, link_seal(seal, None)],
            ).fetchone()
            if each.speaks_for is not None:
                put_spoken_for(self.connection, row["id"], each.speaks_for)
        self.connection.execute("UPDATE versions SET extractor = ? WHERE key = ?", [extractor, version])
        self._unlink(version)

    def meta(self, key: str) -> str | None:
        """Return the value that the library keeps under a key; None if there is none."""
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", [key]).fetchone()
        return None if row is None else str(row["value"])

    def set_meta(self, key: str, value: str) -> None:
        self.connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", [key, value])

    def drop_meta(self, key: str) -> None:
        self.connection.execute("DELETE FROM meta WHERE key = ?", [key])
