"""Find the paragraphs of a text, as spans.

A paragraph is a line that holds more than space or, where lines are broken to a width, the lines that belong together.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from qa.datatypes import Span
from qa.language.patterns import regex

_LEAST_WRAPPED = 2
_WRAPPED_SHARE = 0.4
_WIDEST = 100
_FULL_SHARE = 0.6
_NEARLY_ALL = 0.9
_LEAST_FULL = 3
_NARROWEST = 40
WIDEST_BLOCK = 160
"""The most characters of a line that was broken to a width."""
_LINE = regex("[^\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]+")
_LINE_BREAKS = ("\n", "\r\n", "\r")
_BULLETS = frozenset("-–—*•·‣")
_NOT_SPACE = regex(r"\S+")
_SPACE = regex(r"\s*")
_ENDING = '.!?:;"”’»)。！？｡'
"""What the last line of a paragraph ends with."""


def paragraphs(text: str) -> list[Span]:
    """Return the span of each paragraph without the space around it, in order."""
    lines = _lines(text)
    blocks: list[list[_Line]] = []
    for line in lines:
        if not (line.follows and blocks):
            blocks.append([])
        blocks[-1].append(line)
    if _are_indented(blocks):
        return [(block[0].start, block[-1].end) for block in blocks]
    width = max((line.end - line.start for line in lines), default=0)
    if width <= _WIDEST and _are_wrapped(text, lines, width):
        return _joined(text, lines, width)
    return [span for block in blocks for span in _block(text, block)]


class _Line(NamedTuple):
    """A line without the space around it. `begin` is where it begins with its space."""

    begin: int
    start: int
    end: int
    follows: bool
    """Whether it may go on with the line before: only one line break is between them, and no space begins a paragraph.

    After "- " a line goes on with space before it; "    Ada Quill, who waited" begins a paragraph by its space.
    """
    small: bool
    """Whether it follows and begins with a small letter: then it goes on with what the line before began."""
    item: bool


def _are_wrapped(text: str, lines: Sequence[_Line], width: int) -> bool:
    """Tell whether lines were broken to a width: many begin with a small letter, or nearly all were full."""
    small = sum(line.small for line in lines)
    if small >= max(_LEAST_WRAPPED, _WRAPPED_SHARE * (len(lines) - 1)):
        return True
    # In a text of names and numbers few do. Lines that are paragraphs are of any length, and end with a sentence.
    broken = [(before, line) for before, line in pairwise(lines) if line.follows]
    full = sum(
        _was_full(text, before, line, width) and text[before.end - 1] not in _ENDING
        for before, line in broken
    )
    return width >= _NARROWEST and full >= max(_LEAST_FULL, _FULL_SHARE * len(broken))


def _are_indented(blocks: list[list[_Line]]) -> bool:
    """Tell whether paragraphs begin by the space before their first line, as agencies send them.

    Then what follows without space belongs to it, although "Harwick." begins with a capital, where each line but a
    paragraph's last was nearly full.
    """
    several = [block for block in blocks if len(block) > 1]
    # What a text begins with may have lost its space.
    indented = [block[0].start > block[0].begin for block in blocks[1:]]
    if len(several) < _LEAST_WRAPPED or not indented or not all(indented):
        return False
    if any(line.item or line.start > line.begin for block in several for line in block[1:]):
        return False
    widest = max(line.end - line.begin for block in several for line in block)
    # Where a dateline was taken away, "HARWICK, May 3 - ", the first line is as much shorter.
    inner = [line.end - line.begin for block in several for line in block[:-1] if line is not blocks[0][0]]
    full = sum(width >= _FULL_SHARE * widest for width in inner)
    return _NARROWEST <= widest <= _WIDEST and full >= _NEARLY_ALL * len(inner)


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    for line in _LINE.finditer(text):
        start = _SPACE.match(text, line.start(), line.end()).end()  # type: ignore[union-attr]
        if start == line.end():
            continue
        follows = False
        if lines and text[lines[-1].end : line.start()].lstrip(" \t") in _LINE_BREAKS:
            space, last = start - line.start(), lines[-1]
            same = space == last.start - last.begin and (last.follows or text[start].islower())
            follows = space == 0 or same or last.item
        item = text[start] in _BULLETS
        small = follows and text[start].islower()
        end = start + len(text[start : line.end()].rstrip())
        lines.append(_Line(line.start(), start, end, follows, small, item))
    return lines


def _block(text: str, block: list[_Line]) -> list[Span]:
    """Return the paragraphs of lines that follow each other, in a text that is not broken to a width as a whole."""
    small = sum(line.small for line in block)
    width = max(line.end - line.start for line in block)
    # A list of short words is no text; and a line that was broken was nearly full.
    full = all(before.end - before.start >= width / 2 for before, line in pairwise(block) if line.small)
    goes_on = small >= max(1, _WRAPPED_SHARE * sum(not line.item for line in block[1:]))
    if goes_on and full and _NARROWEST <= width <= WIDEST_BLOCK:
        return _joined(text, block, width)
    return [(line.start, line.end) for line in block]


def _joined(text: str, lines: list[_Line], width: int) -> list[Span]:
    """Join the lines that were broken to a width."""
    joined = [(line.start, line.end) for line in lines[:1]]
    for before, line in pairwise(lines):
        if line.small or _was_full(text, before, line, width):
            joined[-1] = (joined[-1][0], line.end)
        else:
            joined.append((line.start, line.end))
    return joined


def _was_full(text: str, before: _Line, line: _Line, width: int) -> bool:
    """Whether the line before was broken because this line's first word did not fit: then the two belong together."""
    if not line.follows or line.item:
        return False
    word = _NOT_SPACE.match(text, line.start, line.end)
    # The first line of a paragraph is as full with the space that it begins by: "   Mayor Ada" and then "Quill said".
    indent = max(0, before.start - before.begin - (line.start - line.begin))
    return indent + before.end - before.start + 1 + (len(word[0]) if word else 0) > width
