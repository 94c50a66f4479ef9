"""The reading side of a library: `Library` is opened once, `Snapshot` is what one answer sees."""

from __future__ import annotations

import json
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from embeddings.encoder import ModelIdentity
from qa.database import (
    Connection,
    connect_for_reading,
    damage_of,
    damaged,
    file_number,
    naming_damage,
    packed,
    unpacked,
)
from qa.datatypes import (
    Attribution,
    CorpusSummary,
    Scope,
    Speaker,
    StoredPassage,
    Vectors,
    Version,
)
from qa.dense import Generations, nearest
from qa.errors import IndexMismatchError, NoIndexError, QAError
from qa.fulltext import any_of, phrase, token
from qa.generations import latest
from qa.lexical import matching
from qa.reports import ArticleLine
from qa.rows import (
    ATTRIBUTION_COLUMNS,
    PASSAGE_COLUMNS,
    VERSION_COLUMNS,
    attribution_from,
    folded,
    passage_from,
    speaker_from,
    version_from,
)
from qa.scanning import Ids
from qa.schema import require_readable
from qa.scoping import conditions, stored_sources
from qa.sealing import broken

_MOST_DUPLICATES = 50
"""So many near-duplicates of an article are looked at: those that share most."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article was read: the place, the path in it, and its id there."""

    kind: str
    place: str
    path: str
    article: str


@dataclass(slots=True)
class _Reader:
    """A connection, and what every question needs of the library, which is read again only if somebody wrote."""

    connection: Connection
    state: int = -1
    speakers: tuple[Speaker, ...] | None = None
    sources: tuple[str, ...] | None = None

    def begin(self) -> None:
        self.connection.execute("BEGIN")
        # The first read, not BEGIN, takes the snapshot.
        self.connection.execute("SELECT count(*) FROM models").fetchone()
        state = int(self.connection.execute("PRAGMA data_version").fetchone()[0])
        if state != self.state:
            self.state, self.speakers, self.sources = state, None, None


class Library:
    """A library opened for reading, by any number of threads and processes, also while another one writes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._generations = Generations(path)
        self._file = file_number(path)
        self._idle: list[_Reader] = []
        self._lock = threading.Lock()

    @classmethod
    def open(cls, path: Path) -> Library:
        """Open a library's folder.

        Raises:
            NoIndexError: If there is none.
            DamagedIndexError: If it is not whole, or newer than this program.
        """
        library = cls(path)
        connection = connect_for_reading(path)
        try:
            require_readable(connection, path)
        except BaseException:
            connection.close()
            raise
        library._idle.append(_Reader(connection))
        return library

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        with self._lock:
            while self._idle:
                self._idle.pop().connection.close()

    @property
    def model(self) -> ModelIdentity:
        """The model that made the vectors. Raises NoIndexError when nothing was indexed yet."""
        with self.snapshot() as snapshot:
            return snapshot.model

    def expect(self, identity: ModelIdentity) -> None:
        """Raise IndexMismatchError unless the vectors were made by this model."""
        recorded = self.model
        # Not by name: the same weights may lie in a folder that is called otherwise.
        if (recorded.sha256, recorded.dim) != (identity.sha256, identity.dim):
            raise IndexMismatchError(index_model=recorded.name, current_model=identity.name)

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """Give one unchanging view of the library: whatever is written meanwhile, it stays as it was."""
        file = file_number(self.path)
        with self._lock:
            if file != self._file:
                # A backup was put in its place: what is open is the library that was.
                while self._idle:
                    self._idle.pop().connection.close()
                self._file, self._generations = file, Generations(self.path)
            generations = self._generations
            reader = self._idle.pop() if self._idle else None
        reader = reader or _Reader(connect_for_reading(self.path))
        connection = reader.connection
        try:
            with naming_damage(self.path):
                reader.begin()
                yield Snapshot(reader, generations)
        except Exception as error:
            # Damage that SQLite does not notice by itself, such as an index that leads nowhere, ends here.
            if not isinstance(error, QAError) and (damage := damage_of(connection)):
                raise damaged(self.path, damage) from error
            raise
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            with self._lock:
                if file == self._file:
                    self._idle.append(reader)
                else:
                    connection.close()


class Snapshot:
    """What one answer is looked for in. Not to be used by two threads at once, nor after its `with` block.

    CROSS JOIN keeps the order of tables as written, where SQLite would begin with all current versions.
    """

    def __init__(self, reader: _Reader, generations: Generations) -> None:
        self._reader = reader
        self._connection = reader.connection
        self._generations = generations

    @property
    def model(self) -> ModelIdentity:
        row = self._connection.execute("SELECT * FROM models WHERE current = 1").fetchone()
        if row is None:
            raise NoIndexError("The library holds no articles yet. Run `qa index PATH...`.")
        return ModelIdentity(row["name"], row["sha256"], row["dim"], row["max_tokens"])

    @property
    def generation(self) -> int:
        row = latest(self._connection)
        return 0 if row is None else int(row["n"])

    def corpus(self) -> CorpusSummary:
        row = self._connection.execute(
            'SELECT count(*) AS n, min(day) AS "first", max(day) AS "last" FROM versions WHERE current = 1'
        ).fetchone()
        passages = self._connection.execute("SELECT count(*) FROM passages").fetchone()[0]
        return CorpusSummary(row["n"], passages, row["first"], row["last"], self.generation)

    def meta(self, key: str) -> str | None:
        """Return what the library remembers under a key."""
        row = self._connection.execute("SELECT value FROM meta WHERE key = ?", [key]).fetchone()
        return None if row is None else str(row["value"])

    def sources(self) -> tuple[str, ...]:
        if self._reader.sources is None:
            self._reader.sources = tuple(source for source in stored_sources(self._connection) if source)
        return self._reader.sources

    def lexical(
        self, terms: Sequence[str], scope: Scope, k: int, within: Ids | None = None
    ) -> list[tuple[int, float]]:
        """Return (passage id, BM25) of the passages with at least one of these terms, best first.

        Args:
            within: If given, only these passages.
        """
        if not terms or k <= 0:
            return []
        return matching(self._connection, any_of(terms), scope, k, within)

    def phrase_count(self, terms: Sequence[str]) -> int:
        """Count the passages in which these terms stand next to each other, in this order."""
        if not terms:
            return 0
        query = "SELECT count(*) FROM passages_fts WHERE passages_fts MATCH ?"
        return int(self._connection.execute(query, [phrase(terms)]).fetchone()[0])

    def document_frequency(self, terms: Iterable[str]) -> dict[str, int]:
        """Return in how many passages each of these terms stands."""
        query = "SELECT doc FROM passages_vocabulary WHERE term = ?"
        found = {}
        for term in dict.fromkeys(terms):
            row = self._connection.execute(query, [token(term)]).fetchone()
            found[term] = 0 if row is None else int(row["doc"])
        return found

    def nearest(
        self, query: Vectors, scope: Scope, k: int, within: Ids | None = None
    ) -> list[tuple[int, float]]:
        """Return (passage id, cosine) of the passages nearest to a vector of shape (dim,), best first.

        Args:
            within: If given, only these passages, in ascending order.
        """
        if k <= 0:
            return []
        allowed = None if scope.everything else self._allowed(scope)
        if within is not None:
            allowed = within if allowed is None else np.intersect1d(allowed, within, assume_unique=True)
        return nearest(self._connection, self._generations, query, allowed, k)

    def passages(self, ids: Sequence[int]) -> list[StoredPassage]:
        """Return these passages, in the same order."""
        rows = self._connection.execute(
            f"""
            SELECT {PASSAGE_COLUMNS} FROM passages p JOIN embeddings e ON e.id = p.embedding
            WHERE p.id IN (SELECT value FROM json_each(?))
            """,
            [json.dumps(list(ids))],
        )
        found = {row["id"]: passage_from(row) for row in rows}
        for passage in ids:
            if passage not in found:
                raise broken(f"Passage {passage}")
        return [found[passage] for passage in ids]

    def passages_of(self, version_keys: Iterable[int]) -> dict[int, list[StoredPassage]]:
        """Return the passages of each version, in their order; none for versions that are not current."""
        keys = list(version_keys)
        rows = self._connection.execute(
            f"""
            SELECT {PASSAGE_COLUMNS} FROM passages p JOIN embeddings e ON e.id = p.embedding
            WHERE p.version IN (SELECT value FROM json_each(?)) ORDER BY p.version, p.start
            """,
            [json.dumps(keys)],
        )
        found: dict[int, list[StoredPassage]] = {key: [] for key in keys}
        for row in rows:
            found[row["version"]].append(passage_from(row))
        return found

    def versions(self, keys: Iterable[int]) -> dict[int, Version]:
        """Return versions by key. Raises DamagedIndexError if a text is not the one that was indexed."""
        wanted = list(keys)
        rows = self._connection.execute(
            f"""
            SELECT {VERSION_COLUMNS} FROM versions v JOIN articles a ON a.key = v.article
            WHERE v.key IN (SELECT value FROM json_each(?)) ORDER BY v.key
            """,
            [json.dumps(wanted)],
        )
        found = {row["key"]: version_from(row) for row in rows}
        if len(found) < len(set(wanted)):
            raise broken("An article", "Run `qa doctor`")
        return found

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
        return [version_from(row) for row in rows]

    def version_by_quote(self, uid: str, sha_prefix: str) -> Version | None:
        """Return the version that a quote id names, current or not; None if the library does not keep it.

        One whose text still stands in the library counts as current: only its date, outlet or title has changed, or
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
        version = version_from(row)
        same = self._connection.execute(
            """
            SELECT 1 FROM versions v JOIN versions o ON o.text_sha = v.text_sha AND o.current = 1
            WHERE v.key = ?
            """,
            [version.key],
        ).fetchone()
        return replace(version, current=same is not None)

    def origins(self, version_key: int) -> list[Origin]:
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
        return [version_from(row) for row in rows]

    def articles(
        self,
        scope: Scope | None = None,
        *,
        undated: bool = False,
    ) -> Iterator[ArticleLine]:
        """Yield what is indexed, by date (unknown dates last) and uid."""
        condition, values = conditions(self._connection, scope or Scope())
        rows = self._connection.execute(
            f"""
            SELECT a.uid, a.id, a.path, pl.path AS place, v.title, v.date, v.source, v.url,
                (SELECT count(*) FROM passages p WHERE p.version = v.key) AS passages
            FROM versions v JOIN articles a ON a.key = v.article JOIN places pl ON pl.id = a.place
            WHERE {condition} {"AND v.date IS NULL" if undated else ""}
            ORDER BY v.day IS NULL, v.day, v.date, a.uid
            """,
            values,
        )
        for row in rows:
            names = ("id", "title", "source", "url", "path", "place")
            texts = {name: unpacked(row[name]) for name in names}
            yield ArticleLine(uid=row["uid"], date=row["date"], passages=row["passages"], **texts)

    def attributions(self, version_keys: Iterable[int]) -> dict[int, list[tuple[Attribution, str | None]]]:
        """Return each version's attributions in their order, with the archive's name of the speaker."""
        keys = list(version_keys)
        rows = self._connection.execute(
            f"""
            SELECT {ATTRIBUTION_COLUMNS} FROM attributions t LEFT JOIN speakers s ON s.id = t.linked
            WHERE t.version IN (SELECT value FROM json_each(?)) ORDER BY t.version, t.ordinal
            """,
            [json.dumps(keys)],
        )
        found: dict[int, list[tuple[Attribution, str | None]]] = {key: [] for key in keys}
        for row in rows:
            found[row["version"]].append(attribution_from(row))
        return found

    def attributed_to(self, name: str, scope: Scope) -> list[tuple[int, Attribution]]:
        """Return (version key, attribution) of all that a speaker of the archive said, by article and offset.

        `name` is a speaker's name, or else one of its other forms; it may then mean several speakers.
        """
        condition, values = conditions(self._connection, scope)
        rows = self._connection.execute(
            f"""
            SELECT {ATTRIBUTION_COLUMNS} FROM attributions t
            CROSS JOIN versions v ON v.key = t.version CROSS JOIN articles a ON a.key = v.article
            LEFT JOIN speakers s ON s.id = t.linked
            WHERE t.linked IN (SELECT value FROM json_each(?)) AND {condition}
            ORDER BY a.uid, t.ordinal
            """,
            [json.dumps(self._speaker_ids(name)), *values],
        )
        return [(row["version"], attribution_from(row)[0]) for row in rows]

    def spoken_in(self, names: Sequence[str], scope: Scope) -> Ids:
        """Return the ids, ascending, of the passages that hold words of these speakers of the archive."""
        condition, values = conditions(self._connection, scope)
        rows = self._connection.execute(
            f"""
            SELECT DISTINCT p.id FROM attributions t
            CROSS JOIN versions v ON v.key = t.version
            CROSS JOIN passages p ON p.version = t.version AND p.start < t."end" AND p."end" > t.start
            WHERE t.linked IN (SELECT value FROM json_each(?)) AND {condition} ORDER BY p.id
            """,
            [json.dumps([key for name in names for key in self._speaker_ids(name)]), *values],
        )
        return np.array([row["id"] for row in rows], dtype=np.int64)

    def all_attributions(self) -> Iterator[tuple[Version, list[tuple[Attribution, str | None]]]]:
        """Yield every current version by uid with its attributions."""
        keys = self._connection.execute(
            """
            SELECT v.key FROM versions v JOIN articles a ON a.key = v.article
            WHERE v.current = 1 ORDER BY a.uid
            """
        ).fetchall()
        for row in keys:
            key = row["key"]
            yield self.versions([key])[key], self.attributions([key])[key]

    def speakers(self) -> tuple[Speaker, ...]:
        """Return who speaks in the archive, most often first; the same object until somebody has written."""
        if self._reader.speakers is None:
            rows = self._connection.execute("SELECT * FROM speakers ORDER BY count DESC, name")
            self._reader.speakers = tuple(speaker_from(row) for row in rows)
        return self._reader.speakers

    def near_duplicates(self, version_keys: Iterable[int]) -> dict[int, tuple[Version, ...]]:
        """Return for each version the current versions of other articles with nearly its text, by uid."""
        keys = list(version_keys)
        rows = self._connection.execute(
            """
            WITH pairs AS (
                SELECT v.key, o.key AS other, 1000000 AS shared FROM versions v
                CROSS JOIN versions o ON o.text_sha = v.text_sha AND o.current = 1
                WHERE v.key IN (SELECT value FROM json_each(:keys))
                UNION ALL
                SELECT b.version, o.version, count(*) FROM bands b
                CROSS JOIN bands o ON o.band = b.band AND o.hash = b.hash
                WHERE b.version IN (SELECT value FROM json_each(:keys)) GROUP BY 1, 2
            )
            SELECT p.key, p.other, max(p.shared) AS shared, a.uid FROM pairs p
            JOIN versions v ON v.key = p.key JOIN versions o ON o.key = p.other
            JOIN articles a ON a.key = o.article
            WHERE o.article != v.article GROUP BY p.key, p.other ORDER BY p.key, shared DESC, a.uid
            """,
            {"keys": json.dumps(keys)},
        )
        others: dict[int, list[int]] = {key: [] for key in keys}
        for row in rows:
            if len(others[row["key"]]) < _MOST_DUPLICATES:
                others[row["key"]].append(row["other"])
        versions = self.versions({other for found in others.values() for other in found})
        return {
            key: tuple(sorted((versions[other] for other in found), key=lambda version: version.uid))
            for key, found in others.items()
        }

    def near_duplicates_among(self, version_keys: Iterable[int]) -> dict[int, frozenset[int]]:
        """Return for each of these versions those of them that have nearly its text."""
        rows = self._connection.execute(
            "SELECT band, hash, version FROM bands WHERE version IN (SELECT value FROM json_each(?))",
            [json.dumps(list(version_keys))],
        )
        sharing: dict[tuple[int, bytes], list[int]] = defaultdict(list)
        for row in rows:
            sharing[row["band"], row["hash"]].append(row["version"])
        found: dict[int, set[int]] = defaultdict(set)
        for keys in sharing.values():
            if len(keys) > 1:
                for key in keys:
                    found[key].update(keys)
        return {key: frozenset(others - {key}) for key, others in found.items()}

    def _speaker_ids(self, name: str) -> list[int]:
        exact = self._connection.execute("SELECT id FROM speakers WHERE name = ?", [packed(name)]).fetchall()
        query = "SELECT speaker AS id FROM speaker_names WHERE folded = ? ORDER BY speaker"
        rows = exact or self._connection.execute(query, [folded(name)]).fetchall()
        return [row["id"] for row in rows]

    def _allowed(self, scope: Scope) -> Ids:
        condition, values = conditions(self._connection, scope)
        rows = self._connection.execute(
            f"SELECT p.id FROM versions v JOIN passages p ON p.version = v.key WHERE {condition}", values
        )
        return np.array(sorted(row["id"] for row in rows), dtype=np.int64)
