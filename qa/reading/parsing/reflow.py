"""Join printed lines into paragraphs: lines broken only by the width of the page are joined, others stay apart.

A line that had room for the first word of the next one ended there on purpose. Indents, gaps and changes of size
also begin paragraphs. Running heads at the top and bottom of pages are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_ENDS_SENTENCE = re.compile(r"[.!?…:]['\"”’»)\]]*\Z")
_BULLET = re.compile(r"[•‣▪●◦*–—-]\s|\(?\d{1,3}[.)]\s")
_PAGE_NUMBER = re.compile(r"[-–— ]*(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–— ]*", re.IGNORECASE)
_RUNNING = 120
"""Characters of a running head, at most."""
_REPEATED = 3
"""Pages on which a line at the edge has to stand to be a running head."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One printed line. `bottom` grows upwards. `hyphen`: it ends inside a word, at a hyphen that is not in `text`."""

    text: str
    left: float
    right: float
    bottom: float
    height: float
    hyphen: bool = False

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    def first_word(self) -> float:
        """Return the width of its first word, with the space in front of it."""
        word = self.text.split(maxsplit=1)[0]
        return (1 + len(word)) * (self.right - self.left) / max(1, len(self.text))


@dataclass(slots=True)
class _Paragraph:
    """Lines with their page numbers; `edge` is how far right the last of them could have gone."""

    lines: list[tuple[int, PrintedLine]]
    edge: float


def reflowed(pages: Sequence[Sequence[PrintedLine]]) -> tuple[str, tuple[int, ...]]:
    """Join the lines of pages: return the text, a line for each paragraph, and where each page begins in it."""
    paragraphs: list[_Paragraph] = []
    # Whole lines first: a superscript in the top line is no page number.
    whole = [_whole_lines([line for line in page if line.text.strip()]) for page in pages]
    for number, lines in enumerate(_without_running_heads(whole)):
        for flows, block in _blocks(lines):
            edge = max(line.right for line in block)
            for index, found in enumerate(_paragraphs(block, edge)):
                placed = [(number, line) for line in found]
                if paragraphs and flows and index == 0 and _goes_on(paragraphs[-1], found[0]):
                    paragraphs[-1].lines += placed
                    paragraphs[-1].edge = edge
                else:
                    paragraphs.append(_Paragraph(placed, edge))
    return _written(paragraphs, len(pages))


def _written(paragraphs: Sequence[_Paragraph], count: int) -> tuple[str, tuple[int, ...]]:
    parts: list[str] = []
    length = 0
    starts: list[int | None] = [None] * count
    for paragraph in paragraphs:
        joint = "\n" if parts else ""
        before: PrintedLine | None = None
        for page, line in paragraph.lines:
            text = line.text.strip()
            if before is not None:
                joint = _joint(before, text)
            length += len(joint)
            if starts[page] is None:
                starts[page] = length
            length += len(text)
            parts += [joint, text]
            before = line
    # A page without text begins where the next one does.
    filled: list[int] = []
    following = length
    for start in reversed(starts):
        following = following if start is None else start
        filled.append(following)
    return "".join(parts), tuple(reversed(filled))


def _joint(before: PrintedLine, text: str) -> str:
    end = before.text.rstrip()
    if before.hyphen:
        # A hyphen between small letters divides a word; "U.S.-" and "Anglo-" keep theirs.
        return "" if end[-1:].islower() and text[:1].islower() else "-"
    return "" if re.search(r"\w[-‐]\Z", end) and text[:1].isalnum() else " "


def _without_running_heads(pages: Sequence[Sequence[PrintedLine]]) -> list[list[PrintedLine]]:
    edges = [_edges(page) for page in pages]
    counted = Counter(key for page in edges for key in {_key(line) for line in page})
    kept = []
    for page, ends in zip(pages, edges, strict=True):
        # By identity: a line in the middle may be equal to the one at the edge.
        running = {
            id(line)
            for line in ends
            if (counted[_key(line)] >= _REPEATED or _PAGE_NUMBER.fullmatch(line.text.strip()))
            and len(line.text) <= _RUNNING
        }
        kept.append([line for line in page if id(line) not in running])
    return kept


def _edges(page: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Return the highest and lowest lines of a page, two each, or one each of a short page; none of the shortest."""
    ordered = sorted(page, key=lambda line: line.bottom)
    if len(ordered) > 4:
        return [*ordered[:2], *ordered[-2:]]
    return [ordered[0], ordered[-1]] if len(ordered) > 2 else []


def _key(line: PrintedLine) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text.strip()), round(line.bottom / 4)


def _whole_lines(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Join pieces that stand on one line, such as superscripts."""
    whole: list[PrintedLine] = []
    for line in lines:
        last = whole[-1] if whole else None
        if last is not None and not last.hyphen:
            gap = line.left - last.right
            overlap = min(last.bottom + last.height, line.bottom + line.height) - max(
                last.bottom, line.bottom
            )
            if -0.3 * last.height < gap < last.height and overlap > 0.5 * min(last.height, line.height):
                space = " " if gap > 0.15 * last.height else ""
                taller = max(last, line, key=lambda each: each.height)
                whole[-1] = PrintedLine(
                    f"{last.text.rstrip()}{space}{line.text.lstrip()}", last.left, line.right,
                    taller.bottom, taller.height, line.hyphen,
                )  # fmt: skip
                continue
        whole.append(line)
    return whole


def _blocks(lines: Sequence[PrintedLine]) -> Iterator[tuple[bool, list[PrintedLine]]]:
    """Yield (flows, block): runs of lines of one size, evenly spaced; `flows` if only a column or page ended before."""
    drops = [a.bottom - b.bottom for a, b in pairwise(lines) if _alike(a, b)]
    drops = sorted(drop for drop in drops if drop > 0)
    # Not the median: between short paragraphs there are as many gaps as lines.
    leading = drops[len(drops) // 4] if drops else 0
    block: list[PrintedLine] = []
    flows = True
    for line in lines:
        if block:
            last = block[-1]
            drop = last.bottom - line.bottom
            rises = drop < -0.5 * line.height
            usual = min(max(leading, line.height), 2.2 * line.height)
            beside = line.left >= last.right or line.right <= last.left
            if rises or beside or drop > 1.35 * usual or not _alike(last, line):
                yield flows, block
                block = []
                flows = rises and _alike(last, line)
        block.append(line)
    if block:
        yield flows, block


def _paragraphs(block: Sequence[PrintedLine], edge: float) -> Iterator[list[PrintedLine]]:
    margin = min(line.left for line in block)
    lines = [block[0]]
    for line in block[1:]:
        if _begins(line, lines, margin, edge):
            yield lines
            lines = []
        lines.append(line)
    yield lines


def _begins(line: PrintedLine, before: Sequence[PrintedLine], margin: float, edge: float) -> bool:
    last = before[-1]
    if last.hyphen:
        return False
    if _BULLET.match(line.text) and line.left <= before[0].left + 0.6 * line.height:
        return True
    if line.text.lstrip()[:1].islower():
        return False
    indent = 0.6 * line.height
    centred = abs(line.left - last.left) > indent and abs(line.middle - last.middle) < 0.3 * line.height
    indented = (
        line.left > margin + indent and last.left <= margin + indent / 2 and not _BULLET.match(before[0].text)
    )
    return centred or indented or _had_room(last, edge, line)


def _had_room(last: PrintedLine, edge: float, line: PrintedLine) -> bool:
    return last.right + line.first_word() < edge - 0.2 * line.height


def _goes_on(paragraph: _Paragraph, line: PrintedLine) -> bool:
    _, last = paragraph.lines[-1]
    return _alike(last, line) and (
        last.hyphen
        or line.text.lstrip()[:1].islower()
        or not (
            _ENDS_SENTENCE.search(last.text.rstrip())
            or _BULLET.match(line.text)
            or _had_room(last, paragraph.edge, line)
        )
    )


def _alike(one: PrintedLine, other: PrintedLine) -> bool:
    return abs(one.height - other.height) <= 0.15 * max(one.height, other.height)
