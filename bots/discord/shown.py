"""Define what is kept of an answer that was posted, so that its buttons work later, and write it as a database row."""

from __future__ import annotations

import json
import re
import secrets
from base64 import b32encode
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date
from typing import Self

from bots.amounts import QUOTES_OF_SIDES
from qa.datatypes import Scope, Span
from qa.embedded.database import Row
from qa.tables.packing import packed, unpacked

ID = re.compile(r"[a-z2-7]{16}")


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

    `page` is the number of quotes in one message, which also tells what was asked for: each of `QUOTES`,
    `QUOTES_OF_SIDES` and `QUOTES_OF_TIMELINE` is another number. `conversation` is as `Conversation.to_json` writes it.
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

    @property
    def compares(self) -> bool:
        """Whether speakers are compared: their quotes stand side by side."""
        return self.page == QUOTES_OF_SIDES


def new_id() -> str:
    """Return a random id of 16 letters and digits that nobody can guess."""
    return b32encode(secrets.token_bytes(10)).decode("ascii").lower()


def row_of(shown: Shown, made: float) -> tuple[object, ...]:
    """Write an answer as a row of the table `shown`; no message holds it yet."""
    return (
        shown.id, shown.library, packed(shown.question), packed(shown.standalone),
        packed(_scope_text(shown.scope)),
        packed(_quotes_text(shown)),
        packed(json.dumps(shown.choices)), packed(shown.conversation),
        shown.person, shown.guild, shown.channel, shown.private, None, shown.page, made,
    )  # fmt: skip


def shown_from(row: Row) -> Shown:
    """Read a row. Raises ValueError, TypeError and others if it is not what `row_of` wrote."""
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
