"""Parse feeds that were saved as files (.xml, .rss, .atom), and exports of WordPress, which have the form of one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from qa.reading.files import ProblemKind, Unusable
from qa.reading.parsing import feed, wordpress
from qa.reading.stories import Remark, Story

_ADVICE = "index the feed by its web address"
_EXPORT = re.compile(rb"<rss\b[^<>]{0,4000}wordpress\.org/export/")


def parse(data: bytes, hints: Mapping[str, str]) -> Iterator[Story | Remark]:
    """Yield the entries that have a text."""
    links = others = texts = 0
    for each in wordpress.stories(data) if _EXPORT.search(data) else feed.parse(data, hints):
        if isinstance(each, Story) and not each.text:
            links += 1
            continue
        others += 1
        texts += isinstance(each, Story)
        yield each
    if links and not texts:
        raise Unusable(f"its entries are links without texts: {_ADVICE}", ProblemKind.EMPTY)
    if links:
        yield Remark(f"{links:,} of its entries are links without texts: {_ADVICE}")
    if not links and not others:
        raise Unusable("it has no entries", ProblemKind.EMPTY)
