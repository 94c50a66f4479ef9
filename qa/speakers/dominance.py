"""Choose among namesakes: one rule for questions and commands."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from qa.language.lexicon.titles import COURTESY, FEMALE_TITLES, KIND_OF, MALE_TITLES
from qa.speakers.callings import titles_in
from qa.speakers.known import KnownSpeakers
from qa.speakers.names import parse_person

Name = TypeVar("Name", bound=Hashable)

_NAMES_TOO = frozenset(("peer", "knight", "royal"))
"""The kinds of titles that belong to a name."""
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


def are_alike(name: str | None, other: str | None) -> bool:
    """Return whether two names are one, but for an office in place of a first name: "President Vane", "Una Vane".

    Nothing says that they are two people's, unlike "Lord Vane" and "Mrs Vane".
    """
    if name is None or other is None or name == other:
        return name == other
    full, titled = sorted((name, other), key=lambda each: not parse_person(each).given)
    one, two = parse_person(full), parse_person(titled)
    titles = titles_in(titled)
    named_alike = one.surname == two.surname and bool(one.given) and not two.given
    return named_alike and bool(titles) and all(_is_office(title) for title in titles)


def _is_office(title: str) -> bool:
    return title not in COURTESY | MALE_TITLES | FEMALE_TITLES and KIND_OF.get(title) not in _NAMES_TOO


def _may_be_one(name: str, other: str) -> bool:
    one, two = (replace(parse_person(each), suffix="") for each in (name, other))
    # "Ivo Vane" and "Ivo Vane Jr." are rather father and son.
    return one != two and bool(one.given and two.given) and (one.is_form_of(two) or two.is_form_of(one))
