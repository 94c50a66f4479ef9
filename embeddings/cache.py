"""Keep files between runs: write them whole or not at all, and trust them only while they are unchanged."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from platformdirs import user_cache_path

from embeddings.checksums import sha256_of

_CHECKED = "checked"
_Checked = dict[str, tuple[str, list[int]]]
"""File to its SHA-256, and the state (see `file_state`) that it had then."""


def cache_folders(fallback: Path | None) -> tuple[Path, ...]:
    """Return the folders where cached files may be, preferred ones first. None of them need exist or be writable."""
    folders = [user_cache_path("onrecord", appauthor=False)]
    if fallback is not None:
        folders.append(fallback / "cache")
    return tuple(folders)


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Yield a path beside `path` to write to; it replaces `path` when the block ends without an error.

    Raises:
        OSError: If the folder cannot be written to.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # Not by `tempfile`, whose files only their owner may read: a library folder can have several users.
    beside = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        yield beside
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def file_state(path: Path) -> list[int]:
    """Return numbers that change when a file is replaced or written to."""
    status = path.stat()
    return [status.st_size, status.st_mtime_ns, status.st_ino]


def remembered_digests(folder: Path, files: Iterable[str], memories: tuple[Path, ...]) -> dict[str, str]:
    """Return the SHA-256 of each file in a folder; a file is hashed again only when it has changed.

    Hashing 90 MB at every start would cost as much as loading the model.
    """
    name = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:32]
    notes = [memory / _CHECKED / f"{name}.json" for memory in memories]
    known = _first_note(notes)
    found: _Checked = {}
    for file in files:
        state = file_state(folder / file)
        before = known.get(file)
        found[file] = before if before and before[1] == state else (sha256_of(folder / file), state)
    if found != known:
        write_first(notes, json.dumps(found))
    return {file: digest for file, (digest, _) in found.items()}


def forget_digests(memories: Iterable[Path]) -> None:
    """Forget every SHA-256: a disk may return other bytes of a file while its time and size stay the same."""
    for memory in memories:
        for note in (memory / _CHECKED).glob("*.json"):
            with suppress(OSError):
                note.unlink()


def write_first(paths: Iterable[Path], text: str) -> None:
    """Write a note to the first path that can be written. Where none can, the next start is only slower."""
    for path in paths:
        with suppress(OSError), written_whole(path) as beside:
            beside.write_text(text, encoding="utf-8")
            return


def _first_note(paths: Iterable[Path]) -> _Checked:
    for path in paths:
        with suppress(OSError, ValueError, RecursionError):
            note = json.loads(path.read_text(encoding="utf-8"))
            if isinstance(note, dict) and all(map(_is_digest, note.values())):
                return {file: (digest, state) for file, (digest, state) in note.items()}
    return {}


def _is_digest(value: object) -> bool:
    """Whether a value of a note is a file's digest and state: the cache may hold anything."""
    match value:
        case [str(), [int(), int(), int()]]:
            return True
    return False
