"""Define the nouns of the project as frozen data: what a reader yields, the store keeps and an answer shows."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, NewType, TypeAlias

from qa.quote_ids import quote_id

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
"""The name of a version or a passage within one view of an archive: a row number in one engine, a key in another.

It is compared for equality and handed back as it came; never ordered, counted with, stored or shown."""


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
        parts = (self.title, self.date or "", self.source, self.url, self.author, self.text)
        # Lengths in front, so that moving a character from one field to the next changes the hash.
        joined = "".join(f"{len(part)}:{part}" for part in parts)
        return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Version:
    """An article's content at one time, as stored.

    `uid` names the article (ten characters a-z2-7, a hash of place, path and id), `sha256` its content. Both
    stay the same across rebuilds; `key` is its handle in the view it came from and never leaves the program.
    """

    key: VersionHandle
    uid: str
    sha256: str
    article: Article
    current: bool = True


PASSAGE_PIECES = 200
"""The most word pieces (of the encoder) in a passage: enough to be found by, few enough to be about one thing."""
PASSAGE_WORDS = PASSAGE_PIECES * 11 / 20
PASSAGE_CHARACTERS = PASSAGE_PIECES * 9 // 2
"""About how many words and characters passages of English news then have; a test measures it on the seeds."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A contiguous stretch of one article: the unit that is embedded and retrieved.

    `sentences` are the spans of its sentences, in order, offsets into the article's text.
    """

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


@dataclass(frozen=True, slots=True)
class Target:
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
    polarity: Literal["said", "denied", "declined", "not"] = "said"
    second_hand: bool = False
    ambiguous: tuple[str, ...] = ()
    targets: tuple[Target, ...] = ()
    callings: tuple[str, ...] = ()
    """What the article says the speaker is ("coach"), where that tells namesakes of other articles apart."""
    own_words: tuple[Span, ...] = ()
    """Of the content, what is the speaker's own words: what stands in quotation marks, without the marks."""
    speaks_for: str | None = None
    """The body that the speaker speaks for: "Ports Authority" for "Ned Pryce, a spokesman for the Ports Authority"."""
    name_confidence: float = 1.0
    """The estimated probability, 0..1, that `speaker` is the right name, whatever the content is."""
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

    `aliases` are the other names in its attributions ("Rubio", "Senator Rubio").
    `count` is the number of its attributions in current versions.
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

    Bounds are inclusive days on the article's own date; an undated article is outside every dated scope.
    """

    since: date | None = None
    until: date | None = None
    sources: tuple[str, ...] = ()

    @property
    def everything(self) -> bool:
        return self.since is None and self.until is None and not self.sources


class QuestionKind(StrEnum):
    """What a question asks for: somebody's words, a speaker, or a fact."""

    SAID = "said"
    """What did X say (about Y)?"""
    WHO_SAID = "who_said"
    """Who said Y?"""
    CONTENT = "content"
    """Everything else."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a question asks for. None or empty where nothing was understood.

    `speaker` is a name as the archive has it, or as it was typed when the archive does not know it
    (then `speaker_known` is False). `corrections` are (typed, taken for) pairs. `ambiguous` are the people
    that a typed surname could mean: then `speaker` is the surname and somebody must ask back.
    """

    kind: QuestionKind
    question: str
    standalone: str
    speaker: str | None = None
    speaker_known: bool = True
    topic: str | None = None
    addressee: str | None = None
    since: date | None = None
    until: date | None = None
    source: str | None = None
    order: Literal["relevance", "newest", "oldest"] = "relevance"
    cue: str | None = None
    """The lemma of a cue that the question insists on: deny, warn, call, criticize, react ..."""
    ambiguous: tuple[str, ...] = ()
    corrections: tuple[tuple[str, str], ...] = ()
    speaker_is_role: bool = False
    """The speaker is named by a role ("critics", "the judge"), to be looked for in mentions."""
    described: str | None = None
    """The phrase, as typed, that says what the speaker is, for whom articles have a name: "the mayor of Harwick"."""
    instead_of: tuple[str, ...] = ()
    """Whom else the typed name could mean, where `speaker` is who clearly speaks most, or on what is asked."""
    bearers: tuple[str, ...] = ()
    """Where `described` fits several people, their names in the archive: `speaker` is the phrase then."""
    others: tuple[str, ...] = ()
    """Further speakers, to be set beside `speaker` on the same topic."""
    over_time: bool = False
    """The question is how what `speaker` says has changed."""
    carried: tuple[str, ...] = ()
    """What comes from earlier turns and not from the question: speaker, topic, addressee, dates, source, words."""
    unexplained: str | None = None
    """The pronoun ("it") in the place of the topic, where nothing before the question says what it means."""

    @property
    def shown_order(self) -> Literal["relevance", "newest", "oldest"]:
        """The order of the quotes that answer about as well as the best; newest first for all that somebody said."""
        all_of_it = self.kind is QuestionKind.SAID and self.topic is None
        return "newest" if all_of_it and self.order == "relevance" else self.order

    browses: bool = False
    """It is no question: what there is on `topic` is asked for, as by "school meals" and "latest on the ferries"."""
    guessed: bool = False
    """Only the name in front suggests that somebody's words are asked for: "Rubio China"."""


class Outcome(StrEnum):
    """How an answer ended."""

    ANSWERED = "answered"
    UNSURE = "unsure"
    """The first quote may answer: its confidence lies between two thresholds."""
    NEAREST = "nearest"
    NOT_FOUND = "not_found"
    META = "meta"
    """It was no question to the articles: a greeting, or a question about the archive or the program."""


class Meta(StrEnum):
    """What a text is that asks the articles nothing."""

    GREETING = "greeting"
    THANKS = "thanks"
    PROGRAM = "program"
    """What can you do?"""
    ARCHIVE = "archive"
    """What is in here?"""
    ARTICLES = "articles"
    """Which articles do you have about Y?"""


class Nearest(StrEnum):
    """Why an answer is only the nearest that there is."""

    SPEAKER_NOT_ON_THIS = "speaker_not_on_this"
    OTHERS_ON_THIS = "others_on_this"
    OUTSIDE_DATES = "outside_dates"
    OUTSIDE_SOURCES = "outside_sources"
    OUTSIDE_BOTH = "outside_dates_and_sources"
    OTHER_WORDS = "other_words"
    """Something like it is said, but not in the words that were typed in quotation marks."""
    NOBODYS_WORDS = "nobodys_words"
    """The typed words stand in articles, one of each of which is quoted, though no speaker is found for them."""


@dataclass(frozen=True, slots=True)
class Why:
    """What spoke for a quote when it was chosen. Shares and certainties are 0..1, `similarity` is a cosine."""

    words: tuple[str, ...] = ()
    """The words of the question that it has, as they were typed."""
    similarity: float = 0.0
    score: float = 0.0
    by_records: bool = False
    """Not ranking found it: by the records these are the speaker's words, with the topic in them or beside them."""
    own_share: float = 0.0
    """How much of it is the words of the speaker who was asked for, and how certain it is that they are theirs."""
    own_certainty: float = 0.0
    others_share: float = 0.0
    """How much of it is the words of others, where a speaker was asked for."""
    parts: tuple[tuple[str, float], ...] = ()
    """The features that add most to the score, with what they add; most first."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article, character for character: `text` is the slice and cannot drift from its source."""

    version: Version
    start: int
    end: int
    confidence: float
    attribution: Attribution | None = None
    speaker: str | None = None
    also_in: tuple[str, ...] = ()
    """Ids of other articles that hold the same words."""
    also_in_sources: tuple[str, ...] = ()
    """The outlet of each of these, empty where it is not known."""
    context: Span | None = None
    """The sentence before it, as offsets into the article's text, where "he" or "it" in the quote needs it."""
    why: Why | None = None
    """What spoke for it; None for a quote that nothing ranked."""

    @property
    def text(self) -> str:
        return self.version.article.text[self.start : self.end]

    @property
    def voice(self) -> str | None:
        """The speaker, or the body for which a spokesperson without a name speaks."""
        return self.speaker or (self.attribution.speaks_for if self.attribution else None)

    def overlaps(self, other: Quote) -> bool:
        """Return whether two quotes share words of one version of an article."""
        return self.version.key == other.version.key and self.start < other.end and other.start < self.end

    @property
    def own_words(self) -> tuple[Span, ...]:
        """The parts of the quote that are the speaker's own words, as offsets into the article's text."""
        own = self.attribution.own_words if self.attribution else ()
        return tuple(
            (max(start, self.start), min(end, self.end))
            for start, end in own
            if start < self.end and self.start < end
        )

    @property
    def page(self) -> int | None:
        """The page on which it begins, from 1."""
        return self.version.article.page(self.start)

    @property
    def id(self) -> str:
        return quote_id(self.version.uid, self.version.sha256, self.start, self.end)


QUOTE_WORDS = 60
"""The most words of a quote, unless a single sentence has more."""


@dataclass(frozen=True, slots=True)
class CorpusSummary:
    """The size and dates of the articles in which an answer was looked for."""

    articles: int
    passages: int
    first_date: str | None
    last_date: str | None
    generation: int


@dataclass(frozen=True, slots=True)
class Answer:
    """Quotes, best first, and how it ended: `outcome`, not the number of quotes, says whether it answers.

    Where somebody's words are asked for, every quote that answers is that speaker's; there may be one, or none.

    `confidence` is the probability, 0..1, that the first quote answers the question; where the quotes lie outside
    the asked dates or outlets, that anything inside them does.
    """

    question: str
    outcome: Outcome
    confidence: float
    understood: Understanding
    quotes: tuple[Quote, ...]
    corpus: CorpusSummary
    related: tuple[Quote, ...] = ()
    """What is worth showing beside the quotes and answers nothing: where somebody's words are asked for, what stands
    under another's name or is the article's own."""
    nearest: Nearest | None = None
    meta: Meta | None = None
    """What the question was, where it asked the articles nothing."""
    note: str = ""
    choices: tuple[str, ...] = ()
    """Questions to choose from where this one cannot be understood; each can be asked as it stands."""
    voices: tuple[tuple[str, int], ...] = ()
    """Where the question is who spoke: everybody who did, each with the number of their quotes, most first."""
    sides: tuple[Answer, ...] = ()
    """Where speakers are compared: an answer for each, with its own outcome. `quotes` holds all, taking turns."""


def merged(spans: Sequence[Span]) -> list[Span]:
    """Return spans in order, with overlapping and touching ones joined."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result
