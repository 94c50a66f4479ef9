"""Choose among namesakes: one rule for questions and commands."""

from __future__ import annotations

from collections.abc import Sequence

from qa.speakers.known import KnownSpeakers

_TIMES = 4
"""How many times as often as all others together somebody must speak to be meant by a name that others have too."""


def dominant(names: Sequence[str], speakers: KnownSpeakers) -> str | None:
    """Return who of several people with one name speaks far more often than the others; None where nobody does."""
    counts = {name: speaker.count for name in names if (speaker := speakers.speaker(name)) is not None}
    if not counts:
        return None
    first = max(counts, key=lambda name: (counts[name], name))
    return first if counts[first] >= _TIMES * (sum(counts.values()) - counts[first]) else None
