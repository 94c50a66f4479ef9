"""Define what the commands of upkeep report: status, checks, damage, backups and verified quotes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    # Numpy, which it imports, takes longer to load than a front end's --help may.
    from embeddings.encoder import ModelIdentity
    from qa.tables.writing.places import Skipped


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was forgotten. `purged`: no copy of the text is left in this library (earlier backups still hold it).

    `removed_copies` are the kept databases of older formats that were deleted with it.
    """

    articles: int
    places: int
    purged: bool
    removed_copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was made. `size` and `sha256` are those of the file; `made_at` is ISO 8601 in UTC."""

    file: str
    made_at: str
    size: int
    articles: int
    generation: int
    sha256: str


@dataclass(frozen=True, slots=True)
class PlaceStatus:
    """A remembered place in numbers. `present`: it is there now; a web address counts as there."""

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
    dated_by_files: bool = False
    """Whether articles without a date have the day on which their file was last changed."""


@dataclass(frozen=True, slots=True)
class CorrectionStatus:
    """Whose words a person said that some are: `speaker`'s, or nobody's where that is None.

    `quote` is the id by which it is taken back. `articles` counts the articles with this text now. `applied` is False
    where the text is in no article now, or no record is found in these words any more.
    """

    quote: str
    speaker: str | None
    words: str
    path: str
    articles: int
    applied: bool


@dataclass(frozen=True, slots=True)
class AliasStatus:
    """Two names that a person said are one speaker's, or two speakers' (`apart`). `applied`: linking heeds it now."""

    first: str
    second: str
    apart: bool
    applied: bool


@dataclass(frozen=True, slots=True)
class Status:
    """A library in numbers.

    `unpublished` passages are found by exact scan until the next generation; `dead` ones are still in the generation's
    file and are dropped from every result.
    """

    folder: Path | str
    """Where the library is; the address of a server without its password."""
    library_format: int
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
    vector_index: Literal["whole", "previous", "none", "exact", "hnsw", "lacking"] = "whole"
    """What questions use: the generation's file, the one before it where that is damaged, or an exact scan; on a server
    an exact scan, the approximate index, or an exact scan because that index is lacking."""
    vector_search: Literal["exact", "lists", "hnsw"] = "exact"
    """Whether a question is compared with every vector, with those in the lists near it, or by a server's index."""
    vector_index_why: str = ""
    """Why vectors are searched so, in words."""
    corrections: tuple[CorrectionStatus, ...] = ()
    aliases: tuple[AliasStatus, ...] = ()
    undated: int = 0
    """How many articles have no date."""
    read_only: bool = False
    """Whether this user may not write to the library's folder, or this role to its tables on a server."""
    sentences_shown: int | None = None
    """How many sentences around its quotes it lets be shown, 0 for none; None for whole articles."""
    data_checksums: bool | None = None
    """Whether its server notices a block that was changed on the disk; None for a folder."""
    waiting: int = 0
    """How many articles wait there for workers."""
    last_backup: Backup | None = None
    """The newest backup that is known here; the file may be gone by now."""
    unfinished_purge: bool = False
    """Whether a purge ended early, so that parts of its texts may be left."""


LibraryPart = Literal[
    "database", "text", "passages", "words", "vectors", "attributions", "speakers", "generation", "by hand"
]
"""The parts of a library that can be damaged. `database` is its structure; `text` and what was said `by hand` cannot be
rebuilt."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Says in words what does not fit together, and in which part."""

    part: LibraryPart
    words: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check of the whole library found: troubles, and how much was checked."""

    troubles: tuple[Trouble, ...]
    articles: int
    versions: int
    passages: int
    generations: int
    unfinished_purge: bool = False
    """Whether a purge ended early: no damage, but parts of its texts may be left."""

    @property
    def problems(self) -> tuple[str, ...]:
        """The words of all troubles."""
        return tuple(trouble.words for trouble in self.troubles)

    @property
    def clean(self) -> bool:
        return not self.troubles


@dataclass(frozen=True, slots=True)
class Restored:
    """A library that was restored. `kept`: where the library that was there before is now."""

    library: str
    made_at: str
    articles: int
    kept: str | None


QuoteState = Literal["identical", "moved", "changed", "gone", "unseen", "unknown"]
"""How a quote stands in its source; docs/cli.md defines each word."""


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """A quote compared with its source. `path`, `start` and `end` say where its words are now, if they are there.

    `current`: whether the quoted version is the library's newest version of the article.
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
    """Something that was found in a library, and what to do. `damage`: until then answers may be missing or refused."""

    words: str
    do: str
    damage: bool


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """All findings. `repaired`: what was rebuilt. `beyond_repair`: stored texts are damaged, so only a backup helps."""

    findings: tuple[Finding, ...]
    repaired: tuple[str, ...] = ()
    beyond_repair: bool = False
    last_backup: Backup | None = None
    vectors_compared: int = 0
    """How many passages were encoded again, and their vectors compared with the stored ones."""
    vectors_stored: int = 0
    """How many passages there are."""

    @property
    def damaged(self) -> bool:
        return any(finding.damage for finding in self.findings)
