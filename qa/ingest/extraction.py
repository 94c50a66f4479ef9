"""Extract who said what from an article that is taken in, within limits: it must not keep others out of the library."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from embeddings.memory import ran_out_of_memory
from qa.attribution.choice import Extractor
from qa.attribution.time_limit import TookTooLong, within
from qa.datatypes import Article, Extraction

logger = logging.getLogger(__name__)

MOST_ATTRIBUTED = 1_000_000
"""Characters of a text whose attributions are looked for. That takes 150 bytes of memory for each."""
MOST_SECONDS = 60.0
"""Seconds that it may take."""


class Extractions:
    """The extractions of several articles, in order, made step by step while an encoder computes in other threads."""

    def __init__(self, articles: Sequence[Article], extract: Callable[[int, Article], Extraction]) -> None:
        """
        Args:
            extract: Called with the place and the article, once for each.
        """
        self._articles = articles
        self._extract = extract
        self._made: list[Extraction] = []

    def make(self, share: float) -> None:
        """Make them up to this share of the articles, 0..1."""
        for place in range(len(self._made), int(share * len(self._articles))):
            self._made.append(self._extract(place, self._articles[place]))

    def all(self) -> list[Extraction]:
        """Make those that are missing, and return all."""
        self.make(1.0)
        return self._made


def extraction_of(
    article: Article, extractor: Extractor, limited: Callable[[str], None] | None = None
) -> Extraction:
    """Extract an article's attributions and descriptions; none, with an error in the log, if the extractor fails.

    Args:
        limited: Called with the reason if there are none since it took too long.
    """
    if len(article.text) > MOST_ATTRIBUTED:
        return Extraction()
    try:
        with within(MOST_SECONDS):
            return extractor.extract(article)
    except TookTooLong:
        if limited is not None:
            limited(
                f"it is indexed without attributions: finding them took longer than {MOST_SECONDS:.0f} seconds"
            )
        return Extraction()
    except Exception as error:
        if ran_out_of_memory(error):
            raise
        # One unusual text must not keep thousands of others out of the library.
        logger.exception("No attributions were made for the article %r", article.id)
        return Extraction()
