"""Keep the articles that were read and wait for a worker, in a table beside those of the library.

A job is one article, whole: a worker needs nothing but the database. It is deleted in the transaction that takes the
article in, so that neither can be there without the other. Who takes a job has it for a time; when that is over,
others may take it too, and whoever is done first finds it still there.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any

from qa.datatypes import Article
from qa.server.connections import ServerConnection
from qa.server.locks import COMMITS, DECIDES, lock, try_in_transaction, unlock
from qa.server.schema import WITH_JOBS
from qa.tables.packing import packed, unpacked
from qa.tables.writing.forgotten_texts import text_hash
from qa.tables.writing.places import Place
from qa.tables.writing.writer import article_uid

MOST_TRIES = 3
"""How often workers may end while they have a job before it is put aside."""

_UNWANTED = """
    NOT EXISTS (SELECT 1 FROM places p WHERE p.id = j.place AND p.remembered = 1)
    OR EXISTS (
        SELECT 1 FROM forgotten f WHERE f.place = j.place AND (
            (f.path = j.path AND f.id IN (j.id, ''))
            OR (f.id = '' AND substr(f.path, length(f.path)) = '/' AND substr(j.path, 1, length(f.path)) = f.path)
        )
    )
    OR (
        j.text_sha IN (SELECT text_sha FROM forgotten_texts)
        AND NOT EXISTS (
            SELECT 1 FROM versions v JOIN articles a ON a.key = v.article
            WHERE v.text_sha = j.text_sha AND v.current = 1 AND a.place = j.place AND a.path = j.path
        )
    )
"""
"""What a person has forgotten since it was read: a place, a file, a folder, an article or a text."""


@dataclass(frozen=True, slots=True)
class Job:
    """An article that waits, and the place that it was read from."""

    number: int
    place: int
    article: Article


class Jobs:
    """Files jobs and withdraws them, inside the caller's transaction; takes them, each time in one of its own."""

    def __init__(self, connection: ServerConnection) -> None:
        self._connection = connection

    def put(self, place: Place, article: Article) -> bool:
        """File an article, in the place of an earlier one that still waits; return whether it was not filed already."""
        uid = article_uid(place.name, article.path, article.id)
        row = self._connection.execute(
            """
            INSERT INTO jobs AS j (uid, place, path, id, text_sha, article) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (uid) DO UPDATE SET number = excluded.number, text_sha = excluded.text_sha,
                article = excluded.article, worker = '', tries = 0, taken_until = '-infinity'
            WHERE j.article != excluded.article RETURNING number
            """,
            [
                uid,
                place.id,
                packed(article.path),
                packed(article.id),
                text_hash(article.text),
                _article_to(article),
            ],
        ).fetchone()
        return row is not None

    def withdraw(self, uid: str) -> None:
        """Delete the job of an article, if it has one."""
        self._connection.execute("DELETE FROM jobs WHERE uid = ?", [uid])

    def withdraw_file(self, place: int, path: str, keep: Collection[str] = ()) -> None:
        """Delete the jobs of a file, but for the articles with these ids."""
        self._connection.execute(
            "DELETE FROM jobs WHERE place = ? AND path = ? AND NOT id = ANY(?::bytea[])",
            [place, packed(path), [packed(each) for each in keep]],
        )

    def withdraw_forgotten(self) -> None:
        """Delete the jobs of what a person has forgotten."""
        self._connection.execute(f"DELETE FROM jobs AS j WHERE {_UNWANTED}")

    def waiting(self) -> set[str]:
        """Return the uids of all articles that wait."""
        return {row["uid"] for row in self._connection.execute("SELECT uid FROM jobs")}

    def paths(self, place: int) -> dict[str, str]:
        """Return the path of each article of a place that waits, by its id."""
        rows = self._connection.execute("SELECT id, path FROM jobs WHERE place = ?", [place])
        return {unpacked(row["id"]): unpacked(row["path"]) for row in rows}

    def take(self, worker: str, most: int, most_bytes: int, seconds: float) -> list[Job]:
        """Take some jobs that nobody has, for a time: one, and more while they are not too many or too long together.

        One that a worker had before is taken alone: if it is what ends them, it takes no others with it.
        """
        return self._taken(worker, "tries = 0", most, most_bytes, seconds) or self._taken(
            worker, f"tries BETWEEN 1 AND {MOST_TRIES - 1}", 1, most_bytes, seconds
        )

    def _taken(self, worker: str, condition: str, most: int, most_bytes: int, seconds: float) -> list[Job]:
        rows = self._connection.execute(
            f"""
            WITH free AS MATERIALIZED (
                SELECT number, octet_length(article) AS bytes FROM jobs
                WHERE taken_until < clock_timestamp() AND {condition}
                ORDER BY number LIMIT ? FOR UPDATE SKIP LOCKED
            ), added AS (
                SELECT number, sum(bytes) OVER (ORDER BY number) AS together,
                    row_number() OVER (ORDER BY number) AS place FROM free
            )
            UPDATE jobs j SET worker = ?, tries = tries + 1,
                taken_until = clock_timestamp() + make_interval(secs => ?)
            FROM added a WHERE j.number = a.number AND (a.place = 1 OR a.together <= ?)
            RETURNING j.number, j.place, j.article
            """,
            [most, worker, seconds, most_bytes],
        )
        found = [Job(row["number"], row["place"], _article_from(row["article"])) for row in rows]
        return sorted(found, key=lambda job: job.number)

    def finish(self, some: Sequence[Job]) -> set[int]:
        """Delete jobs; return the numbers of those that were there: not done by others, replaced or withdrawn."""
        rows = self._connection.execute(
            "DELETE FROM jobs WHERE number = ANY(?::bigint[]) RETURNING number",
            [[job.number for job in some]],
        )
        return {row["number"] for row in rows}

    def give_back(self, worker: str, *, tried: bool) -> None:
        """Let others take what a worker has, but for what somebody is just taking in or withdrawing.

        To wait for them could be to wait in a circle: they take rows in another order.

        Args:
            tried: Whether that counts as a try: it may be an article that the worker cannot take in.
        """
        self._connection.execute(
            """
            UPDATE jobs SET worker = '', taken_until = '-infinity', tries = tries - ?
            WHERE number = ANY(ARRAY(SELECT number FROM jobs WHERE worker = ? FOR UPDATE SKIP LOCKED))
            """,
            [0 if tried else 1, worker],
        )

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let no worker commit inside the block, which may hold several transactions; for who decides."""
        lock(self._connection, COMMITS)
        try:
            yield
        finally:
            if not self._connection.is_broken():
                unlock(self._connection, COMMITS)

    def nobody_decides(self) -> bool:
        """Return whether nobody decides what is in the library now, and nobody will until the transaction ends."""
        return try_in_transaction(self._connection, DECIDES)

    def hopeless(self) -> list[tuple[Job, int]]:
        """Return the jobs that nobody has and that were tried too often, each with how often."""
        rows = self._connection.execute(
            """
            SELECT number, place, article, tries FROM jobs
            WHERE tries >= ? AND taken_until < clock_timestamp() ORDER BY number
            """,
            [MOST_TRIES],
        )
        return [
            (Job(row["number"], row["place"], _article_from(row["article"])), row["tries"]) for row in rows
        ]


def waiting_jobs(connection: ServerConnection) -> int:
    """Return how many articles wait in a library, also to who only reads it."""
    if connection.migration < WITH_JOBS:
        return 0
    row = connection.execute("SELECT count(*) FROM jobs").fetchone()
    return 0 if row is None else int(row[0])


def _article_to(article: Article) -> bytes:
    # JSON in ASCII, because a text may hold what no database takes as one: NUL, and half of a pair of surrogates.
    return json.dumps(asdict(article)).encode("ascii")


def _article_from(stored: bytes) -> Article:
    found: dict[str, Any] = json.loads(stored)
    return Article(**{**found, "pages": tuple(found["pages"])})
