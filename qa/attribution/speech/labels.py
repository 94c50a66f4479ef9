"""Recognise the label that opens a line of a transcript, and the words that head a section instead."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.datatypes import Span
from qa.language.lexicon.page_words import NO_SPEAKER, SECTIONS
from qa.language.patterns import regex
from qa.language.sentences import Paragraph

NAME = r"(?:(?:[A-Z][\w.'’-]*|de|van|von|al|bin)[ \t]){0,3}[A-Z][\w.'’-]*"
BOLD = r"(?:\*\*|__)?"
ADDED = r"(?:,[ \t][^a-zß-ÿ:\n]{2,100}(?=:))?"
"""What a label in capitals may add at first: "ADA QUILL, HARBOUR MASTER:"."""
LABEL = regex(
    rf"{BOLD}[\"“]?(?P<name>{NAME}){ADDED}[ \t]?(?:\([^)\n]{{1,30}}\))?{BOLD}:{BOLD}(?:\s+(?=\S)|(?=[A-Z“\"]))"
)
CAPITALS = regex(r"[A-Z][A-Z.'’ -]+\Z")
ADDRESSES = regex(r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|us|me)\b|\bI['’]")
"""Words of who speaks, or is spoken to."""


@dataclass(frozen=True, slots=True)
class Label:
    """A paragraph whose speaker its layout shows; `mention` is the name before the colon, if one stands there."""

    mention: Span | None
    content: Span
    rule: str
    question: Span | None = None
    """What it answers, in a transcript or an interview."""


def label_of(text: str, paragraph: Paragraph) -> re.Match[str] | None:
    """Return the label of a paragraph, with its `name`; None where it has none, or one of a section."""
    match = matched(text, paragraph)
    return None if match is None or is_section(match["name"]) else match


def matched(text: str, paragraph: Paragraph) -> re.Match[str] | None:
    return LABEL.match(text, paragraph.start, min(paragraph.end, paragraph.start + 200))


def is_section(name: str) -> bool:
    """Tell whether a label names no speaker: it heads a section, or, as "DEAR ADA:", names who is written to."""
    words = name.lower().split()
    return (
        words[0].strip(".") in NO_SPEAKER or words[-1] in SECTIONS or (words[0] == "dear" and len(words) > 1)
    )
