"""Read a draft's block quotations as if they stood in quotation marks, and know where each character comes from."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from qa.datatypes import Span
from qa.language.quotations import quotations

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_QUOTED_LINE = re.compile(r" {0,3}(?:>[ \t]?)+")
_CALLOUT = re.compile(r"\[!\w+\][^\n]*")
_SIGNATURE = re.compile(r"[ \t]*(?:--+|[–—―])[ \t]*(?=[^\W\d_]|[“\"\[])")
_TARGET = re.compile(r"\]\([^()\s]*\)|`[^`]*`")
_LONGEST_SIGNATURE = 240
"""Characters of a signature, the title of an article in it, without the addresses of links and the id of a quote."""
_LONGEST_SPEAKER = 120
_SIGNED = re.compile(r"\s*(?:--+|[–—―])[^\S\n]*[^\W\d_][^\n–—―]{1,160}\Z")
_LONGEST_BLOCK = 20_000
"""More words in characters than that are not looked for in a text that has lost where its block quotations are."""
_OPENING, _CLOSING = "“", "”"


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text with marks around its block quotations; `blocks` are their spans, without these marks.

    `_made` and `_came` are the beginnings of the runs that were copied, here and in the draft.
    """

    text: str
    blocks: tuple[Span, ...] = ()
    _made: Sequence[int] = field(default=(0,))
    _came: Sequence[int] = field(default=(0,))

    def origin(self, at: int) -> int:
        """Return the place of the draft from which a character was copied."""
        run = bisect_right(self._made, at) - 1
        return self._came[run] + at - self._made[run]

    def copied_from(self, start: int, end: int) -> list[int]:
        """Return the beginnings of the runs between two places of this text, with the first place."""
        return [start, *self._made[bisect_right(self._made, start) : bisect_left(self._made, end)]]


def typed_blocks(text: str) -> list[Span]:
    """Return the spans of the blocks of lines that begin with ">"."""
    found: list[Span] = []
    for match in _LINE.finditer(text):
        if not _QUOTED_LINE.match(text, match.start(), match.end()):
            continue
        if found and found[-1][1] == match.start():
            found[-1] = found[-1][0], match.end()
        else:
            found.append(match.span())
    return found


def blocks_in(text: str, blocks: Iterable[str]) -> list[Span]:
    """Return the spans of some block quotations in a text that was read without marking them."""
    found: list[Span] = []
    at = 0
    for block in blocks:
        if len(block) > _LONGEST_BLOCK:
            continue
        # Readers of pages leave out a footer "— Ada Quill", and the block would be looked for in vain with it.
        unsigned = _SIGNED.sub("", block)
        span = _place_of(block, text, at) or (_place_of(unsigned, text, at) if unsigned != block else None)
        if span is not None:
            found.append(span)
            at = span[1]
    return found


def _place_of(block: str, text: str, at: int) -> Span | None:
    """Return where a block stands: in lines of its own, if it can, since a text may quote the same words before."""
    words = r"\s+".join(map(re.escape, block.split()))
    if not words:
        return None
    own = re.compile(rf"^[^\S\n]*(?P<block>{words})[^\S\n]*$", re.MULTILINE).search(text, at)
    if own is not None:
        return own.span("block")
    match = re.compile(words).search(text, at)
    return match.span() if match is not None else None


def with_marks(text: str, blocks: Sequence[Span]) -> MarkedText:
    """Put marks around block quotations, each in a paragraph of its own, its lines joined.

    A last line "-- Ada Quill" is no part of it, and stands in a paragraph of its own.
    """
    if not blocks:
        return MarkedText(text)
    out = _Copy(text)
    spans: list[Span] = []
    for start, end in blocks:
        out.copy_to(start)
        lines = list(_lines(text, start, end))
        signature = lines.pop() if len(lines) > 1 and _is_signature(text, lines[-1]) else None
        if not lines:
            out.skip_to(end)
            continue
        out.put("\n\n")
        marks = _has_own_marks(" ".join(text[first:last] for first, last in lines))
        out.put("" if marks else _OPENING)
        begin = out.length
        for number, (first, last) in enumerate(lines):
            out.put(" " if number else "")
            out.skip_to(first)
            out.copy_to(last)
        if not marks:
            spans.append((begin, out.length))
        out.put("" if marks else _CLOSING)
        if signature is not None:
            out.put("\n\n")
            out.skip_to(signature[0])
            out.copy_to(signature[1])
        out.put("\n\n")
        out.skip_to(end)
    out.copy_to(len(text))
    return out.marked(spans)


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the lines of a block that hold words, without their markers and blanks."""
    for match in _LINE.finditer(text, start, end):
        marker = _QUOTED_LINE.match(text, match.start(), match.end())
        begin = marker.end() if marker else match.start()
        words = text[begin : match.end()]
        if words.strip() and not _CALLOUT.match(words):
            begin += len(words) - len(words.lstrip())
            yield begin, begin + len(words.strip())


def _is_signature(text: str, line: Span) -> bool:
    if _SIGNATURE.match(text, *line) is None:
        return False
    return len(_TARGET.sub("", text[slice(*line)])) <= _LONGEST_SIGNATURE


def _has_own_marks(words: str) -> bool:
    """Return whether a block is all in quotation marks, but for who says it."""
    found = quotations(words)
    return bool(found) and found[0].start == 0 and found[-1].end >= len(words.rstrip()) - _LONGEST_SPEAKER


class _Copy:
    """Copies runs of a text, with other characters between them, and keeps where each run is from."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._parts: list[str] = []
        self._made: list[int] = [0]
        self._came: list[int] = [0]
        self.length = 0

    def copy_to(self, end: int) -> None:
        if end > self._at:
            self._made.append(self.length)
            self._came.append(self._at)
            self.put(self._text[self._at : end])
            self._at = end

    def skip_to(self, at: int) -> None:
        self._at = max(self._at, at)

    def put(self, characters: str) -> None:
        self._parts.append(characters)
        self.length += len(characters)

    def marked(self, blocks: Sequence[Span]) -> MarkedText:
        return MarkedText("".join(self._parts), tuple(blocks), tuple(self._made), tuple(self._came))
