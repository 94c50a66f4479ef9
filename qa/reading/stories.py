"""Pass what a parser found from the worker to the program: plain values, not yet checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields


@dataclass(frozen=True, slots=True)
class Story:
    """An article as a parser found it.

    `part` names it within a file of several; empty where the file is the article. `pages`: where each page begins in
    `text`. Details are as the file gives them, a date in any form; `updated` only shows that something changed.
    """

    text: str
    title: str = ""
    date: str = ""
    source: str = ""
    url: str = ""
    author: str = ""
    part: str = ""
    pages: tuple[int, ...] = ()
    updated: str = ""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a sheet as a parser found it; `number` is what a spreadsheet program shows beside it."""

    sheet: str
    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """Says that some part of a file is not read while the rest is."""

    reason: str


Found = Story | SheetRow | Remark
"""What a parser may yield."""


def size_of(found: Found) -> int:
    """Return how many characters of text it holds."""
    match found:
        case Story():
            return len(found.text)
        case SheetRow():
            return sum(map(len, found.cells))
    return 0


def to_wire(found: Found) -> dict[str, object]:
    """Turn what was found into a message of plain JSON values."""
    kind = "story" if isinstance(found, Story) else "row" if isinstance(found, SheetRow) else "remark"
    return {kind: asdict(found)}


def from_wire(message: Mapping[str, object]) -> Found:
    """Turn a message back into what was found.

    Raises:
        ValueError: If `to_wire` did not make it: the other side has read a file that may be hostile.
    """
    match message:
        case {"remark": {"reason": str(reason), **rest}} if not rest:
            return Remark(reason)
        case {"row": {"sheet": str(sheet), "number": int(number), "cells": list(cells), **rest}} if not rest:
            texts = tuple(cell for cell in cells if isinstance(cell, str))
            if len(texts) == len(cells):
                return SheetRow(sheet, number, texts)
        case {"story": {"text": str(text), "pages": list(pages), **rest}}:
            details = {str(name): value for name, value in rest.items() if isinstance(value, str)}
            if len(details) == len(rest) and set(details) <= {field.name for field in fields(Story)}:
                return Story(text, **details, pages=_checked(pages, len(text)))
    raise ValueError("not a story, a row or a remark")


def _checked(pages: list[object], length: int) -> tuple[int, ...]:
    before = -1
    checked = []
    for start in pages:
        if (
            not isinstance(start, int)
            or isinstance(start, bool)
            or not before <= start <= length
            or start < 0
        ):
            raise ValueError("pages do not ascend within the text")
        checked.append(start)
        before = start
    return tuple(checked)
