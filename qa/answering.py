"""Questions to answers: the one way in for every front end."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from qa.calibration.thresholds import in_force
from qa.clock import today as current_day
from qa.conversation.turns import Conversation
from qa.datatypes import Answer, Nearest, Outcome, QuestionKind, Quote, Scope, Understanding
from qa.encoding import open_encoder
from qa.endings import ending, weigh
from qa.errors import NoIndexError
from qa.near_duplicates import holds
from qa.ranking.features import ALL_NAMES, Candidates, candidates
from qa.ranking.model import load
from qa.ranking.selecting import Chosen, select
from qa.ranking.speaking import attribution_of
from qa.retrieval import Retrieved, narrowed, retrieve
from qa.store import Library, Snapshot
from qa.terms import terms
from qa.understanding.understand import understand

if TYPE_CHECKING:
    from embeddings.encoder import Encoder

MAX_QUOTES = 10
_FOR_ALL_SPEAKERS = 40
"""How many spans are looked through for each speaker's best, where the question is who said it."""
_SPREAD = 6.0
"""How far below the first a score may lie until the confidence in a quote has fallen to 1/e of the first one's.

Measured on the second to fourth quotes of answerable questions, which are right as often as it says: calibration
error 0.016 on gum_news, 0.05 on multihop_rag, 0.13 on clapnq (too low there, where several quotes answer).
"""
_AS_GOOD = 0.5
"""The share of the first quote's confidence down to which quotes are put in order of date."""


@dataclass(frozen=True, slots=True)
class Considered:
    """A question on its way to an answer: what was retrieved, its candidate spans and their scores."""

    retrieved: Retrieved
    found: Candidates
    scores: NDArray[np.float64]
    chosen: list[Chosen]


class Answerer:
    """Answers questions from one library. Safe to call from several threads; a library that is updated
    meanwhile is used as it is at the next question."""

    def __init__(
        self, library: Library, encoder_factory: Callable[[], Encoder], *, today: date | None = None
    ) -> None:
        self._library = library
        self._encoder_factory = encoder_factory
        self._encoder: Encoder | None = None
        self._loading = threading.Lock()
        self._today = today

    def ask(
        self,
        question: str,
        *,
        conversation: Conversation | None = None,
        scope: Scope | None = None,
        newest: bool = False,
    ) -> Answer:
        """Answer a question by quoting the library's articles.

        Args:
            newest: Whether quotes are put in order of date, as if the question had asked for the latest.

        Raises:
            UsageError: If the question cannot be read.
            NoIndexError: If the library holds no articles.
            IndexMismatchError: If it was built with another model.
        """
        scope = scope or Scope()
        with self._library.snapshot() as snapshot:
            understood = self.understand(question, snapshot)
            if newest:
                understood = replace(understood, order="newest")
            return self._answer(snapshot, understood, scope)

    def understand(self, question: str, snapshot: Snapshot) -> Understanding:
        return understand(
            question,
            today=self._today or current_day(),
            speakers=snapshot.speakers(),
            sources=snapshot.sources(),
        )

    def consider(self, snapshot: Snapshot, understood: Understanding, scope: Scope) -> Considered:
        """Retrieve, score and choose, without deciding how it ends."""
        retrieved = retrieve(snapshot, self._loaded(), understood, scope, snapshot.speakers())
        found = candidates(retrieved)
        scores = load("ranking").score(found.features)
        near = snapshot.near_duplicates_among(retrieved.versions)
        if understood.kind is not QuestionKind.WHO_SAID:
            return Considered(retrieved, found, scores, select(retrieved, found, scores, MAX_QUOTES, near))
        chosen = select(retrieved, found, scores, _FOR_ALL_SPEAKERS, near)
        return Considered(retrieved, found, scores, _one_a_speaker(retrieved, found, chosen)[:MAX_QUOTES])

    def _answer(self, snapshot: Snapshot, understood: Understanding, scope: Scope) -> Answer:
        corpus = snapshot.corpus()
        if corpus.articles == 0:
            raise NoIndexError("The library holds no articles yet. Run `qa index PATH...`.")
        if corpus.first_date is None:
            # Where no article has a date, a date in the question can only be about what the articles tell.
            understood = replace(understood, since=None, until=None)
        missing = _name_is_missing(snapshot, understood)
        considered = self.consider(snapshot, understood, scope)
        seen = weigh(
            considered.retrieved, considered.found, considered.scores, considered.chosen, name_missing=missing
        )
        outcome, nearest = ending(seen, considered.retrieved, understood, in_force(snapshot))
        quotes = _quotes(snapshot, considered, seen.confidence)
        if outcome is not Outcome.ANSWERED and not narrowed(scope, understood).everything:
            wider = self._without_bounds(snapshot, understood, scope, missing=missing)
            if wider is not None:
                outcome, quotes = Outcome.NEAREST, wider
                bounds = narrowed(scope, understood)
                dated = bounds.since is not None or bounds.until is not None
                nearest = Nearest.OUTSIDE_DATES if dated else Nearest.OUTSIDE_SOURCES
        return Answer(
            question=understood.question,
            outcome=outcome,
            confidence=seen.confidence,
            understood=understood,
            quotes=tuple(_in_order(quotes, understood)),
            corpus=corpus,
            nearest=nearest,
        )

    def _without_bounds(
        self, snapshot: Snapshot, understood: Understanding, scope: Scope, *, missing: bool
    ) -> list[Quote] | None:
        """Return what would answer outside the dates, and the outlet that the question names, or None.

        The outlets of the scope itself hold: whoever gave them wants nothing else.
        """
        free = replace(understood, since=None, until=None, source=None)
        considered = self.consider(snapshot, free, Scope(sources=scope.sources))
        seen = weigh(
            considered.retrieved, considered.found, considered.scores, considered.chosen, name_missing=missing
        )
        outcome, _ = ending(seen, considered.retrieved, free, in_force(snapshot))
        return _quotes(snapshot, considered, seen.confidence) if outcome is Outcome.ANSWERED else None

    def _loaded(self) -> Encoder:
        with self._loading:
            if self._encoder is None:
                encoder = self._encoder_factory()
                self._library.expect(encoder.identity)
                self._encoder = encoder
            return self._encoder


def open_answerer(
    library: Path, *, model: str | None = None, allow_download: bool = False, today: date | None = None
) -> Answerer:
    """Open a library for asking. The encoder is loaded with the first question.

    Raises:
        NoIndexError: If there is no library.
        DamagedIndexError: If it is not whole.
    """
    return Answerer(
        Library.open(library),
        lambda: open_encoder(model, library=library, allow_download=allow_download),
        today=today,
    )


def _name_is_missing(snapshot: Snapshot, understood: Understanding) -> bool:
    """Whether the asked speaker's name occurs nowhere in the archive, not even as somebody who is silent."""
    if understood.speaker is None or understood.speaker_known or understood.speaker_is_role:
        return False
    name = terms(understood.speaker)
    return bool(name) and snapshot.phrase_count(name) == 0


def _one_a_speaker(retrieved: Retrieved, found: Candidates, chosen: list[Chosen]) -> list[Chosen]:
    """Keep each speaker's best quote; what has no speaker stays where it is."""
    seen: set[str] = set()
    kept = []
    about = frozenset(retrieved.question.terms)
    for each in chosen:
        key = retrieved.passages[int(found.passage[each.row])].version_key
        start, end = int(found.starts[each.row]), int(found.ends[each.row])
        text = retrieved.versions[key].article.text
        record = attribution_of(text, retrieved.attributions[key], start, end, retrieved.asked, about)
        speaker = record[1] if record else None
        if speaker is None or speaker not in seen:
            kept.append(each)
        if speaker is not None:
            seen.add(speaker)
    return kept


def _quotes(snapshot: Snapshot, considered: Considered, confidence: float) -> list[Quote]:
    retrieved, found = considered.retrieved, considered.found
    keys = [retrieved.passages[int(found.passage[c.row])].version_key for c in considered.chosen]
    copies = snapshot.near_duplicates(keys)
    source_of = {v.article.id: v.article.source for v in retrieved.versions.values()}
    about = frozenset(retrieved.question.terms)
    best = considered.scores[considered.chosen[0].row] if considered.chosen else 0.0
    quotes = []
    for chosen, key in zip(considered.chosen, keys, strict=True):
        start, end = int(found.starts[chosen.row]), int(found.ends[chosen.row])
        record = attribution_of(
            retrieved.versions[key].article.text,
            retrieved.attributions[key],
            start,
            end,
            retrieved.asked,
            about,
        )
        words = retrieved.versions[key].article.text[start:end]
        also = {v.article.id: v.article.source for v in copies[key] if holds(v.article.text, words)}
        also |= {each: source_of.get(each, "") for each in chosen.also_in if each not in also}
        share = float(np.exp((considered.scores[chosen.row] - best) / _SPREAD))
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
                why=_why(retrieved, found, chosen.row, considered.scores[chosen.row]),
            )
        )
    return quotes


def _why(retrieved: Retrieved, found: Candidates, row: int, score: float) -> str:
    """Say in a line what matched: the words, the meaning, the speaker."""
    values = dict(zip(ALL_NAMES, found.features[row].tolist(), strict=True))
    rows = slice(int(found.begin[row]), int(found.stop[row]) + 1)
    hit: list[bool] = np.asarray(found.sentences.hits[rows].any(axis=0)).tolist()
    words = [surface for surface, there in zip(retrieved.question.surfaces, hit, strict=True) if there]
    parts = [f"words: {', '.join(words)}" if words else "none of the words"]
    parts.append(f"similarity {values['dense_span']:.2f}")
    if retrieved.asked is not None:
        if values["own_share"] > 0:
            parts.append(
                f"{values['own_share']:.0%} the speaker's words, sure to {values['own_confidence']:.0%}"
            )
        if values["other_share"] > 0:
            parts.append(f"{values['other_share']:.0%} somebody else's words")
    return " · ".join([*parts, f"score {score:.1f}"])


def _in_order(quotes: list[Quote], understood: Understanding) -> list[Quote]:
    """Put the quotes that answer about as well as the first into the asked order of dates."""
    by_date = understood.order
    if understood.kind is QuestionKind.SAID and understood.topic is None and by_date == "relevance":
        by_date = "newest"
    if by_date == "relevance" or not quotes:
        return quotes
    close = [q for q in quotes if q.confidence >= _AS_GOOD * quotes[0].confidence and q.version.article.date]
    rest = [q for q in quotes if q not in close]
    return sorted(close, key=lambda q: q.version.article.date or "", reverse=by_date == "newest") + rest
