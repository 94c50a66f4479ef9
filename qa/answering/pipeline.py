"""Answer an understood question: retrieve, rank, choose, weigh, and decide how it ends."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

from qa.answering.browsed_topic import quotes_on_topic
from qa.answering.candidates import Considered, consider
from qa.answering.outcome import Conclusion, asks_for_words, conclude
from qa.answering.quotes import in_order, quotes_of
from qa.answering.retrieval import narrowed
from qa.answering.thresholds import in_force
from qa.answering.who_said import hear, is_left_open, settle
from qa.answering.whose import label_of
from qa.archive.exact_words import nobodys_words
from qa.archive.name_lookup import occurs
from qa.archive.protocol import Archive, View
from qa.archive.shown_quotes import Shown
from qa.archive.spelling_lookup import respelled
from qa.conversation.followed import Followed
from qa.datatypes import Answer, CorpusSummary, Nearest, Outcome, QuestionKind, Quote, Scope, Understanding
from qa.errors import NoIndexError
from qa.language.terms import term, terms
from qa.ranking.answer_spans import PassageReader
from qa.ranking.selecting import Chosen
from qa.settings import MAX_QUOTES
from qa.speakers.names import is_group, parse_person
from qa.understanding.described import noun_of
from qa.understanding.quoted import asked_words
from qa.understanding.understand import as_content
from qa.understanding.words import has_case

if TYPE_CHECKING:
    from embeddings.encoder import Encoder


NOTHING_DATED = "No article here has a date, so these words may be of any time."
NO_ORDER = "None of these articles has a date, so they cannot be put in order of time."


class Pipeline:
    """Answers understood questions from one view at a time. Safe to call from several threads.

    The encoder and the reader of passages are loaded when they are first needed, and then kept.
    """

    def __init__(
        self,
        archive: Archive,
        encoder_factory: Callable[[], Encoder],
        reader_factory: Callable[[], PassageReader],
    ) -> None:
        self._archive = archive
        self._encoder_factory = encoder_factory
        self._reader_factory = reader_factory
        self._encoder: Encoder | None = None
        self._reader: PassageReader | None = None
        self._loading = threading.Lock()
        self._loading_reader = threading.Lock()

    def answer(
        self, snapshot: View, understood: Understanding, scope: Scope, followed: Followed | None = None
    ) -> Answer:
        """Answer an understood question.

        Args:
            followed: What its conversation adds: what to search with, and what was shown already.
        """
        corpus = summary(snapshot)
        undated = corpus.first_date is None and (understood.since or understood.until) is not None
        if undated:
            # No article can be told by its date: what is found may be of any time, and is shown as that.
            understood = replace(understood, since=None, until=None)
        understood = _respelled(snapshot, understood)
        missing = _name_is_missing(snapshot, understood)
        considered = self.consider(snapshot, understood, scope, followed)
        end = conclude(considered, understood, in_force(snapshot), name_missing=missing)
        if _may_be_told(understood, end, missing=missing):
            told = self._told_of(snapshot, understood, scope, followed)
            considered, end = told or (considered, end)
        outcome, nearest, note = end.outcome, end.nearest, end.note
        if end.meant is not None:
            others = tuple(name for name in understood.ambiguous if name != end.meant)
            understood = replace(understood, speaker=end.meant, ambiguous=(), instead_of=others)
        quotes = quotes_of(snapshot, considered, end.quotes, end.confidence)
        related = tuple(quotes_of(snapshot, considered, end.related, 0.0))
        sure = end.confidence
        heard = hear(snapshot, understood, narrowed(scope, understood), followed)
        if heard is not None:
            if is_left_open(heard, outcome):
                content = as_content(understood)
                beside = self.consider(snapshot, content, scope, followed)
                as_told = conclude(beside, content, in_force(snapshot), name_missing=False)
                if as_told.outcome is Outcome.ANSWERED:
                    outcome = Outcome.UNSURE
                    quotes = quotes_of(snapshot, beside, as_told.quotes, as_told.confidence)
            settled = settle(considered, heard, outcome, quotes)
            outcome, sure = settled.outcome, settled.confidence
            quotes, related = list(settled.quotes), settled.related
        if on_it := _browsed(snapshot, understood, scope, followed, quotes, end.confidence):
            outcome, nearest, quotes = Outcome.ANSWERED, None, on_it
        no_order = (
            bool(quotes)
            and understood.order != "relevance"
            and not any(q.version.article.date for q in quotes)
        )
        if no_order:
            understood = replace(understood, order="relevance")
        if outcome is not Outcome.ANSWERED and not narrowed(scope, understood).everything:
            wider = self._without_bounds(snapshot, understood, scope, followed, missing=missing)
            if wider is not None:
                outcome, quotes, note = Outcome.NEAREST, wider, ""
                nearest = _outside(wider[0], narrowed(scope, understood))
        if outcome in (Outcome.NEAREST, Outcome.NOT_FOUND) and (
            narrated := _narrated(snapshot, considered, scope)
        ):
            outcome, nearest, quotes = Outcome.NEAREST, Nearest.NOBODYS_WORDS, narrated
        if undated and outcome is Outcome.ANSWERED:
            outcome = Outcome.UNSURE
        return Answer(
            question=understood.question,
            outcome=outcome,
            confidence=sure,
            understood=understood,
            quotes=tuple(on_it or in_order(quotes, understood)),
            corpus=corpus,
            related=tuple(each for each in related if each.id not in {quote.id for quote in quotes}),
            nearest=nearest,
            note=" ".join(filter(None, (note, NOTHING_DATED if undated else NO_ORDER if no_order else ""))),
            voices=heard.voices if heard else (),
        )

    def consider(
        self, snapshot: View, understood: Understanding, scope: Scope, followed: Followed | None = None
    ) -> Considered:
        """Retrieve, score and choose spans, without deciding how the answer ends."""
        if self._reader is not None or understood.kind is not QuestionKind.CONTENT:
            return consider(
                snapshot, self._loaded_encoder(), self._loaded_reader, understood, scope, followed
            )
        # Load the reader beside the encoder and the search: a cold question does not wait for one after the other.
        with ThreadPoolExecutor(1, thread_name_prefix="load-reader") as pool:
            reader = pool.submit(self._loaded_reader)
            return consider(snapshot, self._loaded_encoder(), reader.result, understood, scope, followed)

    def _told_of(
        self, snapshot: View, understood: Understanding, scope: Scope, followed: Followed | None
    ) -> tuple[Considered, Conclusion] | None:
        """Return what the articles tell that may answer a question for the words of somebody they do not quote.

        "What do survivors say about the checks?" may be answered by "The survivors allege that they were shallow". None
        where they tell nothing of it, or only in the words of somebody else.
        """
        content = as_content(understood)
        considered = self.consider(snapshot, content, scope, followed)
        end = conclude(considered, content, in_force(snapshot), name_missing=False)
        if end.outcome is not Outcome.ANSWERED:
            return None
        nobodys = tuple(each for each in end.quotes if _tells_of(considered, each, understood.speaker or ""))
        if not nobodys or nobodys[0] != end.quotes[0]:
            return None
        return considered, replace(end, outcome=Outcome.UNSURE, quotes=nobodys)

    def _without_bounds(
        self,
        snapshot: View,
        understood: Understanding,
        scope: Scope,
        followed: Followed | None,
        *,
        missing: bool,
    ) -> list[Quote] | None:
        """Return what would answer outside the dates and the outlet that the question names, or None.

        The outlets of the scope itself still hold: the person who gave them wants nothing else.
        """
        free = replace(understood, since=None, until=None, source=None)
        considered = self.consider(snapshot, free, Scope(sources=scope.sources), followed)
        end = conclude(considered, free, in_force(snapshot), name_missing=missing)
        quotes = quotes_of(snapshot, considered, end.quotes, end.confidence)
        if on_it := _browsed(snapshot, free, Scope(sources=scope.sources), followed, quotes, end.confidence):
            return on_it
        return quotes if end.outcome is Outcome.ANSWERED else None

    def _loaded_encoder(self) -> Encoder:
        with self._loading:
            if self._encoder is None:
                encoder = self._encoder_factory()
                self._archive.expect(encoder.identity)
                self._encoder = encoder
            return self._encoder

    def _loaded_reader(self) -> PassageReader:
        with self._loading_reader:
            if self._reader is None:
                self._reader = self._reader_factory()
            return self._reader


def _may_be_told(understood: Understanding, end: Conclusion, *, missing: bool) -> bool:
    """Return whether somebody whom the articles do not quote was asked for, and nothing was found yet."""
    name = understood.speaker
    if name is None or understood.kind is not QuestionKind.SAID or understood.speaker_known or missing:
        return False
    # What an article tells of a person is no word of theirs; a body or a group is told of as it speaks.
    person = not understood.speaker_is_role and bool(parse_person(name).given) and not is_group(name)
    return not person and not understood.ambiguous and end.outcome in (Outcome.NEAREST, Outcome.NOT_FOUND)


def _tells_of(considered: Considered, chosen: Chosen, asked: str) -> bool:
    """Return whether a span names who was asked for and is nobody's words: "The survivors allege ..."."""
    found = considered.found
    label = label_of(considered.retrieved, found, chosen.row)
    key = considered.retrieved.passages[int(found.passage[chosen.row])].version_key
    start, end = int(found.starts[chosen.row]), int(found.ends[chosen.row])
    here = set(terms(considered.retrieved.versions[key].article.text[start:end]))
    return (label is None or label[1] is None) and term(noun_of(asked)) in here


def _browsed(
    snapshot: View,
    understood: Understanding,
    scope: Scope,
    followed: Followed | None,
    ranked: list[Quote],
    confidence: float,
) -> list[Quote]:
    """Return what there is on a topic that was typed without a question; nothing that was shown before."""
    if not understood.browses:
        return []
    found = quotes_on_topic(snapshot, understood, narrowed(scope, understood), ranked, confidence)
    shown = Shown(snapshot, followed.exclude if followed else frozenset())
    return [quote for quote in found if not shown.holds(quote.version, quote.start, quote.end)]


def _narrated(snapshot: View, considered: Considered, scope: Scope) -> list[Quote]:
    """Return where the words stand that a question asks for in quotation marks, if they are nobody's anywhere."""
    understood = considered.retrieved.understood
    if (
        not asks_for_words(considered.retrieved)
        or understood.ambiguous
        or len(considered.retrieved.typed) != 1
    ):
        return []
    (typed,) = asked_words(understood)
    bounds = narrowed(scope, understood)
    return [replace(quote, confidence=0.0) for quote in nobodys_words(snapshot, typed, bounds, MAX_QUOTES)]


def _respelled(snapshot: View, understood: Understanding) -> Understanding:
    """Correct the words of a topic, or of a question about content, that the archive does not have."""
    by_topic = understood.kind is not QuestionKind.CONTENT or understood.browses
    text = understood.topic if by_topic else understood.standalone
    if not text or has_case(understood.question):
        return understood  # who writes with capitals rarely mistypes, and "retaliation" is no "retail"
    corrected, pairs = respelled(snapshot, text)
    if not pairs:
        return understood
    standalone = understood.standalone.replace(text, corrected)
    topic = corrected if understood.topic == text else understood.topic
    return replace(
        understood, topic=topic, standalone=standalone, corrections=(*understood.corrections, *pairs)
    )


def summary(snapshot: View) -> CorpusSummary:
    """Return the summary of the corpus that an answer is looked for in.

    Raises:
        NoIndexError: If the library holds no articles.
    """
    corpus = snapshot.corpus()
    if corpus.articles == 0:
        raise NoIndexError("The library holds no articles yet. Run `qa index PATH...`.")
    return corpus


def _outside(quote: Quote, bounds: Scope) -> Nearest:
    """Return which bounds a quote lies outside of: the dates, the outlets or both."""
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
    """Return whether the asked speaker's name occurs nowhere in the archive, quoted or not."""
    if understood.speaker is None or understood.speaker_known or understood.speaker_is_role:
        return False
    return bool(terms(understood.speaker)) and not occurs(snapshot, understood.speaker)
