"""Define what an address asks for and what a page is, and what several pages show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bots.amounts import QUOTES
from bots.contract import Json
from qa.answers import Quote

if TYPE_CHECKING:
    from bots.web.histories import Histories


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for: its `parameters`, and the `name` in its path.

    Of outlets (`sources`) and speakers (`names`) there may be several. `site` is the address of the first page, without
    a slash at its end, as the reader typed it.
    """

    parameters: Mapping[str, str]
    sources: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    name: str = ""
    quotes: int = QUOTES
    """How many quotes to show at first."""
    as_data: bool = False
    site: str = ""
    body: str | None = None
    """The text that was sent; None where the request has no body."""
    histories: Histories | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page for people, as a template with what it shows, and for programs; `quotes` are those that it shows."""

    template: str
    context: Mapping[str, object]
    data: Json
    quotes: Sequence[Quote] = ()


def next_row(start: int, size: int, count: int) -> int | None:
    """Return with which row the next page begins; None after the last."""
    return start + size if start + size < count else None
