"""Choose among namesakes: one rule for questions and commands."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from qa.speakers.known import KnownSpeakers

Name = TypeVar("Name", bound=Hashable)

_TIMES = 4
"""How many times as often as all others together somebody must speak to be meant by a name that others have too."""


def far_ahead(counts: Mapping[Name, int]) -> Name | None:
    """Return who speaks far more often than all others together, given how often each does; None where nobody does."""
    if not counts:
        return None
    first = max(counts, key=lambda name: (counts[name], str(name)))
    return first if counts[first] >= _TIMES * (sum(counts.values()) - counts[first]) else None


def dominant(names: Sequence[str], speakers: KnownSpeakers) -> str | None:
    """Return who of several people with one name speaks far more often than the others; None where nobody does."""
    return far_ahead(
        {name: speaker.count for name in names if (speaker := speakers.speaker(name)) is not None}
    )
