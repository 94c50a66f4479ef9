"""Choose among namesakes: one rule for questions and commands."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from qa.speakers.known import KnownSpeakers
from qa.speakers.names import parse_person

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
    """Return who of several people with one name speaks far more often than the others; None where nobody does.

    Two names that may well be one person's, "Joe Vane" and "Joseph R. Vane Jr.", count together, as the more frequent.
    """
    counts = {name: speaker.count for name in names if (speaker := speakers.speaker(name)) is not None}
    together: dict[str, int] = {}
    for name in sorted(counts, key=lambda name: (-counts[name], name)):
        first = next((other for other in together if _may_be_one(name, other)), name)
        together[first] = together.get(first, 0) + counts[name]
    return far_ahead(together)


def _may_be_one(name: str, other: str) -> bool:
    one, two = (replace(parse_person(each), suffix="") for each in (name, other))
    # "Ivo Vane" and "Ivo Vane Jr." are rather father and son.
    return one != two and bool(one.given and two.given) and (one.is_form_of(two) or two.is_form_of(one))
