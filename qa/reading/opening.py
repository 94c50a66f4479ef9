"""Open a found file without waiting for it, and notice if it changes while it is read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader

from qa.reading.files import FoundFile, ProblemKind, Unusable, size_in_words


@dataclass(frozen=True, slots=True)
class Opened:
    """An open file. `before` is its status when it was opened."""

    stream: BufferedReader
    before: os.stat_result

    def check_unchanged(self) -> None:
        """Raise Unusable if the file was written to since it was opened."""
        now = os.fstat(self.stream.fileno())
        if (now.st_size, now.st_mtime_ns) != (self.before.st_size, self.before.st_mtime_ns):
            raise Unusable("it changed while it was being read: run again", ProblemKind.CHANGED)

    def whole(self, max_bytes: int) -> bytes:
        """Return all bytes of the file.

        Raises:
            Unusable: If there are none, there are more than `max_bytes`, or they changed.
        """
        size = self.before.st_size
        # Memory is reserved for all that is asked for, so not more than the file has. A file without a size (in
        # /proc) has to be tried.
        data = self.stream.read(size + 1 if 0 < size <= max_bytes else max_bytes + 1)
        if len(data) > max_bytes:
            raise Unusable(f"more than the limit of {size_in_words(max_bytes)}", ProblemKind.OVERSIZED)
        self.check_unchanged()
        if not data:
            raise Unusable("it is empty", ProblemKind.EMPTY)
        return data


@contextmanager
def opened(found: FoundFile) -> Iterator[Opened]:
    """Open a found file for reading. Raises Unusable if it is no longer a regular file."""
    with open(found.path, "rb", opener=_opener) as stream:
        before = os.fstat(stream.fileno())
        if not stat.S_ISREG(before.st_mode):
            raise Unusable("it is no longer a file", ProblemKind.SPECIAL)
        yield Opened(stream, before)


def _opener(path: str, flags: int) -> int:
    # What was a file when it was found may be a named pipe by now, and opening one waits for a writer.
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
