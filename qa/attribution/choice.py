"""Choose the extractor, and decide which stored records need no new extraction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from qa.datatypes import Article, Extraction
from qa.rule_versions import EXTRACTOR_VERSION, PARSED_EXTRACTOR_VERSION, keeps


@dataclass(frozen=True, slots=True)
class Extractor:
    """An extractor and its version number, which is stored with what it finds."""

    version: int
    extract: Callable[[Article], Extraction]

    def keeps(self, made_by: int) -> bool:
        """Tell whether records of a version can stay as they are."""
        return keeps(self.version, made_by)


def choose(*, parse: bool) -> Extractor:
    """Return the default extractor, or the one with the parser, which loads at the first article.

    Raises:
        UsageError: If the parser is asked for and not installed.
    """
    if not parse:
        return Extractor(EXTRACTOR_VERSION, _extract)
    from qa.attribution.parser.parsing import Parser, open_parser, require_parser

    require_parser()
    parser: Callable[[], Parser] = cache(open_parser)

    def extract_with_parser(article: Article) -> Extraction:
        from qa.attribution.parser.parsed import extract_all_parsed

        return extract_all_parsed(article, parser())

    return Extractor(PARSED_EXTRACTOR_VERSION, extract_with_parser)


def _extract(article: Article) -> Extraction:
    from qa.attribution.extractor import (
        extract_all,
    )  # here: an update that finds nothing new need not load it

    return extract_all(article)
