"""Candidate spans and what speaks for each: one row of numbers for each span.

Every feature comes from the candidate's own text, its stored vectors and document frequencies, none from the
engine that proposed it. Shares are weighted by inverse document frequency.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa.datatypes import Span, StoredPassage, VersionHandle
from qa.ranking.answer_spans import UNREAD, PassageReader, read
from qa.ranking.question import AnalysedQuestion, AnswerType
from qa.ranking.retrieved import Retrieved
from qa.ranking.sentence_features import Sentences, measure
from qa.ranking.speaking import NAMES as SPEAKING
from qa.ranking.speaking import Spans, measure_speaking
from qa.ranking.typed_words import held

MAX_SENTENCES = 3
MAX_WORDS = 60
K1, B = 1.2, 0.75
"""BM25's usual constants, as in Lucene."""
PASSAGE_WORDS = 110.0
"""The average length of a passage: chunking makes them all about as long, so it need not be counted."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Spans of one to three neighbouring sentences, with their features, shape (n, len(ALL_NAMES)).

    `passage` indexes the passages that were given; `begin` and `stop` the sentence rows, both inclusive.
    """

    passage: NDArray[np.int64]
    begin: NDArray[np.int64]
    stop: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    features: NDArray[np.float32]
    sentences: Sentences


def bm25(
    question: AnalysedQuestion, counts: NDArray[np.float32], words: NDArray[np.float32], average: float
) -> NDArray[np.float32]:
    """Return BM25 of each passage, from its own words.

    Source: Robertson & Zaragoza (2009), doi:10.1561/1500000019, equation 3.15.
    """
    weights = np.asarray(question.weights, np.float32)
    norm = K1 * (1 - B + B * words / max(average, 1.0))
    return ((counts * (K1 + 1) / (counts + norm[:, None])) @ weights).astype(np.float32)


def candidates(retrieved: Retrieved, reader: PassageReader | None = None) -> Candidates:
    """Return every candidate span of the passages with its features.

    Args:
        reader: Reads the most promising passages together with the question; None where somebody's words are
            asked for, which a question about content tells it nothing of.
    """
    question, passages = retrieved.question, retrieved.passages
    s = measure(question, passages, retrieved.versions)
    begin, stop = _windows(s)
    starts, ends = s.starts[begin], s.ends[stop]
    general = _features(question, s, passages, begin, stop)
    if reader is not None:
        _add_reading(general, retrieved, s, begin, stop, reader)
    if retrieved.typed:
        general[:, NAMES.index("typed")] = held(
            retrieved.typed, passages, retrieved.versions, s.passage[begin], starts, ends, _said(retrieved)
        )
    speaking = np.zeros((len(begin), len(SPEAKING)), np.float32)
    if retrieved.asked is not None:
        near = general[:, NAMES.index("cover_all")]
        weights = np.asarray(question.weights, np.float32)
        number = {key: at for at, key in enumerate(dict.fromkeys(p.version_key for p in passages))}
        versions = np.asarray([number[p.version_key] for p in passages], np.int64)
        of_span, of_place = versions[s.passage[begin]], versions[s.passage[s.places[:, 0]]]
        for key, at in number.items():
            rows, places = of_span == at, s.places[of_place == at]
            text = retrieved.versions[key].article.text
            spans = Spans(starts[rows], ends[rows], near[rows], places[:, 1], places[:, 2])
            speaking[rows] = measure_speaking(
                text, retrieved.attributions[key], retrieved.asked, spans, weights
            )
    return Candidates(
        passage=s.passage[begin],
        begin=begin,
        stop=stop,
        starts=starts,
        ends=ends,
        features=np.concatenate([general, speaking], axis=1),
        sentences=s,
    )


def _said(retrieved: Retrieved) -> dict[VersionHandle, list[Span]] | None:
    """Return all that is said in each version; None where nobody's words are asked for."""
    if retrieved.asked is None:
        return None
    return {
        key: [span for record, _ in records for span in record.content]
        for key, records in retrieved.attributions.items()
    }


def _add_reading(
    features: NDArray[np.float32],
    retrieved: Retrieved,
    s: Sentences,
    begin: NDArray[np.int64],
    stop: NDArray[np.int64],
    reader: PassageReader,
) -> None:
    passages = retrieved.passages
    promise = np.full(len(passages), -np.inf, np.float32)
    by_span = features[:, NAMES.index("dense_span")] + features[:, NAMES.index("cover_span")]
    np.maximum.at(promise, s.passage[begin], by_span)
    scores = read(retrieved.question.text, s, passages, retrieved.versions, promise, reader)
    best = scores.max(initial=UNREAD)
    of_passage = np.full(len(passages), UNREAD, np.float32)
    np.maximum.at(of_passage, s.passage, scores)
    read_span = _max(scores, begin, stop)
    features[:, NAMES.index("read_span")] = read_span
    features[:, NAMES.index("read_gap")] = read_span - best
    features[:, NAMES.index("read_passage")] = of_passage[s.passage[begin]]


def _windows(s: Sentences) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    rows = np.arange(len(s.words))
    begins, stops = [rows], [rows]
    total = np.concatenate([[0], np.cumsum(s.words)])
    for more in range(1, MAX_SENTENCES):
        begin = rows[: len(rows) - more] if more else rows
        stop = begin + more
        fits = (stop <= s.last[begin]) & (total[stop + 1] - total[begin] <= MAX_WORDS)
        begins.append(begin[fits])
        stops.append(stop[fits])
    begin, stop = np.concatenate(begins), np.concatenate(stops)
    order = np.lexsort((stop, begin))
    return begin[order], stop[order]


def _any(flags: NDArray[np.bool_], begin: NDArray[np.int64], stop: NDArray[np.int64]) -> NDArray[np.bool_]:
    result = flags[begin].copy()
    for more in range(1, MAX_SENTENCES):
        inside = begin + more <= stop
        result[inside] |= flags[begin[inside] + more]
    return result


def _max(
    values: NDArray[np.float32], begin: NDArray[np.int64], stop: NDArray[np.int64]
) -> NDArray[np.float32]:
    result = values[begin].copy()
    for more in range(1, MAX_SENTENCES):
        inside = begin + more <= stop
        result[inside] = np.maximum(result[inside], values[begin[inside] + more])
    return result


def _sum(
    values: NDArray[np.float32], begin: NDArray[np.int64], stop: NDArray[np.int64]
) -> NDArray[np.float32]:
    result = values[begin].copy()
    for more in range(1, MAX_SENTENCES):
        inside = begin + more <= stop
        result[inside] += values[begin[inside] + more]
    return result


def _argmax(
    values: NDArray[np.float32], begin: NDArray[np.int64], stop: NDArray[np.int64]
) -> NDArray[np.int64]:
    best = begin.copy()
    for more in range(1, MAX_SENTENCES):
        inside = np.flatnonzero(begin + more <= stop)
        better = inside[values[begin[inside] + more] > values[best[inside]]]
        best[better] = begin[better] + more
    return best


def _ranks(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return each value's place, 0 for the largest; equal values share the better place."""
    ordered = np.sort(-values)
    return np.searchsorted(ordered, -values).astype(np.float32)


NAMES: tuple[str, ...] = (
    "dense_passage", "dense_passage_gap", "dense_span", "dense_span_gap", "dense_best_sentence",
    "bm25_ratio", "bm25_share", "cover_span", "cover_span_squared", "cover_span_gap", "cover_best_sentence",
    "cover_passage", "cover_near", "cover_title", "cover_all", "cover_all_gap", "exact_span", "pairs_span",
    "names_span", "names_near", "numbers_span", "numbers_near", "negation_differs",
    "type_person", "type_time", "type_number", "type_place", "type_reason",
    "new_names", "log_words", "two_sentences", "three_sentences", "too_long", "very_short", "asks",
    "leans", "leans_first", "new_time", "new_number", "article_dense", "pairs_best", "density", "exact_share",
    "what_names",
    "rare_span", "rare_near", "bm25_span", "bm25_span_gap", "holds_best_dense", "holds_best_cover",
    "rank_sentence", "rank_passage", "rank_bm25", "dense_sum", "cover_gain", "focus_span", "focus_near",
    "dense_passage_best", "first_sentence", "position", "log_words_squared", "dense_near",
    "alike_span", "alike_near", "alike_gap", "names_close", "rare_close", "new_digits", "tight", "rank_span",
    "rank_cover", "dense_best_gap", "terms",
    "breaks",
    "read_span", "read_gap", "read_passage",
    "typed",
)  # fmt: skip


def _features(
    question: AnalysedQuestion,
    s: Sentences,
    passages: Sequence[StoredPassage],
    begin: NDArray[np.int64],
    stop: NDArray[np.int64],
) -> NDArray[np.float32]:
    weights = np.asarray(question.weights, np.float32)
    whole = max(float(weights.sum()), 1e-6)
    named = np.asarray(question.named, np.float32) * weights
    named_whole = float(named.sum())
    owner = s.passage[begin]

    def cover(flags: NDArray[np.bool_]) -> NDArray[np.float32]:
        return (flags.astype(np.float32) @ weights / whole).astype(np.float32)

    def share_of_names(flags: NDArray[np.bool_]) -> NDArray[np.float32]:
        if not named_whole:
            return np.zeros(len(flags), np.float32)
        return (flags.astype(np.float32) @ named / named_whole).astype(np.float32)

    dense_passages = np.asarray([float(p.vector @ question.vector) for p in passages], np.float32)
    hits = _any(s.hits, begin, stop)
    before = np.maximum(begin - 1, s.first[begin])
    after = np.minimum(stop + 1, s.last[begin])
    near = hits | s.hits[before] | s.hits[after]
    of_passage = s.counts > 0
    everything = of_passage[owner]
    lexical = bm25(question, s.counts, s.passage_words, PASSAGE_WORDS)
    word_total = np.concatenate([[0], np.cumsum(s.words)])
    words = (word_total[stop + 1] - word_total[begin]).astype(np.float32)
    sums = np.concatenate(
        [np.zeros((1, s.vectors.shape[1]), np.float32), np.cumsum(s.vectors * s.words[:, None], axis=0)]
    )
    pooled = sums[stop + 1] - sums[begin]
    pooled /= np.maximum(np.linalg.norm(pooled, axis=1, keepdims=True), 1e-6)
    dense_span = pooled @ question.vector
    single = begin == stop
    dense_span[single] = s.dense[begin[single]]
    cover_span = cover(hits)
    cover_all = cover(near | everything)
    alike_span = cover(_any(s.alike, begin, stop))
    pairs = _any(s.pairs, begin, stop)
    numbers = _any(s.numbers, begin, stop)
    numbers_near = numbers | s.numbers[before] | s.numbers[after]
    asked_numbers = bool(question.numbers)
    has_type = _any(s.has_type, begin, stop)
    is_type = {kind: float(question.answer_type is kind) for kind in AnswerType}
    place_in_passage = (begin - s.first[begin]).astype(np.float32)
    log_words = np.log1p(words)
    span_bm25 = bm25(question, _sum(s.term_counts, begin, stop), words, 40.0)
    passage_best = np.zeros(len(passages), np.float32)
    np.maximum.at(passage_best, s.passage, s.dense)
    sentence_cover = cover(s.hits)
    cover_passage_best = np.zeros(len(passages), np.float32)
    np.maximum.at(cover_passage_best, s.passage, sentence_cover)
    best_dense = s.dense >= passage_best[s.passage]
    best_cover = sentence_cover >= cover_passage_best[s.passage]
    rarest = int(np.argmax(weights)) if len(weights) else 0
    best_of: dict[VersionHandle, float] = {}
    for stored, value in zip(passages, dense_passages, strict=True):
        best_of[stored.version_key] = max(best_of.get(stored.version_key, -1.0), float(value))
    article_dense = np.asarray([best_of[p.version_key] for p in passages], np.float32)

    nothing = np.zeros(len(begin), np.float32)

    columns: dict[str, NDArray[np.floating[Any]] | NDArray[np.bool_]] = {
        "dense_passage": dense_passages[owner],
        "dense_passage_gap": dense_passages[owner] - dense_passages.max(initial=0.0),
        "dense_span": dense_span,
        "dense_span_gap": dense_span - dense_span.max(initial=0.0),
        "dense_best_sentence": _max(s.dense, begin, stop),
        "dense_near": np.maximum(s.dense[before], s.dense[after]),
        "bm25_ratio": lexical[owner] / max(float(lexical.max(initial=0.0)), 1e-6),
        "bm25_share": lexical[owner] / (whole * (K1 + 1)),
        "cover_span": cover_span,
        "cover_span_squared": cover_span**2,
        "cover_span_gap": cover_span - cover_span.max(initial=0.0),
        "cover_best_sentence": _max(cover(s.hits), begin, stop),
        "cover_passage": cover(everything),
        "cover_near": cover(near),
        "cover_title": cover(s.title)[owner],
        "cover_all": cover_all,
        "cover_all_gap": cover_all - cover_all.max(initial=0.0),
        "exact_span": cover(_any(s.exact, begin, stop)),
        "pairs_span": (pairs.sum(1) if question.pairs else nothing) / max(1, len(question.pairs)),
        "names_span": share_of_names(hits),
        "names_near": share_of_names(near | everything),
        "numbers_span": numbers.mean(1) if asked_numbers else nothing,
        "numbers_near": numbers_near.mean(1) if asked_numbers else nothing,
        "negation_differs": _any(s.negated, begin, stop) != question.negated,
        "type_person": has_type * is_type[AnswerType.PERSON],
        "type_time": has_type * is_type[AnswerType.TIME],
        "type_number": has_type * is_type[AnswerType.NUMBER],
        "type_place": has_type * is_type[AnswerType.PLACE],
        "type_reason": has_type * is_type[AnswerType.REASON],
        "new_names": np.log1p(_max(s.new_names, begin, stop)),
        "log_words": log_words,
        "log_words_squared": log_words**2,
        "two_sentences": stop - begin == 1,
        "three_sentences": stop - begin == 2,
        "too_long": words > MAX_WORDS,
        "very_short": words < 8,
        "asks": s.asks[begin] & s.asks[stop],
        "leans": s.leans[begin] & (begin > s.first[begin]),
        "leans_first": s.leans[begin] & (begin == s.first[begin]),
        "new_time": _any(s.new_type, begin, stop) * is_type[AnswerType.TIME],
        "new_number": _any(s.new_type, begin, stop) * is_type[AnswerType.NUMBER],
        "article_dense": article_dense[owner],
        "pairs_best": _max((s.pairs.sum(1) / max(1, len(question.pairs))).astype(np.float32), begin, stop),
        "density": hits.sum(1) / np.maximum(words, 1),
        "exact_share": cover(_any(s.exact, begin, stop)) / np.maximum(cover_span, 1e-3),
        "what_names": np.log1p(_max(s.new_names, begin, stop)) * is_type[AnswerType.OTHER],
        "rare_span": hits[:, rarest],
        "rare_near": (near | everything)[:, rarest],
        "bm25_span": span_bm25 / (whole * (K1 + 1)),
        "bm25_span_gap": (span_bm25 - span_bm25.max(initial=0.0)) / (whole * (K1 + 1)),
        "holds_best_dense": _any(best_dense, begin, stop),
        "holds_best_cover": _any(best_cover, begin, stop),
        "rank_sentence": -np.log1p(np.asarray(_ranks(s.dense))[_argmax(s.dense, begin, stop)]),
        "rank_passage": -np.log1p(_ranks(dense_passages))[owner],
        "rank_bm25": -np.log1p(_ranks(lexical))[owner],
        "dense_sum": np.log1p(_sum(np.maximum(s.dense, 0), begin, stop)),
        "cover_gain": cover_span - cover_passage_best[owner],
        "focus_span": hits[:, question.focus] if question.focus is not None else nothing,
        "focus_near": (near | everything)[:, question.focus] if question.focus is not None else nothing,
        "dense_passage_best": passage_best[owner],
        "first_sentence": begin == s.first[begin],
        "position": np.log1p(place_in_passage),
        "alike_span": alike_span,
        "alike_near": cover(_any(s.alike, begin, stop) | s.alike[before] | s.alike[after]),
        "alike_gap": alike_span - alike_span.max(initial=0.0),
        "names_close": share_of_names(near | s.title[owner]),
        "rare_close": (near | s.title[owner])[:, rarest],
        "new_digits": np.log1p(_sum(s.new_digits, begin, stop)),
        "tight": _max(s.tight, begin, stop),
        "rank_span": -np.log1p(_ranks(dense_span)),
        "rank_cover": -np.log1p(_ranks(alike_span)),
        "dense_best_gap": _max(s.dense, begin, stop) - s.dense.max(initial=0.0),
        "breaks": _sum(s.opens.astype(np.float32), begin, stop) - s.opens[begin],
        "terms": np.full(len(begin), np.log1p(len(question.terms)), np.float32),
        "read_span": np.full(len(begin), UNREAD, np.float32),
        "read_gap": nothing,
        "read_passage": np.full(len(begin), UNREAD, np.float32),
        "typed": nothing,
    }  # fmt: skip
    return np.stack([np.asarray(columns[name], np.float32) for name in NAMES], axis=1)


ALL_NAMES = NAMES + SPEAKING
