"""Questions to answers: the one way in for every front end."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from qa.calibration.thresholds import in_force
from qa.clock import today as current_day
from qa.comparing import Comparison, Timeline, as_answer, asked_of, joined, named, own_words, timeline_of
from qa.conversation.article import article_answer
from qa.conversation.asking_back import asked_back, choices_for
from qa.conversation.excluding import Shown
from qa.conversation.followed import Followed
from qa.conversation.followups import follow
from qa.conversation.turns import Conversation
from qa.datatypes import (
    Answer,
    CorpusSummary,
    Nearest,
    Outcome,
    QuestionKind,
    Quote,
    Scope,
    Understanding,
    Version,
)
from qa.encoding import open_encoder
from qa.endings import ending, weigh
from qa.errors import NoIndexError, UsageError
from qa.mentioned import is_mentioned
from qa.near_duplicates import holds
from qa.ranking.features import ALL_NAMES, Candidates, candidates
from qa.ranking.model import load
from qa.ranking.selecting import Chosen, select
from qa.ranking.speaking import attribution_of
from qa.retrieval import Retrieved, narrowed, retrieve
from qa.speakers import one_speaker
from qa.store import Library, Snapshot
from qa.terms import terms
from qa.understanding.understand import as_content, understand

if TYPE_CHECKING:
    from embeddings.encoder import Encoder

MAX_QUOTES = 10
_FOR_ALL_SPEAKERS = 40
"""How many spans are looked through for each speaker's best, where the question is who said it."""
_SPREAD = 3.0
"""How far below the first a score may lie until the confidence in a quote has fallen to 1/e of the first one's.

Measured on the second to fourth quotes of answerable questions, held out: calibration error 0.04 on gum_news,
0.13 on multihop_rag (too high there) and 0.10 on clapnq (too low there, where several quotes answer).
"""
_REASONS = 3
"""How many features are named that speak most for a quote."""
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
            followed = self.follow(question, conversation, snapshot)
            if newest:
                followed = replace(followed, understood=replace(followed.understood, order="newest"))
            return self._follow(snapshot, followed, scope)

    def follow(self, question: str, conversation: Conversation | None, snapshot: Snapshot) -> Followed:
        """Understand a question in its conversation."""
        return follow(
            question, conversation, lambda text: self.understand(text, snapshot), snapshot.speakers()
        )

    def compare(
        self, names: Sequence[str], *, about: str | None = None, scope: Scope | None = None
    ) -> Comparison:
        """Set two or more speakers side by side on one topic, in their own words.

        Raises:
            UsageError: If there are fewer than two, or a name may be one of several.
            NoIndexError: If the library holds no articles.
        """
        with self._library.snapshot() as snapshot:
            known = list(dict.fromkeys(one_speaker(name, snapshot.speakers()) for name in names))
            if len(known) < 2:
                raise UsageError("Give two different speakers to compare.")
            understood = named(known[0], about, others=tuple(known[1:]))
            return Comparison(about, self._compared(snapshot, understood, scope or Scope()).sides)

    def timeline(self, name: str, *, about: str | None = None, scope: Scope | None = None) -> Timeline:
        """Put what a speaker says on a topic in order of date.

        Raises:
            UsageError: If the name may be one of several.
            NoIndexError: If the library holds no articles.
        """
        scope = scope or Scope()
        with self._library.snapshot() as snapshot:
            understood = named(one_speaker(name, snapshot.speakers()), about, over_time=True)
            known = {speaker.name for speaker in snapshot.speakers()}
            understood = replace(understood, speaker_known=understood.speaker in known)
            return timeline_of(snapshot, self._plain(snapshot, understood, scope), scope)

    def standing(self, question: str) -> tuple[list[Quote], list[tuple[str, str]]]:
        """Return everything that answers a question, and (uid, content hash) of all that was looked through.

        For somebody's words these are all on the topic, not only the best; none where the archive has no answer.
        """
        with self._library.snapshot() as snapshot:
            versions = snapshot.version_ids()
            if not versions:
                return [], []
            understood = self.understand(question, snapshot)
            if understood.kind is QuestionKind.SAID and understood.speaker and not understood.others:
                plain = self._plain(snapshot, understood, Scope())
                # The last of ten quotes may be about something else: nobody asked for it as news.
                found = timeline_of(snapshot, replace(plain, quotes=_as_good(plain)), Scope())
                return [*found.quotes, *found.undated], versions
            answer = self._answer(snapshot, understood, Scope())
            return list(_as_good(answer)) if answer.outcome is Outcome.ANSWERED else [], versions

    def versions_of(self, quote: Quote) -> list[Version]:
        """Return all kept versions of a quote's article."""
        with self._library.snapshot() as snapshot:
            return snapshot.kept_versions(quote.version.uid)

    def understand(self, question: str, snapshot: Snapshot) -> Understanding:
        return understand(
            question,
            today=self._today or current_day(),
            speakers=snapshot.speakers(),
            sources=snapshot.sources(),
            mentions=lambda name: is_mentioned(snapshot, name),
        )

    def _follow(self, snapshot: Snapshot, followed: Followed, scope: Scope) -> Answer:
        understood = followed.understood
        if followed.fragment_alone:
            return self._asked_back(snapshot, understood)
        if followed.article is not None:
            shown = article_answer(snapshot, followed, _summary(snapshot))
            return shown or self._asked_back(snapshot, understood)
        if understood.others and understood.speaker:
            return self._compared(snapshot, understood, scope, followed)
        if understood.over_time and understood.speaker and not understood.ambiguous:
            plain = self._plain(snapshot, understood, scope, followed)
            return as_answer(timeline_of(snapshot, plain, scope, Shown(snapshot, followed.exclude)), plain)
        answer = self._answer(snapshot, understood, scope, followed)
        if understood.guessed and answer.outcome is not Outcome.ANSWERED:
            # "Rubio nomination" may be about Rubio: what is told of them answers where their words do not.
            plain = self._answer(snapshot, as_content(understood), scope, followed)
            answer = plain if plain.outcome is Outcome.ANSWERED else answer
        if not followed.unresolved and not understood.ambiguous:
            return answer
        return asked_back(answer, snapshot.speakers())

    def _asked_back(self, snapshot: Snapshot, understood: Understanding) -> Answer:
        """Answer what cannot be understood: with questions to choose from, and no quotes."""
        corpus = _summary(snapshot)
        choices = choices_for(understood, snapshot.speakers())
        return Answer(understood.question, Outcome.NOT_FOUND, 0.0, understood, (), corpus, choices=choices)

    def _compared(
        self, snapshot: Snapshot, understood: Understanding, scope: Scope, followed: Followed | None = None
    ) -> Answer:
        speakers = {speaker.name for speaker in snapshot.speakers()}
        sides = []
        for name in (understood.speaker or "", *understood.others):
            side = replace(understood, speaker=name, speaker_known=name in speakers, corrections=())
            question = asked_of(side, name, understood.topic)
            sides.append(own_words(self._answer(snapshot, question, scope, followed)))
        return joined(understood, sides, snapshot.corpus())

    def _plain(
        self, snapshot: Snapshot, understood: Understanding, scope: Scope, followed: Followed | None = None
    ) -> Answer:
        """Answer what a question over time asks, as if it had asked for what was said."""
        question = asked_of(understood, understood.speaker or "", understood.topic)
        answer = self._answer(snapshot, question, scope, followed)
        return replace(answer, understood=understood)

    def consider(
        self, snapshot: Snapshot, understood: Understanding, scope: Scope, followed: Followed | None = None
    ) -> Considered:
        """Retrieve, score and choose, without deciding how it ends."""
        context = followed.context if followed else None
        retrieved = retrieve(snapshot, self._loaded(), understood, scope, snapshot.speakers(), context)
        found = candidates(retrieved)
        scores = load("ranking").score(found.features)
        near = snapshot.near_duplicates_among(retrieved.versions)
        who = understood.kind is QuestionKind.WHO_SAID
        again = followed is not None and bool(followed.exclude or followed.silent)
        limit = _FOR_ALL_SPEAKERS if who or again else MAX_QUOTES
        chosen = select(retrieved, found, scores, limit, near)
        if followed is not None and followed.exclude:
            chosen = _unseen(Shown(snapshot, followed.exclude), retrieved, found, chosen)
        if who:
            chosen = _one_a_speaker(retrieved, found, chosen, followed.silent if followed else frozenset())
        return Considered(retrieved, found, scores, chosen[:MAX_QUOTES])

    def _answer(
        self, snapshot: Snapshot, understood: Understanding, scope: Scope, followed: Followed | None = None
    ) -> Answer:
        corpus = _summary(snapshot)
        if corpus.first_date is None:
            # Where no article has a date, a date in the question can only be about what the articles tell.
            understood = replace(understood, since=None, until=None)
        missing = _name_is_missing(snapshot, understood)
        considered = self.consider(snapshot, understood, scope, followed)
        seen = weigh(
            considered.retrieved, considered.found, considered.scores, considered.chosen, name_missing=missing
        )
        outcome, nearest = ending(seen, considered.retrieved, understood, in_force(snapshot))
        quotes = _quotes(snapshot, considered, seen.confidence)
        if outcome is not Outcome.ANSWERED and not narrowed(scope, understood).everything:
            wider = self._without_bounds(snapshot, understood, scope, followed, missing=missing)
            if wider is not None:
                outcome, quotes = Outcome.NEAREST, wider
                nearest = _outside(wider[0], narrowed(scope, understood))
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
        self,
        snapshot: Snapshot,
        understood: Understanding,
        scope: Scope,
        followed: Followed | None,
        *,
        missing: bool,
    ) -> list[Quote] | None:
        """Return what would answer outside the dates, and the outlet that the question names, or None.

        The outlets of the scope itself hold: whoever gave them wants nothing else.
        """
        free = replace(understood, since=None, until=None, source=None)
        considered = self.consider(snapshot, free, Scope(sources=scope.sources), followed)
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
        lambda: open_encoder(model, allow_download=allow_download),
        today=today,
    )


def _summary(snapshot: Snapshot) -> CorpusSummary:
    corpus = snapshot.corpus()
    if corpus.articles == 0:
        raise NoIndexError("The library holds no articles yet. Run `qa index PATH...`.")
    return corpus


def _unseen(shown: Shown, retrieved: Retrieved, found: Candidates, chosen: list[Chosen]) -> list[Chosen]:
    """Keep what a conversation has not shown yet."""
    kept = []
    for each in chosen:
        version = retrieved.versions[retrieved.passages[int(found.passage[each.row])].version_key]
        if not shown.holds(version, int(found.starts[each.row]), int(found.ends[each.row])):
            kept.append(each)
    return kept


def _outside(quote: Quote, bounds: Scope) -> Nearest:
    """Return which of the bounds a quote lies outside of."""
    article, since, until = quote.version.article, bounds.since, bounds.until
    day = article.day
    early = since is not None and (day is None or day < since)
    late = until is not None and (day is None or day > until)
    outlets = {source.strip().casefold() for source in bounds.sources}
    elsewhere = bool(outlets) and article.source.strip().casefold() not in outlets
    if early or late:
        return Nearest.OUTSIDE_BOTH if elsewhere else Nearest.OUTSIDE_DATES
    return Nearest.OUTSIDE_SOURCES


def _name_is_missing(snapshot: Snapshot, understood: Understanding) -> bool:
    """Whether the asked speaker's name occurs nowhere in the archive, not even as somebody who is silent."""
    if understood.speaker is None or understood.speaker_known or understood.speaker_is_role:
        return False
    name = terms(understood.speaker)
    return bool(name) and snapshot.phrase_count(name) == 0


def _one_a_speaker(
    retrieved: Retrieved, found: Candidates, chosen: list[Chosen], silent: frozenset[str]
) -> list[Chosen]:
    """Keep each speaker's best quote, but none of those who are silent; what has no speaker stays where it is."""
    seen: set[str] = set(silent)
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
    quotes, share = [], 1.0
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
        # Without a topic whole words go before better scores: none is surer than the one before it.
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
    added = sorted(load("ranking").parts(found.features[row]).items(), key=lambda part: -part[1])
    most = [f"{name} {part:+.1f}" for name, part in added[:_REASONS] if part > 0]
    if most:
        parts.append(f"most for it: {', '.join(most)}")
    return " · ".join([*parts, f"score {score:.1f}"])


def _as_good(answer: Answer) -> tuple[Quote, ...]:
    """Return the quotes that answer about as well as the first."""
    least = _AS_GOOD * max((quote.confidence for quote in answer.quotes), default=0.0)
    return tuple(quote for quote in answer.quotes if quote.confidence >= least)


def _in_order(quotes: list[Quote], understood: Understanding) -> list[Quote]:
    """Put the quotes that answer about as well as the first into the asked order of dates."""
    by_date = understood.shown_order
    if by_date == "relevance" or not quotes:
        return quotes
    close = [q for q in quotes if q.confidence >= _AS_GOOD * quotes[0].confidence and q.version.article.date]
    rest = [q for q in quotes if q not in close]
    return sorted(close, key=lambda q: q.version.article.date or "", reverse=by_date == "newest") + rest
