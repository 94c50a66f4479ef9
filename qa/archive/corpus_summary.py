"""Summarise the corpus that answers are looked for in, or say that there is none yet."""

from __future__ import annotations

from qa.answers import CorpusSummary
from qa.archive.protocol import View
from qa.errors import NoIndexError


def summary(snapshot: View) -> CorpusSummary:
    """Return the summary of the corpus that an answer is looked for in.

    Raises:
        NoIndexError: If the library holds no articles.
    """
    corpus = snapshot.corpus()
    if corpus.articles == 0:
        raise NoIndexError("The library holds no articles yet. Run `qa index PATH...`.")
    return corpus
