"""Which reader is for which file, and what becomes of failures. A new format is a module and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from qa.datatypes import Article
from qa.reading import jsonl, markdown, text
from qa.reading.files import Found, Problem, Unusable, reason_of
from qa.reading.opening import Opened, opened


@dataclass(frozen=True, slots=True)
class Format:
    """`name` is recorded with each article; its number grows when the same bytes would be read differently.

    `many`: a file holds many articles and is read as a stream, so the size limit is for each of them.
    """

    name: str
    read: Callable[[Opened, Found, int], Iterator[Article | Problem]]
    many: bool = False


FORMATS = {
    ".txt": Format(text.NAME, text.read),
    ".md": Format(markdown.NAME, markdown.read),
    ".markdown": Format(markdown.NAME, markdown.read),
    ".jsonl": Format(jsonl.NAME, jsonl.read, many=True),
    ".jsonl.gz": Format(jsonl.NAME, jsonl.read_gzipped, many=True),
}


def format_of(name: str) -> Format | None:
    """Return the format of a file by the longest known ending of its name, in any case."""
    lowered = name.rsplit("/", 1)[-1].lower()
    for ending in sorted(FORMATS, key=len, reverse=True):
        if lowered.endswith(ending):
            return FORMATS[ending]
    return None


def read(found: Found, *, max_bytes: int) -> Iterator[Article | Problem]:
    """Yield the articles of a file and what is wrong with it, in the file's order; nothing in a file raises.

    Args:
        found: A file as `discover` yields it. That it was found does not mean that it is still there.
        max_bytes: Size limit of one article: of the file, or of a line of a file of many articles.
    """
    reader = format_of(found.relative)
    if reader is None:
        raise ValueError(f"no reader for {found.relative}: discover() yields none such")
    try:
        with opened(found) as file:
            yield from reader.read(file, found, max_bytes)
    except Unusable as error:
        yield found.problem(error.reason, error.kind)
    except OSError as error:
        yield found.problem(*reason_of(error))
