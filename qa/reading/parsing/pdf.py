"""Parse PDF files by PDFium: the text of each page, in paragraphs. Scans have no text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pypdfium2
from pypdfium2 import raw

from qa.reading.files import ProblemKind, Unusable
from qa.reading.parsing.reflow import PrintedLine, reflowed
from qa.reading.stories import Remark, Story

MAX_PAGES = 20_000
_PASSWORD = 4
_HYPHENS = (0x02, 0xFFFE)
"""Codes that PDFium gives for a hyphen that divides a word at the end of a line; the next line follows at once."""

_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_NO_TITLE = re.compile(
    r"untitled|(?:microsoft )?(?:word|powerpoint|excel|publisher) ?-|\S*\.(?:docx?|odt|rtf|indd|qxd|pdf|tex|txt|html?)$"
    r"|(?:document|dokument|title|slide) ?\d*$",
    re.IGNORECASE,
)
_MAX_UNREADABLE = 0.3


def parse(data: bytes, _: Mapping[str, str]) -> Iterator[Story | Remark]:
    """Yield the article in a PDF file, and which of its pages are damaged."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise Unusable("it is locked with a password", ProblemKind.UNREADABLE) from error
        raise Unusable("it is damaged, or is not a PDF", ProblemKind.BROKEN) from error
    if len(document) > MAX_PAGES:
        raise Unusable(f"it has more than {MAX_PAGES:,} pages", ProblemKind.OVERSIZED)
    pages: list[list[PrintedLine]] = []
    broken = []
    for number in range(len(document)):
        try:
            pages.append(_lines(document[number]))
        except pypdfium2.PdfiumError:
            pages.append([])
            broken.append(str(number + 1))
    text, starts = reflowed(pages)
    if not text.strip():
        raise Unusable("it has no text; perhaps it is a scan, with only pictures of pages", ProblemKind.EMPTY)
    if sum(map(_is_unreadable, text)) > _MAX_UNREADABLE * len(text):
        raise Unusable("its fonts do not say which letters they show", ProblemKind.ENCODING)
    if broken:
        which = f"page {broken[0]} is" if len(broken) == 1 else f"pages {', '.join(broken[:10])} are"
        yield Remark(f"its {which} damaged and left out")
    title = document.get_metadata_value("Title").strip()
    author = document.get_metadata_value("Author").strip()
    yield Story(
        text,
        title="" if _NO_TITLE.match(title) else title,
        # An author of one word is most often an account or a program. The file's date is not the day on which the
        # article was published, so no date is taken from it.
        author=author if " " in author else "",
        pages=starts,
    )


def _lines(page: pypdfium2.PdfPage) -> list[PrintedLine]:
    text_page = page.get_textpage()
    codes = [raw.FPDFText_GetUnicode(text_page, index) for index in range(text_page.count_chars())]
    lines = []
    start = 0
    for index, code in enumerate([*codes, 0x0A]):
        if code in (0x0A, 0x0D) or code in _HYPHENS:
            if line := _line(text_page, codes, start, index, hyphen=code in _HYPHENS):
                lines.append(line)
            start = index + 1
    text_page.close()
    page.close()
    return lines


def _line(
    text_page: pypdfium2.PdfTextPage, codes: list[int], start: int, end: int, *, hyphen: bool
) -> PrintedLine | None:
    seen = [index for index in range(start, end) if not _character(codes[index]).isspace()]
    if not seen:
        return None
    boxes = [_box(text_page, index) for index in (seen[0], seen[len(seen) // 2], seen[-1])]
    heights = sorted((top - bottom, bottom) for _, _, bottom, top in boxes)
    height, bottom = heights[1]
    units = "".join(_character(code) for code in codes[seen[0] : seen[-1] + 1])
    # Characters beyond the first plane may come as two halves.
    text = units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return PrintedLine(
        text, min(box[0] for box in boxes), max(box[1] for box in boxes), bottom, height, hyphen
    )


def _character(code: int) -> str:
    if code in _LIGATURES:
        return _LIGATURES[code]
    return chr(code) if 0x20 <= code <= 0x10FFFF or code == 0x09 else " "


def _box(text_page: pypdfium2.PdfTextPage, index: int) -> tuple[float, float, float, float]:
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text_page, index, box)
    return box.left, box.right, box.bottom, box.top


def _is_unreadable(character: str) -> bool:
    return character == "\ufffd" or "\ue000" <= character <= "\uf8ff"
