"""Make articles of a feed's entries: from the feed itself where it has the whole text, else from the linked page."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from qa.datatypes import Article
from qa.fetching.addresses import normalised
from qa.fetching.outcomes import NotFetched, Response
from qa.fetching.pages import Address
from qa.fetching.sniffing import charset_of
from qa.reading.articles import article
from qa.reading.files import Problem, ProblemKind
from qa.reading.parsing.feed import LONG
from qa.reading.sandbox import Sandbox
from qa.reading.stories import Remark, Story

READER = "feed/1"

_MORE = r"(?:continue reading|read (?:more|on|the (?:full|rest))|full story)\W*(?:\w+\W*){0,8}"
_CUT = re.compile(rf"(?:\.\.\.|…|\[[.…\s]+\]|{_MORE})\s*\Z", re.IGNORECASE)
_END = 200


def entries(answer: Response, *, sandbox: Sandbox, max_bytes: int) -> list[Story | Remark]:
    """Parse a feed into its entries, whose addresses are in the form in which they are fetched and kept.

    Raises:
        Unusable: If it cannot be read as a feed.
    """
    hints = {"url": answer.url, "charset": charset_of(answer.headers.get("content-type", ""))}
    found = sandbox.parse("feed", answer.body, max_characters=max_bytes, hints=hints)
    return [
        _with_address(each) if isinstance(each, Story) else each
        for each in found
        if isinstance(each, Story | Remark)
    ]


def is_whole(entry: Story) -> bool:
    """Whether the feed itself has the whole article, and not only its beginning."""
    return bool(entry.text) and (not entry.url or len(entry.text) >= LONG) and not is_cut(entry)


def is_cut(entry: Story) -> bool:
    """Whether an entry's text ends as cut texts do ("...", "Read more")."""
    return _CUT.search(entry.text[-_END:]) is not None


def state(entry: Story) -> str:
    """Return a hash of all that the feed says of an entry: it differs when anything has changed."""
    parts = (entry.part, entry.title, entry.date, entry.updated, entry.url, entry.author, entry.text)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def from_feed(entry: Story, path: str) -> Iterator[Article | Problem]:
    """Yield the article of an entry whose text is in the feed itself, and what is wrong with it."""
    given = {
        "title": entry.title,
        "date": entry.date,
        "source": entry.source,
        "url": entry.url,
        "author": entry.author,
    }
    yield from article(Address(path), given, entry.text, identity=entry.part, reader=READER)


def from_page(entry: Story, found: Article) -> Iterator[Article | Problem]:
    """Yield the article of a linked page with the details that its feed gives, which take precedence."""
    # Where the feed's date is not clear, the page's is used.
    details = {"title": entry.title, "date": entry.date, "source": entry.source, "author": entry.author}
    for each in article(
        Address(found.path),
        {name: value or getattr(found, name) for name, value in details.items()},
        found.text,
        identity=entry.part,
        reader=found.reader,
        pages=found.pages,
    ):
        if isinstance(each, Article):
            yield replace(each, url=entry.url, date=each.date or found.date)
        elif each.kind is not ProblemKind.DETAIL or found.date is None:
            yield each


def _with_address(entry: Story) -> Story:
    try:
        return replace(entry, url=normalised(entry.url) if entry.url else "")
    except NotFetched:
        # "javascript:", "mailto:", a local file: not to be fetched, and not to be shown as a link.
        return replace(entry, url="")
