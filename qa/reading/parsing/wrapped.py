"""Join lines that were broken to fit a width, as in mail, into one line for each paragraph."""

from __future__ import annotations

import re

_LIST = re.compile(r"(?:[-*•–—+]|\d{1,3}[.)])\s")
_QUOTED = re.compile(r"(?:>[ ]?)+")
_MIN_WIDTH = 40
"""Shorter lines were broken by hand: addresses, verses."""


def unwrapped(text: str, *, flowed: bool = False) -> str:
    """Join each line to the one before where only the width had ended that.

    Args:
        flowed: A space at the end of a line means that the paragraph goes on (RFC 3676); else a line is joined if its
            first word had no room on the line before.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    width = max((len(line.rstrip()) for line in lines if len(line) <= 100), default=0)
    joined: list[str] = []
    last = ""
    for line in lines:
        if joined and _goes_on(last, line, width, flowed=flowed):
            mark = _mark(line)
            joined[-1] = f"{joined[-1].rstrip()} {line[len(mark) :].strip()}"
        else:
            joined.append(line.rstrip())
        last = line
    return "\n".join(joined).strip("\n")


def _goes_on(last: str, line: str, width: int, *, flowed: bool) -> bool:
    before, after = last[len(_mark(last)) :], line[len(_mark(line)) :]
    if not before.strip() or not after.strip() or _mark(last).count(">") != _mark(line).count(">"):
        return False
    if flowed:
        return last.endswith(" ") and before.strip() != "--"
    if after[:1].isspace() or _LIST.match(after) or len(last) > 100 or width < _MIN_WIDTH:
        return False
    return len(last.rstrip()) + 1 + len(after.split(maxsplit=1)[0]) > width


def _mark(line: str) -> str:
    match = _QUOTED.match(line)
    return match[0] if match else ""
