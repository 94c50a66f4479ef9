"""What indexing is asked for, and what it says afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from qa.embedded.places import Skipped
from qa.reading.limits import SandboxLimits

if TYPE_CHECKING:
    # Numpy behind it takes longer to import than a front end's --help may.
    pass

MAX_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class IndexRequest:
    """What to bring up to date: these places, remembered from then on; without any, all that are remembered.

    Attributes:
        exclude: Patterns of paths to leave out, remembered with the places given here.
        max_bytes: Larger files are skipped and reported.
        check: Compare every file by its content hash, even where size, time and inode are as before.
        web: Look at remembered web addresses too.
        rebuild: Make everything derived anew with the encoder now configured, from the stored texts; then read all
            files that are there again, whatever reader read them before.
        limits: How much one file of a foreign format may cost; more, and it is skipped.
        parse: Find out who said what with the help of a parser, also in what was indexed without it before.
        addresses: Web addresses, of feeds or pages, beside `places` and remembered like them.
        fetch_allow: Hosts that may be fetched from although they are of this machine or its own network.
    """

    places: tuple[Path, ...] = ()
    exclude: tuple[str, ...] = ()
    max_bytes: int = MAX_BYTES
    check: bool = False
    rebuild: bool = False
    parse: bool = False
    web: bool = True
    limits: SandboxLimits = field(default_factory=SandboxLimits)
    addresses: tuple[str, ...] = ()
    fetch_allow: tuple[str, ...] = ()


Stage = Literal["looking", "reading", "encoding", "chunking", "attributing", "publishing"]


@dataclass(frozen=True, slots=True)
class Progress:
    """A step of an update. `done` and `total` count files while reading, else articles."""

    stage: Stage
    done: int
    total: int | None
    name: str = ""


Watcher = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class NotDue:
    """A web address that was not asked: it said that nothing new is to be had before `not_before`
    (seconds since 1970)."""

    address: str
    not_before: float


@dataclass(frozen=True, slots=True)
class Change:
    """What an update did with one article; a moved file is one change, with the path that it had in `before`."""

    kind: Literal["added", "changed", "removed", "moved"]
    place: str
    path: str
    id: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What an update did. `articles` and `passages` are the library's totals afterwards.

    `moved` articles stand in a file that went from one path to another; they are neither `added` nor `removed`.

    `encoded` passages went through the encoder, `reused` ones were known to the library's cache. `skipped` is
    from this run only; `missing_places` are remembered but not there now, and nothing of theirs was removed.
    `old_copy`: where the database was copied to before it was brought from an older format to this one.
    """

    added: int
    changed: int
    removed: int
    unchanged: int
    encoded: int
    reused: int
    articles: int
    passages: int
    generation: int
    skipped: tuple[Skipped, ...] = ()
    missing_places: tuple[str, ...] = ()
    excluded: int = 0
    rebuilt: bool = False
    old_copy: str | None = None
    moved: int = 0
    not_due: tuple[NotDue, ...] = ()
