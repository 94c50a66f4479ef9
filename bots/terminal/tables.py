"""Write rows as aligned text, as Markdown or as CSV for spreadsheets."""

from __future__ import annotations

import csv
import io
import textwrap
from collections.abc import Iterable, Sequence
from itertools import islice, zip_longest

from bots.amounts import ROWS_ON_SCREEN
from bots.terminal.session import Session
from bots.visible import visible, visible_line

GAP = "  "
NARROWEST = 12
"""No column is made narrower than this to fit a terminal."""
LINES_OF_A_CELL = 4

# A spreadsheet would read these as the start of a formula, or as the end of a cell. "␍" is how "\r" is shown.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "␍", "\n", "＝", "＋", "－", "＠")


def csv_rows(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write rows as CSV with a heading. A cell that a spreadsheet would run gets an apostrophe in front.

    One that would look like that gets one too, so that the cell is as it was after one apostrophe is taken off.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow([_guarded(cell) for cell in row])
    return out.getvalue()


def _guarded(cell: str) -> str:
    shown = visible(cell)
    begins = (each.lstrip("'").startswith(FORMULA_STARTS) for each in (cell, shown))
    return f"'{shown}" if any(begins) else shown


def markdown_rows(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write rows as a table in which nothing of an article is markup: no tag, link or picture, and no border."""
    from bots.markdown import escaped  # here: it loads how answers are written, which no other form needs

    lines = [[escaped(visible_line(cell)) for cell in row] for row in (head, *rows)]
    lines.insert(1, ["---"] * len(head))
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def text_rows(head: Sequence[str], rows: Sequence[Sequence[str]], width: int | None = None) -> str:
    """Write rows as aligned columns, without trailing spaces.

    Args:
        width: The most characters of a line; None for no limit. If the columns do not fit even with cells of a few
            lines, each row becomes a block of lines.
    """
    shown = [[visible_line(cell) for cell in row] for row in (head, *rows)]
    widths = [max(len(row[column]) for row in shown) for column in range(len(head))]
    if width is not None:
        room = width - len(GAP) * (len(head) - 1)
        # The widest column gives up room first.
        while sum(widths) > room and max(widths) > NARROWEST:
            widths[widths.index(max(widths))] -= 1
        if sum(widths) > room:
            return "\n".join(_block(shown[0], row, width) for row in shown[1:])
    return "".join(_line(row, widths) for row in shown)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [_wrapped(cell, width) for cell, width in zip(row, widths, strict=True)]
    return "".join(
        GAP.join(part.ljust(width) for part, width in zip(parts, widths, strict=True)).rstrip() + "\n"
        for parts in zip_longest(*cells, fillvalue="")
    )


def _block(head: Sequence[str], row: Sequence[str], width: int) -> str:
    labels = max(map(len, head)) + len(GAP)
    room = max(NARROWEST, width - labels)
    return "".join(
        f"{name if number == 0 else '':<{labels}}{part}\n"
        for name, cell in zip(head, row, strict=True)
        if cell
        for number, part in enumerate(_wrapped(cell, room))
    )


def _wrapped(cell: str, width: int) -> list[str]:
    if len(cell) <= width:
        return [cell]
    return textwrap.wrap(cell, width, max_lines=LINES_OF_A_CELL, placeholder="…", break_on_hyphens=False)


def rows_as(form: str, head: Sequence[str], rows: Sequence[Sequence[str]], width: int | None = None) -> str:
    """Write rows in a format of `qa.settings.FORMATS`."""
    if form == "csv":
        return csv_rows(head, rows)
    return markdown_rows(head, rows) if form == "md" else text_rows(head, rows, width)


def write_rows(session: Session, head: Sequence[str], rows: Iterable[Sequence[str]], *, none: str) -> None:
    """Print rows in the chosen format; on a terminal fit them to its width, and cut a long list.

    Args:
        none: The text to print if there are no rows.
    """
    form = session.settings.format
    if not session.on_screen:
        shown = list(rows)
        session.write(none if form == "text" and not shown else rows_as(form, head, shown))
        return
    shown = list(islice(rows, ROWS_ON_SCREEN + 1))
    session.write(text_rows(head, shown[:ROWS_ON_SCREEN], session.width) if shown else none)
    if len(shown) > ROWS_ON_SCREEN:
        session.note(
            f"These are the first {ROWS_ON_SCREEN}. Add `| less` to the command, or --format csv, to see all."
        )
