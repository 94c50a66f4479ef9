"""Choose the reader of a file by its ending, and report what fails. A new format is a module and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass

from qa.datatypes import Article
from qa.reading import csv_rows, json_array, jsonl, markdown, mbox, saved_feed, spreadsheet, text
from qa.reading.files import FoundFile, Problem, Unusable, reason_of
from qa.reading.foreign import DOCX, EML, EPUB, HTML, MHT, PDF, RTF, SUBTITLES
from qa.reading.opening import Opened, opened
from qa.reading.sandbox import Sandbox

BEGINNING = 64 * 1024
"""Bytes of a file that are looked at to tell of which kind it is: exports begin with long comments."""


@dataclass(frozen=True, slots=True)
class Format:
    """How files with an ending are read.

    `many`: a file holds many articles and is read as a stream, so the size limit applies to each of them.
    `begins_so`: whether bytes are the beginning of a file that the reader reads, where other programs give the same
    ending to other things: `.xml` may be anything.
    """

    read: Callable[[Opened, FoundFile, int, Sandbox], Iterator[Article | Problem]]
    many: bool = False
    begins_so: Callable[[bytes], bool] | None = None


FORMATS = {
    ".txt": Format(text.read),
    ".md": Format(markdown.read),
    ".markdown": Format(markdown.read),
    ".json": Format(json_array.read, many=True),
    ".jsonl": Format(jsonl.read, many=True),
    ".jsonl.gz": Format(jsonl.read_gzipped, many=True),
    ".csv": Format(csv_rows.read, many=True),
    ".tsv": Format(csv_rows.read, many=True),
    ".xlsx": Format(spreadsheet.read),
    ".xls": Format(spreadsheet.read),
    ".ods": Format(spreadsheet.read),
    ".html": Format(HTML.read),
    ".htm": Format(HTML.read),
    ".xhtml": Format(HTML.read),
    ".mht": Format(MHT.read),
    ".mhtml": Format(MHT.read),
    ".pdf": Format(PDF.read),
    ".docx": Format(DOCX.read),
    ".rtf": Format(RTF.read),
    ".epub": Format(EPUB.read),
    ".eml": Format(EML.read),
    ".mbox": Format(mbox.read, many=True),
    ".xml": Format(saved_feed.read, begins_so=saved_feed.is_beginning),
    ".rss": Format(saved_feed.read),
    ".atom": Format(saved_feed.read),
    ".srt": Format(SUBTITLES.read),
    ".vtt": Format(SUBTITLES.read),
}


def format_of(name: str) -> Format | None:
    """Return the format of a file by the longest known ending of its name, upper or lower case; None if unknown."""
    lowered = name.rsplit("/", 1)[-1].lower()
    for ending in sorted(FORMATS, key=len, reverse=True):
        if lowered.endswith(ending):
            return FORMATS[ending]
    return None


def is_of_its_kind(found: FoundFile) -> bool:
    """Whether the reader of a file's ending reads what the file begins with; True where that cannot be looked at."""
    reader = format_of(found.relative)
    if reader is None or reader.begins_so is None:
        return reader is not None
    try:
        with opened(found) as file:
            return reader.begins_so(file.stream.read(BEGINNING))
    except (OSError, Unusable):
        # Reading it reports what is wrong.
        return True


def read(
    found: FoundFile,
    *,
    max_bytes: int,
    sandbox: Sandbox | None = None,
    position: Callable[[int], None] = lambda offset: None,
) -> Iterator[Article | Problem]:
    """Yield the articles of a file and what is wrong with it, in the file's order; nothing in a file raises.

    Args:
        found: A file as `discover` yields it. It may be gone by now.
        max_bytes: Size limit of one article: of the file, or of a line of a file of many articles.
        position: Called before each article with the offset in the file up to which was read.
        sandbox: Where foreign formats are read. Without one, each file starts its own.
    """
    reader = format_of(found.relative)
    if reader is None:
        raise ValueError(f"no reader for {found.relative}: discover() yields none such")
    try:
        with opened(found) as file, nullcontext(sandbox) if sandbox else Sandbox() as used:
            for each in reader.read(file, found, max_bytes, used):
                position(file.stream.tell())
                yield each
    except Unusable as error:
        yield found.problem(error.reason, error.kind)
    except OSError as error:
        yield found.problem(*reason_of(error))
