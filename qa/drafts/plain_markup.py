"""Leave the marks of Markdown out of a draft's sentences, so that its speakers are read as in any other text.

“**Ada Quill** said” names nobody while the asterisks stand there. What stands in quotation marks is left as it is: its
characters are what is compared.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from qa.datatypes import Span
from qa.drafts.block_quotations import MarkedText
from qa.language.quotations import by_paragraph

# A hyphen that begins a line is the dash of a signature too, so only lines that quote something are items of a list.
_ITEM = re.compile(
    r"^[ \t]*(?:[-*+•][ \t]+(?=[^\n]*[\"“”„‟«»])|\d{1,3}[.)][ \t]+|#{1,6}[ \t]+)", re.MULTILINE
)
EMPHASIS = re.compile(
    r"(?<![\w*\\])\*{1,3}(?=[^\s*])|(?<=[^\s*\\])\*{1,3}(?![\w*])"
    r"|(?<![\w_\\])_{1,3}(?=[^\s_])|(?<=[^\s_\\])_{1,3}(?![\w_])"
)
_LINK = re.compile(r"(?<!!)(\[)[^\[\]\n]{1,200}(\]\([^()\s]{1,500}\))")
ESCAPED = re.compile(r"\\([\\`*_\[\]<>|~&$#+=.()!-])")


def as_shown(words: str) -> str:
    """Return words of a quotation as Markdown shows them: without emphasis, addresses of links and backslashes."""
    return ESCAPED.sub(r"\1", EMPHASIS.sub("", _LINK.sub(lambda link: link[0][1 : -len(link[2])], words)))


def without_markup(marked: MarkedText) -> MarkedText:
    """Return a text without the marks of lists, headings, emphasis and links outside its quotations."""
    cuts = _joined(_marks(marked.text))
    if not cuts:
        return marked
    made: list[int] = []
    came: list[int] = []
    parts: list[str] = []
    length = 0
    at = 0
    for start, end in [*cuts, (len(marked.text), len(marked.text))]:
        for first, last in _runs(marked, at, start):
            made.append(length)
            came.append(marked.origin(first))
            parts.append(marked.text[first:last])
            length += last - first
        at = end
    blocks = tuple((_moved(start, cuts), _moved(end, cuts)) for start, end in marked.blocks)
    return MarkedText("".join(parts), blocks, made or (0,), came or (0,))


def _marks(text: str) -> Iterator[Span]:
    quoted = [(each.start, each.end) for _, found in by_paragraph(text) for each in found]
    starts = [start for start, _ in quoted]
    for pattern in (_ITEM, EMPHASIS, _LINK):
        for match in pattern.finditer(text):
            spans = [match.span(1), match.span(2)] if pattern is _LINK else [match.span()]
            if not any(_within(span, quoted, starts) for span in spans):
                yield from spans


def _within(span: Span, quoted: Sequence[Span], starts: Sequence[int]) -> bool:
    """Return whether a span touches a quotation; they are in order and do not overlap."""
    before = bisect_left(starts, span[1]) - 1
    return before >= 0 and quoted[before][1] > span[0]


def _joined(spans: Iterator[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _runs(marked: MarkedText, start: int, end: int) -> Iterator[Span]:
    """Yield the parts of a span that were each copied from one place of the draft."""
    if start < end:
        yield from pairwise([*marked.copied_from(start, end), end])


def _moved(at: int, cuts: Sequence[Span]) -> int:
    return at - sum(min(end, at) - start for start, end in cuts if start < at)
