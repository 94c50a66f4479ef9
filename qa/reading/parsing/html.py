"""Parse web pages: trafilatura finds the article in the page, and the page's own metadata gives its details."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import html

from qa.reading.files import ProblemKind, Unusable
from qa.reading.parsing.markup import BROKEN, SHOWN_BROKEN, decoded, plain_text, tree_of
from qa.reading.parsing.metadata import details
from qa.reading.stories import Remark, Story

_SHORT = 500
"""Characters. With less text than that, trafilatura cannot tell an article from the menus around it."""


_PARAGRAPHS = 3
"""With so many in one cell, a table holds an article and not figures."""


def parse(data: bytes, hints: Mapping[str, str]) -> Iterator[Story | Remark]:
    """Yield the article of a page, and whether some of its characters are broken."""
    page = decoded(data, hints.get("charset", ""))
    if BROKEN in page and BROKEN.encode() not in data:
        yield Remark(SHOWN_BROKEN)
    yield story(page, hints.get("url", ""))


def story(page: str, url: str = "") -> Story:
    """Return the article of a page with its details.

    Raises:
        Unusable: If there is none.
    """
    tree = tree_of(page)
    found = details(tree, url)
    text = _article(tree)
    if not text.strip():
        raise Unusable("no article is found in it", ProblemKind.EMPTY)
    return Story(text, **found)


def _article(tree: html.HtmlElement) -> str:
    # Imported here: mail and books need only the markup.
    from trafilatura import bare_extraction

    _unframe(tree)
    # This comes first, because the extraction changes the tree.
    plain = _simple(tree)
    document = bare_extraction(tree, include_comments=False, include_tables=True, output_format="python")
    text = document.text if document is not None and not isinstance(document, dict) else None
    text = (text or "").strip()
    # From a short page it takes everything, menus too, and forgets where paragraphs end.
    return plain if not text or (len(text) < _SHORT and len(plain) < 2 * len(text)) else text


def _unframe(tree: html.HtmlElement) -> None:
    """Make blocks of the cells of tables that only lay out a page, as in old pages, so that paragraphs stay apart."""
    for table in list(tree.iter("table")):
        if any(len(cell.findall(".//p")) >= _PARAGRAPHS for cell in table.iter("td")):
            for part in (table, *table.iter("tbody", "tr", "td", "th")):
                part.tag = "div"


def _simple(tree: html.HtmlElement) -> str:
    """Return the text of the element marked as the article or main part, else of all but menus and footers."""
    for path in ("//article", "//main", "//*[@role='main']"):
        parts = tree.xpath(path)
        if len(parts) == 1 and (text := plain_text(parts[0], furniture=False)):
            return text
    return plain_text(tree, furniture=False)
