"""Hold an answer while it is made: each step reads the draft of the one before and returns its own."""

from __future__ import annotations

from dataclasses import dataclass, replace

from qa.answering.ending.outcome import Conclusion
from qa.answering.spans.candidates import Considered
from qa.answering.spans.quotes import in_order, is_in_order, quotes_of
from qa.answers import Answer, CorpusSummary, Nearest, Outcome, Quote, Understanding
from qa.archive.protocol import View
from qa.speakers.titled_names import are_alike

BEST_IN_ORDER = "Only what answers best is in order of time; what comes after it is of any time."
"""What is said where quotes that answer less well, and are newer, stand last: "newest first" is not true of them."""
NO_ORDER = "None of these articles has a date, so they cannot be put in order of time."

_SURENESS = (Outcome.META, Outcome.NOT_FOUND, Outcome.NEAREST, Outcome.UNSURE, Outcome.ANSWERED)
"""The ways in which an answer ends, from what says least."""


@dataclass(frozen=True, slots=True)
class Draft:
    """How an answer ends so far, and what it shows; `understood` is the question as it was answered."""

    understood: Understanding
    considered: Considered
    outcome: Outcome
    nearest: Nearest | None
    confidence: float
    quotes: tuple[Quote, ...]
    related: tuple[Quote, ...] = ()
    note: str = ""
    voices: tuple[tuple[str, int], ...] = ()
    in_order: bool = False
    """The quotes stand in the order in which they are shown."""
    by_records: bool = False
    """The quotes are what the records have, since ranking found nothing that answers."""

    @classmethod
    def of(cls, view: View, understood: Understanding, considered: Considered, end: Conclusion) -> Draft:
        """Return the draft of what ranking concludes."""
        if end.meant is not None:
            others = tuple(name for name in understood.ambiguous if not are_alike(name, end.meant))
            understood = replace(understood, speaker=end.meant, ambiguous=(), instead_of=others)
        return cls(
            understood=understood,
            considered=considered,
            outcome=end.outcome,
            nearest=end.nearest,
            confidence=end.confidence,
            quotes=tuple(quotes_of(view, considered, end.quotes, end.confidence)),
            related=tuple(quotes_of(view, considered, end.related, 0.0)),
            note=end.note,
        )

    @property
    def denies(self) -> bool:
        return self.outcome in (Outcome.NEAREST, Outcome.NOT_FOUND)

    def surer_than(self, other: Draft) -> bool:
        """Return whether this answers more than another draft, or as much with more confidence."""
        mine, theirs = (_SURENESS.index(each.outcome) for each in (self, other))
        return (mine, self.confidence) > (theirs, other.confidence)

    def in_any_order(self) -> Draft:
        """Return the draft with a note, if an order of time was asked for and none of its quotes has a date."""
        dated = any(quote.version.article.date for quote in self.quotes)
        if dated or not self.quotes or self.understood.order == "relevance":
            return self
        understood = replace(self.understood, order="relevance")
        return replace(self, understood=understood, note=f"{self.note} {NO_ORDER}".strip())

    def as_asked(self, question: str) -> Draft:
        """Return the draft as the answer to a question that was searched in other words."""
        return replace(self, understood=replace(self.understood, question=question))

    def unproved(self) -> Draft:
        """Return the draft as one that is not sure, and claims nothing of the archive.

        Who hears is seldom named in what is said: that no words name the council proves not that it was told nothing.
        """
        if self.outcome is Outcome.ANSWERED:
            return replace(self, outcome=Outcome.UNSURE)
        claims = self.nearest in (Nearest.SPEAKER_NOT_ON_THIS, Nearest.OTHERS_ON_THIS)
        return replace(self, nearest=None) if claims else self

    def answer(self, corpus: CorpusSummary) -> Answer:
        """Return the answer; what is shown as a quote is not shown again as related."""
        quotes = self.quotes if self.in_order else tuple(in_order(list(self.quotes), self.understood))
        mixed = not (self.in_order or self.denies or is_in_order(quotes, self.understood))
        return Answer(
            question=self.understood.question,
            outcome=self.outcome,
            confidence=self.confidence,
            understood=self.understood,
            quotes=quotes,
            corpus=corpus,
            related=tuple(each for each in self.related if not any(each.overlaps(quote) for quote in quotes)),
            nearest=self.nearest,
            note=f"{self.note} {BEST_IN_ORDER}".strip() if mixed else self.note,
            voices=self.voices,
        )
