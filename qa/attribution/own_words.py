"""Find which parts of a content are the speaker's own words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from qa.attribution.people.transcripts import authors, interviews, speeches
from qa.attribution.rule_names import QUESTION
from qa.datatypes import Span
from qa.language.patterns import regex
from qa.language.quotations import by_paragraph

WHOLE = frozenset(("transcript", "block", "dash", authors.RULE, interviews.RULE, speeches.RULE, QUESTION))
"""Rules whose records hold nothing but the speaker's words: layout shows whose they are, with marks or without."""
_EDGES = ' \t\n\r“”"„«»'

SECOND_HAND = regex(
    r"\b(?:(?!I\b|We\b|You\b|He\b|She\b)[A-Z][\w'’-]+|officials|doctors|police|critics)\s+"
    r"(?:(?:has|had|have|once|also|then)\s+)?"
    r"(?:said|told|says|tells|claimed|wrote|announced|warned|promised|called|denied|denies|insisted|argued|admitted)\b"
    r"(?!\s+(?:for|on|off|to)\b)"
)
"""Within what somebody says: somebody else who speaks."""


class OwnWords:
    """The quotations of a text, found once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._inner = [(q.inner_start, q.inner_end) for _, quotes in by_paragraph(text) for q in quotes]

    def of(self, content: Sequence[Span], rule: str) -> tuple[Span, ...]:
        """Return the speaker's own words in a content, in order; empty for what is retold."""
        if rule in WHOLE:
            return tuple(span for one in content if (span := self._without_edges(one)) is not None)
        found: list[Span] = []
        for start, end in content:
            at = max(0, bisect_right(self._inner, (start, start)) - 1)
            retold = -1
            while at < len(self._inner) and self._inner[at][0] < end:
                a, b = max(start, self._inner[at][0]), min(end, self._inner[at][1])
                if retold < 0 and a < b:
                    # "said Brandt called it “a ruin”": those words are Brandt's.
                    second = SECOND_HAND.search(self._text, start, a)
                    retold = second.start() if second else -1
                span = self._without_edges((a, b)) if a < b and retold < 0 else None
                if span is not None:
                    found.append(span)
                at += 1
        return tuple(found)

    def _without_edges(self, span: Span) -> Span | None:
        start, end = span
        while start < end and self._text[start] in _EDGES:
            start += 1
        while start < end and self._text[end - 1] in _EDGES:
            end -= 1
        # A lone mark between two quotation marks is no word.
        return (start, end) if any(map(str.isalnum, self._text[start:end])) else None
