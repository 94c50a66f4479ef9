"""Parse books and magazines (.epub): an article for each document in reading order that has text."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import unquote

from lxml import etree

from qa.reading.dates import normalised
from qa.reading.files import ProblemKind, Unusable
from qa.reading.parsing.markup import decoded, plain_text, tree_of
from qa.reading.parsing.packed import Packed
from qa.reading.stories import Remark, Story

MAX_CHAPTERS = 5_000
_CONTAINER = "META-INF/container.xml"
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_EVENT = "{http://www.idpf.org/2007/opf}event"
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbncx+xml"})
_FIRST_YEAR = "1400"
"""Some programs write the year 101 for "unknown"."""


def parse(data: bytes, _: Mapping[str, str]) -> Iterator[Story | Remark]:
    """Yield an article for each chapter, and what is left out."""
    with Packed(data) as packed:
        if "META-INF/rights.xml" in packed or ("META-INF/encryption.xml" in packed and _is_locked(packed)):
            raise Unusable("it is locked (copy protection)", ProblemKind.UNREADABLE)
        package = _package(packed)
        root = packed.xml(package)
        book = _book(root)
        found = False
        for path in _spine(root, posixpath.dirname(package)):
            try:
                tree = tree_of(decoded(packed.member(path)))
            except Unusable as error:
                if error.kind is ProblemKind.OVERSIZED:
                    raise
                yield Remark(f"its chapter {path} is left out: {error.reason}")
                continue
            text = plain_text(tree)
            if text.strip():
                found = True
                yield replace(book, text=text, title=_title(tree), part=path)
        if not found:
            raise Unusable("it has no text", ProblemKind.EMPTY)


def _is_locked(packed: Packed) -> bool:
    """Whether chapters are encrypted. Fonts often are, which does not matter."""
    for reference in packed.xml("META-INF/encryption.xml").iter(
        "{http://www.w3.org/2001/04/xmlenc#}CipherReference"
    ):
        if (reference.get("URI") or "").lower().endswith((".xhtml", ".html", ".htm", ".xml", ".opf")):
            return True
    return False


def _package(packed: Packed) -> str:
    for element in packed.xml(_CONTAINER).iter("{*}rootfile"):
        if path := element.get("full-path"):
            return str(path)
    raise Unusable("it does not say where its contents are", ProblemKind.BROKEN)


def _spine(root: etree._Element, folder: str) -> Iterator[str]:
    """Yield the paths of the documents in reading order, tables of contents left out."""
    items = {element.get("id"): element for element in root.iter("{*}item")}
    seen: set[str] = set()
    for reference in root.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or (item.get("media-type") or "") not in _PAGES:
            continue
        if "nav" in (item.get("properties") or "").split() or reference.get("linear") == "no":
            continue
        path = posixpath.normpath(posixpath.join(folder, unquote((item.get("href") or "").split("#")[0])))
        if path not in seen:
            seen.add(path)
            yield path
        if len(seen) > MAX_CHAPTERS:
            raise Unusable(f"it has more than {MAX_CHAPTERS:,} chapters", ProblemKind.OVERSIZED)


def _book(root: etree._Element) -> Story:
    """Return the details that all chapters share: the book's title as their source, its authors and its date."""
    titles = [_words(element) for element in root.iter(f"{_DUBLIN}title")]
    creators = [_words(element) for element in root.iter(f"{_DUBLIN}creator")]
    dates = [
        _words(element)
        for element in root.iter(f"{_DUBLIN}date")
        if element.get(_EVENT, "publication") in {"publication", "original-publication", "issued"}
    ]
    sure = {day for each in dates if (day := normalised(each)) and day >= _FIRST_YEAR}
    return Story(
        "",
        # A chapter's source is the book.
        source=next(filter(None, titles), ""),
        author=", ".join(filter(None, creators)),
        date=sure.pop() if len(sure) == 1 else "",
    )


def _title(tree: etree._Element) -> str:
    for name in ("h1", "h2", "h3"):
        for element in tree.iter(name):
            if words := _words(element):
                return words
    return next((words for element in tree.iter("title") if (words := _words(element))), "")


def _words(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())
