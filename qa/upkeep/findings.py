"""What the commands of upkeep report: status, checks, damage, backups and verified quotes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from qa.embedded.places import Skipped

if TYPE_CHECKING:
    # Numpy behind it takes longer to import than a front end's --help may.
    from embeddings.encoder import ModelIdentity


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


LibraryPart = Literal[
    "database", "text", "passages", "words", "vectors", "attributions", "speakers", "generation"
]
"""What of a library can be damaged. `database` is its structure; only `text` cannot be made anew from the rest."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that does not fit together, in words."""

    part: LibraryPart
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
