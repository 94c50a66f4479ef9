"""Cut a draft into the paragraphs and pieces that a page shows it in, with its findings beside them."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa.drafts.checked_drafts import CheckedDraft
from qa.drafts.verdicts import CheckedQuotation

_LINES = re.compile(r"[^\n]*\n*")


@dataclass(frozen=True, slots=True)
class DraftPiece:
    """A stretch of a draft: plain, or of a quotation with its finding. `last`: the quotation ends with it."""

    text: str
    number: int = 0
    found: CheckedQuotation | None = None
    last: bool = False


@dataclass(frozen=True, slots=True)
class DraftParagraph:
    """A paragraph of a draft, and the findings, numbered, of the quotations that begin in it."""

    pieces: tuple[DraftPiece, ...]
    begun: tuple[tuple[int, CheckedQuotation], ...]


def paragraphs(checked: CheckedDraft, before: int = 0) -> Iterator[DraftParagraph]:
    """Yield the paragraphs of a draft, but for empty ones, with the findings to show beside each.

    Args:
        before: How many findings of other drafts come before, as they are numbered through.
    """
    text = checked.draft.text
    # A draft may be all short lines and short quotations: each finding is looked at in its own paragraphs only.
    following = deque(enumerate(checked.findings, before + 1))
    own: list[tuple[int, CheckedQuotation]] = []
    for match in _LINES.finditer(text):
        start, end = match.span()
        own = [each for each in own if each[1].quotation.end > start]
        while following and following[0][1].quotation.start < end:
            own.append(following.popleft())
        if text[start:end].strip():
            begun = tuple(each for each in own if each[1].quotation.start >= start)
            yield DraftParagraph(tuple(_pieces(text, start, end, own)), begun)


def _pieces(
    text: str, start: int, end: int, own: Sequence[tuple[int, CheckedQuotation]]
) -> Iterator[DraftPiece]:
    at = start
    for number, found in own:
        first, last = max(start, at, found.quotation.start), min(end, found.quotation.end)
        yield DraftPiece(text[at:first])
        yield DraftPiece(text[first:last], number, found, last == found.quotation.end)
        at = max(at, last)
    yield DraftPiece(text[at:end].rstrip())
