"""Parse HTML and XHTML into a tree, and turn a tree into plain text: a line for each block, as a browser breaks it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from lxml import etree, html

from qa.reading.decoding import decode
from qa.reading.files import ProblemKind, Unusable

BROKEN = "\ufffd"
SHOWN_BROKEN = f"some of its characters are broken, shown as {BROKEN}"

_DECLARED = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,200}?encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I
)
_DECLARED_WITHIN = 4096

# Elements that begin and end a line. All others are part of the line that they stand in.
_BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre
    section select summary table tbody tfoot thead title tr ul br
    """.split()
)
_CELLS = frozenset({"td", "th"})
_UNSEEN = frozenset(
    "script style noscript template head iframe object embed audio video canvas svg math select button textarea".split()
)
_FURNITURE = frozenset({"nav", "footer", "aside", "form", "menu", "dialog"})
_SPACES = re.compile("[ \t\n\r\f]+")
_OPENING = tuple("“”„‟«‘‚‹\"'")


def decoded(data: bytes, charset: str = "") -> str:
    """Decode a page: as UTF-8 if it is valid UTF-8, else as its sender or the page itself declares, else by detection.

    Raises:
        Unusable: If it is not text.
    """
    declared = charset or _declared(data)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        declared = declared if declared.lower().startswith("iso-2022") else ""
    if declared and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF8)):
        # On the web, what is declared as Latin-1 is Windows-1252.
        name = (
            "cp1252"
            if declared.lower() in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"}
            else declared
        )
        try:
            if codecs.lookup(name)._is_text_encoding:
                return data.decode(name)
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data).text


def _declared(data: bytes) -> str:
    match = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    return match[1].decode("ascii") if match else ""


def tree_of(text: str) -> html.HtmlElement:
    """Parse a page into a tree.

    Raises:
        Unusable: If it has no elements, or is nested so deeply that the rest would be lost.
    """
    # The text is encoded again as UTF-8, because lxml loses text before the first element of a decoded page that
    # declares an encoding.
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    encoded = text.replace("\x00", "\ufffd").encode("utf-8", "replace")
    try:
        root = html.document_fromstring(encoded, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        require_whole(parser)
        raise Unusable("it has no text", ProblemKind.EMPTY) from error
    require_whole(parser)
    _mark_quotations(root)
    return root


def _mark_quotations(root: html.HtmlElement) -> None:
    """Put what a browser shows around `<q>` into the text, unless it has quotation marks of its own."""
    found: list[tuple[etree._Element, int]] = []
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end"), tag="q"):
        if event == "start":
            found.append((element, depth))
        depth += 1 if event == "start" else -1
    for element, level in found:
        element.tag = "span"  # for trafilatura, it would be a block
        if (element.text or "").lstrip()[:1] in _OPENING:
            continue
        opening, closing = "‘’" if level % 2 else "“”"
        element.text = opening + (element.text or "").lstrip()
        if len(element):
            element[-1].tail = (element[-1].tail or "").rstrip() + closing
        else:
            element.text = element.text.rstrip() + closing


def require_whole(parser: etree.HTMLParser | etree.XMLParser) -> None:
    """Raise an error if a limit ended the parsing, which the parser itself takes for the end of the text.

    Raises:
        MemoryError: If there was no more memory.
        Unusable: If it is nested too deeply.
    """
    limits = {entry.type for entry in parser.error_log}
    if etree.ErrorTypes.ERR_NO_MEMORY in limits:
        raise MemoryError
    if etree.ErrorTypes.ERR_RESOURCE_LIMIT in limits:
        raise Unusable("it is nested too deeply", ProblemKind.BROKEN)


def plain_text(root: etree._Element, *, furniture: bool = True) -> str:
    """Return the text that a page shows, a line for each block; without `furniture`, no menus and footers."""
    unseen = _UNSEEN if furniture else _UNSEEN | _FURNITURE
    lines: list[str] = []
    line: list[str] = []

    def end_line() -> None:
        joined = _SPACES.sub(" ", "".join(line)).strip(" ")
        if joined and not joined.isspace():
            lines.append(joined)
        line.clear()

    for part, tag in _pieces(root, unseen):
        if tag in _BLOCKS:
            end_line()
        elif tag in _CELLS:
            line.append(" ")
        line.append(part)
    end_line()
    return "\n".join(lines)


def _pieces(root: etree._Element, unseen: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield each piece of text with the tag in front of it, in the order of the page, without the root's tail."""
    # Not recursion: a page can be nested deeper than Python's calls.
    hidden: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        name = tag.rpartition("}")[2].lower()
        if event == "start":
            if hidden is None and (name in unseen or "hidden" in element.attrib):
                hidden = element
            yield (element.text or "" if hidden is None else ""), ("" if hidden is not None else name)
            continue
        if hidden is element:
            hidden = None
        if element is not root:
            yield (element.tail or "" if hidden is None else ""), ("" if hidden is not None else name)
