"""Read feeds that were saved as files, and exports of WordPress: one article an entry, parsed in the sandbox."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.datatypes import Article
from qa.reading.files import FoundFile, Problem
from qa.reading.foreign import SAVED_FEED, from_bytes
from qa.reading.opening import Opened
from qa.reading.sandbox import Sandbox

_ROOT = re.compile(rb"(?:\s|<!--.*?-->|<[?!](?!--)[^>]*>)*+<(?:rss|feed|(?:\w+:)?RDF)\b", re.DOTALL)
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def is_beginning(head: bytes) -> bool:
    """Whether the beginning of an XML file is that of a feed: its first element is `rss`, `feed` or `RDF`."""
    return _ROOT.match(head.removeprefix(_BYTE_ORDER_MARK)) is not None


def read(file: Opened, found: FoundFile, max_bytes: int, sandbox: Sandbox) -> Iterator[Article | Problem]:
    """Yield the article of each entry that has a text, and what is wrong with entries."""
    # Not with the file's name before it, since the next export holds the same entries under another name.
    yield from from_bytes(
        file.whole(max_bytes), SAVED_FEED, origin=found, identity="", sandbox=sandbox, max_bytes=max_bytes
    )
