"""Define what a question asks for and what an answer shows, as frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from qa.datatypes import Attribution, Span, Version
from qa.quote_ids import quote_id

OfAll = Literal["count", "voices", "most", "first", "latest", "longest", "shortest", "quoted"]
"""What may be asked of all words on something: how many, whose most, and which of them."""


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
    loosely_described: bool = False
    """No article says in full that the speaker is what `described` says: perhaps somebody else is meant."""
    instead_of: tuple[str, ...] = ()
    """Whom else the typed name could mean, where `speaker` is who clearly speaks most, or on what is asked."""
    bearers: tuple[str, ...] = ()
    """Where `described` fits several people, their names in the archive: `speaker` is the phrase then."""
    others: tuple[str, ...] = ()
    """Further speakers, to be set beside `speaker` on the same topic."""
    also: str | None = None
    """The other question of a turn that asks two, in full: it is not answered with this one."""
    over_time: bool = False
    """The question is how what `speaker` says has changed."""
    of_all: OfAll | None = None
    """What is asked of all words on the topic, and not of the best: "how often?", "when first?"."""
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
    SUMMARY = "summary"
    """Sum it up: the program only quotes."""
    NODDED = "nodded"
    """Ok."""
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
    ALL_SHOWN = "all_shown"
    """More was asked for, and nothing more answers."""


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

    def __post_init__(self) -> None:
        if self.version.sentences_shown == 0 and self.context is not None:
            # The library shows quotes only, and the sentence before one is none.
            object.__setattr__(self, "context", None)

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
class FoundArticle:
    """An article that is named because it was asked for; `date` as the article has it."""

    uid: str
    id: str
    title: str
    date: str | None
    source: str
    url: str
    path: str


@dataclass(frozen=True, slots=True)
class Listing:
    """The articles that mention something, quote somebody or are by somebody: how many, and all that were found."""

    counted: str
    """How many there are of what: "3 articles mention the toll", or the whole reply where none is listed."""
    articles: tuple[FoundArticle, ...] = ()
    first: str = ""
    """The first of them in words, and how many more there are."""

    @property
    def in_words(self) -> str:
        return f"{self.counted}: {self.first}." if self.articles else self.counted


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
    """Where speakers are compared, or two questions answered: an answer for each, with its own outcome. `quotes` holds
    all, taking turns."""
    heading: str = ""
    """Of a side: the question that it answers, where it is not one of several speakers'."""
    article: bool = False
    """Whether the article of a quote was asked for: the quote is a part of it, and nobody's words."""
    listing: Listing | None = None
    """Where articles were asked for: which there are. `note` says it in words."""
