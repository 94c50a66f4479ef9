"""Define what a tool may be given, each with its bounds: no argument names a path or an address."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from bots.unknown_outlets import unknown_outlets
from qa.datatypes import Scope
from qa.errors import UsageError

if TYPE_CHECKING:
    from qa.archive.protocol import View

LONGEST_QUESTION = 1_000
LONGEST_NAME = 200
LONGEST_WORDS = 2_000
LONGEST_TEXT = 50_000
"""Characters of a text whose quotations are checked: some 8,000 words."""
MOST_TURNS = 10

Question = Annotated[
    str,
    Field(
        min_length=1,
        max_length=LONGEST_QUESTION,
        description='A question in plain English, such as "What did Ada Quill say about the ferries?", '
        '"Who criticised the plan?" or a topic alone.',
    ),
]
Speaker = Annotated[
    str,
    Field(
        min_length=1,
        max_length=LONGEST_NAME,
        description="The name of a person or body as articles give it; a surname is enough where it is clear.",
    ),
]
About = Annotated[
    str | None,
    Field(
        max_length=LONGEST_NAME,
        description='Only words on this topic, given as a few words such as "school meals". Default: all.',
    ),
]
_DAY = r"^\d{4}-\d{2}-\d{2}$"
Since = Annotated[
    str | None,
    Field(pattern=_DAY, description="Only articles from this day on, as 2025-01-31. Default: no bound."),
]
Until = Annotated[
    str | None,
    Field(
        pattern=_DAY, description="Only articles up to and with this day, as 2025-01-31. Default: no bound."
    ),
]
Source = Annotated[
    str | None,
    Field(
        max_length=LONGEST_NAME,
        description="Only articles of this outlet, by its name in archive_overview. Default: all outlets.",
    ),
]
Cursor = Annotated[
    str | None,
    Field(
        max_length=60,
        description="The value of `next` in the page before, with all other arguments as they were. "
        "Default: the first page.",
    ),
]
History = Annotated[
    list[Annotated[str, Field(max_length=LONGEST_QUESTION)]] | None,
    Field(
        max_length=MOST_TURNS,
        description='Questions that were asked before this one, oldest first, so that "and about Taiwan?" is '
        "understood. Nothing is remembered between calls. Default: none.",
    ),
]
QuoteId = Annotated[
    str, Field(min_length=1, max_length=60, description="The `id` of a quote, whole, as a tool returned it.")
]


def scope_of(since: str | None, until: str | None, source: str | None) -> Scope:
    """Return the dates and the outlet to which arguments narrow what is searched.

    Raises:
        UsageError: If a day is none, or the first is after the last.
    """
    first, last = _day(since, "since"), _day(until, "until")
    if first and last and first > last:
        raise UsageError(f"`since` {first} is later than `until` {last}. Swap them.")
    name = (source or "").strip()
    return Scope(first, last, (name,) if name else ())


def outlet_without_articles(view: View, scope: Scope) -> str | None:
    """Say that an outlet has no article: a misspelt one would look like an archive without answers."""
    return " ".join(unknown_outlets(view, scope, instead="archive_overview names the outlets.")) or None


def _day(text: str | None, name: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError(f"`{name}` is not a day that there is; write it as 2025-01-31.") from error
