"""Define what a short follow-up asks for: "more", "when?", "and about Taiwan?"."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Literal, NamedTuple

from qa.answers import OfAll


class Act(StrEnum):
    """What a fragment asks for."""

    MORE = "more"
    ARTICLE = "article"
    ORDER = "order"
    DATES = "dates"
    LATER = "later"
    """Asks for what is newer than what was shown."""
    EARLIER = "earlier"
    """Asks for what is older than what was shown."""
    WHO_ELSE = "who else"
    COMPARE = "compare"
    BOTH = "both"
    """Asks for the two who were talked of, side by side."""
    OWNED = "owned"
    """ "And her brother": somebody who is named by whose they are."""
    SOURCE = "source"
    """ "Only in the Chronicle": `text` is the outlet."""
    UNBOUND = "unbound"
    """ "Any year", "in any paper": `text` is which bound is lifted, "dates" or "source"."""
    WHEN = "when"
    """Asks when, where, why or how the words that were shown were said."""
    PRINTED = "printed"
    """Asks when or where the quotes that were shown were printed: `text` is whose they are, if that is said."""
    TOPIC = "topic"
    """ "And about X": X is what it is about."""
    ABOUT = "about"
    """ "What about X", "and X": a speaker or a topic."""


class Fragment(NamedTuple):
    """A fragment: what it asks for, and the name, topic, order, dates, number or question word in it."""

    act: Act
    text: str = ""
    order: Literal["relevance", "newest", "oldest"] = "relevance"
    since: date | None = None
    until: date | None = None
    number: int = 1
    ask: str = "when"
    of_all: OfAll | None = None
    continues: bool = False
    """Its words show that something came before: "and about X", "what about X"."""
    speaks: bool = False
    """Its words show that somebody's words are asked for: "anyone from X?"."""

    @property
    def lacks_all(self) -> bool:
        """Whether nothing of it can be understood without the turns before it."""
        return self.act is not Act.ABOUT and self.act is not Act.TOPIC
