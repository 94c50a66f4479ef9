"""Speech that layout alone attributes: transcripts, headlines, dashes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.attribution.tokens import Kind, Token
from qa.datatypes import Span
from qa.sentences import Paragraph

_NAME = r"(?:(?:[A-Z][\w.'’-]*|de|van|von|al|bin)[ \t]){0,3}[A-Z][\w.'’-]+"
_LABEL = re.compile(rf"(?P<name>{_NAME})[ \t]?(?:\([^)\n]{{1,30}}\))?:[ \t]+(?=\S)")
_CAPITALS = re.compile(r"[A-Z][A-Z.'’ -]+\Z")
_NO_SPEAKER = frozenset(
    """
    photo image photos video read watch related update updated correction source sources note editor
    editors breaking opinion analysis exclusive report live poll here watch listen more also see warning q
    a subject from to re date time location when where what who why how hint bonus ps caption credit
    credits story media contact
    """.split()
)


@dataclass(frozen=True, slots=True)
class Label:
    """A paragraph that begins with a speaker's name and a colon."""

    mention: Span
    content: Span
    rule: str


def labels(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, Label]:
    """Return the paragraphs that are labelled with their speaker, by number.

    A name and a colon is common enough ("Result: ...") that one alone counts only as a headline, or in capitals.
    """
    candidates: dict[int, re.Match[str]] = {}
    seen: dict[str, int] = {}
    for number, paragraph in enumerate(paragraphs):
        match = _LABEL.match(text, paragraph.start, min(paragraph.end, paragraph.start + 120))
        if match is None or match["name"].split()[0].strip(".").lower() in _NO_SPEAKER:
            continue
        candidates[number] = match
        name = match["name"].split()[-1].lower()
        seen[name] = seen.get(name, 0) + 1
    found: dict[int, Label] = {}
    for number, match in candidates.items():
        paragraph = paragraphs[number]
        name = match["name"]
        often = seen[name.split()[-1].lower()] > 1
        rule = ""
        if (_CAPITALS.match(name) and len(name) > 3 and (often or len(candidates) > 2)) or (
            often and number > 0 and len(seen) > 1
        ):
            rule = "transcript"
        elif number == 0 and len(paragraph.sentences) == 1:
            rule = "headline"
        if rule:
            found[number] = Label(match.span("name"), (match.end(), paragraph.end), rule)
    return found


def dash_signature(tokens: Sequence[Token]) -> tuple[int, int] | None:
    """Return the name in `"Never again." — Ada Quill` when the sentence is only that name."""
    i = 0
    while (
        i < len(tokens) and tokens[i].kind is Kind.MARK and tokens[i].low in ("—", "–", "--", "-", "―", "~")
    ):
        i += 1
    if i == 0 or i >= len(tokens) or tokens[i].kind is not Kind.NAME:
        return None
    end = i
    while end < len(tokens) and tokens[end].kind is Kind.NAME:
        end += 1
    # A name, and perhaps a description behind a comma or a bracket, but no sentence.
    rest = tokens[end:]
    if end - i > 5 or (rest and rest[0].low not in (",", "(", "@", ".")) or len(rest) > 14:
        return None
    return (i, end)
