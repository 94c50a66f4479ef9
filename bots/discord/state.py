"""Keep in a database what outlives the bot: answers with buttons, settings, threads, who may ask which library."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bots.discord.shown import ID, Shown, row_of, shown_from
from qa.embedded.database import Connection, Row
from qa.embedded.own_database import connect_to_own, naming_damage_of_own, unusable_own
from qa.errors import DamagedIndexError
from qa.tables.packing import packed

logger = logging.getLogger(__name__)

FILE = "discord.db"
KEPT = timedelta(days=90)
"""How long buttons work."""
_DAY = 24 * 60 * 60

_TABLES = """
CREATE TABLE IF NOT EXISTS shown (
    id TEXT PRIMARY KEY, library TEXT NOT NULL, question BLOB NOT NULL, standalone BLOB NOT NULL,
    scope BLOB NOT NULL, quotes BLOB NOT NULL, choices BLOB NOT NULL, conversation BLOB NOT NULL,
    person INTEGER NOT NULL, guild INTEGER, channel INTEGER NOT NULL, private INTEGER NOT NULL,
    message INTEGER, page INTEGER NOT NULL, made REAL NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS shown_by_message ON shown (message);
CREATE INDEX IF NOT EXISTS shown_by_channel ON shown (channel, made);
CREATE INDEX IF NOT EXISTS shown_by_age ON shown (made);
CREATE TABLE IF NOT EXISTS settings (
    guild INTEGER NOT NULL, channel INTEGER NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (guild, channel, key)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS given (
    kind TEXT NOT NULL, id INTEGER NOT NULL, library TEXT NOT NULL, PRIMARY KEY (kind, id, library)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS threads (id INTEGER PRIMARY KEY);
CREATE TABLE IF NOT EXISTS votes (
    shown TEXT NOT NULL, person INTEGER NOT NULL, library TEXT NOT NULL, good INTEGER NOT NULL, made REAL NOT NULL,
    PRIMARY KEY (shown, person)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS reports (
    person INTEGER NOT NULL, library TEXT NOT NULL, report TEXT NOT NULL, made REAL NOT NULL,
    PRIMARY KEY (person, library, report)
) WITHOUT ROWID;
"""

WallClock = Callable[[], float]
"""Returns seconds since 1970, which also pass while the bot is not running."""


@dataclass(frozen=True, slots=True)
class Deleted:
    """What was deleted of one person: how many answers and votes, and which reports, each with its library."""

    answers: int
    votes: int
    reports: tuple[tuple[str, str], ...]


class State:
    """The bot's own database. Any thread may call its methods; each is one transaction."""

    def __init__(self, connection: Connection, path: Path, now: WallClock) -> None:
        self._connection = connection
        self._path = path
        self._now = now
        self._lock = threading.Lock()
        self._dropped = now()
        self._settings = {
            (row["guild"], row["channel"], row["key"]): _setting_from(row, path)
            for row in connection.execute("SELECT * FROM settings")
        }
        self._given = {
            (row["kind"], row["id"], row["library"]) for row in connection.execute("SELECT * FROM given")
        }
        self._threads = {row["id"] for row in connection.execute("SELECT id FROM threads")}

    @classmethod
    def open(cls, folder: Path, *, now: WallClock) -> State:
        """Open or create the database, readable by its owner only, and delete answers that are too old.

        Raises:
            QAError: If the database cannot be used.
        """
        path = folder / FILE
        connection = connect_to_own(path, _TABLES)
        try:
            with naming_damage_of_own(path):
                state = cls(connection, path, now)
            state.drop_old()
        except BaseException:
            connection.close()
            raise
        return state

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def keep(self, shown: Shown) -> None:
        """Store an answer. Call this before the answer is shown: its buttons may be pressed at once."""
        row = row_of(shown, self._now())
        if self._now() - self._dropped > _DAY:
            self.drop_old()
        with self._database(), self._connection.transaction():
            self._connection.execute(f"INSERT INTO shown VALUES ({', '.join('?' * len(row))})", row)

    def set_message(self, shown_id: str, message: int, channel: int) -> None:
        """Store which message holds an answer, so that a reply to it continues the conversation."""
        with self._database(), self._connection.transaction():
            self._connection.execute(
                "UPDATE shown SET message = ?, channel = ? WHERE id = ?", [message, channel, shown_id]
            )

    def set_conversation(self, shown_id: str, conversation: str) -> None:
        """Replace the stored conversation of an answer."""
        with self._database(), self._connection.transaction():
            self._connection.execute(
                "UPDATE shown SET conversation = ? WHERE id = ?", [packed(conversation), shown_id]
            )

    def shown(self, shown_id: str) -> Shown | None:
        """Return an answer by its id, which anybody may have made up; None if there is none, or it is too old."""
        if not ID.fullmatch(shown_id):
            return None
        return self._one("id = ?", shown_id)

    def shown_in(self, message: int) -> Shown | None:
        """Return the answer that a message holds."""
        return self._one("message = ?", message)

    def last_shown(self, channel: int) -> Shown | None:
        """Return the last public answer of a channel or thread."""
        return self._one("channel = ? AND private = 0", channel)

    def drop_old(self) -> None:
        """Delete answers whose buttons no longer work."""
        self._dropped = self._now()
        with self._database(), self._connection.transaction():
            for table in ("shown", "votes", "reports"):
                self._connection.execute(f"DELETE FROM {table} WHERE made < ?", [self._oldest()])

    def vote(self, shown: Shown, person: int, *, good: bool) -> None:
        """Store whether a person finds an answer good, in place of what they said before."""
        with self._database(), self._connection.transaction():
            self._connection.execute(
                "INSERT OR REPLACE INTO votes VALUES (?, ?, ?, ?, ?)",
                [shown.id, person, shown.library, good, self._now()],
            )

    def votes(self, library: str) -> tuple[int, int]:
        """Return how many found an answer of a library good, and how many did not, in the time that is kept."""
        with self._database():
            row = self._connection.execute(
                "SELECT count(*) AS cast_, coalesce(sum(good), 0) AS good FROM votes WHERE library = ? AND made >= ?",
                [library, self._oldest()],
            ).fetchone()
        return row["good"], row["cast_"] - row["good"]

    def note_report(self, person: int, library: str, report: str) -> None:
        """Store who sent a report, by its id, so that this person can have it deleted."""
        with self._database(), self._connection.transaction():
            self._connection.execute(
                "INSERT OR REPLACE INTO reports VALUES (?, ?, ?, ?)", [person, library, report, self._now()]
            )

    def delete_of(self, person: int) -> Deleted:
        """Delete all that is kept of a person's questions and opinions, and return what it was."""
        with self._database(), self._connection.transaction():
            rows = self._connection.execute(
                "DELETE FROM reports WHERE person = ? RETURNING library, report", [person]
            ).fetchall()
            votes = self._connection.execute("DELETE FROM votes WHERE person = ?", [person]).rowcount
            answers = self._connection.execute("DELETE FROM shown WHERE person = ?", [person]).rowcount
        return Deleted(answers, votes, tuple((row["library"], row["report"]) for row in rows))

    def setting(self, guild: int, key: str, *, channel: int = 0) -> object | None:
        """Return a setting of a guild or of one of its channels; None where it was not set."""
        return self._settings.get((guild, channel, key))

    def settings_of(self, guild: int) -> dict[tuple[int, str], object]:
        """Return all settings of a guild, by channel (0: the guild itself) and key."""
        return {
            (channel, key): value for (owner, channel, key), value in self._settings.items() if owner == guild
        }

    def channels_set(self, key: str, value: object) -> list[tuple[int, int]]:
        """Return the channels, each with its guild, for which a setting has a value."""
        return sorted((g, c) for (g, c, k), set_to in self._settings.items() if k == key and set_to == value)

    def change(self, guild: int, key: str, value: object | None, *, channel: int = 0) -> None:
        """Store a setting; None removes it."""
        with self._database(), self._connection.transaction():
            if value is None:
                self._settings.pop((guild, channel, key), None)
                self._connection.execute(
                    "DELETE FROM settings WHERE guild = ? AND channel = ? AND key = ?", [guild, channel, key]
                )
            else:
                self._settings[guild, channel, key] = value
                self._connection.execute(
                    "INSERT OR REPLACE INTO settings VALUES (?, ?, ?, ?)",
                    [guild, channel, key, json.dumps(value)],
                )

    def given_to(self, kind: str, owner: int) -> set[str]:
        """Return the names of the libraries that a guild or a person was given."""
        return {library for k, i, library in self._given if (k, i) == (kind, owner)}

    def give(self, kind: str, owner: int, library: str) -> None:
        """Let a guild or a person ask a library."""
        with self._database(), self._connection.transaction():
            self._given.add((kind, owner, library))
            self._connection.execute("INSERT OR IGNORE INTO given VALUES (?, ?, ?)", [kind, owner, library])

    def take_back(self, kind: str, owner: int, library: str) -> None:
        with self._database(), self._connection.transaction():
            self._given.discard((kind, owner, library))
            self._connection.execute(
                "DELETE FROM given WHERE kind = ? AND id = ? AND library = ?", [kind, owner, library]
            )

    def add_thread(self, thread: int) -> None:
        """Record a thread as one in which every message is a question."""
        with self._database(), self._connection.transaction():
            self._threads.add(thread)
            self._connection.execute("INSERT OR IGNORE INTO threads VALUES (?)", [thread])

    def is_thread(self, channel: int) -> bool:
        return channel in self._threads

    def _one(self, condition: str, value: object) -> Shown | None:
        # Ids of messages grow by Discord's clock; this machine's may be set back.
        with self._database():
            row = self._connection.execute(
                f"SELECT * FROM shown WHERE {condition} AND made >= ? ORDER BY message DESC, made DESC LIMIT 1",
                [value, self._oldest()],
            ).fetchone()
        try:
            return None if row is None else shown_from(row)
        except (
            ValueError,
            TypeError,
            KeyError,
            IndexError,
            AttributeError,
            RecursionError,
            DamagedIndexError,
        ):
            # To a person it is as one that is too old; they can ask again.
            logger.warning("An answer in %s cannot be read, so its buttons do not work.", self._path)
            return None

    @contextmanager
    def _database(self) -> Iterator[None]:
        with self._lock, naming_damage_of_own(self._path):
            yield

    def _oldest(self) -> float:
        return self._now() - KEPT.total_seconds()


def _setting_from(row: Row, path: Path) -> object:
    try:
        return json.loads(row["value"])
    except (ValueError, TypeError, RecursionError) as error:
        # Without it the bot might answer where it must not.
        raise unusable_own(path, f"the setting {row['key']!r} is not what was stored") from error
