"""What indexing is asked for, and what it says afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from qa.reading.limits import Limits

if TYPE_CHECKING:
    # Numpy behind it takes longer to import than a front end's --help may.
    from embeddings.encoder import ModelIdentity

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
    limits: Limits = field(default_factory=Limits)
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
class Skipped:
    """Something that was met and not indexed. `id` is a line or article inside the file, or empty."""

    place: str
    path: str
    id: str
    reason: str


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


@dataclass(frozen=True, slots=True)
class Forgotten:
    """`purged`: no copy of the text is left in this library (backups made earlier still hold it).

    `removed_copies` are the databases of older formats that were kept and had to go with it.
    """

    articles: int
    places: int
    purged: bool
    removed_copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceStatus:
    path: str
    present: bool
    files: int
    articles: int
    exclude: tuple[str, ...]
    kind: Literal["files", "web"] = "files"
    looked_at: float | None = None
    """When a web address was last asked, in seconds since 1970."""
    not_before: float | None = None
    """When it is due again."""


@dataclass(frozen=True, slots=True)
class Status:
    """A library in numbers. `unpublished` passages are found by exact scan until the next generation; `dead`
    ones still stand in the generation's file and are dropped from every result."""

    folder: Path
    schema: int
    model: ModelIdentity | None
    generation: int
    places: tuple[PlaceStatus, ...]
    articles: int
    versions: int
    passages: int
    attributions: int
    speakers: int
    unpublished: int
    dead: int
    database_bytes: int
    generation_bytes: int
    skipped: tuple[Skipped, ...]
    calibration: Literal["none", "holds", "stale"] = "none"
    """Whether the library has thresholds of its own. Stale ones (another ranker or encoder) are not used."""
    vector_index: Literal["whole", "previous", "none"] = "whole"
    """What questions use: the generation's file, the one before it where that is damaged, or an exact scan."""


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """One indexed article, as a listing shows it."""

    uid: str
    id: str
    title: str
    date: str | None
    source: str
    url: str
    path: str
    place: str
    passages: int


@dataclass(frozen=True, slots=True)
class Outlet:
    """A source in a listing; "" has the articles without one. `first` and `last` are days, if any article has one."""

    source: str
    articles: int
    first: str | None
    last: str | None


Part = Literal["database", "text", "passages", "words", "vectors", "attributions", "speakers", "generation"]
"""What of a library can be damaged. `database` is its structure; only `text` cannot be made anew from the rest."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that does not fit together, in words."""

    part: Part
    words: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check of the whole library found: troubles, and what was looked at."""

    troubles: tuple[Trouble, ...]
    articles: int
    versions: int
    passages: int
    generations: int

    @property
    def problems(self) -> tuple[str, ...]:
        return tuple(trouble.words for trouble in self.troubles)

    @property
    def clean(self) -> bool:
        return not self.troubles


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was made. `size` and `sha256` are the file's; `made_at` is ISO 8601 in UTC."""

    file: str
    made_at: str
    size: int
    articles: int
    generation: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Restored:
    """A library put back. `kept`: where the one that was there before is now."""

    library: str
    made_at: str
    articles: int
    kept: str | None


QuoteState = Literal["identical", "moved", "changed", "gone", "unseen", "unknown"]
"""How a quote stands in its source; docs/cli.md defines each word."""


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """A quote compared with its source. `path`, `start` and `end` say where its words stand now, if they do.

    `current`: whether the library's newest version of the article is the one that is quoted.
    """

    id: str
    state: QuoteState
    article: str | None
    path: str | None
    start: int | None
    end: int | None
    current: bool | None
    why: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a look at a library found, and what to do. `damage`: answers may be missing or refused until then."""

    words: str
    do: str
    damage: bool


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """`repaired`: what was made anew. `beyond_repair`: the truth itself is damaged; only a backup helps."""

    findings: tuple[Finding, ...]
    repaired: tuple[str, ...] = ()
    beyond_repair: bool = False
    last_backup: Backup | None = None

    @property
    def damaged(self) -> bool:
        return any(finding.damage for finding in self.findings)
