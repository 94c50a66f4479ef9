"""Define what the tool returns that says what is in the archive."""

from __future__ import annotations

from bots.agents.records import Record


class Counted(Record):
    """A name or a topic, and in how many articles or quotes it is."""

    name: str
    count: int
    more: str | None


class Overview(Record):
    """What is in the archive."""

    says: str
    periods: tuple[Counted, ...]
    undated: str
    """How many articles have no date: no question about a time finds them."""
    outlets: tuple[Counted, ...]
    speakers: int
    people: tuple[Counted, ...]
    bodies: tuple[Counted, ...]
    topics: tuple[Counted, ...]
    questions: tuple[str, ...]
    """Questions that this archive answers."""
