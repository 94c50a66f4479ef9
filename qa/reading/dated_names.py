"""Find the day in a file's name, its folders or its web address, where it can be nothing but a date."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

# 2025-01-31, 2025_01_31 and 2025.01.31 at either end of a name; 20250131 only in front, where serial numbers
# of eight digits are rare. A time of day may follow.
_SEPARATED = re.compile(r"(?<![0-9])((?:19|20)\d\d)([-_.])(\d\d)\2(\d\d)(?![0-9])", re.ASCII)
_IN_FRONT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?=[T_ .-]|$)", re.ASCII)
_FOLDER = re.compile(r"((?:19|20)\d\d)-?(\d\d)-?(\d\d)", re.ASCII)
_BETWEEN = " _-.,T"


def day_in_path(relative: str) -> str:
    """Return the day in a file's name or folders, as in "2025-01-31-title.txt" and "2025/01/31/title.txt".

    Empty where there is none, or more than one.
    """
    *folders, name = relative.split("/")
    found = {*_in_name(name), *_in_folders(folders)}
    return found.pop() if len(found) == 1 else ""


def day_in_url(url: str) -> str:
    """Return the day in a web address, as in /2025/01/31/title or /2025-01-31/title; empty where there is none."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return ""
    found = set(_in_folders(path.split("/")))
    return found.pop() if len(found) == 1 else ""


def _in_name(name: str) -> set[str]:
    found = set()
    stem = re.sub(r"(?:\.[A-Za-z][A-Za-z0-9]{0,9}){1,2}\Z", "", name)
    for match in _SEPARATED.finditer(stem):
        in_front = match.start() == 0 and stem[match.end() : match.end() + 1] in ("", *_BETWEEN)
        at_end = match.end() == len(stem) and stem[match.start() - 1] in _BETWEEN
        if in_front or at_end:
            found.add(_day(match[1], match[3], match[4]))
        else:
            # A date in the middle does not date the file, but it makes a date at an end doubtful.
            found.add("")
    if front := _IN_FRONT.match(stem):
        found.add(_day(front[1], front[2], front[3]))
    return {""} if "" in found and len(found) > 1 else found - {""}


def _in_folders(folders: list[str]) -> set[str]:
    found = {_day(*match.groups()) for folder in folders if (match := _FOLDER.fullmatch(folder))}
    for year, month, day in zip(folders, folders[1:], folders[2:], strict=False):
        if (
            re.fullmatch(r"(?:19|20)\d\d", year)
            and re.fullmatch(r"\d\d", month)
            and re.fullmatch(r"\d\d", day)
        ):
            found.add(_day(year, month, day))
    return found - {""}


def _day(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
