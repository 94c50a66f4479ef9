"""Measure what several features of a span need: what it holds of the question, and what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np

from qa.datatypes import PASSAGE_WORDS, StoredPassage, VersionHandle
from qa.ranking.bm25 import MOST, SPAN_WORDS, bm25
from qa.ranking.question import AnalysedQuestion, AnswerType
from qa.ranking.sentence_features import Flags, Floats, Sentences
from qa.ranking.spans import Rows, any_of, max_of, ranks, sum_of
from qa.ranking.weighed_sums import weighed_sums

_AT_ONCE = 128
"""How many spans are pooled together: what is computed of so many vectors stays in the processor's cache."""


class MeasuredSpans:
    """All candidate spans of a question, n of them; each measure is computed when a feature first asks for it.

    `owner`, shape (n,), is the passage of each span; `before` and `after` are the rows of the sentences next to it,
    or its own first and last row where there is none in its passage.
    """

    def __init__(
        self,
        question: AnalysedQuestion,
        sentences: Sentences,
        passages: Sequence[StoredPassage],
        begin: Rows,
        stop: Rows,
    ) -> None:
        self.question, self.sentences, self.passages = question, sentences, passages
        self.begin, self.stop = begin, stop
        self.owner = sentences.passage[begin]
        self.before = np.maximum(begin - 1, sentences.first[begin])
        self.after = np.minimum(stop + 1, sentences.last[begin])
        self.weights = np.asarray(question.weights, np.float32)
        self.weight = max(float(self.weights.sum()), 1e-6)
        self.rarest = int(np.argmax(self.weights)) if len(self.weights) else 0

    def cover(self, flags: Flags) -> Floats:
        """Return the share of the question's terms, by weight, that each row of flags, shape (m, T), holds."""
        return (weighed_sums(flags.astype(np.float32), self.weights) / self.weight).astype(np.float32)

    def share_of_names(self, flags: Flags) -> Floats:
        """Return the share of the question's names, by weight, that each row holds; 0 for a question without names."""
        named = np.asarray(self.question.named, np.float32) * self.weights
        whole = float(named.sum())
        if not whole:
            return np.zeros(len(flags), np.float32)
        return (weighed_sums(flags.astype(np.float32), named) / whole).astype(np.float32)

    def asks_for(self, kind: AnswerType) -> float:
        """Return 1.0 for a question that asks for something of this kind, else 0.0."""
        return float(self.question.answer_type is kind)

    def any(self, flags: Flags) -> Flags:
        """Return for each span whether any of its sentences has a flag."""
        return any_of(flags, self.begin, self.stop)

    def max(self, values: Floats) -> Floats:
        """Return for each span the highest value of its sentences."""
        return max_of(values, self.begin, self.stop)

    def sum(self, values: Floats) -> Floats:
        """Return for each span the sum of the values of its sentences."""
        return sum_of(values, self.begin, self.stop)

    @cached_property
    def nothing(self) -> Floats:
        """Zeros, one for each span."""
        return np.zeros(len(self.begin), np.float32)

    # What the span and its surroundings hold of the question's terms, shape (n, T).

    @cached_property
    def hits(self) -> Flags:
        """Which terms are in the span."""
        return self.any(self.sentences.hits)

    @cached_property
    def near(self) -> Flags:
        """Which terms are in the span or in a sentence next to it."""
        return self.hits | self.sentences.hits[self.before] | self.sentences.hits[self.after]

    @cached_property
    def everything(self) -> Flags:
        """Which terms are in the span's passage or its title."""
        return (self.sentences.counts > 0)[self.owner]

    @cached_property
    def in_title(self) -> Flags:
        """Which terms are in the title of the span's article."""
        return self.sentences.title[self.owner]

    @cached_property
    def pairs(self) -> Flags:
        """Which pairs of the question's terms are in the span, shape (n, P)."""
        return self.any(self.sentences.pairs)

    @cached_property
    def numbers(self) -> Flags:
        """Which of the question's numbers are in the span, shape (n, numbers)."""
        return self.any(self.sentences.numbers)

    @cached_property
    def has_type(self) -> Flags:
        """Whether the span holds something of the kind that is asked for, shape (n,)."""
        return self.any(self.sentences.has_type)

    @cached_property
    def cover_span(self) -> Floats:
        return self.cover(self.hits)

    @cached_property
    def cover_all(self) -> Floats:
        return self.cover(self.near | self.everything)

    @cached_property
    def alike_span(self) -> Floats:
        return self.cover(self.any(self.sentences.alike))

    # Length.

    @cached_property
    def words(self) -> Floats:
        total = np.concatenate([[0], np.cumsum(self.sentences.words)])
        return np.asarray(total[self.stop + 1] - total[self.begin], np.float32)

    @cached_property
    def log_words(self) -> Floats:
        return np.asarray(np.log1p(self.words))

    # Likeness in meaning: cosines with the question.

    @cached_property
    def dense_passages(self) -> Floats:
        """The cosine of each passage, shape (N,)."""
        return np.asarray([float(p.vector @ self.question.vector) for p in self.passages], np.float32)

    @cached_property
    def dense_span(self) -> Floats:
        """The cosine of the mean of each span's sentence vectors, weighted by their words, shape (n,)."""
        s = self.sentences
        sums = np.zeros((len(s.vectors) + 1, s.vectors.shape[1]), np.float32)
        np.multiply(s.vectors, s.words[:, None], out=sums[1:])
        # Row by row: `cumsum` goes down one column after another, and takes three times as long.
        for before, row in pairwise(sums):
            np.add(row, before, out=row)
        pooled = np.empty((len(self.begin), sums.shape[1]), np.float32)
        for first in range(0, len(pooled), _AT_ONCE):
            some = slice(first, first + _AT_ONCE)
            part = sums.take(self.stop[some] + 1, axis=0, out=pooled[some], mode="clip")
            part -= sums[self.begin[some]]
            part /= np.maximum(np.sqrt((part * part).sum(axis=1, keepdims=True)), 1e-6)
        dense = np.asarray(pooled @ self.question.vector, np.float32)
        single = self.begin == self.stop
        dense[single] = s.dense[self.begin[single]]
        return dense

    @cached_property
    def article_dense(self) -> Floats:
        """For each passage, the cosine of the best passage of its article, shape (N,)."""
        best: dict[VersionHandle, float] = {}
        for stored, value in zip(self.passages, self.dense_passages, strict=True):
            best[stored.version_key] = max(best.get(stored.version_key, -1.0), float(value))
        return np.asarray([best[p.version_key] for p in self.passages], np.float32)

    @cached_property
    def passage_best(self) -> Floats:
        """The cosine of the best sentence of each passage, shape (N,)."""
        return self._best_of_passage(self.sentences.dense)

    @cached_property
    def sentence_cover(self) -> Floats:
        """The share of the question's terms in each sentence, shape (S,)."""
        return self.cover(self.sentences.hits)

    @cached_property
    def cover_passage_best(self) -> Floats:
        """The share of the question's terms in the sentence of each passage that holds most, shape (N,)."""
        return self._best_of_passage(self.sentence_cover)

    def _best_of_passage(self, values: Floats) -> Floats:
        best = np.zeros(len(self.passages), np.float32)
        np.maximum.at(best, self.sentences.passage, values)
        return best

    # BM25, as a share of what the question's terms can give at most.

    @cached_property
    def lexical(self) -> Floats:
        """BM25 of each passage, shape (N,), not as a share."""
        return bm25(self.question, self.sentences.counts, self.sentences.passage_words, PASSAGE_WORDS)

    @cached_property
    def span_bm25(self) -> Floats:
        """BM25 of each span, shape (n,), not as a share."""
        counts = self.sum(self.sentences.term_counts)
        return bm25(self.question, counts, self.words, SPAN_WORDS)

    @property
    def most_bm25(self) -> float:
        """The most that the question's terms can give."""
        return self.weight * MOST

    @cached_property
    def dense_ranks(self) -> Floats:
        """The place of each sentence by its cosine, shape (S,), 0 for the best."""
        return ranks(self.sentences.dense)
