"""Say what to do with files of kinds that no reader reads and that often hold articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath

_LETTER = "save it as .docx, .txt or .pdf"
_PACKED = "unpack it, and index the folder"
_ADVICE = {
    ".doc": _LETTER,
    ".gz": _PACKED,
    ".odt": _LETTER,
    ".pages": _LETTER,
    ".rar": _PACKED,
    ".7z": _PACKED,
    ".tgz": _PACKED,
    ".xml": "only feeds and exports of WordPress are read",
    ".zip": _PACKED,
}


def ending_of(name: str) -> str:
    """Return the ending of a file's name in small letters with its dot; "" if what follows the last dot is none."""
    ending = PurePath(name).suffix.lower()
    # "minutes.of the meeting" has no ending.
    return ending if ending[1:].isalnum() and len(ending) < 12 else ""


def why_unread(name: str) -> str:
    """Return why a file is not read, and what makes its articles readable where that is known."""
    ending = ending_of(name)
    if not ending:
        return "no reader for it: its ending is not known"
    advice = _ADVICE.get(ending)
    return f"no reader for {ending} files" + (f": {advice}" if advice else "")


def count_endings(names: Iterable[str]) -> list[tuple[str, int]]:
    """Count files by their endings: first those that often hold articles, then the most frequent."""
    counted = Counter(map(ending_of, names))
    return sorted(counted.items(), key=lambda each: (each[0] not in _ADVICE, -each[1], each[0]))
