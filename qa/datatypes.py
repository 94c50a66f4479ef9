"""Define what a reader yields and the store keeps, as frozen data: articles, passages, attributions, speakers."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, NamedTuple, NewType, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Day = date
"""`date` itself, for classes where a field of that name would hide it."""

Span = tuple[int, int]
"""Character offsets (Unicode code points) into `Article.text`, end exclusive."""

Vectors: TypeAlias = "NDArray[np.float32]"
"""Only a name, so that a module that needs no vectors need not load numpy."""

VersionHandle = NewType("VersionHandle", object)
PassageHandle = NewType("PassageHandle", object)
"""The name of a version or passage in one view of an archive, a row number in one engine, a key in another: it is
compared for equality and handed back as it came; never ordered, counted with, stored or shown."""


@dataclass(frozen=True, slots=True)
class Article:
    """One news story, as it came in. `text` is kept exactly as decoded; every offset points into it.

    `id` is the one given in the file (JSON lines), else the path relative to the remembered place.
    `date` is ISO 8601, a day or a moment, or None when unknown; a file's time only where a person asked for it.
    """

    id: str
    text: str
    title: str = ""
    date: str | None = None
    source: str = ""
    url: str = ""
    author: str = ""
    path: str = ""
    reader: str = ""
    pages: tuple[int, ...] = ()
    """Where each page begins, ascending offsets into `text`; empty for what has no pages."""

    @property
    def day(self) -> Day | None:
        return Day.fromisoformat(self.date[:10]) if self.date else None

    def page(self, offset: int) -> int | None:
        """Return the number of the page, from 1, that holds a character; None for what has no pages."""
        return bisect_right(self.pages, offset) or None

    def sha256(self) -> str:
        """Return the content hash of everything that was read: a version's identity."""
        found = hashlib.sha256()
        # Lengths in front, so that no character can move to the next field; not joined first, as a text may have 50 MB.
        for part in (self.title, self.date or "", self.source, self.url, self.author, self.text):
            found.update(f"{len(part)}:".encode("ascii"))
            found.update(part.encode("utf-8", "surrogatepass"))
        return found.hexdigest()


@dataclass(frozen=True, slots=True)
class Version:
    """An article's content at one time, as stored.

    `uid` (ten characters a-z2-7, a hash of place, path and id) and `sha256` of its content outlive rebuilds; `key` is
    its handle in one view. The library lets `sentences_shown` be shown around its quotes; with None, all of it.
    """

    key: VersionHandle
    uid: str
    sha256: str
    article: Article
    current: bool = True
    sentences_shown: int | None = None


PASSAGE_PIECES = 200
"""The most word pieces (of the encoder) in a passage: enough to be found by, few enough to be about one thing."""
PASSAGE_WORDS = PASSAGE_PIECES * 11 / 20
PASSAGE_CHARACTERS = PASSAGE_PIECES * 9 // 2
"""About how many words and characters passages of English news then have; a test measures it on the seeds."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A contiguous stretch of one article, embedded and retrieved; `sentences` are spans of its text, in order."""

    start: int
    end: int
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage with its vectors, as the store returns it for ranking.

    `vector` has shape (dim,), `sentence_vectors` shape (len(sentences), dim); all rows have length 1.
    """

    id: PassageHandle
    version_key: VersionHandle
    passage: Passage
    vector: Vectors
    sentence_vectors: Vectors


class AttributionKind(StrEnum):
    """How an article reports somebody's words: quoted, retold, declined or denied."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    ACCORDING = "according-to"
    DECLINED = "declined"
    DENIED = "denied"


Polarity = Literal["said", "denied", "declined", "not"]
"""Whether somebody said the content, denied it, declined to say so, or did not say it."""


class Target(NamedTuple):
    """A name that the content is about, and where it occurs."""

    name: str
    where: Literal["content", "paragraph", "previous", "title"]


CERTAIN_NAME = 0.87
"""Below this probability that it is the right one, a speaker's name is shown as "probably X".

Chosen on the news that `qa.attribution.name_confidence` is fitted to, each article held out: 0.82 of the names reach
it, 0.03 of them wrong; of the others 0.37 are wrong.
"""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who (mention) said (cue) what (content), as offsets into one article's text.

    `speaker` is a resolved name ("Marco Rubio") or None; "he" and "the senator" stay in `mention`.
    `confidence` is the estimated probability, 0..1, that content and speaker are both right.
    `ambiguous` lists the names between which nothing in the article decides.
    `second_hand`: the content itself reports what somebody else said.
    """

    content: tuple[Span, ...]
    mention: Span | None
    cue: Span | None
    speaker: str | None
    kind: AttributionKind
    rule: str
    confidence: float
    polarity: Polarity = "said"
    second_hand: bool = False
    ambiguous: tuple[str, ...] = ()
    targets: tuple[Target, ...] = ()
    callings: tuple[str, ...] = ()
    """What the article says the speaker is, or was ("former coach"), where that tells namesakes apart."""
    own_words: tuple[Span, ...] = ()
    """Of the content, what is the speaker's own words: what stands in quotation marks, without the marks."""
    speaks_for: str | None = None
    """The body that the speaker speaks for: "Ports Authority" for "Ned Pryce, a spokesman for the Ports Authority"."""
    name_confidence: float = 1.0
    """The estimated probability, 0..1, that `speaker` is the right name, whatever the content is."""
    together_with: tuple[str, ...] = ()
    """Who else says it, each with a record of these words: "Tom Brandt" for "Ada Quill and Tom Brandt said"."""
    extracted: Attribution | None = field(default=None, repr=False)
    """The record as the extractor made it, where a person corrected whose words these are."""

    @property
    def start(self) -> int:
        return self.content[0][0]

    @property
    def end(self) -> int:
        return self.content[-1][1]

    @property
    def corrected(self) -> bool:
        """Whether a person said whose words these are."""
        return self.extracted is not None

    @property
    def certain(self) -> bool:
        """Whether the speaker's name is as certain as a name must be to be shown without "probably"."""
        return self.name_confidence >= CERTAIN_NAME


class DescriptionKind(StrEnum):
    """What an article says of somebody or of a body."""

    ROLE = "role"
    """An office or a job, perhaps of a body or a place: "mayor of Harwick", "the striker"."""
    RELATION = "relation"
    """What somebody is to a person: "her brother", "his lawyer"."""
    SPEAKS_FOR = "speaks_for"
    """A spokesperson of a body or a person."""
    ALSO_CALLED = "also_called"
    """A short name of a body: "the National Federation of Bakers (NFB)"."""


@dataclass(frozen=True, slots=True)
class Description:
    """What an article says somebody is, at one place: `who` is `what` of `of`.

    "Una Strand, the mayor of Harwick": who "Una Strand", what "mayor", of "Harwick". "his lawyer said" after words
    about Tony Quill: who None, what "lawyer", of "Tony Quill". "the National Federation of Bakers (NFB)": who
    "National Federation of Bakers", what "NFB", of None. `who` and `of` are names as the article's records have them.
    `start` and `end` are offsets into the article's text: of the words that say so, with the name beside them.
    """

    kind: DescriptionKind
    start: int
    end: int
    who: str | None
    what: str
    """In small letters and the singular, with what sets it apart: "prime minister", "shadow foreign secretary"."""
    of: str | None = None
    former: bool = False


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the rules find in one article: the attributions and the descriptions, each in the order of the text."""

    attributions: tuple[Attribution, ...] = ()
    descriptions: tuple[Description, ...] = ()


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who is described in some articles of an archive as `what` of `of`, as `Description` has it.

    `who` is the name in these articles, `speaker` the archive's name of the same person, None where they say nothing.
    `articles` is how many articles say so, `first` and `last` are the days of the first and the last dated one.
    """

    kind: DescriptionKind
    what: str
    of: str | None
    former: bool
    who: str
    speaker: str | None
    articles: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person or group that speaks in the archive.

    `aliases` are the other names in its attributions ("Rubio"), `count` is how many of these current versions have.
    """

    name: str
    kind: Literal["person", "group"]
    aliases: tuple[str, ...]
    count: int
    apart: bool = field(default=False, repr=False)
    """Whether a person said that one of its names and another one are two speakers'."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Which articles may answer, by day and by outlet.

    Bounds are inclusive days on the article's own date; an undated article is outside every dated scope. `articles` are
    uids: where there are any, only these articles may answer.
    """

    since: date | None = None
    until: date | None = None
    sources: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()

    @property
    def everything(self) -> bool:
        return self.since is None and self.until is None and not self.sources and not self.articles


def merged(spans: Sequence[Span]) -> list[Span]:
    """Return spans in order, with overlapping and touching ones joined."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result
