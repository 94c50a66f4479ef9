"""Read JSON lines, gzipped or not: one article a line, as a stream, so the file may be larger than memory."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable, Iterator
from functools import partial

from qa.datatypes import Article
from qa.reading.articles import article
from qa.reading.decoding import decode
from qa.reading.files import FoundFile, Problem, ProblemKind, Unusable
from qa.reading.json_objects import article_fields_of, identity_of, is_plain, text_of
from qa.reading.limits import ALWAYS_UNPACKED, MAX_RATIO
from qa.reading.lines import lines_of
from qa.reading.many import MAX_BARREN, Seen, limited
from qa.reading.opening import Opened
from qa.reading.sandbox import Sandbox
from qa.reading.shown_text import shown as shown_text

NAME = "jsonl/2"


def read(file: Opened, found: FoundFile, max_bytes: int, sandbox: Sandbox) -> Iterator[Article | Problem]:
    """Yield the article of each line, and what is wrong with lines."""
    shown = partial(shown_text, sandbox=sandbox, max_bytes=max_bytes)
    yield from limited(found, _articles(found, lines_of(file.stream, max_bytes), shown), "lines")
    file.check_unchanged()


def read_gzipped(
    file: Opened, found: FoundFile, max_bytes: int, sandbox: Sandbox
) -> Iterator[Article | Problem]:
    """Yield the article of each line of a gzipped file, and what is wrong with lines."""
    shown = partial(shown_text, sandbox=sandbox, max_bytes=max_bytes)
    limit = max(ALWAYS_UNPACKED, MAX_RATIO * file.before.st_size)
    try:
        with gzip.open(file.stream, "rb") as stream:
            yield from limited(found, _articles(found, lines_of(stream, max_bytes, limit), shown), "lines")
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        reason = "it is cut off" if isinstance(error, EOFError) else "it is damaged, or is not gzip"
        raise Unusable(reason, ProblemKind.BROKEN) from error
    file.check_unchanged()


def _articles(
    found: FoundFile, lines: Iterator[bytes | None], shown: Callable[[str], str]
) -> Iterator[Article | Problem]:
    seen = Seen()
    empty, last = True, 0
    for number, line in enumerate(lines, start=1):
        # Blank ones too, which `limited` does not see.
        if number - last > MAX_BARREN:
            reason = f"{MAX_BARREN} lines in a row hold no article: the rest is not read"
            raise Unusable(reason, ProblemKind.BROKEN)
        if line is not None and not line.strip():
            continue
        for result in _line(found, number, line, seen, shown):
            if isinstance(result, Article):
                last = number
            empty = False
            yield result
    if empty:
        raise Unusable("it is empty", ProblemKind.EMPTY)


def _line(
    found: FoundFile, number: int, line: bytes | None, seen: Seen, shown: Callable[[str], str]
) -> Iterator[Article | Problem]:
    try:
        given, note = _parse(line)
        fields = article_fields_of(given)
        identity = identity_of(fields, f"line {number}")
        text = text_of(fields)
        text = text if is_plain(given) else shown(text)
        seen.refuse_again(identity)
    except Unusable as error:
        yield found.problem(error.reason, error.kind, line=number)
        return
    if note:
        yield found.problem(note, ProblemKind.DETAIL, line=number, fatal=False)
    for result in article(found, fields, text, identity=identity, reader=NAME, line=number):
        if isinstance(result, Article):
            seen.add(identity, number)
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
