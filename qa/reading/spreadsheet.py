"""Read spreadsheets (.xlsx, .xls, .ods): one article a row, as from CSV. They are parsed in the sandbox."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby

from qa.datatypes import Article
from qa.reading.files import FoundFile, Problem, ProblemKind, Unusable
from qa.reading.foreign import SHEET
from qa.reading.many import Seen, limited
from qa.reading.opening import Opened
from qa.reading.rows import NO_TEXT_COLUMN, columns, from_row, is_plain
from qa.reading.sandbox import Sandbox
from qa.reading.shown_text import shown as shown_text
from qa.reading.stories import SheetRow

_LONGEST_CELL = 32_767
"""Characters that a cell of Excel can hold: it cuts what is longer."""


def read(file: Opened, found: FoundFile, max_bytes: int, sandbox: Sandbox) -> Iterator[Article | Problem]:
    """Yield the article of each row of the sheets that have a column for the text, and what is wrong with rows."""
    results = sandbox.parse(SHEET.parser, file.whole(max_bytes), max_characters=max_bytes)
    rows = [each for each in results if isinstance(each, SheetRow)]
    shown = partial(shown_text, sandbox=sandbox, max_bytes=max_bytes)
    yield from limited(found, _articles(found, rows, shown), "rows")


def _articles(
    found: FoundFile, rows: Sequence[SheetRow], shown: Callable[[str], str]
) -> Iterator[Article | Problem]:
    if not rows:
        raise Unusable("it is empty", ProblemKind.EMPTY)
    seen = Seen("row")
    tables = 0
    empty = True
    for sheet, (top, *rest) in groupby(rows, lambda row: row.sheet):
        heading = columns(top.cells)
        if "text" not in heading:
            continue
        tables += 1
        for row in rest:
            empty = False
            text = row.cells[heading.index("text")] if len(row.cells) > heading.index("text") else ""
            if len(text) == _LONGEST_CELL:
                reason = f"its text may be cut off: a cell of Excel holds {_LONGEST_CELL:,} characters"
                yield found.problem(reason, ProblemKind.DETAIL, line=row.number, fatal=False)
            try:
                yield from from_row(
                    found,
                    heading,
                    row.cells,
                    seen,
                    otherwise=f"{sheet} row {row.number}",
                    reader=SHEET.name,
                    line=row.number,
                    shown=str if is_plain(top.cells) else shown,
                )
            except Unusable as error:
                yield found.problem(error.reason, error.kind, line=row.number)
    if not tables:
        raise Unusable(NO_TEXT_COLUMN, ProblemKind.BROKEN)
    if empty:
        raise Unusable("it has no rows", ProblemKind.EMPTY)
