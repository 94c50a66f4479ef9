"""JSON lines, gzipped or not: one article a line, read as a stream, so the file may be larger than memory."""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections.abc import Iterator
from gzip import GzipFile
from io import BufferedReader

from qa.datatypes import Article
from qa.reading.articles import MAX_FIELD, article, without_surrogates
from qa.reading.decoding import BYTE_ORDER_MARKS, decode
from qa.reading.files import Found, Problem, ProblemKind, Unusable
from qa.reading.opening import Opened

NAME = "jsonl/1"

MAX_BROKEN_LINES = 1000
"""So many broken lines are reported one by one; the rest are counted."""

MAX_BARREN_LINES = 100_000
"""So many lines in a row without an article, blank ones too, and the rest of the file is not read."""

_CHUNK = 1 << 16
# Real archives shrink to a fifth; a bomb to a thousandth. Small files of one repeated line stay readable.
_MAX_RATIO = 200
_ALWAYS_ALLOWED = 16_000_000


def read(file: Opened, found: Found, max_bytes: int) -> Iterator[Article | Problem]:
    yield from _articles(found, _lines(file.stream, max_bytes))
    file.check_unchanged()


def read_gzipped(file: Opened, found: Found, max_bytes: int) -> Iterator[Article | Problem]:
    limit = max(_ALWAYS_ALLOWED, _MAX_RATIO * file.before.st_size)
    try:
        with gzip.open(file.stream, "rb") as stream:
            yield from _articles(found, _lines(stream, max_bytes, limit))
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        reason = "it is cut off" if isinstance(error, EOFError) else "it is not gzip, or damaged"
        raise Unusable(reason, ProblemKind.BROKEN) from error
    file.check_unchanged()


def _lines(
    stream: BufferedReader | GzipFile, max_bytes: int, limit: int | None = None
) -> Iterator[bytes | None]:
    """Yield a stream's lines in UTF-8; None for one longer than `max_bytes`, which is not held."""
    recoded = _recoded(stream)
    total = 0

    def readline(size: int) -> bytes:
        nonlocal total
        line = stream.readline(size) if recoded is None else recoded.readline(size).encode()
        total += len(line)
        if limit is not None and total > limit:
            reason = f"it unfolds to more than {_MAX_RATIO} times its size: not read further"
            raise Unusable(reason, ProblemKind.OVERSIZED)
        return line

    try:
        while line := readline(max_bytes + 1):
            if len(line) <= max_bytes or line.endswith(b"\n"):
                yield line
            else:
                while line and not line.endswith(b"\n"):
                    line = readline(_CHUNK)
                yield None
    finally:
        if recoded is not None:
            # Otherwise it would close the stream when it is thrown away.
            recoded.detach()


def _recoded(stream: BufferedReader | GzipFile) -> io.TextIOWrapper | None:
    """Step over a byte order mark; return a reader of text if it is that of UTF-16 or UTF-32."""
    head = stream.peek(4)
    for mark, encoding in BYTE_ORDER_MARKS:
        if head.startswith(mark):
            stream.read(len(mark))
            if encoding == "utf-8":
                return None
            # Only "\n" ends a line: JSON may hold any other line end as it is.
            return io.TextIOWrapper(stream, encoding, "replace", newline="\n")
    return None


def _articles(found: Found, lines: Iterator[bytes | None]) -> Iterator[Article | Problem]:
    first_line: dict[str, int] = {}
    broken = number = last = 0
    for number, line in enumerate(lines, start=1):
        if number - last > MAX_BARREN_LINES:
            reason = f"{MAX_BARREN_LINES} lines in a row hold no article: not read further"
            raise Unusable(reason, ProblemKind.BROKEN)
        if line is not None and not line.strip():
            continue
        for result in _line(found, number, line, first_line):
            if isinstance(result, Problem) and result.fatal:
                broken += 1
                if broken > MAX_BROKEN_LINES:
                    continue
            elif isinstance(result, Article):
                last = number
            yield result
    if number == 0:
        raise Unusable("it is empty", ProblemKind.EMPTY)
    if broken > MAX_BROKEN_LINES:
        yield found.problem(f"{broken - MAX_BROKEN_LINES} more lines are not read", ProblemKind.BROKEN)


def _line(
    found: Found, number: int, line: bytes | None, first_line: dict[str, int]
) -> Iterator[Article | Problem]:
    try:
        given, note = _parse(line)
        identity = _identity(given, number)
        text = given.get("text")
        if not isinstance(text, str):
            raise Unusable("it has no text" if text is None else "its text is not text", ProblemKind.BROKEN)
        if identity in first_line:
            reason = f"the id {identity!r} was given before, in line {first_line[identity]}"
            raise Unusable(reason, ProblemKind.REPEATED)
    except Unusable as error:
        yield found.problem(error.reason, error.kind, line=number)
        return
    if note:
        yield found.problem(note, ProblemKind.DETAIL, line=number, fatal=False)
    for result in article(found, given, text, identity=identity, reader=NAME, line=number):
        if isinstance(result, Article):
            first_line[identity] = number
        yield result


def _parse(line: bytes | None) -> tuple[dict[str, object], str]:
    if line is None:
        raise Unusable("the line is longer than the limit for an article", ProblemKind.OVERSIZED)
    decoded = decode(line)
    try:
        given = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        where = f", at character {error.pos + 1}" if isinstance(error, json.JSONDecodeError) else ""
        raise Unusable(f"the line is not JSON{where}", ProblemKind.BROKEN) from error
    if not isinstance(given, dict):
        raise Unusable("the line is not a JSON object", ProblemKind.BROKEN)
    return given, decoded.note


def _identity(given: dict[str, object], number: int) -> str:
    identity = given.get("id")
    if identity is None or identity == "":
        return f"line {number}"
    if isinstance(identity, bool) or not isinstance(identity, str | int):
        raise Unusable("its id is neither text nor a whole number", ProblemKind.BROKEN)
    try:
        identity = without_surrogates(str(identity))
    except ValueError as error:
        # Python refuses to write out numbers of thousands of digits.
        raise Unusable("its id is too long", ProblemKind.BROKEN) from error
    if len(identity) > MAX_FIELD:
        raise Unusable(f"its id is longer than {MAX_FIELD} characters", ProblemKind.BROKEN)
    return identity
