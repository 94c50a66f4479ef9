"""Put a finished folder in a library's place, in one step where the disk can; finish what was interrupted."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from embeddings.checksums import sync_folder

_HERE = -100
"""AT_FDCWD of Linux: paths are taken as they are."""
_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux."""


def replace(new: Path, folder: Path) -> Path:
    """Put a finished folder, on the same disk, in the place of another one; return where that is kept.

    Where the disk cannot exchange two names at once, the name is free for a moment; the process that opens it after a
    crash in between puts the new folder there (`finish`).
    """
    kept = _free_name(folder)
    new.rename(kept)
    sync_folder(folder.parent)
    if not _exchange(kept, folder):
        incoming = _incoming(folder)
        if incoming.exists():
            # A copy of a backup that never came into use.
            shutil.rmtree(incoming)
        kept.rename(incoming)
        sync_folder(folder.parent)
        folder.rename(kept)
        finish(folder)
    sync_folder(folder.parent)
    return kept


def finish(folder: Path) -> None:
    """Finish an interrupted replacement of a library's folder, where names could not be exchanged."""
    if not folder.exists() and (incoming := _incoming(folder)).is_dir():
        try:
            incoming.rename(folder)
        except OSError:
            # Another process was faster, or only another one has the right to do it.
            return
        sync_folder(folder.parent)


def _free_name(folder: Path) -> Path:
    number = 1
    while (kept := folder.with_name(f"{folder.name}.replaced-{number}")).exists():
        number += 1
    return kept


def _incoming(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.incoming")


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two names at once; return whether the system and the disk can."""
    import ctypes  # here: hardly any process replaces a library

    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if os.name == "posix" else None
    return call is not None and call(_HERE, os.fsencode(first), _HERE, os.fsencode(second), _EXCHANGE) == 0
