"""Opening a found file without waiting for it, and noticing that it changes under the reader."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader

from qa.reading.files import Found, ProblemKind, Unusable, in_words


@dataclass(frozen=True, slots=True)
class Opened:
    stream: BufferedReader
    before: os.stat_result

    def check_unchanged(self) -> None:
        """Raise Unusable if somebody wrote to the file since it was opened."""
        now = os.fstat(self.stream.fileno())
        if (now.st_size, now.st_mtime_ns) != (self.before.st_size, self.before.st_mtime_ns):
            raise Unusable("it changed while it was being read: run again", ProblemKind.CHANGED)

    def whole(self, max_bytes: int) -> bytes:
        """Return all bytes of the file; Unusable if there are none, too many, or they changed."""
        size = self.before.st_size
        # Memory is set aside for all that is asked for, so not more than the file has. One that has no size
        # (in /proc) has to be tried.
        data = self.stream.read(size + 1 if 0 < size <= max_bytes else max_bytes + 1)
        if len(data) > max_bytes:
            raise Unusable(f"more than the limit of {in_words(max_bytes)}", ProblemKind.OVERSIZED)
        self.check_unchanged()
        if not data:
            raise Unusable("it is empty", ProblemKind.EMPTY)
        return data


@contextmanager
def opened(found: Found) -> Iterator[Opened]:
    with open(found.path, "rb", opener=_opener) as stream:
        before = os.fstat(stream.fileno())
        if not stat.S_ISREG(before.st_mode):
            raise Unusable("it is no longer a file", ProblemKind.SPECIAL)
        yield Opened(stream, before)


def _opener(path: str, flags: int) -> int:
    # What was a file when it was found may be a named pipe by now, and opening that waits for a writer.
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
