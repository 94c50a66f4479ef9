"""What a question turned out to mean in its conversation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qa.datatypes import Understanding
from qa.ranking.context import Context

Understand = Callable[[str], Understanding]
"""Understands a question alone."""


@dataclass(frozen=True, slots=True)
class Followed:
    """A question in its conversation.

    `exclude` are ids of quotes that must not come back, `silent` speakers whose words must not. `article`
    is the id of a quote whose article is asked for. `unresolved`: it lacks something that no turn has.
    """

    understood: Understanding
    exclude: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()
    context: Context | None = None
    article: str | None = None
    unresolved: bool = False
    fragment_alone: bool = False
    """Nothing of it can be understood: a fragment without anything that it continues."""
