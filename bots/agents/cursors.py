"""Cut long lists into pages, and name the next page so that it is never the page of another list."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass

from qa.answers import CorpusSummary
from qa.errors import UsageError

_CURSOR = re.compile(r"(\d{1,9})-([0-9a-f]{12})")


@dataclass(frozen=True, slots=True)
class Page:
    """A stretch of a list: from `start`, at most `size` long, of the list that `mark` stands for."""

    start: int
    size: int
    mark: str

    def next(self, total: int) -> str | None:
        """Return the cursor of the page after this one; None if it is the last."""
        return self.cursor(self.start + self.size) if self.start + self.size < total else None

    def cursor(self, start: int) -> str:
        return f"{start}-{self.mark}"


def page_of(cursor: str | None, size: int, *what: object) -> Page:
    """Return the page that a cursor names.

    Args:
        what: What the list is of: the tool, its arguments, the state of the archive.

    Raises:
        UsageError: If the cursor is of another list, or of this one before the archive changed.
    """
    told = json.dumps([str(each) for each in what])
    mark = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    if not cursor:
        return Page(0, size, mark)
    found = _CURSOR.fullmatch(cursor)
    if found is None or found[2] != mark:
        raise UsageError(
            "This cursor is of another list, or the archive has changed since. Call again without `cursor`."
        )
    return Page(int(found[1]), size, mark)


def state_of(corpus: CorpusSummary) -> str:
    """Return what changes whenever the archive does."""
    return f"{corpus.generation} {corpus.articles} {corpus.passages} {corpus.last_date}"
