"""Note where a library's last backups are, in a file beside the database that stays readable when that is damaged.

Of a library on a server, that is in the folder of what this user keeps beside it.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from qa.reading.files import is_there
from qa.settings import LibraryPlace, ServerLibrary
from qa.upkeep.findings import Backup

RECORD = "backups.json"
_REMEMBERED = 20


def kept_beside(library: LibraryPlace, own: Path | None) -> Path | None:
    """Return the folder of what is kept beside a library: its own, or `own` where it is on a server."""
    return own if isinstance(library, ServerLibrary) else library


def last_backup(folder: Path | None) -> Backup | None:
    """Return the newest backup that this library knows of; the file may be gone by now."""
    known = _remembered(folder)
    return known[-1] if known else None


def pointing_at_backup(folder: Path | None) -> str:
    """Return a sentence that says where the last backup is, to follow a report of damage; empty if none is known."""
    last = last_backup(folder)
    if last is None:
        return ""
    gone = "" if is_there(Path(last.file)) else ", which is not there now"
    return f"The last backup was made on {last.made_at[:10]}: {last.file}{gone}."


def remember_backup(folder: Path | None, made: Backup) -> None:
    """Note a backup. It is only a pointer: where it cannot be written, nothing fails."""
    if folder is None:
        return
    known = [*_remembered(folder), made][-_REMEMBERED:]
    beside = folder / f".{RECORD}.{os.getpid()}.tmp"
    with suppress(OSError):
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump([asdict(each) for each in known], file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(folder / RECORD)


def _remembered(folder: Path | None) -> list[Backup]:
    if folder is None:
        return []
    try:
        found = [Backup(**row) for row in json.loads((folder / RECORD).read_text(encoding="utf-8"))]
        return [each for each in found if isinstance(each.file, str) and isinstance(each.made_at, str)]
    except (OSError, ValueError, TypeError, RecursionError):
        return []
