"""Parse a piece of markup as exports hold it: the text that it shows, a line for each block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from qa.reading.parsing.markup import plain_text, tree_of
from qa.reading.stories import Story

_BLOCK = re.compile(r"<(?:p|div|br|li|h[1-6]|tr|blockquote)\b", re.IGNORECASE)


def parse(data: bytes, _: Mapping[str, str]) -> Iterator[Story]:
    """Yield the text of a piece of markup in UTF-8."""
    markup = data.decode("utf-8", "replace")
    if not _BLOCK.search(markup):
        # WordPress keeps paragraphs as lines, and makes blocks of them when it shows them.
        markup = markup.replace("\n", "<br>")
    yield Story(plain_text(tree_of(markup)))
