"""Write a library: add and delete its rows, always inside the caller's transaction. Its engine opens the writer."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from qa.datatypes import Article, Attribution, Extraction, Passage, VersionHandle
from qa.language.near_duplicates import bands
from qa.tables.connection import IndexedPassage, SearchIndex, WritingConnection
from qa.tables.packing import packed, unpacked
from qa.tables.seals import article_seal, attribution_seal, link_seal, passage_seal, version_seal
from qa.tables.writing.corrections import corrections_of
from qa.tables.writing.descriptions import drop_descriptions, put_descriptions, put_spoken_for
from qa.tables.writing.encoded import Models
from qa.tables.writing.job_table import JobTable
from qa.tables.writing.places import Place, Places


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


class Writer:
    """Adds, changes and deletes the rows of one library.

    `index` is what its engine finds passages by. `folder` is where the library lies, if it is one, and `copy` where its
    database was copied to before it was brought to this program's format, if it was. `jobs` are the articles that wait
    for workers, where the engine has such.
    """

    def __init__(
        self,
        connection: WritingConnection,
        index: SearchIndex,
        folder: Path | None = None,
        copy: Path | None = None,
        jobs: JobTable | None = None,
    ) -> None:
        self.connection = connection
        self.index = index
        self.folder = folder
        self.copy = copy
        self.jobs = jobs
        self.places = Places(connection)
        self.models = Models(connection)

    def transaction(self) -> AbstractContextManager[None]:
        """Commit everything that is written inside the block, or nothing of it."""
        return self.connection.transaction()

    def alone(self) -> AbstractContextManager[None]:
        """Let nobody else commit inside the block, which may hold several transactions."""
        return self.jobs.held() if self.jobs else nullcontext()

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
        names = (uid, place.id, packed(article.path), packed(article.id))
        with self.connection.pipelined():
            self.connection.execute(
                """
                INSERT INTO articles (uid, place, path, id, crc) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (uid) DO NOTHING
                """,
                [*names, article_seal(*names)],
            )
            key = self.connection.execute("SELECT key FROM articles WHERE uid = ?", [uid]).fetchone()["key"]
        had = self.retire(key)
        version = self.put_version(key, article, derived.extractor)
        self.put_passages(version, article, derived.passages)
        with self.connection.pipelined():
            self.put_extraction(version, derived.extraction, derived.extractor)
            self.put_bands(version, article.text)
        return had

    def put_version(self, article_key: int, article: Article, extractor: int) -> VersionHandle:
        """Store an article's content as its current version, and return the version."""
        from qa.tables.rows import (
            pages_to,  # here, as below: an update that finds nothing new need not load numpy
        )

        sha256, day = article.sha256(), article.day.isoformat() if article.day else None
        pages, reader = pages_to(article.pages), packed(article.reader)
        # A version that comes back is written again: what was kept of it may be damaged.
        row = self.connection.execute(
            """
            INSERT INTO versions (article, sha256, current, extractor, date, day, text_sha,
                title, source, url, author, reader, text, pages, crc)
            VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (article, sha256) DO UPDATE SET current = 1, date = excluded.date, day = excluded.day,
                text_sha = excluded.text_sha, title = excluded.title, source = excluded.source,
                url = excluded.url, author = excluded.author, reader = excluded.reader, text = excluded.text,
                pages = excluded.pages, crc = excluded.crc
            RETURNING key
            """,
            [
                article_key,
                sha256,
                extractor,
                article.date,
                day,
                hashlib.sha256(packed(article.text)).digest(),
                *map(packed, (article.title, article.source, article.url, article.author)),
                reader,
                packed(article.text),
                pages,
                version_seal(article_key, sha256, day, reader, pages),
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
        self.index.drop(version)
        self.connection.execute("DELETE FROM passages WHERE version = ?", [version])
        self._drop_attributions(version)
        drop_descriptions(self.connection, version)
        self.connection.execute("DELETE FROM bands WHERE version = ?", [version])

    def _drop_attributions(self, version: VersionHandle) -> None:
        self._unlink(version)
        # A folder deletes these with their attributions by itself; a server's tables do not point to each other.
        self.connection.execute(
            "DELETE FROM spoken_for WHERE attribution IN (SELECT id FROM attributions WHERE version = ?)",
            [version],
        )
        self.connection.execute("DELETE FROM attributions WHERE version = ?", [version])

    def _unlink(self, version: VersionHandle) -> None:
        """Note the names in a version's attributions: whom they mean has to be found again."""
        self.connection.execute(
            """
            INSERT INTO unlinked (name)
            SELECT speaker FROM attributions WHERE version = ? AND speaker IS NOT NULL
            UNION SELECT f.name FROM attributions t JOIN spoken_for f ON f.attribution = t.id WHERE t.version = ?
            ON CONFLICT DO NOTHING
            """,
            [version, version],
        )

    def put_bands(self, version: VersionHandle, text: str) -> None:
        """Store the bands of a version's text, by which near-duplicates are found."""
        self.connection.executemany(
            "INSERT INTO bands (band, hash, version) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [(number, hashed, version) for number, hashed in enumerate(bands(text))],
        )

    def put_passages(
        self, version: VersionHandle, article: Article, passages: Sequence[tuple[Passage, int]]
    ) -> None:
        """Store all passages of a version, each with the row number of its vectors, and what they are found by.

        They are numbered one after the other, in their order: full text finds by it what runs over a border.
        """
        from qa.tables.rows import spans_to
        from qa.tables.tokens import indexed

        values = []
        for passage, embedding in passages:
            sentences = spans_to(passage.sentences)
            seal = passage_seal(version, passage.start, passage.end, embedding, sentences)
            values.append((version, passage.start, passage.end, embedding, sentences, seal))
        rows = self.connection.execute_each(
            """
            INSERT INTO passages (version, start, "end", embedding, sentences, crc)
            VALUES (?, ?, ?, ?, ?, ?) RETURNING id
            """,
            values,
        )
        self.index.add(
            [
                IndexedPassage(
                    row["id"], embedding, indexed(article.title, article.text[passage.start : passage.end])
                )
                for (row,), (passage, embedding) in zip(rows, passages, strict=True)
            ]
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
        rows = []
        ordered = sorted(found, key=lambda each: (each.start, each.end))
        for ordinal, each in enumerate(ordered):
            speaker = None if each.speaker is None else packed(identity(each.speaker, each.callings))
            values = (version, ordinal, each.start, each.end, speaker, each.kind.value, float(each.confidence),
                      attribution_to(each))  # fmt: skip
            seal = attribution_seal(*values)
            rows.append((*values, seal, link_seal(seal, None)))
        numbers = self.connection.execute_each(
            """
            INSERT INTO attributions
                (version, ordinal, start, "end", speaker, kind, confidence, record, crc, link_crc)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """,
            rows,
        )
        put_spoken_for(
            self.connection,
            {
                row["id"]: each.speaks_for
                for (row,), each in zip(numbers, ordered, strict=True)
                if each.speaks_for is not None
            },
        )
        self.connection.execute("UPDATE versions SET extractor = ? WHERE key = ?", [extractor, version])
        self._unlink(version)

    def meta(self, key: str) -> str | None:
        """Return the value that the library keeps under a key; None if there is none."""
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", [key]).fetchone()
        return None if row is None else str(row["value"])

    def set_meta(self, key: str, value: str) -> None:
        self.connection.execute(
            "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            [key, value],
        )

    def drop_meta(self, key: str) -> None:
        self.connection.execute("DELETE FROM meta WHERE key = ?", [key])
