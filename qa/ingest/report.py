"""Define what indexing is asked to do, and what it reports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from qa.reading.limits import SandboxLimits
from qa.reading.web_addresses import is_address
from qa.settings import MEGABYTE, Settings

if TYPE_CHECKING:
    # SQLite, which it imports, takes longer to load than a front end's --help may.
    from qa.tables.writing.places import Skipped

MAX_BYTES = Settings().max_file_mb * MEGABYTE


@dataclass(frozen=True, slots=True)
class IndexRequest:
    """What to index: these places, which are remembered from then on; without any, all that are remembered.

    Attributes:
        exclude: Patterns of paths to leave out, remembered with the places given here.
        follow_links: Read what links in a place lead to outside it.
        max_bytes: Larger files are skipped and reported.
        check: Compare every file by its content hash, even where size, time and inode are as before.
        web: Poll remembered web addresses too.
        rebuild: Rebuild everything derived from the stored texts, with the encoder now configured; then read all files
            again that are there, whatever reader read them before.
        limits: Limits on reading one file of a foreign format; a file that exceeds them is skipped.
        parse: Use a parser to find out who said what, also in what was indexed without it before.
        addresses: Web addresses of feeds or pages, beside `places` and remembered like them.
        date_from: "mtime" to date undated articles of these places by the day of their file, from now on; "none" to end
            that; None to leave it as it is.
        fetch_allow: Hosts of this machine or its own network that may be fetched from.
        queue: File what is new or changed for workers (`qa.ingest.work`), in place of taking it in; only on a server.
    """

    places: tuple[Path, ...] = ()
    exclude: tuple[str, ...] = ()
    follow_links: bool = False
    max_bytes: int = MAX_BYTES
    check: bool = False
    rebuild: bool = False
    parse: bool = False
    web: bool = True
    limits: SandboxLimits = field(default_factory=SandboxLimits)
    addresses: tuple[str, ...] = ()
    fetch_allow: tuple[str, ...] = ()
    date_from: str | None = None
    queue: bool = False


def request_within(settings: Settings) -> IndexRequest:
    """Return a request for all remembered places, within the limits that the user has set."""
    return IndexRequest(
        max_bytes=settings.max_file_mb * MEGABYTE,
        follow_links=settings.follow_links,
        parse=settings.parse,
        limits=SandboxLimits(settings.read_seconds, settings.read_memory_mb),
        fetch_allow=settings.fetch_allow,
    )


Stage = Literal[
    "looking",
    "reading",
    "encoding",
    "chunking",
    "attributing",
    "naming",
    "publishing",
    "upgrading",
    "packing",
    "moving",
]


@dataclass(frozen=True, slots=True)
class Progress:
    """A step of long work. `done` and `total` count files while reading, speakers while naming, rows while packing and
    while a library is moved, else articles.

    `share`: how much of what is to be read is read, 0..1, by its size; None where that is not known.
    """

    stage: Stage
    done: int
    total: int | None
    name: str = ""
    share: float | None = None


Watcher = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class NotDue:
    """A web address that was not asked, since it said that nothing is new before `not_before` (seconds since 1970)."""

    address: str
    not_before: float


@dataclass(frozen=True, slots=True)
class Change:
    """What an update did with one article. A moved file is one change, with its old path in `before`."""

    kind: Literal["added", "changed", "removed", "moved"]
    place: str
    path: str
    id: str = ""
    before: str = ""


@dataclass(slots=True)
class UpdateCounts:
    """Counts and lists what an update did. Moved articles count as added until their old file is taken out."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    moved: int = 0
    filed: int = 0
    encoded: int = 0
    reused: int = 0
    changes: list[Change] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class UnreadKind:
    """How many files with an ending no reader reads; `ending` is "" for files without one."""

    ending: str
    files: int


@dataclass(frozen=True, slots=True)
class Report:
    """What an update did. `articles` and `passages` are the library's totals afterwards.

    `moved` articles are in a file that went from one path to another; they count as neither `added` nor `removed`.

    `encoded` passages went through the encoder; for `reused` ones the library already had vectors. `skipped` is from
    this run only; `missing_places` are remembered but not there now, and nothing of theirs was removed. `old_copy`:
    where the database was copied to before it was upgraded from an older format. `failed_addresses` were named, and
    could not be reached or read.
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
    undated: int = 0
    """How many of the library's articles have no date."""
    failed_addresses: tuple[str, ...] = ()
    filed: int = 0
    """How many articles this run filed for workers."""
    waiting: int = 0
    """How many articles wait for workers now."""
    unread: tuple[UnreadKind, ...] = ()
    """Of the `excluded` files those of a kind that is not read: first the kinds that often hold articles."""
    unfinished_purge: bool = False
    """Whether a purge ended early, so that parts of its texts may be left."""

    def is_complete(self) -> bool:
        """Return whether everything that was looked for is in the library.

        Texts that a person had forgotten do not count, and neither do pages that a feed leads to: what is wrong with
        these is its publisher's to mend.
        """
        return not (self.missing_places or self.failed_addresses or any(map(_is_missing, self.skipped)))


def _is_missing(skipped: Skipped) -> bool:
    from qa.tables.writing.forgotten_texts import REASON  # here: SQLite, as above

    of_feed = is_address(skipped.place) and skipped.path not in ("", skipped.place)
    return not (skipped.indexed or of_feed or skipped.reason == REASON)
