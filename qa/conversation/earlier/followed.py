"""Define what a question means in its conversation, and what its answer must leave out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from qa.answers import Understanding
from qa.ranking.context import Context

Understand = Callable[[str], Understanding]
"""A function that understands a question by itself."""


@dataclass(frozen=True, slots=True)
class Followed:
    """What a question means in its conversation.

    `exclude` are ids of quotes that must not come back, `silent` speakers whose words must not. `article`
    is the id of a quote whose article is asked for. `unresolved`: the question lacks something that no turn has.
    """

    understood: Understanding
    exclude: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()
    context: Context | None = None
    article: str | None = None
    unresolved: bool = False
    fragment_alone: bool = False
    """The question cannot be understood: it is a fragment, and there is nothing that it continues."""
    more: bool = False
    """More of the same is asked for."""
    otherwise: Followed | None = None
    """What else it may mean: asked where the first meaning has no answer."""
    doubtful: bool = False
    """It is less likely meant than the reading before it, and asks somebody else: its answer is only a guess."""
    wider: bool = False
    """It asks for any words of who is asked, where the reading before it asks for those on what was talked of."""
    onward: bool = False
    """What follows in the article is asked for, after `article`."""
    shown: frozenset[str] = frozenset()
    """Ids of quotes that were shown before: they give way to new ones, and are not left out."""
    printed: tuple[str, ...] = ()
    """Ids of quotes that were shown, where it is asked when or where they were printed, or whose words they give."""
    voices: tuple[str, ...] = ()
    """Whose words they give, where that is asked."""
    doubted: bool = False
    """It is asked whether what they say is true."""
    beside: tuple[str, ...] = ()
    """Ids of the quotes shown last, whose articles are asked first: the question is about what they tell of."""
    named: tuple[str, ...] = ()
    """Names that the talk has and the question lacks: an article without them tells of something else."""
    words: tuple[str, ...] = ()
    """Words of the last whole question: an article with one that this question lacks may tell of the same thing."""
    near: frozenset[str] | None = None
    """Ids of quotes in whose articles the answer must be, for "the company": empty where none was shown."""
    sides: tuple[Followed, ...] = ()
    """The questions that are answered in its place: who supports it and, beside that, who opposes it."""
    chats: bool = False
    """It asks for nothing: thanks, a remark on oneself."""
    event: str = ""
    """What parts the time that is asked about, "before the vote and after": its day nobody knows."""

    def typed_as(self, question: str) -> Followed:
        """Return the same meaning for a question as it was typed, where it was read in other words."""
        return replace(self, understood=replace(self.understood, question=question))
