"""Keep what was typed, for the arrow keys, in a file that only its owner can read."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from prompt_toolkit.history import FileHistory, History, InMemoryHistory

_PRIVATE = 0o600
MAX_BYTES = 500_000


def open_history(folder: Path) -> History:
    """Open or create the history in a folder; if that fails, return one in memory."""
    path = folder / "chat-history"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, _PRIVATE))
        path.chmod(_PRIVATE)
        if path.stat().st_size > MAX_BYTES:
            _shorten(path)
    except OSError:
        return InMemoryHistory()
    return _Quiet(path)


def _shorten(path: Path) -> None:
    """Cut the file to its later half, from the beginning of an entry on."""
    kept = path.read_bytes()[-MAX_BYTES // 2 :]
    start = kept.find(b"\n#")
    beside = path.with_suffix(".tmp")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _PRIVATE), "wb") as file:
        file.write(kept[max(start, 0) :])
    beside.replace(path)


class _Quiet(FileHistory):
    """A history file that ignores errors when it writes: a full disk must not end a conversation."""

    def store_string(self, string: str) -> None:
        with suppress(OSError):
            super().store_string(string)
