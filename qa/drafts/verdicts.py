"""Define what checking a draft finds, as frozen data: a quotation, its verdict, and the place that proves it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from qa.answers import Quote
from qa.datatypes import Attribution, AttributionKind, Span

CREDITED = "credit"
"""The rule of a record that stands for a credit beside a quotation, and for no sentence."""


class Verdict(StrEnum):
    """What was found out about a quotation. Of several, the worst is the verdict; the order here is no order."""

    VERBATIM = "verbatim"
    """Its characters stand in an article."""
    MARKED_CHANGES = "marked_changes"
    """Its parts between ellipses and brackets do, in order and near each other."""
    TYPOGRAPHY_ONLY = "typography_only"
    """They do but for quotation marks, dashes, spaces, hyphens and a capital at the beginning."""
    ALTERED = "altered"
    """The article has other words, or other marks."""
    OTHER_SPEAKER = "other_speaker"
    SPEAKER_UNCLEAR = "speaker_unclear"
    REPORTED_NOT_QUOTED = "reported_not_quoted"
    """The article has these words, but not in quotation marks, or not all of them."""
    SOURCE_DIFFERS = "source_differs"
    """The draft names another outlet or day."""
    SUPERSEDED = "superseded"
    """Only an older version of the article has it."""
    CUT_BEFORE_CONTRAST = "cut_before_contrast"
    """What is left out right after it, or right before it, turns it: "but", "not", "if", "unless"."""
    NOT_HERE = "not_here"
    """No article has it. That says nothing about the world."""
    TOO_SHORT = "too_short"
    """Fewer than four words: nothing can be told from them."""
    REPORTED = "reported"
    """Of a statement without quotation marks: an article reports that speaker with these words."""
    NOT_COMPARED = "not_compared"
    """Of a statement without quotation marks: no words prove or disprove it, as of any paraphrase."""


PASSING = frozenset(
    (
        Verdict.VERBATIM,
        Verdict.MARKED_CHANGES,
        Verdict.TYPOGRAPHY_ONLY,
        Verdict.TOO_SHORT,
        Verdict.REPORTED,
        Verdict.NOT_COMPARED,
    )
)
"""The verdicts with which a draft may go out as it is."""
WORST_FIRST = (
    Verdict.ALTERED,
    Verdict.OTHER_SPEAKER,
    Verdict.SUPERSEDED,
    Verdict.REPORTED_NOT_QUOTED,
    Verdict.CUT_BEFORE_CONTRAST,
    Verdict.SOURCE_DIFFERS,
    Verdict.SPEAKER_UNCLEAR,
)
"""What can be wrong with words that were found; of several, the first is the verdict."""


@dataclass(frozen=True, slots=True)
class DraftQuotation:
    """Words that a draft gives to others, with what it says about them.

    In quotation marks, as a block, or, as a statement, without marks. `start` and `end` are offsets into the draft's
    text, without the marks; `line` and `column` are those of the opening mark or the first word, from 1.
    """

    draft: str
    text: str
    start: int
    end: int
    line: int
    column: int
    speaker: str | None = None
    """Whose words they are by the draft: a name, or the words that stand for one ("the mayor")."""
    record: Attribution | None = None
    """What the extractor found; its offsets are those of the text in which block quotations have marks."""
    kind: Literal["quotation", "block", "statement"] = "quotation"
    mention: str = ""
    """The words of the draft that name the speaker."""
    before: str = ""
    """The end of the draft's sentence before it."""
    goes_on: str = ""
    """The beginning of the next quotation, where that is in the same paragraph."""
    outlets: tuple[str, ...] = ()
    """The outlets that the draft names as the source."""
    days: tuple[str, ...] = ()
    """The days that the draft names beside it, ISO 8601."""
    speakers_read: bool = True
    """Whether the draft's speakers could be read; a book of a draft takes too long."""

    @property
    def is_told(self) -> bool:
        """Whether the draft says itself that the words are the article's: "Una Hale (reported)"."""
        return (
            self.record is not None
            and self.record.rule == CREDITED
            and self.record.kind is not AttributionKind.DIRECT
        )


@dataclass(frozen=True, slots=True)
class WordChange:
    """A difference between a quotation and the article: what the draft has, and what the article has instead."""

    kind: Literal["number", "negation", "word", "mark", "capital"]
    draft: str
    article: str


@dataclass(frozen=True, slots=True)
class ProvedPlace:
    """Where an article has the words of a quotation, or nearly: `quote` from the first to the last of them.

    `parts` are the slices that are proof, several where the draft marks that it leaves out or puts in words. `around`
    is the span of the quote with two sentences on either side, or what of it the archive lets be shown; `withheld` says
    how much that is, where it is less.
    """

    quote: Quote
    parts: tuple[Quote, ...]
    around: Span
    withheld: str = ""


@dataclass(frozen=True, slots=True)
class CheckedQuotation:
    """A quotation of a draft and what was found out about it.

    `also` is what else is wrong with it; `place` where the archive has it, None where it has not. `nearest` is what is
    most like it, and set only where there is no place. `others` are the same words in other articles.
    """

    quotation: DraftQuotation
    verdict: Verdict
    also: tuple[Verdict, ...] = ()
    note: str = ""
    place: ProvedPlace | None = None
    others: tuple[Quote, ...] = ()
    changes: tuple[WordChange, ...] = ()
    nearest: ProvedPlace | None = None

    @property
    def passes(self) -> bool:
        return self.verdict in PASSING

    @property
    def receipts(self) -> tuple[str, ...]:
        """The ids of the slices that hold the quotation's words, for `qa verify`; none where words were altered."""
        if self.place is None or Verdict.ALTERED in (self.verdict, *self.also):
            return ()
        return tuple(part.id for part in self.place.parts)
