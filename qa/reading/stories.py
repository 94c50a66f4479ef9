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
class Remark:
    """Says that some part of a file is not read while the rest is."""

    reason: str


def to_wire(found: Story | Remark) -> dict[str, object]:
    """Turn what was found into a message of plain JSON values."""
    return {"story" if isinstance(found, Story) else "remark": asdict(found)}


def from_wire(message: Mapping[str, object]) -> Story | Remark:
    """Turn a message back into what was found.

    Raises:
        ValueError: If `to_wire` did not make it: the other side has read a file that may be hostile.
    """
    match message:
        case {"remark": {"reason": str(reason), **rest}} if not rest:
            return Remark(reason)
        case {"story": {"text": str(text), "pages": list(pages), **rest}}:
            details = {str(name): value for name, value in rest.items() if isinstance(value, str)}
            if len(details) == len(rest) and set(details) <= {field.name for field in fields(Story)}:
                return Story(text, **details, pages=_checked(pages, len(text)))
    raise ValueError("not a story")


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
