"""Declare the features of a span: a name, and the function that computes it for all spans at once.

Every feature but those of whose words a span holds (`qa.ranking.speaking`) is declared here, once. The order of
`FEATURES` is the order of the columns. To add one, add a line; to use it, fit the ranker again
(`tests/benchmarks/fit_ranking.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa.answers import QUOTE_WORDS
from qa.ranking.answer_spans import UNREAD
from qa.ranking.measured_spans import MeasuredSpans
from qa.ranking.question import AnswerType
from qa.ranking.spans import argmax_of, ranks

Feature = Callable[[MeasuredSpans], NDArray[np.floating[Any]] | NDArray[np.bool_]]


def _gap(values: NDArray[np.float32], of: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return how far values lie below the highest of `of`."""
    return np.asarray(values - of.max(initial=0.0))


def _pairs(m: MeasuredSpans) -> NDArray[np.floating[Any]]:
    found = m.pairs.sum(1) if m.question.pairs else m.nothing
    return np.asarray(found / max(1, len(m.question.pairs)))


def _pairs_of_best(m: MeasuredSpans) -> NDArray[np.float32]:
    return m.max((m.sentences.pairs.sum(1) / max(1, len(m.question.pairs))).astype(np.float32))


def _numbers_near(m: MeasuredSpans) -> NDArray[np.floating[Any]]:
    s = m.sentences
    near = m.numbers | s.numbers[m.before] | s.numbers[m.after]
    return np.asarray(near.mean(1)) if m.question.numbers else m.nothing


def _best_dense(m: MeasuredSpans) -> NDArray[np.bool_]:
    return m.any(m.sentences.dense >= m.passage_best[m.sentences.passage])


def _best_cover(m: MeasuredSpans) -> NDArray[np.bool_]:
    return m.any(m.sentence_cover >= m.cover_passage_best[m.sentences.passage])


def _focus(m: MeasuredSpans, flags: NDArray[np.bool_]) -> NDArray[np.floating[Any]] | NDArray[np.bool_]:
    return flags[:, m.question.focus] if m.question.focus is not None else m.nothing


def _rank_of_best_sentence(m: MeasuredSpans) -> NDArray[np.floating[Any]]:
    best = argmax_of(m.sentences.dense, m.begin, m.stop)
    return np.asarray(-np.log1p(np.asarray(m.dense_ranks)[best]))


def _unread(m: MeasuredSpans) -> NDArray[np.float32]:
    return np.full(len(m.begin), UNREAD, np.float32)


def _terms(m: MeasuredSpans) -> NDArray[np.float32]:
    return np.full(len(m.begin), np.log1p(len(m.question.terms)), np.float32)


FEATURES: Mapping[str, Feature] = {
    # "dense": likeness in meaning. "gap": how far below the best of all.
    "dense_passage": lambda m: m.dense_passages[m.owner],
    "dense_passage_gap": lambda m: _gap(m.dense_passages[m.owner], m.dense_passages),
    "dense_span": lambda m: m.dense_span,
    "dense_span_gap": lambda m: _gap(m.dense_span, m.dense_span),
    "dense_best_sentence": lambda m: m.max(m.sentences.dense),
    "bm25_ratio": lambda m: m.lexical[m.owner] / max(float(m.lexical.max(initial=0.0)), 1e-6),
    "bm25_share": lambda m: m.lexical[m.owner] / m.most_bm25,
    # "cover": the share of the question's terms. "near": with the sentences next to the span.
    "cover_span": lambda m: m.cover_span,
    "cover_span_squared": lambda m: m.cover_span**2,
    "cover_span_gap": lambda m: _gap(m.cover_span, m.cover_span),
    "cover_best_sentence": lambda m: m.max(m.sentence_cover),
    "cover_passage": lambda m: m.cover(m.everything),
    "cover_near": lambda m: m.cover(m.near),
    "cover_title": lambda m: m.cover(m.sentences.title)[m.owner],
    "cover_all": lambda m: m.cover_all,
    "cover_all_gap": lambda m: _gap(m.cover_all, m.cover_all),
    "exact_span": lambda m: m.cover(m.any(m.sentences.exact)),
    "pairs_span": _pairs,
    "names_span": lambda m: m.share_of_names(m.hits),
    "names_near": lambda m: m.share_of_names(m.near | m.everything),
    "numbers_span": lambda m: m.numbers.mean(1) if m.question.numbers else m.nothing,
    "numbers_near": _numbers_near,
    "negation_differs": lambda m: m.any(m.sentences.negated) != m.question.negated,
    # "type": whether the span holds something of the kind that is asked for.
    "type_person": lambda m: m.has_type * m.asks_for(AnswerType.PERSON),
    "type_time": lambda m: m.has_type * m.asks_for(AnswerType.TIME),
    "type_number": lambda m: m.has_type * m.asks_for(AnswerType.NUMBER),
    "type_place": lambda m: m.has_type * m.asks_for(AnswerType.PLACE),
    "type_reason": lambda m: m.has_type * m.asks_for(AnswerType.REASON),
    "new_names": lambda m: np.log1p(m.max(m.sentences.new_names)),
    "log_words": lambda m: m.log_words,
    "two_sentences": lambda m: m.stop - m.begin == 1,
    "three_sentences": lambda m: m.stop - m.begin == 2,
    "too_long": lambda m: m.words > QUOTE_WORDS,
    "very_short": lambda m: m.words < 8,
    "asks": lambda m: m.sentences.asks[m.begin] & m.sentences.asks[m.stop],
    # "leans": begins with a word that needs the sentence before.
    "leans": lambda m: m.sentences.leans[m.begin] & (m.begin > m.sentences.first[m.begin]),
    "leans_first": lambda m: m.sentences.leans[m.begin] & (m.begin == m.sentences.first[m.begin]),
    "new_time": lambda m: m.any(m.sentences.new_type) * m.asks_for(AnswerType.TIME),
    "new_number": lambda m: m.any(m.sentences.new_type) * m.asks_for(AnswerType.NUMBER),
    "article_dense": lambda m: m.article_dense[m.owner],
    "pairs_best": _pairs_of_best,
    "density": lambda m: m.hits.sum(1) / np.maximum(m.words, 1),
    "exact_share": lambda m: m.cover(m.any(m.sentences.exact)) / np.maximum(m.cover_span, 1e-3),
    "what_names": lambda m: np.log1p(m.max(m.sentences.new_names)) * m.asks_for(AnswerType.OTHER),
    # "rare": the question's rarest term.
    "rare_span": lambda m: m.hits[:, m.rarest],
    "rare_near": lambda m: (m.near | m.everything)[:, m.rarest],
    "bm25_span": lambda m: m.span_bm25 / m.most_bm25,
    "bm25_span_gap": lambda m: _gap(m.span_bm25, m.span_bm25) / m.most_bm25,
    "holds_best_dense": _best_dense,
    "holds_best_cover": _best_cover,
    # "rank": the place among all, 0 for the best, as minus a logarithm.
    "rank_sentence": _rank_of_best_sentence,
    "rank_passage": lambda m: -np.log1p(ranks(m.dense_passages))[m.owner],
    "rank_bm25": lambda m: -np.log1p(ranks(m.lexical))[m.owner],
    "dense_sum": lambda m: np.log1p(m.sum(np.maximum(m.sentences.dense, 0))),
    "cover_gain": lambda m: m.cover_span - m.cover_passage_best[m.owner],
    "focus_span": lambda m: _focus(m, m.hits),
    "focus_near": lambda m: _focus(m, m.near | m.everything),
    "dense_passage_best": lambda m: m.passage_best[m.owner],
    "first_sentence": lambda m: m.begin == m.sentences.first[m.begin],
    "position": lambda m: np.log1p((m.begin - m.sentences.first[m.begin]).astype(np.float32)),
    "log_words_squared": lambda m: m.log_words**2,
    "dense_near": lambda m: np.maximum(m.sentences.dense[m.before], m.sentences.dense[m.after]),
    # "alike": words that begin like the question's.
    "alike_span": lambda m: m.alike_span,
    "alike_near": lambda m: m.cover(
        m.any(m.sentences.alike) | m.sentences.alike[m.before] | m.sentences.alike[m.after]
    ),
    "alike_gap": lambda m: _gap(m.alike_span, m.alike_span),
    "names_close": lambda m: m.share_of_names(m.near | m.in_title),
    "rare_close": lambda m: (m.near | m.in_title)[:, m.rarest],
    "new_digits": lambda m: np.log1p(m.sum(m.sentences.new_digits)),
    "tight": lambda m: m.max(m.sentences.tight),
    "rank_span": lambda m: -np.log1p(ranks(m.dense_span)),
    "rank_cover": lambda m: -np.log1p(ranks(m.alike_span)),
    "dense_best_gap": lambda m: _gap(m.max(m.sentences.dense), m.sentences.dense),
    "terms": _terms,
    "breaks": lambda m: m.sum(m.sentences.opens.astype(np.float32)) - m.sentences.opens[m.begin],
    # Filled in by `qa.ranking.features` from what else is known of a question.
    "read_span": _unread,
    "read_gap": lambda m: m.nothing,
    "read_window": _unread,
    "typed": lambda m: m.nothing,
}
NAMES: tuple[str, ...] = tuple(FEATURES)


def general_features(m: MeasuredSpans) -> NDArray[np.float32]:
    """Return every feature of every span, shape (n, len(NAMES))."""
    columns = [np.asarray(feature(m), np.float32) for feature in FEATURES.values()]
    return np.stack(columns, axis=1)
