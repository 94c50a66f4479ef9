"""Read CSV and tables with tabs: one article a row. The heading says what each column holds."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from qa.datatypes import Article
from qa.reading.decoding import BYTE_ORDER_MARKS, decode
from qa.reading.files import FoundFile, Problem, ProblemKind, Unusable
from qa.reading.lines import lines_of
from qa.reading.many import Seen, limited
from qa.reading.opening import Opened
from qa.reading.rows import NO_TEXT_COLUMN, columns, from_row, is_plain
from qa.reading.sandbox import Sandbox
from qa.reading.shown_text import shown as shown_text

NAME = "csv/2"

_DELIMITERS = ",;\t|"
_MARKS = tuple(mark for mark, _ in BYTE_ORDER_MARKS)


@dataclass(slots=True)
class _Lines:
    """Decodes lines for the csv module, and notes how long the current row is and what was wrong in it."""

    lines: Iterator[bytes | None]
    max_bytes: int
    row_bytes: int = 0
    note: str = ""
    number: int = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = next(self.lines)
        self.number += 1
        self.row_bytes += self.max_bytes + 1 if line is None else len(line)
        if line is None or self.row_bytes > self.max_bytes:
            reason = "a row is longer than the limit for an article; perhaps a quotation mark is never closed"
            raise Unusable(f"{reason}: nothing is read from line {self.number} on", ProblemKind.OVERSIZED)
        if line.isascii() and b"\x00" not in line:
            return line.decode("ascii")
        # Only at the start of a file is it a byte order mark.
        if not line.startswith(_MARKS):
            try:
                decoded = decode(line)
            except Unusable:
                pass
            else:
                self.note = self.note or decoded.note
                return decoded.text
        self.note = self.note or "some of its characters are broken, shown as \ufffd"
        return line.decode("utf-8", "replace")

    def next_row(self) -> None:
        """Begin a row."""
        self.note, self.row_bytes = "", 0


def read(file: Opened, found: FoundFile, max_bytes: int, sandbox: Sandbox) -> Iterator[Article | Problem]:
    """Yield the article of each row, and what is wrong with rows."""
    # The csv module has one limit for the whole process; longer rows are noticed line by line before they reach it.
    csv.field_size_limit(max(csv.field_size_limit(), max_bytes))
    lines = _Lines(lines_of(file.stream, max_bytes), max_bytes)
    shown = partial(shown_text, sandbox=sandbox, max_bytes=max_bytes)
    yield from limited(found, _articles(found, lines, shown), "rows")
    file.check_unchanged()


def _articles(found: FoundFile, lines: _Lines, shown: Callable[[str], str]) -> Iterator[Article | Problem]:
    heading, delimiter, plain = _heading(lines)
    shown = str if plain else shown
    seen = Seen()
    rows = csv.reader(lines, delimiter=delimiter)
    empty = True
    while True:
        lines.next_row()
        line = lines.number + 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield found.problem(f"the row is not CSV: {error}", ProblemKind.BROKEN, line=line)
            continue
        if row is None:
            break
        if not any(cell.strip() for cell in row):
            continue
        empty = False
        if lines.note:
            yield found.problem(lines.note, ProblemKind.DETAIL, line=line, fatal=False)
        try:
            if len(row) > len(heading):
                # An unquoted comma in the text would cut it short, and put every cell after it in the wrong column.
                reason = f"the row has {len(row)} cells and the heading {len(heading)}"
                raise Unusable(reason, ProblemKind.BROKEN)
            yield from from_row(
                found, heading, row, seen, otherwise=f"line {line}", reader=NAME, line=line, shown=shown
            )
        except Unusable as error:
            yield found.problem(error.reason, error.kind, line=line)
    if empty:
        raise Unusable("it has no rows", ProblemKind.EMPTY)


def _heading(lines: _Lines) -> tuple[list[str], str, bool]:
    """Read the heading: return the field of each column ("" if it has none), and the character between columns.

    The last says whether the column of the text is called so.
    """
    first = next(lines, None)
    if first is None:
        raise Unusable("it is empty", ProblemKind.EMPTY)
    delimiters = _DELIMITERS
    if first.lower().startswith("sep=") and len(first.strip()) == 5:
        # Some spreadsheets name the delimiter in a line of its own.
        delimiters, first = first[4], next(lines, "")
    names = {each: columns(_cells(first, each)) for each in delimiters}
    delimiter = max(delimiters, key=lambda each: ("text" in names[each], sum(map(bool, names[each]))))
    if "text" not in names[delimiter]:
        raise Unusable(NO_TEXT_COLUMN, ProblemKind.BROKEN)
    return names[delimiter], delimiter, is_plain(_cells(first, delimiter))


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []
