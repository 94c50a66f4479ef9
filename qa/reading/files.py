"""Describe the files that reading meets: a file to read, or the problem that keeps one from being read."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from qa.errors import InputProblem


class ProblemKind(StrEnum):
    """Kinds of reasons why something is not read."""

    # Left out on purpose: counted, no fault of the file.
    HIDDEN = "hidden"
    EXCLUDED = "excluded"
    LIBRARY = "library"
    REPEATED = "repeated"
    PARTS = "parts"
    FORMAT = "format"
    # Wanted, but cannot be read.
    MISSING = "missing"
    UNREADABLE = "unreadable"
    SPECIAL = "special"
    LINK = "link"
    NAME = "name"
    OVERSIZED = "oversized"
    LIMIT = "limit"
    EMPTY = "empty"
    BINARY = "binary"
    ENCODING = "encoding"
    CHANGED = "changed"
    BROKEN = "broken"
    # Read, except for some detail.
    DETAIL = "detail"


@dataclass(frozen=True, slots=True)
class Problem:
    """Says in plain words why something is not read, or not all of it.

    `path` is for people: the whole path, safe to store as UTF-8. `relative` is relative to the place, with "/"; that
    of a folder ends with "/", that of the place is "". `line` counts from 1, and is set when only one line is meant.

    Exactly one of three holds: `skipped` (left out on purpose), `fatal` (this file, folder or line gave no article;
    what was read from there earlier is not known to be gone), or neither (the article is read, but a detail of it is
    not). A fatal problem without a line may come after articles of the same file: then the rest is not read.
    """

    path: str
    reason: str
    kind: ProblemKind
    relative: str = ""
    line: int | None = None
    fatal: bool = True
    skipped: bool = False

    def covers(self, relative: str) -> bool:
        """Whether this problem is about the file at `relative`, or about a folder that it lies in."""
        if self.relative == "" or self.relative.endswith("/"):
            return relative.startswith(self.relative)
        return relative == self.relative


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A regular file that some reader can read, as it was when it was found.

    `relative` is the path below the place, with "/" on every platform; only the name if the place is the file.
    """

    path: Path
    relative: str
    size: int
    mtime_ns: int
    inode: int

    def problem(
        self, reason: str, kind: ProblemKind, *, line: int | None = None, fatal: bool = True
    ) -> Problem:
        """Return a problem with this file."""
        return Problem(printable(self.path), reason, kind, self.relative, line, fatal)


class Provenance(Protocol):
    """Where an article comes from: a found file, or a web address that was fetched."""

    @property
    def relative(self) -> str: ...

    def problem(
        self, reason: str, kind: ProblemKind, *, line: int | None = None, fatal: bool = True
    ) -> Problem: ...


class Unusable(InputProblem):
    """Raised to end the reading of one file or part of it; becomes a `Problem`."""

    def __init__(self, reason: str, kind: ProblemKind) -> None:
        super().__init__(reason)
        self.reason = reason
        self.kind = kind


def printable(path: str | Path) -> str:
    """Return a path as text that can be stored: bytes of it that are not UTF-8 become `\\xNN`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


NO_MEMORY = "there was not enough memory to read it; the next `qa index` tries again"

_REASONS = {
    errno.EACCES: ("permission denied", ProblemKind.UNREADABLE),
    errno.EPERM: ("permission denied", ProblemKind.UNREADABLE),
    errno.ENOENT: ("it is no longer there", ProblemKind.MISSING),
    errno.ENOTDIR: ("it is no longer there", ProblemKind.MISSING),
    errno.ELOOP: ("a link that leads back to itself", ProblemKind.UNREADABLE),
    errno.ENAMETOOLONG: ("its path is too long", ProblemKind.UNREADABLE),
    errno.ENOMEM: (NO_MEMORY, ProblemKind.UNREADABLE),
    errno.EIO: ("the disk could not read it", ProblemKind.UNREADABLE),
}


def reason_of(error: OSError) -> tuple[str, ProblemKind]:
    """Say an error of the operating system in plain words, with the kind of problem that it is."""
    plain = _REASONS.get(error.errno) if error.errno else None
    return plain or ((error.strerror or str(error)).lower(), ProblemKind.UNREADABLE)


def size_in_words(size: int) -> str:
    """Write a number of bytes as a person would say it ("50 MB")."""
    amount = float(size)
    for unit in ("bytes", "kB", "MB"):
        if amount < 1000:
            return f"{amount:.0f} {unit}"
        amount /= 1000
    return f"{amount:.1f} GB"


def is_there(path: Path) -> bool:
    """Return whether a path exists; one longer than any that the system has does not."""
    try:
        return path.exists()
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            return False
        raise
