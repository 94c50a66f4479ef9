"""Check that a file is the one that was written: by size each time, by SHA-256 once per file identity."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path


def remove(path: Path) -> None:
    """Delete a file and its marker. Readers that have it mapped keep it."""
    path.unlink(missing_ok=True)
    _marker(path).unlink(missing_ok=True)


def is_whole(path: Path, *, sha256: str, size: int) -> bool:
    """Whether this is the file that was written: checked by size each time, by SHA-256 once per file identity."""
    try:
        if path.stat().st_size != size:
            return False
        if not _is_verified(path, sha256):
            if sha256_of(path) != sha256:
                return False
            mark_verified(path, sha256)
    except OSError:
        # Gone, or not to be read by this user.
        return False
    return True


def verify(path: Path, *, sha256: str) -> bool:
    """Whether a file has this checksum; the whole file is read, whatever was found about it before."""
    try:
        return sha256_of(path) == sha256
    except OSError:
        return False


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync_folder(folder: Path) -> None:
    """Make the names of a folder's files survive a power cut."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _marker(path: Path) -> Path:
    return path.with_name(path.name + ".verified")


def _identity(path: Path, sha256: str) -> str:
    stat = path.stat()
    # The time of the last change of anything (ctime) cannot be set back; that of the content can.
    return json.dumps([sha256, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino])


def _is_verified(path: Path, sha256: str) -> bool:
    try:
        return _marker(path).read_text("utf-8") == _identity(path, sha256)
    except (OSError, UnicodeDecodeError):
        return False


def mark_verified(path: Path, sha256: str) -> None:
    """Note beside a file that it was read and found whole."""
    # The note only saves time: where it cannot be written, the next process reads the file once more.
    beside = path.with_name(f".{path.name}.{os.getpid()}.verified.tmp")
    try:
        beside.write_text(_identity(path, sha256), "utf-8")
        beside.chmod(path.stat().st_mode & 0o666)
        beside.replace(_marker(path))
    except OSError:
        # On a read-only mount not even what is not there can be deleted.
        with suppress(OSError):
            beside.unlink()
