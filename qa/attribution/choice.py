"""Choose the extractor, and decide which stored records need no new extraction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from qa.datatypes import Article, Attribution
from qa.rule_versions import EXTRACTOR_VERSION, PARSED_EXTRACTOR_VERSION, keeps


@dataclass(frozen=True, slots=True)
class Extractor:
    """An extractor and its version number, which is stored with the records that it makes."""

    version: int
    extract: Callable[[Article], list[Attribution]]

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

    def extract_with_parser(article: Article) -> list[Attribution]:
        from qa.attribution.parser.parsed import extract_parsed

        return extract_parsed(article, parser())

    return Extractor(PARSED_EXTRACTOR_VERSION, extract_with_parser)


def _extract(article: Article) -> list[Attribution]:
    from qa.attribution.extractor import extract  # here: an update that finds nothing new need not load it

    return extract(article)
