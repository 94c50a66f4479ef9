"""Which extractor makes an article's records, and which records made earlier are good enough to stay."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from qa.attribution.extractor import EXTRACTOR_VERSION, extract
from qa.attribution.parsed import RULES_VERSION, extract_parsed
from qa.attribution.parsing import Parser, open_parser, require_parser
from qa.datatypes import Article, Attribution

# Above every version of the default extractor, so that a number tells which of the two made a record.
_FIRST_PARSED = 1_000_000
PARSED_EXTRACTOR_VERSION = _FIRST_PARSED + 1_000 * EXTRACTOR_VERSION + RULES_VERSION


@dataclass(frozen=True, slots=True)
class Extractor:
    """Makes the records of an article; `version` is kept beside them."""

    version: int
    extract: Callable[[Article], list[Attribution]]

    def keeps(self, made_by: int) -> bool:
        """Whether records of that version stay as they are.

        Without the parser, those that were made with it stay, even old ones: they took long to make, and this
        extractor's would be worse.
        """
        parsed_ones = self.version < _FIRST_PARSED <= made_by
        return made_by == self.version or parsed_ones


def choose(*, parse: bool) -> Extractor:
    """Return the default extractor, or the one with the parser, which is loaded at the first article.

    Raises:
        UsageError: If the parser is asked for and not installed.
    """
    if not parse:
        return Extractor(EXTRACTOR_VERSION, extract)
    require_parser()
    parser: Callable[[], Parser] = cache(open_parser)
    return Extractor(PARSED_EXTRACTOR_VERSION, lambda article: extract_parsed(article, parser()))
