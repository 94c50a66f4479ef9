"""Find the lines that a span of a text stands in, with all that belong to them where lines are broken to a width.

Most articles have a line for each paragraph. Mail, agency copy and plain text files break their lines at 60 to 80
letters: there a sentence goes on in the next one.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from qa.datatypes import Span
from qa.language.paragraphs import WIDEST_BLOCK, paragraphs
from qa.language.patterns import regex

_BREAK = regex(r"\S[^\S\r\n]*(?:\r\n?|\n)[^\S\r\n]*\S")
"""A line break that no empty line follows."""
_ENDS = regex(r"[\r\n]")
_ENDS_SMALL = regex(r"(?<![^\W_])[a-z]+,?[^\S\r\n]*[\r\n]+\Z")
"""A line whose last word is in small letters."""
_SHORT_SHARE = 0.5
_SHORT = 30
"""A line shorter than this share of a paragraph's widest, or than so many characters, was not broken to a width."""


def own_lines(text: str, start: int, end: int, most: int) -> Span:
    """Return the span of the lines that a span touches.

    Where they are broken to a width, add the lines around them, up to an empty one.

    Args:
        most: How many characters before and after the span are looked at, at most.
    """
    begin, stop = _line_begin(text, start), _line_end(text, end)
    if not (_is_broken(text, begin) or _is_broken(text, stop + 1)):
        return begin, stop
    before = max(text.rfind("\n\n", 0, start) + 2, start - most, 0)
    after = text.find("\n\n", end, end + most)
    last = after if after >= 0 else min(end + most, len(text))
    return min(begin, _line_begin(text, before)), max(stop, _line_end(text, last))


def holds_paragraphs(text: str, start: int, end: int, most: int) -> bool:
    """Return whether a span goes on from one paragraph into another; `most` as for `own_lines`."""
    inside = text[start:end].strip()
    if "\n" not in inside:
        return False
    return "\n\n" in inside or own_paragraph(text, start, start, most)[1] < start + len(
        text[start:end].rstrip()
    )


def in_one_line(text: str, start: int, end: int, sentences: Iterable[Span]) -> str:
    """Return the words of a span with a space for each line break in a sentence, where lines are broken to a width."""
    words = text[start:end]
    if "\n" not in words:
        return words
    for first, last in sentences:
        part = slice(max(first, start) - start, max(min(last, end) - start, 0))
        words = words[: part.start] + words[part].replace("\n", " ") + words[part.stop :]
    return words


def own_paragraph(text: str, start: int, end: int, most: int) -> Span:
    """Return the span of the paragraphs that a span touches; `most` as for `own_lines`."""
    begin, stop = own_lines(text, start, end, most)
    if "\n" not in text[begin:start] and "\n" not in text[end:stop]:
        return begin, stop
    touched = [
        (begin + first, begin + last)
        for first, last in paragraphs(text[begin:stop])
        if begin + first < max(end, start + 1) and start < begin + last
    ]
    return (min(start, touched[0][0]), max(end, touched[-1][1])) if touched else (start, end)


def unbroken(text: str) -> str:
    """Return a text of the same length with a line for each paragraph, where lines are broken to a width."""
    if _BREAK.search(text) is None:
        return text
    parts: list[str] = []
    at = 0
    for start, end in paragraphs(text):
        parts += text[at:start], _in_a_line(text[start:end])
        at = end
    return "".join((*parts, text[at:]))


def _in_a_line(paragraph: str) -> str:
    lines = paragraph.splitlines(keepends=True)
    # A short one has its own meaning: "Ada Quill  0:04" stands above what she says. "Orsa said" goes on below it.
    least = max(_SHORT_SHARE * max(map(len, lines)), _SHORT)
    broken = (
        _ENDS.sub(" ", line)
        if len(line) >= least or (_ENDS_SMALL.search(line) and below[0].islower())
        else line
        for line, below in pairwise(lines)
    )
    return "".join((*broken, lines[-1]))


def _is_broken(text: str, at: int) -> bool:
    """Return whether the line that begins at an offset may go on with the one before it."""
    if not 0 < at < len(text) or text[at] in "\r\n" or text[at - 2 : at - 1] in ("", "\n"):
        return False
    return at - 1 - _line_begin(text, at - 1) <= WIDEST_BLOCK and _line_end(text, at) - at <= WIDEST_BLOCK


def _line_begin(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
