"""Turn chosen spans into quotes, each with its speaker, confidence and reason, and put them in order."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from qa.answering.spans.by_speaker import label_of
from qa.answering.spans.candidates import Considered
from qa.answering.spans.whole_statements import context_of, whole_statement
from qa.answers import Answer, QuestionKind, Quote, Understanding, Why
from qa.archive.protocol import View
from qa.datatypes import Span, VersionHandle
from qa.language.near_duplicates import holds
from qa.language.spans import overlap
from qa.ranking.features import ALL_NAMES, Candidates
from qa.ranking.model import load
from qa.ranking.retrieved import Retrieved
from qa.ranking.selecting import Chosen

_SPREAD = 3.0
"""How far a score must lie below the first for the confidence in its quote to be 1/e of the first one's.

Measured on the second to fourth quotes of answerable questions, held out: calibration error 0.04 on gum_news,
0.13 on multihop_rag (too high there) and 0.10 on clapnq (too low there, where several quotes answer).
"""
_REASONS = 3
"""How many features are named, of those that speak most for a quote."""
_ON_IT = 0.1
_AS_GOOD = 0.5
"""The share of the first quote's confidence from which a quote is put in order of date."""


def quotes_of(
    snapshot: View, considered: Considered, chosen_spans: Sequence[Chosen], confidence: float
) -> list[Quote]:
    """Return chosen spans as quotes, best first; `confidence` is that of the first."""
    retrieved, found = considered.retrieved, considered.found
    keys = [retrieved.passages[int(found.passage[c.row])].version_key for c in chosen_spans]
    copies = snapshot.near_duplicates(keys)
    source_of = {v.article.id: v.article.source for v in retrieved.versions.values()}
    best = considered.scores[chosen_spans[0].row] if chosen_spans else 0.0
    quotes, share = [], 1.0
    taken: list[tuple[VersionHandle, Span]] = []
    for chosen, key in zip(chosen_spans, keys, strict=True):
        start, end = int(found.starts[chosen.row]), int(found.ends[chosen.row])
        record = label_of(retrieved, found, chosen.row)
        text = retrieved.versions[key].article.text
        if record is not None and retrieved.asked is not None:
            said = retrieved.attributions[key]
            start, end = whole_statement(text, said, record[0], record[1], start, end, retrieved.asked)
        if any(key == shown and overlap((start, end), span) for shown, span in taken):
            continue  # what it would be is shown already
        taken.append((key, (start, end)))
        words = text[start:end]
        also = {v.article.id: v.article.source for v in copies[key] if holds(v.article.text, words)}
        also |= {each: source_of.get(each, "") for each in chosen.also_in if each not in also}
        # Without a topic uncut words go before better scores: no quote gets more confidence than the one before it.
        share = min(share, float(np.exp((considered.scores[chosen.row] - best) / _SPREAD)))
        quotes.append(
            Quote(
                version=retrieved.versions[key],
                start=start,
                end=end,
                confidence=confidence * share,
                attribution=record[0] if record else None,
                speaker=record[1] if record else None,
                also_in=tuple(also),
                also_in_sources=tuple(also.values()),
                context=context_of(text, start),
                why=_why(retrieved, found, chosen.row, considered.scores[chosen.row]),
            )
        )
    return quotes


def _why(retrieved: Retrieved, found: Candidates, row: int, score: float) -> Why:
    values = dict(zip(ALL_NAMES, found.features[row].tolist(), strict=True))
    rows = slice(int(found.begin[row]), int(found.stop[row]) + 1)
    hit: list[bool] = np.asarray(found.sentences.hits[rows].any(axis=0)).tolist()
    added = sorted(load(retrieved.kind).parts(found.features[row]).items(), key=lambda part: -part[1])
    asked = retrieved.asked is not None
    return Why(
        words=tuple(
            surface for surface, there in zip(retrieved.question.surfaces, hit, strict=True) if there
        ),
        similarity=values["dense_span"],
        score=float(score),
        own_share=values["own_share"] if asked else 0.0,
        own_certainty=values["own_confidence"] if asked else 0.0,
        others_share=values["other_share"] if asked else 0.0,
        parts=tuple(part for part in added[:_REASONS] if part[1] > 0),
    )


def as_good(answer: Answer) -> tuple[Quote, ...]:
    """Return the quotes that answer about as well as the first."""
    least = _AS_GOOD * max((quote.confidence for quote in answer.quotes), default=0.0)
    return tuple(quote for quote in answer.quotes if quote.confidence >= least)


def is_in_order(quotes: Sequence[Quote], understood: Understanding) -> bool:
    """Return whether quotes stand as was asked for: the newest first, or the oldest, and the undated last."""
    if understood.order == "relevance":
        return True
    days = [quote.version.article.date or "" for quote in quotes]
    dated = sum(map(bool, days))
    return all(days[:dated]) and days[:dated] == sorted(days[:dated], reverse=understood.order == "newest")


def in_order(quotes: list[Quote], understood: Understanding) -> list[Quote]:
    """Put the quotes that answer about as well as the first in the order of dates that was asked for."""
    by_date = understood.shown_order
    if by_date == "relevance" or not quotes:
        return quotes
    # Who asks for the latest on a topic wants what is new of all that is on it.
    least = _ON_IT if understood.kind is QuestionKind.CONTENT else _AS_GOOD
    close = [q for q in quotes if q.confidence >= least * quotes[0].confidence and q.version.article.date]
    rest = [q for q in quotes if q not in close]
    return sorted(close, key=lambda q: q.version.article.date or "", reverse=by_date == "newest") + rest
