"""Find what an interviewer without a label says between the lines of those who answer, who have labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from qa.attribution.rule_names import TRANSCRIPT
from qa.attribution.speech.without_verbs.labels import Label, begins_anew
from qa.datatypes import Span
from qa.language.sentences import Paragraph

_SHARE_ASKED = 0.25
"""Of the lines of a talk, how many follow a question without a label if the interviewer has none."""


def asks_without_label(
    text: str, paragraphs: Sequence[Paragraph], labelled: Mapping[int, Label], lines: Sequence[int]
) -> bool:
    """Tell whether an interviewer without a label asks between the lines of those who answer, who hardly ask."""
    answers = [n for n in lines if n and n - 1 not in labelled and _is_question(text, paragraphs[n - 1])]
    asking = sum(_is_question(text, paragraphs[n]) for n in lines)
    return len(answers) > max(1, 2 * asking) and len(answers) >= _SHARE_ASKED * len(lines)


def until_asked(text: str, paragraphs: Sequence[Paragraph], rest: Sequence[int], *, asked: bool) -> list[int]:
    """Return which of the paragraphs after a line go on with it where the interviewer has no label.

    Those before the next question do. Where none comes, what stands right before another's line may be the
    interviewer's as well: "You are good friends."

    Args:
        asked: A question came after these paragraphs.
    """
    own = list(takewhile(lambda n: not _is_question(text, paragraphs[n]), rest))
    return own if asked or len(own) < len(rest) else own[:-1]


def is_again(text: str, label: Label, following: Label | None) -> bool:
    """Tell whether two lines of a transcript have the same label."""
    if following is None or label.mention is None or following.mention is None or label.rule != TRANSCRIPT:
        return False
    return text[slice(*label.mention)] == text[slice(*following.mention)]


def asked_between(
    text: str, paragraphs: Sequence[Paragraph], rest: Sequence[int], *, again: bool
) -> Span | None:
    """Return the question without a label right before a line: nobody who speaks again answers himself.

    Args:
        again: The next line is the same speaker's, or the interviewer has no label.
    """
    asked = again and bool(rest) and _is_question(text, paragraphs[rest[-1]])
    return (paragraphs[rest[-1]].start, paragraphs[rest[-1]].end) if asked else None


def _is_question(text: str, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph asks, and no mark says that somebody begins with it: ">> Will it hold?"."""
    return not begins_anew(text, paragraph) and text[paragraph.start : paragraph.end].rstrip("*_ ").endswith(
        "?"
    )
