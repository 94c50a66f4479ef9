"""Parse word processor files (.docx): the body's paragraphs, as they read with all changes accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from qa.reading.files import ProblemKind, Unusable
from qa.reading.parsing.packed import Packed
from qa.reading.stories import Remark, Story

_WORD = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# Deleted or moved away, instructions of fields; and the copies that are kept for older programs.
_UNSEEN = frozenset({"del", "moveFrom", "instrText", "delText", "Fallback", "rPr", "pPr", "sectPr", "rt"})
_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "‑", "softHyphen": "\xad"}
_NO_AUTHOR = re.compile(r"\S*|python-docx|microsoft office user|.*\badministrator\b.*", re.IGNORECASE)


def parse(data: bytes, _: Mapping[str, str]) -> Iterator[Story | Remark]:
    """Yield the article in a .docx file."""
    with Packed(data) as packed:
        body = body_of(packed)
        text = text_of(body)
        if not text.strip():
            raise Unusable("it has no text", ProblemKind.EMPTY)
        title, author = _properties(packed)
        # A paragraph in the style "Title" is the title; the property may be left over from an older file.
        title = _headline(body) or title
    yield Story(text, title=title, author=author)


def body_of(packed: Packed) -> etree._Element:
    """Return the root of a file's text."""
    return packed.xml(_main_part(packed))


def _main_part(packed: Packed) -> str:
    for relation in packed.xml("_rels/.rels").iter(_RELATION):
        if (relation.get("Type") or "").endswith("/officeDocument"):
            return (relation.get("Target") or "").lstrip("/")
    raise Unusable("it is a zip file, but not a .docx", ProblemKind.BROKEN)


def text_of(body: etree._Element) -> str:
    """Return the text: a line for each paragraph, and in a table a line for each row."""
    lines: list[str] = []
    line: list[str] = []
    unseen: etree._Element | None = None
    rows = 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        name = name_of(element)
        if event == "start":
            if unseen is None and name in _UNSEEN:
                unseen = element
            if unseen is None:
                rows += name == "tr"
                if name == "t":
                    line.append(element.text or "")
                elif name in _MARKS and name_of(element.getparent()) == "r":
                    line.append(_MARKS[name])
            continue
        if unseen is element:
            unseen = None
        elif unseen is None and name in {"p", "tr"}:
            rows -= name == "tr"
            if name == "p" and rows:
                line.append(" ")
            else:
                lines += "".join(line).split("\n")
                line = []
    lines.append("".join(line))
    return "\n".join(line.strip(" ") for line in lines if line.strip())


def _headline(body: etree._Element) -> str:
    for space in _WORD:
        for paragraph in body.iter(f"{space}p"):
            if style_of(paragraph) == "Title":
                return text_of(paragraph).replace("\n", " ")
    return ""


def style_of(paragraph: etree._Element) -> str:
    """Return the name of a paragraph's style, "" where it has none."""
    for space in _WORD:
        style = paragraph.find(f"{space}pPr/{space}pStyle")
        if style is not None:
            return style.get(f"{space}val") or ""
    return ""


def name_of(element: etree._Element | None) -> str:
    """Return a tag of WordprocessingML without its namespace, or that of a copy kept for older programs; else ""."""
    tag = element.tag if element is not None and isinstance(element.tag, str) else ""
    space, _, name = tag.rpartition("}")
    return name if f"{space}}}" in _WORD or name == "Fallback" else ""


def _properties(packed: Packed) -> tuple[str, str]:
    """Return title and author from the file's properties. The dates there are the file's, not the article's."""
    if "docProps/core.xml" not in packed:
        return "", ""
    try:
        root = packed.xml("docProps/core.xml")
    except Unusable:
        return "", ""
    title, author = ((root.findtext(f"{_DUBLIN}{name}") or "").strip() for name in ("title", "creator"))
    return title, "" if _NO_AUTHOR.fullmatch(author) else author
