"""Parse spreadsheets (.xlsx, .xls, .ods): the rows of every sheet, with the values that its formulas had when saved."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, PasswordError, load_workbook

from qa.reading.files import ProblemKind, Unusable
from qa.reading.parsing.packed import Packed
from qa.reading.stories import SheetRow

_ZIP = b"PK"


def parse(data: bytes, _: Mapping[str, str]) -> Iterator[SheetRow]:
    """Yield the rows of all sheets that are not empty."""
    if data.startswith(_ZIP):
        # The library unpacks without a limit of its own.
        with Packed(data) as packed:
            packed.require_room_for_all()
    try:
        book = load_workbook(io.BytesIO(data))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            for number, row in enumerate(sheet.iter_rows(), start=1):
                cells = tuple(map(_text_of, row))
                if any(cell.strip() for cell in cells):
                    yield SheetRow(name, number, cells)
    except PasswordError as error:
        raise Unusable("it is locked with a password", ProblemKind.UNREADABLE) from error
    except CalamineError as error:
        raise Unusable("it is damaged, cut off, or not what its name says", ProblemKind.BROKEN) from error


def _text_of(value: float | str | bool | time | date | datetime | timedelta) -> str:
    if isinstance(value, float) and value.is_integer():
        # A spreadsheet has no whole numbers: the id 12 is 12.0 in it.
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
