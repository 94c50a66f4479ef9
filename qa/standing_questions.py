"""Keep standing questions, and find for each the quotes of new articles that were not delivered yet.

The state is kept in a database of its own, beside the library or wherever a front end keeps its files, so that
following a question never writes to the library. A front end asks for what is `pending`, delivers it, and then
`acknowledge`s it. An acknowledged quote never comes again, even after a restart. If a process ends between delivering
and acknowledging, the quote is pending once more. So delivery is at least once, and exactly once for a front end that
uses `key` to recognise what it has already delivered.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from qa.answering.answerer import Answerer
from qa.answers import Quote
from qa.datatypes import Version
from qa.embedded.database import Connection, Row
from qa.embedded.own_database import connect_to_own, naming_damage_of_own
from qa.errors import NotFoundError, UsageError
from qa.language.near_duplicates import holds, repeats
from qa.tables.packing import packed, unpacked

FILE = "follows.db"
MOST_FOLLOWS = 1_000
LONGEST_PLACE = 200
_DIGEST = 8

_TABLES = """
CREATE TABLE IF NOT EXISTS follows (
    id INTEGER PRIMARY KEY AUTOINCREMENT, question BLOB NOT NULL, place TEXT NOT NULL, made TEXT NOT NULL,
    known BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS seen (
    follow INTEGER NOT NULL REFERENCES follows (id) ON DELETE CASCADE,
    key TEXT NOT NULL, speaker BLOB NOT NULL, words BLOB NOT NULL, PRIMARY KEY (follow, key)
) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Follow:
    """A standing question. `place` says where its quotes go: empty on the terminal, else what the front end gave."""

    id: int
    question: str
    place: str
    made: str


class Follows:
    """Keeps the standing questions of one front end. Each call opens and closes the state: any process may use it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, answerer: Answerer, question: str, *, place: str = "") -> Follow:
        """Start to follow a question. Quotes that the library holds now count as seen.

        Raises:
            UsageError: If the question is empty, `place` is too long, or too many questions are followed already.
        """
        question = " ".join(question.split())
        if not question or len(place) > LONGEST_PLACE:
            raise UsageError("Give a question to follow, such as `What does Rubio say about China?`.")
        quotes, versions = answerer.standing(question)
        known = b"".join(sorted(_digest(uid, sha256) for uid, sha256 in versions))
        with self._open() as state:
            if state.execute("SELECT count(*) FROM follows").fetchone()[0] >= MOST_FOLLOWS:
                raise UsageError(f"{MOST_FOLLOWS:,} questions are followed already. Remove one first.")
            with state.transaction():
                made = datetime.now(UTC).isoformat(timespec="seconds")
                row = state.execute(
                    "INSERT INTO follows (question, place, made, known) VALUES (?, ?, ?, ?) RETURNING *",
                    [packed(question), place, made, known],
                ).fetchone()
                follow = _follow(row)
                _mark(state, follow, quotes)
            return follow

    def all(self, *, place: str | None = None) -> list[Follow]:
        """Return the standing questions, oldest first; with `place` only those of this place."""
        with self._open() as state:
            rows = state.execute("SELECT * FROM follows ORDER BY id").fetchall()
        return [follow for follow in map(_follow, rows) if place is None or follow.place == place]

    def remove(self, follow: int, *, place: str | None = None) -> Follow:
        """Stop following a question.

        Raises:
            NotFoundError: If no question with this number is followed (in this place).
        """
        found = next((each for each in self.all(place=place) if each.id == follow), None)
        if found is None:
            raise NotFoundError(
                f"No question with the number {follow} is followed. `qa follow --list` shows them."
            )
        with self._open() as state, state.transaction():
            state.execute("DELETE FROM seen WHERE follow = ?", [follow])
            state.execute("DELETE FROM follows WHERE id = ?", [follow])
        return found

    def pending(self, answerer: Answerer, follow: Follow) -> list[Quote]:
        """Return the quotes that are new for a question and not acknowledged yet, oldest first.

        A quote is new if it is in a version that was not there when the question was made, in words that were not
        seen before from this speaker. So neither an article that changed elsewhere nor the same words in another outlet
        bring anything new.
        """
        with self._open() as state:
            row = state.execute("SELECT known FROM follows WHERE id = ?", [follow.id]).fetchone()
            if row is None:
                return []
            seen = [
                (unpacked(each["speaker"]), unpacked(each["words"]))
                for each in state.execute(
                    "SELECT speaker, words FROM seen WHERE follow = ? ORDER BY key", [follow.id]
                )
            ]
        known = {row["known"][at : at + _DIGEST] for at in range(0, len(row["known"]), _DIGEST)}
        fresh: list[Quote] = []
        for quote in answerer.standing(follow.question)[0]:
            speaker = _speaker(quote)
            if any(_stood(version, quote, known) for version in answerer.versions_of(quote)):
                continue
            if any(speaker == whose and repeats(quote.text, words) for whose, words in seen):
                continue
            seen.append((speaker, quote.text))
            fresh.append(quote)
        return sorted(fresh, key=lambda q: (q.version.article.date or "", q.version.uid, q.start))

    def acknowledge(self, follow: Follow, quotes: Iterable[Quote]) -> None:
        """Note that quotes were delivered. Twice is harmless, as is a question that was removed meanwhile."""
        with self._open() as state, state.transaction():
            if state.execute("SELECT 1 FROM follows WHERE id = ?", [follow.id]).fetchone():
                _mark(state, follow, quotes)

    @contextmanager
    def _open(self) -> Iterator[Connection]:
        connection = connect_to_own(self._path, _TABLES)
        try:
            with naming_damage_of_own(self._path):
                connection.execute("PRAGMA synchronous = FULL")
                yield connection
        finally:
            connection.close()


def key(follow: Follow, quote: Quote) -> str:
    """Return a name for one delivery, the same after every restart: 24 characters, by which to recognise repeats."""
    joined = f"{follow.id}\n{_key(quote)}"
    return hashlib.sha256(joined.encode()).hexdigest()[:24]


def _mark(state: Connection, follow: Follow, quotes: Iterable[Quote]) -> None:
    rows: Sequence[tuple[int, str, bytes, bytes]] = [
        (follow.id, _key(quote), packed(_speaker(quote)), packed(quote.text)) for quote in quotes
    ]
    state.executemany("INSERT OR IGNORE INTO seen (follow, key, speaker, words) VALUES (?, ?, ?, ?)", rows)


def _key(quote: Quote) -> str:
    # By speaker and words, not by id: an id changes with every other sentence of its article.
    words = " ".join(quote.text.casefold().split())
    return hashlib.sha256(f"{_speaker(quote)}\n{words}".encode("utf-8", "surrogatepass")).hexdigest()


def _speaker(quote: Quote) -> str:
    return (quote.speaker or "").casefold()


def _stood(version: Version, quote: Quote, known: set[bytes]) -> bool:
    """Return whether a version that was there when the question was made already has the words of a quote."""
    return _digest(version.uid, version.sha256) in known and holds(version.article.text, quote.text)


def _digest(uid: str, sha256: str) -> bytes:
    return hashlib.blake2b(f"{uid}{sha256}".encode(), digest_size=_DIGEST).digest()


def _follow(row: Row) -> Follow:
    return Follow(row["id"], unpacked(row["question"]), row["place"], row["made"])
