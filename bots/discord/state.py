"""Keep in a database what outlives the bot: answers with buttons, settings, threads, who may ask which library."""

from __future__ import annotations

import json
import logging
import re
import secrets
import threading
from base64 import b32encode
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Self

from qa.datatypes import Scope, Span
from qa.embedded.database import Connection, Row, packed, transaction, unpacked
from qa.embedded.own_database import connect_to_own, naming_damage_of_own, unusable_own
from qa.errors import DamagedIndexError

logger = logging.getLogger(__name__)

FILE = "discord.db"
KEPT = timedelta(days=90)
"""How long buttons work."""
_DAY = 24 * 60 * 60
ID = re.compile(r"[a-z2-7]{16}")

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
"""

WallClock = Callable[[], float]
"""Returns seconds since 1970, which also pass while the bot is not running."""


@dataclass(frozen=True, slots=True)
class ShownQuote:
    """A quote as it was shown: its id, the speaker that its card named, and the look of the card.

    `remark` is what stood in small print, for what is related the line above it. `context` is that of the quote.
    """

    id: str
    who: str
    colour: int
    remark: str = ""
    context: Span | None = None

    @classmethod
    def from_row(cls, id: str, who: str, colour: int, remark: str = "", context: Sequence[int] = ()) -> Self:  # noqa: A002
        """Read what was stored; releases before this one stored no context."""
        return cls(id, who, colour, remark, (context[0], context[1]) if context else None)


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer that was posted on Discord.

    `page` is the number of quotes in one message; `conversation` is as `Conversation.to_json` writes it.
    """

    id: str
    library: str
    question: str
    standalone: str
    scope: Scope
    quotes: tuple[ShownQuote, ...]
    person: int
    guild: int | None
    channel: int
    private: bool
    page: int
    conversation: str = ""
    choices: tuple[str, ...] = ()
    related: tuple[ShownQuote, ...] = ()


def new_id() -> str:
    """Return a random id of 16 letters and digits that nobody can guess."""
    return b32encode(secrets.token_bytes(10)).decode("ascii").lower()


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
        row = (
            shown.id, shown.library, packed(shown.question), packed(shown.standalone),
            packed(_scope_text(shown.scope)),
            packed(_quotes_text(shown)),
            packed(json.dumps(shown.choices)), packed(shown.conversation),
            shown.person, shown.guild, shown.channel, shown.private, None, shown.page, self._now(),
        )  # fmt: skip
        if self._now() - self._dropped > _DAY:
            self.drop_old()
        with self._database(), transaction(self._connection):
            self._connection.execute(f"INSERT INTO shown VALUES ({', '.join('?' * len(row))})", row)

    def set_message(self, shown_id: str, message: int, channel: int) -> None:
        """Store which message holds an answer, so that a reply to it continues the conversation."""
        with self._database(), transaction(self._connection):
            self._connection.execute(
                "UPDATE shown SET message = ?, channel = ? WHERE id = ?", [message, channel, shown_id]
            )

    def set_conversation(self, shown_id: str, conversation: str) -> None:
        """Replace the stored conversation of an answer."""
        with self._database(), transaction(self._connection):
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
        with self._database(), transaction(self._connection):
            self._connection.execute("DELETE FROM shown WHERE made < ?", [self._oldest()])

    def setting(self, guild: int, key: str, *, channel: int = 0) -> object | None:
        """Return a setting of a guild or of one of its channels; None where it was not set."""
        return self._settings.get((guild, channel, key))

    def settings_of(self, guild: int) -> dict[tuple[int, str], object]:
        """Return all settings of a guild, by channel (0: the guild itself) and key."""
        return {
            (channel, key): value for (owner, channel, key), value in self._settings.items() if owner == guild
        }

    def change(self, guild: int, key: str, value: object | None, *, channel: int = 0) -> None:
        """Store a setting; None removes it."""
        with self._database(), transaction(self._connection):
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
        with self._database(), transaction(self._connection):
            self._given.add((kind, owner, library))
            self._connection.execute("INSERT OR IGNORE INTO given VALUES (?, ?, ?)", [kind, owner, library])

    def take_back(self, kind: str, owner: int, library: str) -> None:
        with self._database(), transaction(self._connection):
            self._given.discard((kind, owner, library))
            self._connection.execute(
                "DELETE FROM given WHERE kind = ? AND id = ? AND library = ?", [kind, owner, library]
            )

    def add_thread(self, thread: int) -> None:
        """Record a thread as one in which every message is a question."""
        with self._database(), transaction(self._connection):
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
            return None if row is None else _shown_from(row)
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


def _shown_from(row: Row) -> Shown:
    return Shown(
        id=row["id"],
        library=row["library"],
        question=unpacked(row["question"]),
        standalone=unpacked(row["standalone"]),
        scope=_scope_from(unpacked(row["scope"])),
        quotes=_quotes_from(unpacked(row["quotes"]), "quotes"),
        related=_quotes_from(unpacked(row["quotes"]), "related"),
        person=row["person"],
        guild=row["guild"],
        channel=row["channel"],
        private=bool(row["private"]),
        page=row["page"],
        conversation=unpacked(row["conversation"]),
        choices=tuple(json.loads(unpacked(row["choices"]))),
    )


def _quotes_text(shown: Shown) -> str:
    kept = {"quotes": shown.quotes, "related": shown.related}
    return json.dumps({name: [astuple(each) for each in quotes] for name, quotes in kept.items()})


def _quotes_from(text: str, name: str) -> tuple[ShownQuote, ...]:
    rows = json.loads(text)
    # Releases before this one stored a list of quotes, and nothing beside them.
    kept = {"quotes": rows} if isinstance(rows, list) else rows
    return tuple(ShownQuote.from_row(*each) for each in kept.get(name, ()))


def _scope_text(scope: Scope) -> str:
    days = [day.isoformat() if day else None for day in (scope.since, scope.until)]
    return json.dumps([*days, list(scope.sources)])


def _scope_from(text: str) -> Scope:
    since, until, sources = json.loads(text)
    days = [date.fromisoformat(day) if day else None for day in (since, until)]
    return Scope(days[0], days[1], tuple(sources))
