"""Read an article as Markdown shows it, and know where each of its characters stands.

Who copies from the page of an article that was written “It is [her plan](https://dene.example/plan), and *not* ours”
has “It is her plan, and not ours”: these are its words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.datatypes import Span
from qa.drafts.plain_markup import EMPHASIS, ESCAPED

# What stands in the round brackets has to look like an address: "[we will](not) go" would lose its "not".
_ADDRESS = r"\((?=[^()\s]{0,500}[/#.:@])[^()\s]{1,500}(?:\s{1,3}\"[^\"\n]{0,200}\")?\)"
_LINK = re.compile(rf"(?<!!)(\[)[^\[\]\n]{{1,200}}(\](?:{_ADDRESS}|\[[^\[\]\n]{{0,100}}\]))")
_MARKS = ("*", "_", "](", "][", "\\")


@dataclass(frozen=True, slots=True)
class ShownArticle:
    """A text without marks of Markdown; `came[at]` is where its character `at` stands in the article."""

    text: str
    came: tuple[int, ...]

    def in_article(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """Return where stretches of the shown text stand in the article, with the marks inside them."""
        return tuple((self.came[start], self.came[end - 1] + 1) for start, end in spans)


def shown_article(text: str) -> ShownArticle | None:
    """Return a text as Markdown shows it; None where it has no marks."""
    if not any(mark in text for mark in _MARKS):
        return None
    cuts = {at for match in EMPHASIS.finditer(text) for at in range(*match.span())}
    cuts.update(match.start() for match in ESCAPED.finditer(text))
    cuts.update(at for match in _LINK.finditer(text) for group in (1, 2) for at in range(*match.span(group)))
    if not cuts:
        return None
    came = tuple(at for at in range(len(text)) if at not in cuts)
    return ShownArticle("".join(text[at] for at in came), came)
