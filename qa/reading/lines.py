"""Read a stream line by line, so that a file may be larger than memory."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import suppress
from gzip import GzipFile
from io import BufferedReader

from qa.reading.decoding import BYTE_ORDER_MARKS
from qa.reading.files import ProblemKind, Unusable
from qa.reading.limits import MAX_RATIO

_CHUNK = 1 << 18


def lines_of(
    stream: BufferedReader | GzipFile, max_bytes: int, limit: int | None = None
) -> Iterator[bytes | None]:
    """Yield a stream's lines in UTF-8; None for one longer than `max_bytes`, which is not kept in memory.

    Raises:
        Unusable: If it unpacks to more than `limit` bytes.
    """
    recoded = _recoded(stream)
    total = 0

    def readline(size: int) -> bytes:
        nonlocal total
        line = stream.readline(size) if recoded is None else recoded.readline(size).encode()
        total += len(line)
        if limit is not None and total > limit:
            reason = f"it unpacks to more than {MAX_RATIO} times its size: the rest is not read"
            raise Unusable(reason, ProblemKind.OVERSIZED)
        return line

    try:
        while line := readline(max_bytes + 1):
            if len(line) <= max_bytes or line.endswith(b"\n"):
                yield line
            else:
                # A caller that stops here has not waited for the end of a line of gigabytes.
                yield None
                while line and not line.endswith(b"\n"):
                    line = readline(_CHUNK)
    finally:
        if recoded is not None:
            # Otherwise it would close the stream when it is garbage-collected; the caller may have closed it by now.
            with suppress(ValueError):
                recoded.detach()


def _recoded(stream: BufferedReader | GzipFile) -> io.TextIOWrapper | None:
    """Skip a byte order mark; return a reader that decodes the text if the mark is that of UTF-16 or UTF-32."""
    head = stream.peek(4)
    for mark, encoding in BYTE_ORDER_MARKS:
        if head.startswith(mark):
            stream.read(len(mark))
            if encoding == "utf-8":
                return None
            # Only "\n" ends a line: JSON may hold every other line end unescaped.
            return io.TextIOWrapper(stream, encoding, "replace", newline="\n")
    return None
