"""Parse the block quotations of a page or a word processor file: a story for each, in their order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from qa.reading.parsing import docx
from qa.reading.parsing.markup import decoded, plain_text, tree_of
from qa.reading.parsing.packed import Packed
from qa.reading.stories import Remark, Story

_QUOTE_STYLES = frozenset("quote intensequote blocktext blockquote blockquotation quotations".split())
"""Names of paragraph styles for block quotations, as Word and LibreOffice write them into files."""


def parse(data: bytes, hints: Mapping[str, str]) -> Iterator[Story | Remark]:
    """Yield what stands in each block quotation; one inside another is part of it."""
    found = _of_document(data) if hints.get("ending") == ".docx" else _of_page(data)
    for text in found:
        if text.strip():
            yield Story(text)


def _of_page(data: bytes) -> Iterator[str]:
    for block in tree_of(decoded(data)).xpath("//blockquote[not(ancestor::blockquote)]"):
        yield plain_text(block)


def _of_document(data: bytes) -> Iterator[str]:
    with Packed(data) as packed:
        body = docx.body_of(packed)
    lines: list[str] = []
    for element in body.iter(etree.Element):
        if docx.name_of(element) != "p":
            continue
        if docx.style_of(element).casefold().replace(" ", "") in _QUOTE_STYLES:
            lines.append(docx.text_of(element))
        elif lines:
            yield "\n".join(lines)
            lines = []
    yield "\n".join(lines)
