"""Hold one attribution within a sentence, in token indices."""

from __future__ import annotations

from dataclasses import dataclass

from qa.attribution.speech.contents.extents import Range
from qa.datatypes import Polarity


@dataclass(slots=True)
class Found:
    """One attribution within a sentence, in token indices; `parts` are the pieces of its content."""

    parts: list[Range]
    mention: Range | None
    cue: Range
    rule: str
    lemma: str
    polarity: Polarity = "said"
    open_end: bool = False
    """The sentence ends with a colon: what was said follows in the next paragraph."""
