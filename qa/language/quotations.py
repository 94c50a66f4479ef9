"""Find the quotations in a text: the outermost pairs of quotation marks, however they are typed.

Marks may be straight, curly, low or angular, the `` and '' of tokenised text, two single curly ones for a double one,
or British single marks, which look like apostrophes. A quotation never leaves its paragraph: newspapers put an opening
mark on each paragraph of a long quotation and close only the last, so one that is not closed ends with its paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from qa.language.patterns import regex
from qa.language.sentences import Paragraph, split
from qa.language.single_marks import BEFORE_OPENING, ENDS, SINGLE, SPEAKER, paired_singles


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks: `start` to `end` with the marks, `inner_start` to `inner_end` without."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool


# Of three single marks after a word the first closes a quotation within: `''He cried, 'Out!''' she said`.
_MARK = regex(r"``|‘‘|’’|(?<=\S)'(?=''(?!'))|''|[\"“”„‟«»‹›'‘’‚]")
_SINGLE_OPENS = regex(r"‘|(?<![^\s(—–])'")
_SINGLE_CLOSES = regex(r"[,?!…]['’](?= )")
_CLOSERS = {
    "“": ("”", '"', "’’"),
    "‘‘": ("’’", "”"),
    "‟": ("”",),
    "”": ("”",),
    "„": ("“", "”", '"'),
    "«": ("»",),
    "»": ("«",),
    "‹": ("›",),
    "›": ("‹",),
    '"': ('"', "”"),
    "``": ("''", '"', "”", "’’"),
    "''": ("''",),
}
_MOST = 3
"""At how many marks it is asked whether a quotation that holds them is not closed: a long one may hold thousands."""


def quotations(text: str) -> list[Quotation]:
    """Find the outermost quotations of a text, in order; a quotation inside another is not listed."""
    return [quotation for _, quotations in by_paragraph(text) for quotation in quotations]


@lru_cache(maxsize=1)
def by_paragraph(text: str) -> tuple[tuple[Paragraph, tuple[Quotation, ...]], ...]:
    """Find the paragraphs of a text, each with its outermost quotations.

    The result for the last text is kept: chunking and attribution ask for it one after the other.
    """
    found: list[tuple[Paragraph, tuple[Quotation, ...]]] = []
    carried = False
    for paragraph in split(text):
        quotations = tuple(in_paragraph(text, paragraph.start, paragraph.end, carried=carried))
        carried = not quotations[-1].closed if quotations else carried
        found.append((paragraph, quotations))
    return tuple(found)


def in_paragraph(text: str, start: int, end: int, *, carried: bool = False) -> list[Quotation]:
    """Find the outermost quotations of the paragraph from `start` to `end`.

    With `carried`, the paragraph before ended within a quotation. If the first mark here can only be a closing one, it
    closes that quotation, which then begins here without a mark.
    """
    marks = _marks(text, start, end)
    if not marks:
        return []
    singles = paired_singles(text, start, end, marks)
    # Curly marks nest only where none is missing; otherwise counting depth would swallow the rest of the paragraph.
    curly = sum(m == "“" for _, _, m in marks) <= sum(m in ("”", "’’") for _, _, m in marks)
    straight = _straight_nest(text, start, end, marks)
    found: list[Quotation] = []
    opener, depth, skip_to, asked = -1, 0, start, 0
    if carried:
        at, after, mark = next((m for m in marks if m[2] not in SINGLE), marks[0])
        if at > start and (mark == "”" or (mark in ('"', "''") and _side(text, start, end, at, after) < 0)):
            found.append(Quotation(start, after, start, at, True))
            skip_to = after
    for i, (at, after, mark) in enumerate(marks):
        if at < skip_to:
            continue
        if opener < 0:
            if mark in SINGLE:
                if i in singles:
                    close = singles[i]
                    ended = close < end
                    found.append(Quotation(at, close + ended, after, close, ended))
                    skip_to = close + 1
            elif _opens(text, start, end, at, after, mark):
                opener, depth, asked = i, 0, 0
            elif (first := _without_opening(text, skip_to, end, at, after)) is not None:
                found.append(Quotation(first, after, first, at, True))
                skip_to = after
            continue
        opened, first, kind = marks[opener]
        side = _side(text, start, end, at, after) if mark in ('"', "''", "“") else 0
        if mark == "“" and kind in ("“", '"') and not curly:
            if side < 0:  # typed the wrong way round: "It is late,“ said Quill
                found.append(Quotation(opened, after, first, at, True))
                opener = -1
                continue
            asked += 1
            if kind == mark and asked <= _MOST and (wrong := _closed_by_single(text, first, at)) is not None:
                found.append(Quotation(opened, wrong + 1, first, wrong, True))
                opener, asked = i, 0
                continue
            if kind == mark and asked <= _MOST and (last := _without_closing(text, first, at)) is not None:
                found.append(Quotation(opened, last, first, last, False))
                opener, asked = i, 0
                continue
        same = kind == mark and ((mark == "“" and curly) or (straight and side > 0))
        other = {kind, mark} == {"“", '"'} and (mark == "“" or side > 0)
        if same or other:
            depth += 1
        elif (
            mark in _CLOSERS[kind]
            and side <= 0
            and not (kind == "“" and mark == '"' and side == 0 and not _is_glued(text, at, after, end))
        ):
            # A text that mixes straight and curly marks may close with the other kind.
            if depth:
                depth -= 1
                continue
            found.append(Quotation(opened, after, first, at, True))
            opener = -1
    if opener >= 0:
        opened, first, _ = marks[opener]
        wrong = _closed_by_single(text, first, end)
        last = end if wrong is None else wrong + 1
        found.append(Quotation(opened, last, first, end if wrong is None else wrong, wrong is not None))
    return [
        q for q in found if q.inner_start < q.inner_end and not text[q.inner_start : q.inner_end].isspace()
    ]


def _closed_by_single(text: str, first: int, end: int) -> int | None:
    """Return where a single mark closes a double one by mistake, "“We wait,’ said Guy Fenn."; None if none does.

    That somebody said it has to follow, and no single mark to open before: "“He cried ‘No,’ said so and left.".
    """
    for match in _SINGLE_CLOSES.finditer(text, first, end):
        if SPEAKER.match(text, match.end(), min(end, match.end() + 80)) is not None:
            return None if _SINGLE_OPENS.search(text, first, match.start()) else match.end() - 1
    return None


def _without_closing(text: str, first: int, at: int) -> int | None:
    """Return where a quotation ends whose closing mark is missing, before another begins at `at`; None if it has none.

    Of "“We want it. Mr. Brandt may not answer his phone “at night.”" only the first sentence is certainly what was
    quoted. Where the next one begins a sentence, it is what opens the next paragraph of a long quotation.
    """
    sentences = [each for paragraph in split(text[first:at]) for each in paragraph.sentences]
    if len(sentences) < 2 or ENDS.search(text, first, at) is not None:
        return None
    return first + sentences[0][1]


def _without_opening(text: str, start: int, end: int, at: int, after: int) -> int | None:
    """Return where a quotation begins that has no opening mark and that a mark at `at` closes; None if there is none.

    "The quay is shut,” said Ada Quill.": only who said it shows that the words before were quoted.
    """
    before = text[at - 2 : at - 1]
    ends = text[at - 1] in ",?!…" and (before.isalnum() or before in "?!")
    if not ends or SPEAKER.match(text, after, min(end, after + 80)) is None:
        return None
    sentences = [each for paragraph in split(text[start:at]) for each in paragraph.sentences]
    return start + sentences[-1][0] if sentences and sentences[-1][1] - sentences[-1][0] > 1 else None


def _marks(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Return (start, end, mark) of all marks of a paragraph.

    Two single marks are one that closes only after one that it can close: "“It is late,’’ said Quill". Else the first
    of them closes a quotation within another: "‘She said ‘no’’".
    """
    found: list[tuple[int, int, str]] = []
    double = False
    for match in _MARK.finditer(text, start, end):
        at, after, mark = match.start(), match.end(), match[0]
        double = double or mark in ("“", "‘‘", "``")
        if mark == "’’" and not double:
            found += [(at, at + 1, "’"), (at + 1, after, "’")]
        else:
            found.append((at, after, mark))
    return found


def _opens(text: str, start: int, end: int, at: int, after: int, mark: str) -> bool:
    if mark == "’’" or (mark == "“" and _side(text, start, end, at, after) < 0):
        return False
    if mark in "“„‟«‹" or mark in ("``", "‘‘"):
        return after < end
    side = _side(text, start, end, at, after)
    if mark in "”»›":
        # Some editing programs write every mark at the start of a line as a closing one.
        return side > 0 or (mark == "”" and at == start and after < end)
    if side:
        return side > 0
    # Between two spaces it opens, as in tokenised text; after a digit it may mean inches.
    return after < end and not text[at - 1].isdigit()


def _side(text: str, start: int, end: int, at: int, after: int) -> int:
    """Tell from a mark's neighbours whether it opens (1), closes (-1), or could do either (0)."""
    before = text[at - 1] if at > start else " "
    following = text[after] if after < end else " "
    free = before.isspace() or before in BEFORE_OPENING
    if free and (following.isalnum() or following in "$£€'‘“[.…"):
        return 1
    if before in ":;,…" and following.isalnum():
        return 1
    if not before.isspace() and (following.isspace() or following in ".,;:!?)]—–'’”\""):
        return -1
    return 0


def _is_glued(text: str, at: int, after: int, end: int) -> bool:
    """Tell whether a mark ends a sentence and the next one lacks its space: `“Is it late?"Quill left.`"""
    return at > 0 and text[at - 1] in ".?!" and after < end and text[after].isupper()


def _straight_nest(text: str, start: int, end: int, marks: list[tuple[int, int, str]]) -> bool:
    """Whether straight marks are clearly nested: each clearly opens or closes, and all are paired."""
    depth = deepest = 0
    for at, after, mark in marks:
        if mark == '"':
            side = _side(text, start, end, at, after)
            depth += side
            deepest = max(deepest, depth)
            if side == 0 or depth < 0:
                return False
    return depth == 0 and deepest > 1
