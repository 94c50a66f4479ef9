"""Questions to answers: the one way in for every front end."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from qa.answering.candidates import Considered, choose_nearest, consider
from qa.answering.comparison import (
    Comparison,
    Timeline,
    as_answer,
    asked_of,
    joined,
    named,
    own_words,
    timeline_of,
)
from qa.answering.outcome import ending, weigh
from qa.answering.quotes import as_good, in_order, quotes_of
from qa.answering.retrieval import narrowed
from qa.answering.thresholds import in_force
from qa.archive.name_lookup import is_mentioned, occurs
from qa.archive.protocol import Archive, View
from qa.archive.shown_quotes import Shown
from qa.archive.speaker_lookup import one_speaker
from qa.clock import today as current_day
from qa.conversation.article import article_answer
from qa.conversation.asking_back import asked_back, choices_for
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
from qa.errors import NoIndexError, UsageError
from qa.language.terms import terms
from qa.ranking.answer_spans import PassageReader
from qa.understanding.understand import as_content, understand

if TYPE_CHECKING:
    from embeddings.encoder import Encoder


class Answerer:
    """Answers questions from one library. Safe to call from several threads; a library that is updated
    meanwhile is used as it is at the next question."""

    def __init__(
        self,
        library: Archive,
        encoder_factory: Callable[[], Encoder],
        reader_factory: Callable[[], PassageReader],
        *,
        today: date | None = None,
    ) -> None:
        self._library = library
        self._encoder_factory = encoder_factory
        self._reader_factory = reader_factory
        self._encoder: Encoder | None = None
        self._reader: PassageReader | None = None
        self._loading = threading.Lock()
        self._loading_reader = threading.Lock()
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

    def follow(self, question: str, conversation: Conversation | None, snapshot: View) -> Followed:
        """Understand a question in its conversation."""
        return follow(question, conversation, lambda text: self.understand(text, snapshot), snapshot)

    def compare(
        self, names: Sequence[str], *, about: str | None = None, scope: Scope | None = None
    ) -> Comparison:
        """Set two or more speakers side by side on one topic, in their own words.

        Raises:
            UsageError: If there are fewer than two, or a name may be one of several.
            NoIndexError: If the library holds no articles.
        """
        with self._library.snapshot() as snapshot:
            known = list(dict.fromkeys(one_speaker(name, snapshot) for name in names))
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
            understood = named(one_speaker(name, snapshot), about, over_time=True)
            known = snapshot.speaker(understood.speaker or "") is not None
            understood = replace(understood, speaker_known=known)
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
                found = timeline_of(snapshot, replace(plain, quotes=as_good(plain)), Scope())
                return [*found.quotes, *found.undated], versions
            answer = self._answer(snapshot, understood, Scope())
            return list(as_good(answer)) if answer.outcome is Outcome.ANSWERED else [], versions

    def versions_of(self, quote: Quote) -> list[Version]:
        """Return all kept versions of a quote's article."""
        with self._library.snapshot() as snapshot:
            return snapshot.kept_versions(quote.version.uid)

    def understand(self, question: str, snapshot: View) -> Understanding:
        return understand(
            question,
            today=self._today or current_day(),
            speakers=snapshot,
            sources=snapshot.sources(),
            mentions=lambda name: is_mentioned(snapshot, name),
        )

    def _follow(self, snapshot: View, followed: Followed, scope: Scope) -> Answer:
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
        return asked_back(answer, snapshot)

    def _asked_back(self, snapshot: View, understood: Understanding) -> Answer:
        """Answer what cannot be understood: with questions to choose from, and no quotes."""
        corpus = _summary(snapshot)
        choices = choices_for(understood, snapshot)
        return Answer(understood.question, Outcome.NOT_FOUND, 0.0, understood, (), corpus, choices=choices)

    def _compared(
        self, snapshot: View, understood: Understanding, scope: Scope, followed: Followed | None = None
    ) -> Answer:
        sides = []
        for name in (understood.speaker or "", *understood.others):
            side = replace(
                understood, speaker=name, speaker_known=snapshot.speaker(name) is not None, corrections=()
            )
            question = asked_of(side, name, understood.topic)
            sides.append(own_words(self._answer(snapshot, question, scope, followed)))
        return joined(understood, sides, snapshot.corpus())

    def _plain(
        self, snapshot: View, understood: Understanding, scope: Scope, followed: Followed | None = None
    ) -> Answer:
        """Answer what a question over time asks, as if it had asked for what was said."""
        question = asked_of(understood, understood.speaker or "", understood.topic)
        answer = self._answer(snapshot, question, scope, followed)
        return replace(answer, understood=understood)

    def consider(
        self, snapshot: View, understood: Understanding, scope: Scope, followed: Followed | None = None
    ) -> Considered:
        """Retrieve, score and choose, without deciding how it ends."""
        if self._reader is not None or understood.kind is not QuestionKind.CONTENT:
            return consider(snapshot, self._loaded(), self._read_by, understood, scope, followed)
        # Beside the encoder and the looking up: a cold question does not wait for one after the other.
        with ThreadPoolExecutor(1, thread_name_prefix="load-reader") as pool:
            reader = pool.submit(self._read_by)
            return consider(snapshot, self._loaded(), reader.result, understood, scope, followed)

    def _answer(
        self, snapshot: View, understood: Understanding, scope: Scope, followed: Followed | None = None
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
        if nearest is not None:
            considered = choose_nearest(snapshot, considered, nearest, followed)
        quotes = quotes_of(snapshot, considered, seen.confidence)
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
            quotes=tuple(in_order(quotes, understood)),
            corpus=corpus,
            nearest=nearest,
        )

    def _without_bounds(
        self,
        snapshot: View,
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
        return quotes_of(snapshot, considered, seen.confidence) if outcome is Outcome.ANSWERED else None

    def _loaded(self) -> Encoder:
        with self._loading:
            if self._encoder is None:
                encoder = self._encoder_factory()
                self._library.expect(encoder.identity)
                self._encoder = encoder
            return self._encoder

    def _read_by(self) -> PassageReader:
        with self._loading_reader:
            if self._reader is None:
                self._reader = self._reader_factory()
            return self._reader


def _summary(snapshot: View) -> CorpusSummary:
    corpus = snapshot.corpus()
    if corpus.articles == 0:
        raise NoIndexError("The library holds no articles yet. Run `qa index PATH...`.")
    return corpus


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


def _name_is_missing(snapshot: View, understood: Understanding) -> bool:
    """Whether the asked speaker's name occurs nowhere in the archive, not even as somebody who is silent."""
    if understood.speaker is None or understood.speaker_known or understood.speaker_is_role:
        return False
    return bool(terms(understood.speaker)) and not occurs(snapshot, understood.speaker)
