"""Compute BM25 of spans and passages, as a feature of ranking."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from qa.archive.scoring import K1, B
from qa.ranking.question import AnalysedQuestion
from qa.ranking.weighed_sums import weighed_sums

SPAN_WORDS = 40.0
"""The average words of a span of one to three sentences, about the same in every archive; so is that of a passage,
`PASSAGE_WORDS`."""
MOST = K1 + 1
"""The most that a term's weight is multiplied by, however often the term occurs."""


def bm25(
    question: AnalysedQuestion, counts: NDArray[np.float32], words: NDArray[np.float32], average: float
) -> NDArray[np.float32]:
    """Return BM25 of each span or passage, from how often it holds each term and how many words it has.

    Source: Robertson & Zaragoza (2009), doi:10.1561/1500000019, equation 3.15.
    """
    weights = np.asarray(question.weights, np.float32)
    norm = K1 * (1 - B + B * words / max(average, 1.0))
    return weighed_sums(counts * (K1 + 1) / (counts + norm[:, None]), weights).astype(np.float32)
