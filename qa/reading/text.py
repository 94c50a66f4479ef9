"""Read plain text: one article a file."""

from __future__ import annotations

from collections.abc import Iterator

from qa.datatypes import Article
from qa.reading.articles import article
from qa.reading.dated_names import day_in_path
from qa.reading.decoding import decode
from qa.reading.files import FoundFile, Problem, ProblemKind
from qa.reading.opening import Opened
from qa.reading.sandbox import Sandbox
from qa.reading.text_headers import divide

NAME = "text/3"


def read(file: Opened, found: FoundFile, max_bytes: int, _: Sandbox) -> Iterator[Article | Problem]:
    """Yield what is wrong with a text file, then its article."""
    decoded = decode(file.whole(max_bytes))
    if decoded.note:
        yield found.problem(decoded.note, ProblemKind.DETAIL, fatal=False)
    given, text = divide(decoded.text)
    yield from article(
        found, given, text, identity=found.relative, reader=NAME, day=day_in_path(found.relative)
    )
