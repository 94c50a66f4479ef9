"""Answer who is quoted most in a time or in an outlet, whatever they speak of: "who was quoted most in March?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from qa.answers import Answer, Outcome, Quote
from qa.archive.protocol import View
from qa.archive.speaker_lookup import QUOTED, quote_of
from qa.datatypes import Attribution, Scope, VersionHandle

_SHOWN = 5
_LOOKED_AT = 500
"""How many speakers are looked at: in a large archive thousands may speak a little in any time."""


class _Counted(NamedTuple):
    name: str
    said: Sequence[tuple[VersionHandle, Attribution]]


def most_quoted(view: View, plain: Answer, scope: Scope, *, counts: bool = False) -> Answer | None:
    """Return who is quoted most within a scope, each with one quote; None where that cannot be told.

    Args:
        plain: The answer to the question for whoever was quoted then.
        counts: Whether it is asked how many are: of the first of a large archive, at least.
    """
    found = _counted(view, scope)
    if not found:
        return None
    in_all = f"{_number(view, scope)} quoted. " if counts else ""
    voices = tuple((each.name, len(each.said)) for each in found)
    top = [name for name, count in voices if count == voices[0][1]]
    rest = ", ".join(f"{name} ({count:,})" for name, count in voices[len(top) :])
    quotes = "1 quote" if voices[0][1] == 1 else f"{voices[0][1]:,} quotes"
    note = f"{in_all}Most often quoted: {' and '.join(top)}, {quotes}{' each' if len(top) > 1 else ''}"
    return replace(
        plain,
        outcome=Outcome.ANSWERED,
        nearest=None,
        confidence=1.0,
        quotes=tuple(_best(view, each) for each in found),
        related=(),
        voices=voices,
        note=f"{note}; then {rest}." if rest else f"{note}.",
    )


def _number(view: View, scope: Scope) -> str:
    """Write of how many speakers something is certainly theirs within a scope: "3 people and bodies are"."""
    speakers = view.speakers()
    number = sum(
        any(is_said_for_certain(record) for _, record in view.attributed_to(each.name, scope))
        for each in islice(speakers, _LOOKED_AT)
    )
    many = "1 person or body is" if number == 1 else f"{number:,} people and bodies are"
    return f"At least {many}" if len(speakers) > _LOOKED_AT else many


def _counted(view: View, scope: Scope) -> list[_Counted]:
    """Return the speakers with most that is certainly theirs within a scope, most first; none where too many may be it.

    Those who are quoted most in all come first, and nobody is quoted more within the scope: so few need be looked at.
    """
    found: list[_Counted] = []
    for at, speaker in enumerate(view.speakers()):
        if len(found) == _SHOWN and speaker.count <= len(found[-1].said):
            return found
        if at == _LOOKED_AT:
            return []
        said = [
            (key, record)
            for key, record in view.attributed_to(speaker.name, scope)
            if is_said_for_certain(record)
        ]
        if said:
            found = sorted(
                (*found, _Counted(speaker.name, said)), key=lambda each: (-len(each.said), each.name)
            )[:_SHOWN]
    return found


def is_said_for_certain(record: Attribution) -> bool:
    """Return whether it is certain that somebody said something: who "declined to speak of the ferry" did not."""
    return record.certain and record.polarity in ("said", "denied")


def _best(view: View, counted: _Counted) -> Quote:
    key, record = max(counted.said, key=lambda each: (each[1].kind in QUOTED, each[1].confidence))
    return quote_of(view.versions([key])[key], record, counted.name)
