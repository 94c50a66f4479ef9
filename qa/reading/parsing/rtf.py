"""Parse rich text (.rtf): its paragraphs, one a line, as they read with all changes accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from striprtf.striprtf import rtf_to_text

from qa.reading.files import ProblemKind, Unusable
from qa.reading.stories import Remark, Story

_START = b"{\\rtf"
_CODE_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_HEAD = 4000
"""Bytes at whose beginning a file names its code page."""
# The library writes the address of a link into the text, after its words, where it finds this.
_LINK = re.compile(r"(\\fldinst\b[^{}]{0,500}(?:\{[^{}]{0,500})?)HYPERLINK")
_WORD = re.compile(r"\\\\|\\(?:nest)?cell(?![a-z])|\\deleted(?![a-z0-9])")
_INSTEAD = {r"\cell": r"\tab", r"\nestcell": r"\tab", r"\deleted": r"\comment"}
"""What the library is given for a word: a cell's end is "|" to it, and what a revision took out is text."""
_DETAIL = r"\{\\%s\b ?((?:[^{}\\]|\\[^{}]|\{[^{}]*\})*)\}"
_TITLE, _AUTHOR = re.compile(_DETAIL % "title"), re.compile(_DETAIL % "author")


def parse(data: bytes, _: Mapping[str, str]) -> Iterator[Story | Remark]:
    """Yield the article in a .rtf file."""
    if not data.lstrip().startswith(_START):
        raise Unusable("it is damaged, or not what its name says", ProblemKind.BROKEN)
    source = _decoded(data)
    try:
        text = _text_of(_WORD.sub(lambda word: _INSTEAD.get(word[0], word[0]), _LINK.sub(r"\1", source)))
    except ValueError as error:
        # The number of a character that there is not.
        raise Unusable("it is damaged", ProblemKind.BROKEN) from error
    if not text:
        raise Unusable("it has no text", ProblemKind.EMPTY)
    if not data.rstrip(b"\x00\t\r\n ").endswith(b"}"):
        yield Remark("it is cut off: its end may be missing")
    if "\ufffd" in text:
        yield Remark("some of its characters are broken, shown as \ufffd")
    title, author = (_detail(source, pattern) for pattern in (_TITLE, _AUTHOR))
    yield Story(text, title=title, author=author)


def _decoded(data: bytes) -> str:
    """Decode a file's own bytes: nearly always ASCII, since other characters are written as codes."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        named = _CODE_PAGE.search(data, 0, _HEAD)
        try:
            return data.decode(f"cp{int(named[1])}" if named else "cp1252", "replace")
        except LookupError:
            return data.decode("cp1252", "replace")


def _text_of(source: str) -> str:
    text = rtf_to_text(source, errors="replace")
    # A character beyond the first plane is written as two halves.
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


def _detail(source: str, pattern: re.Pattern[str]) -> str:
    found = pattern.search(source, 0, 10 * _HEAD)
    return " ".join(_text_of(r"{\rtf1 " + found[1] + "}").split()) if found else ""
