"""Find answers that have no label, where the questions have one: "Gazette: Will it hold?", and then "It will."."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from qa.attribution.rule_names import INTERVIEW, TRANSCRIPT
from qa.attribution.speech.without_verbs.labels import Label
from qa.attribution.speech.without_verbs.short_labels import full_labels
from qa.datatypes import Span
from qa.language.sentences import Paragraph

_LEAST_ASKED = 4
_SHARE_UNLABELLED = 0.6
"""Of the labelled questions, how many no label follows if answers have none; elsewhere few go on in a new paragraph."""
_LEAST_LINES = 3
"""Lines of somebody who asks; the guest's name stands before the first answer or two."""
_LONGEST_LEAD = 2
"""Paragraphs after a label's own in which its question may still come."""


class Guest(NamedTuple):
    """Who answers without a label: whose label stands elsewhere, if one does, and which lines ask."""

    mention: Span | None
    asking: frozenset[int]

    def answered(
        self, text: str, paragraphs: Sequence[Paragraph], number: int, rest: Sequence[int]
    ) -> list[int]:
        """Return which of the paragraphs after a line are the guest's.

        A line that does not ask may do so a paragraph or two later: "NP: You have a boat.", "Will you sell it?".
        """
        if number not in self.asking:
            return []
        if _asks(text, paragraphs[number]):
            return list(rest)
        lead = next((i + 1 for i, n in enumerate(rest[:_LONGEST_LEAD]) if _asks(text, paragraphs[n])), 0)
        return list(rest[lead:])

    def says(self, content: Span, question: Span | None) -> Label:
        """Return an answer of the guest's."""
        return Label(self.mention, content, INTERVIEW if self.mention is None else TRANSCRIPT, question)


def guest(
    text: str, paragraphs: Sequence[Paragraph], labelled: Mapping[int, Label], lines: Sequence[int]
) -> Guest | None:
    """Return who answers without a label in a talk whose questions have one; None where answers have labels."""
    asked = [n for n in lines if _asks(text, paragraphs[n])]
    open_ended = sum(n + 1 not in labelled for n in asked)
    if len(asked) < _LEAST_ASKED or open_ended < _SHARE_UNLABELLED * len(asked):
        return None
    written = {n: text[slice(*mention)] for n in lines if (mention := labelled[n].mention) is not None}
    full = full_labels(written.values())
    whose = {n: full.get(name, name) for n, name in written.items()}
    times = Counter(whose.values())
    asking = {name for name, count in times.items() if count >= _LEAST_LINES}
    others = times.keys() - asking
    mention = next((labelled[n].mention for n in written if whose[n] in others), None)
    return Guest(mention if len(others) == 1 else None, frozenset(n for n in written if whose[n] in asking))


def _asks(text: str, paragraph: Paragraph) -> bool:
    return text[paragraph.start : paragraph.end].rstrip('*_ ”"').endswith("?")
