"""Rows for people (aligned), for Markdown and for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from bots.visible import visible, visible_line

# What a spreadsheet would take for a formula, or for the edge of a cell.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_rows(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return CSV with a heading. A cell that a spreadsheet would run gets an apostrophe in front."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow([_guarded(cell) for cell in row])
    return out.getvalue()


def _guarded(cell: str) -> str:
    shown = visible(cell)
    return f"'{shown}" if cell.startswith(FORMULA_STARTS) or shown.startswith(FORMULA_STARTS) else shown


def markdown_rows(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(
        "| "
        + " | ".join(visible_line(cell).replace("\\", "\\\\").replace("|", "\\|") for cell in row)
        + " |\n"
        for row in lines
    )


def text_rows(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return columns aligned by the number of characters, without trailing spaces."""
    shown = [[visible_line(cell) for cell in row] for row in (head, *rows)]
    widths = [max(len(row[column]) for row in shown) for column in range(len(head))]
    return "".join(
        "  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip() + "\n" for row in shown
    )


def rows_as(form: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return rows in a format of `qa.settings.FORMATS`."""
    if form == "csv":
        return csv_rows(head, rows)
    return markdown_rows(head, rows) if form == "md" else text_rows(head, rows)
