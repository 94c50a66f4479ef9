"""Choose which quotes of an answer a person is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.answers import Answer, Outcome, Quote

if TYPE_CHECKING:
    from qa.answering.comparison import Timeline


def shown_quotes(answer: Answer, count: int, *, why: bool = False) -> list[Quote]:
    """Return the quotes that a person is shown, in their order.

    Under "not found" it is one, because several would look like an answer. Of each of several compared speakers
    it is `count`.
    """
    if answer.sides:
        return [quote for side in answer.sides for quote in side_quotes(side, count)]
    return list(answer.quotes[: 1 if answer.outcome is Outcome.NOT_FOUND and not why else count])


def side_quotes(side: Answer, count: int) -> Sequence[Quote]:
    """Return the quotes that are shown of one of several compared speakers."""
    return side.quotes[:count] if side.outcome in (Outcome.ANSWERED, Outcome.UNSURE) else ()


def marked_quotes(found: Timeline) -> Iterator[tuple[str, Quote]]:
    """Yield the quotes of a timeline, those without a date last, each with its mark: "first", "latest" or ""."""
    for quote in found.quotes:
        first = "first" if found.first is quote else ""
        yield ("latest" if found.latest is quote else first), quote
    for quote in found.undated:
        yield "", quote
