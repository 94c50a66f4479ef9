"""Answer questions from an archive: the one way in for every front end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from qa.answering.both_sides import on_all_sides
from qa.answering.comparison import (
    Comparison,
    Timeline,
    all_words,
    apart,
    compared,
    over_time,
    plain_answer,
    sides_of,
    timeline_of,
)
from qa.answering.from_shown_articles import beside_shown
from qa.answering.loaded_models import LoadedModels
from qa.answering.meta_answer import meta_answer, nodded
from qa.answering.of_all_words import of_all_words, whoever_spoke
from qa.answering.people.guessed_speakers import leaves_out, tells_more
from qa.answering.people.namesakes import of_one, of_whole_name
from qa.answering.people.women_and_men import said_by_women_or_men
from qa.answering.pipeline import Pipeline
from qa.answering.plainly_asked import in_words_of, plainly_asked
from qa.answering.question_in_other_language import in_english
from qa.answering.senses import better_of, with_own_reasons
from qa.answering.shown_before import (
    all_shown,
    near_what_was_shown,
    only_shown,
    others_beside,
    unseen_first,
    within_articles,
)
from qa.answering.spans.candidates import Considered
from qa.answering.spans.quotes import as_good
from qa.answering.topics.everything_on_topic import newest_first
from qa.answering.topics.words_on_topic import words_of
from qa.answering.understood_in_archive import named_in, understood_in
from qa.answers import Answer, Outcome, QuestionKind, Quote, Understanding
from qa.archive.asked_again import asked_again
from qa.archive.corpus_summary import summary
from qa.archive.protocol import Archive, View
from qa.archive.speaker_lookup import nobody_called
from qa.clock import today as current_day
from qa.conversation.as_meant import follow_as_meant
from qa.conversation.asking_back import asked_back, only_asked_back
from qa.conversation.earlier.followed import Followed
from qa.conversation.earlier.question_text import told
from qa.conversation.earlier.turns import Conversation
from qa.conversation.fragments.about_shown_quotes import printed_answer, shows
from qa.conversation.fragments.doubted_endings import doubts_an_ending
from qa.conversation.other_senses import of_its_time
from qa.conversation.shown_article import article_answer
from qa.datatypes import Scope, Version
from qa.errors import UsageError
from qa.ranking.answer_spans import WindowReader
from qa.understanding.meta import meta_of
from qa.understanding.understand import as_content

if TYPE_CHECKING:
    from embeddings.encoder import Encoder


class Answerer:
    """Answers questions from one library, each from its newest state. Safe to call from several threads."""

    def __init__(
        self,
        library: Archive,
        encoder_factory: Callable[[], Encoder],
        reader_factory: Callable[[], WindowReader],
        *,
        today: date | None = None,
    ) -> None:
        self._library = library
        self._models = LoadedModels(library, encoder_factory, reader_factory)
        self._pipeline = Pipeline(self._models)
        self._today = today
        # Of one generation, as (question, whether it is answered); replaced whole, so that threads need no lock.
        self._answered: tuple[int, dict[str, bool]] = (-1, {})

    @asked_again
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
            newest: Whether to put the quotes in order of date, as if the question had asked for the latest.

        Raises:
            UsageError: If the question cannot be read.
            NoIndexError: If the library holds no articles.
            IndexMismatchError: If the library was built with another model.
        """
        scope = scope or Scope()
        with self._library.snapshot() as snapshot:
            followed = self._read(question, conversation, snapshot, scope)
            if isinstance(followed, Followed):
                summary(snapshot)  # before a model is loaded, for an archive that holds nothing
                if (plain := plainly_asked(followed, self._models.ask_reader)) is not None:
                    followed = in_words_of(followed, self._read(plain, conversation, snapshot, scope))
            if isinstance(followed, Answer):
                return followed
            if newest:
                followed = replace(followed, understood=replace(followed.understood, order="newest"))
            return in_english(self._in_any_sense(snapshot, followed, scope))

    def answers(self, question: str) -> bool:
        """Return whether a question is answered; it is asked once for each generation of the archive."""
        with self._library.snapshot() as snapshot:
            generation = snapshot.corpus().generation
        if self._answered[0] != generation:
            self._answered = (generation, {})
        known = self._answered[1]
        if question not in known:
            known[question] = self.ask(question).outcome is Outcome.ANSWERED
        return known[question]

    def follow(self, question: str, conversation: Conversation | None, snapshot: View) -> Followed:
        """Understand a question in the context of its conversation."""
        read = partial(self.understand, snapshot=snapshot)
        followed = follow_as_meant(question, conversation, read, snapshot, self._models.turn_reader)
        return of_its_time(followed, snapshot.corpus(), today=self._today or current_day())

    @asked_again
    def compare(
        self, names: Sequence[str], *, about: str | None = None, scope: Scope | None = None
    ) -> Comparison:
        """Return what two or more speakers say on one topic, side by side, in their own words.

        Raises:
            UsageError: If there are fewer than two different speakers, or a name may mean one of several.
            NoIndexError: If the library holds no articles.
        """
        scope = scope or Scope()
        with self._library.snapshot() as snapshot:
            each = {one.speaker: one for one in (self._named(snapshot, name, about, scope) for name in names)}
            if len(each) < 2:
                raise UsageError("Give two different speakers to compare.")
            sides = sides_of(snapshot, self._pipeline.answer, list(each.values()), scope)
            return Comparison(about, tuple(sides))

    @asked_again
    def quotes(self, name: str, *, about: str | None = None, scope: Scope | None = None) -> list[Quote]:
        """Return all words of a speaker, newest first, undated last; with a topic, all on it.

        They are the words that `ask` and `timeline` choose from, by the same rule; no two share words of an article.

        Raises:
            NotFoundError: If nobody of that name speaks in the archive.
            UsageError: If the name may mean one of several.
        """
        scope = scope or Scope()
        with self._library.snapshot() as snapshot:
            understood = self._named(snapshot, name, about, scope)
            if not (understood.speaker_known or understood.speaker_is_role or understood.bearers):
                raise nobody_called(name)
            if about is None:
                return newest_first(words_of(snapshot, understood, scope))
            plain = plain_answer(snapshot, self._pipeline.answer, understood, scope)
            return newest_first(apart(all_words(snapshot, plain, scope)))

    @asked_again
    def timeline(self, name: str, *, about: str | None = None, scope: Scope | None = None) -> Timeline:
        """Return what a speaker says on a topic, in order of date.

        Raises:
            UsageError: If the name may mean one of several.
            NoIndexError: If the library holds no articles.
        """
        scope = scope or Scope()
        with self._library.snapshot() as snapshot:
            understood = replace(self._named(snapshot, name, about, scope), over_time=True)
            understood = replace(understood, question=told(understood), standalone=told(understood))
            plain = plain_answer(snapshot, self._pipeline.answer, understood, scope)
            return timeline_of(snapshot, plain, scope)

    @asked_again
    def standing(self, question: str) -> tuple[list[Quote], list[tuple[str, str]]]:
        """Return all quotes that answer a question, and (uid, content hash) of every version that was searched.

        If the question asks for somebody's words, these are all on the topic, not only the best. There are none where
        the archive has no answer.
        """
        with self._library.snapshot() as snapshot:
            versions = snapshot.version_ids()
            if not versions:
                return [], []
            understood = self.understand(question, snapshot)
            if understood.kind is QuestionKind.SAID and understood.speaker and not understood.others:
                plain = plain_answer(snapshot, self._pipeline.answer, understood, Scope())
                # The last of ten quotes may be about something else, and would be wrong as news.
                found = timeline_of(snapshot, replace(plain, quotes=as_good(plain)), Scope())
                return [*found.quotes, *found.undated], versions
            answer = self._pipeline.answer(snapshot, understood, Scope())
            return list(as_good(answer)) if answer.outcome is Outcome.ANSWERED else [], versions

    def versions_of(self, quote: Quote) -> list[Version]:
        """Return all kept versions of a quote's article."""
        with self._library.snapshot() as snapshot:
            return snapshot.kept_versions(quote.version.uid)

    def consider(self, snapshot: View, understood: Understanding, scope: Scope) -> Considered:
        """Retrieve, score and choose spans, without deciding how the answer ends."""
        return self._pipeline.consider(snapshot, understood, scope)

    def understand(self, question: str, snapshot: View) -> Understanding:
        """Understand a question by itself, with the speakers and outlets that the archive knows."""
        return understood_in(snapshot, question, self._today or current_day())

    def _read(
        self, question: str, conversation: Conversation | None, snapshot: View, scope: Scope
    ) -> Answer | Followed:
        """Return what a question means, or the reply to what asks the articles nothing."""
        doubts = conversation is not None and doubts_an_ending(question)  # "really nothing?" is no nod
        meta = None if doubts else meta_of(question, shows=shows(conversation))
        reply = meta_answer(snapshot, question, meta, scope, self.understand) if meta else None
        if reply is not None:
            return reply
        followed = self.follow(question, conversation, snapshot)
        return nodded(snapshot, question) if followed.chats else followed

    def _named(self, snapshot: View, typed: str, about: str | None, scope: Scope) -> Understanding:
        """Understand a speaker and a topic that were given apart, as "What did X say about Y?" is understood.

        Raises:
            UsageError: If the name is empty, or may mean one of several.
        """
        if not (name := " ".join(typed.split())):
            raise UsageError("The name of a speaker is empty.")
        summary(snapshot)  # of an archive that holds nothing, "nobody called Quill" says too much
        plain = named_in(snapshot, name, about)
        asked = of_one(snapshot, replace(plain, question=told(plain), standalone=told(plain)), scope)
        if asked.ambiguous and about:
            asked = self._pipeline.answer(snapshot, asked, scope).understood
        asked = of_whole_name(asked, name)
        if asked.ambiguous:
            raise UsageError(f"{typed!r} may be {' or '.join(asked.ambiguous)}. Give the full name.")
        return asked

    def _in_any_sense(self, snapshot: View, followed: Followed, scope: Scope) -> Answer:
        """Answer what a question most likely means, or what else it may mean, where only that has an answer."""
        if theirs := said_by_women_or_men(followed, lambda each: self._follow(snapshot, each, scope)):
            return theirs
        answer = self._follow(snapshot, followed, scope)
        if followed.doubtful and answer.outcome is Outcome.ANSWERED:
            answer = replace(answer, outcome=Outcome.UNSURE)
        while followed.otherwise is not None and answer.outcome is not Outcome.ANSWERED:
            followed = followed.otherwise
            answer = better_of(answer, self._follow(snapshot, followed, scope), followed)
        return answer

    def _follow(self, snapshot: View, followed: Followed, scope: Scope) -> Answer:
        """Answer a question by its form: a fragment, an article, a comparison, a timeline, or a plain question."""
        understood = whoever_spoke(followed)
        if followed.sides:
            return on_all_sides(
                snapshot, followed, lambda each: self._in_any_sense(snapshot, each, scope), scope
            )
        if followed.fragment_alone:
            return only_asked_back(snapshot, understood)
        if followed.article is not None:
            shown = article_answer(snapshot, followed, summary(snapshot))
            return shown or only_asked_back(snapshot, understood)
        if followed.printed and (when := printed_answer(snapshot, followed, summary(snapshot))) is not None:
            return when
        if understood.of_all and not (followed.unresolved or understood.others):
            return of_all_words(snapshot, self._pipeline.answer, understood, scope, followed)
        if understood.others and understood.speaker:
            return compared(snapshot, self._pipeline.answer, understood, scope, followed)
        if understood.over_time and understood.speaker:
            return over_time(snapshot, self._pipeline.answer, understood, scope, followed)
        ask, within = self._pipeline.answer, within_articles(scope, followed.near)
        answer = ask(snapshot, understood, within, followed)
        if understood.guessed and leaves_out(answer):
            # "Rubio nomination" may be about Rubio: a report about them answers where their words do not.
            plain = ask(snapshot, as_content(understood), scope, followed)
            answer = plain if tells_more(plain, answer) else answer
        answer = with_own_reasons(answer, lambda each: ask(snapshot, self.understand(each, snapshot), scope))
        if followed.unresolved or answer.understood.ambiguous:
            return asked_back(answer, snapshot)
        answer = beside_shown(snapshot, self._pipeline.consider, answer, followed, scope)
        answer = others_beside(near_what_was_shown(answer, followed.near), followed)
        if only_shown(answer, followed, lambda each: ask(snapshot, understood, within, each)):
            return all_shown(answer, understood, lambda each: ask(snapshot, each, scope, followed))
        return unseen_first(snapshot, answer, followed.shown)
