"""Read web pages, saved or fetched, into articles."""

from __future__ import annotations

from collections.abc import Iterator

from qa.datatypes import Article
from qa.reading.files import Problem, Provenance
from qa.reading.foreign import HTML, from_bytes
from qa.reading.sandbox import Sandbox


def article_from_html(
    data: bytes,
    url: str,
    *,
    origin: Provenance,
    identity: str,
    sandbox: Sandbox,
    max_bytes: int,
    charset: str = "",
) -> Iterator[Article | Problem]:
    """Yield what is wrong with a page, then its article; nothing in a page raises.

    Args:
        url: Where it came from; the page's own canonical address takes precedence.
        origin: What problems are about.
        identity: Becomes the article's id.
        charset: The encoding that its sender named, if any.
    """
    hints = {"url": url, "charset": charset}
    return from_bytes(
        data, HTML, origin=origin, identity=identity, sandbox=sandbox, max_bytes=max_bytes, hints=hints
    )
